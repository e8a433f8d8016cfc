// As much of XML as a workbook needs, in time that grows with the text only: elements by name, attributes, and plain text.
import { ArchiveRefused } from './archive.ts'

const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" } as const

const character = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD')

export const plainText = (xml: string): string =>
  xml.includes('&')
    ? xml.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu, (_, hex, decimal, name) => {
        if (name) return NAMED[String(name).toLowerCase() as keyof typeof NAMED]
        return character(hex ? Number.parseInt(String(hex), 16) : Number(decimal))
      })
    : xml

const patterns = new Map<string, RegExp>()
const pattern = (source: string): RegExp => {
  const known = patterns.get(source) ?? new RegExp(source, 'u')
  patterns.set(source, known)
  return known
}

export const attribute = (tag: string, name: string): string | undefined => {
  const found = pattern(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? plainText(found[1] ?? found[2] ?? '') : undefined
}

export type Element = { readonly name: string; readonly tag: string; readonly inside: string }

/** Elements of these names, in order and not inside one another; the names carry no prefix. `hollow` ones are entered, not taken. */
export function* elements(xml: string, names: readonly string[], hollow: readonly string[] = []): Generator<Element> {
  const open = new RegExp(`<((?:[\\w.-]+:)?(${[...names, ...hollow].join('|')}))(?=[\\s/>])([^<>]*)>`, 'gu')
  for (let found = open.exec(xml); found; found = open.exec(xml)) {
    const [, full, name = '', tag = ''] = found
    if (tag.endsWith('/') || hollow.includes(name)) {
      yield { name, tag, inside: '' }
      continue
    }
    const end = xml.indexOf(`</${full}>`, open.lastIndex)
    if (end === -1) throw new ArchiveRefused('not-a-workbook')
    yield { name, tag, inside: xml.slice(open.lastIndex, end) }
    open.lastIndex = end
  }
}
