// Which number formats of a workbook show dates: a cell that was meant as `1-2` and shows `1月2日` is one.
import { attribute, elements } from './xml.ts'

export type NumberStyles = { readonly isDate: (style: string | undefined) => boolean }

/** Built-in formats that show dates or times, the East Asian ones included (ECMA-376, part 1, section 18.8.30). */
const BUILT_IN = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const showsDate = (format: string): boolean =>
  /[ymdhs]/iu.test(format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '').replaceAll(/general/giu, ''))

export const readStyles = (xml: string): NumberStyles => {
  const own = new Map(
    [...elements(xml, ['numFmt'])].map(({ tag }) => [
      Number(attribute(tag, 'numFmtId')),
      showsDate(attribute(tag, 'formatCode') ?? ''),
    ]),
  )
  const [formats] = elements(xml, ['cellXfs'])
  const dates = [...elements(formats?.inside ?? '', ['xf'])].map(({ tag }) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    return own.get(id) ?? BUILT_IN(id)
  })
  return { isDate: (style) => style !== undefined && (dates[Number(style)] ?? false) }
}

const SECOND = 1_000
const DAY_SECONDS = 86_400
const EPOCH = Date.UTC(1899, 11, 30)

/** The day and, where there is one, the time that a serial number stands for; the sixteenth digit of a fraction is an error. */
export const shownDate = (serial: string): string => {
  const at = new Date(EPOCH + Math.round(Number(serial) * DAY_SECONDS) * SECOND)
  if (Number.isNaN(at.getTime())) return serial
  const [day, time = ''] = at.toISOString().slice(0, 19).split('T')
  return time === '00:00:00' ? day! : `${day} ${time}`
}
