// Reads a telephone number as people write it in China: mobile, landline with or without area code and extension, 400 and short numbers.

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))?([2-9]\d{6,7})$/
const SERVICE = /^(?:[48]00\d{7}|95\d{3,6}|96\d{3,4}|1\d{2,4})$/

/** A hotline or a number of an office, which is nobody's own; given as `readPhone` spells it. */
export const isServiceNumber = (phone: string): boolean => SERVICE.test(phone)

/** One spelling for each number (`13800138000`, `021-57651234`, `021-57651234-801`), or null where it is none. */
export const readPhone = (text: string): string | null => {
  const [main = '', extension] = text
    .normalize('NFKC')
    .replaceAll(/[\s()－—–]/gu, (mark) => (/[－—–]/u.test(mark) ? '-' : ''))
    .split(/(?:转|ext\.?|x|(?<=\d{7})-(?=\d{1,5}$))/iu)
  const digits = main.replaceAll(/[-.]/gu, '').replace(/^(?:\+|00)86/u, '')
  if (extension !== undefined && !/^\d{1,5}$/u.test(extension)) return null
  if (MOBILE.test(digits) || SERVICE.test(digits)) return extension === undefined ? digits : null
  const [, area, local] = LANDLINE.exec(digits) ?? []
  return local ? [area, local, extension].filter((part) => part !== undefined).join('-') : null
}
