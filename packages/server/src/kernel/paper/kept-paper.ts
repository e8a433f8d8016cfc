// Sheets that anybody may ask for: set once for each content, with the mark by which a browser knows its own copy again.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { kept } from './kept.ts'
import { printPdf } from './press.ts'

const MEBIBYTE = 1_048_576

/** About three hundred sheets of a few pages. */
const MOST_KEPT = 24 * MEBIBYTE

export const keptSheets = kept<Buffer>({ most: MOST_KEPT, bytesOf: (pdf) => pdf.length })

const templates = new Map<string, string>()

/** Part of the mark: with another version of the program a sheet may look otherwise. */
const textOf = (template: URL): string => {
  const known = templates.get(template.href) ?? readFileSync(template, 'utf8')
  templates.set(template.href, known)
  return known
}

export type KeptPaper = { readonly tag: string; readonly content: () => Promise<Buffer> }

/** Nothing is set before the content is asked for. The mark is a weak one (RFC 9110 section 8.8.1): set again, a sheet reads the same and carries another date. */
export const keptPaper = (template: URL, data: object): KeptPaper => {
  const source = createHash('sha256')
    .update(textOf(template))
    .update('\0')
    .update(JSON.stringify(data))
    .digest('base64url')
  return { tag: `W/"${source}"`, content: () => keptSheets.take(source, () => printPdf(template, data)) }
}
