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
/** Compiled once; whoever runs one says from where, so that two readers never disturb each other. */
const pattern = (source: string): RegExp => {
  const known = patterns.get(source) ?? new RegExp(source, 'gu')
  patterns.set(source, known)
  return known
}
const match = (source: string, text: string, from: number): RegExpExecArray | null => {
  const known = pattern(source)
  known.lastIndex = from
  return known.exec(text)
}

export const attribute = (tag: string, name: string): string | undefined => {
  const source = `\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`
  const found = match(source, tag, 0)
  return found ? plainText(found[1] ?? found[2] ?? '') : undefined
}

export type Element = { readonly name: string; readonly tag: string; readonly inside: string }

/** Elements of these names, in order and not inside one another; the names carry no prefix. `hollow` ones are entered, not taken. */
export function* elements(xml: string, names: readonly string[], hollow: readonly string[] = []): Generator<Element> {
  const source = `<((?:[\\w.-]+:)?(${[...names, ...hollow].join('|')}))(?=[\\s/>])([^<>]*)>`
  for (let found = match(source, xml, 0), after = 0; found; found = match(source, xml, after)) {
    const [whole, full, name = '', tag = ''] = found
    after = found.index + whole.length
    if (tag.endsWith('/') || hollow.includes(name)) {
      yield { name, tag, inside: '' }
      continue
    }
    const end = xml.indexOf(`</${full}>`, after)
    if (end === -1) throw new ArchiveRefused('not-a-workbook')
    yield { name, tag, inside: xml.slice(after, end) }
    after = end
  }
}
