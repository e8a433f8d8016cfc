// A document for the printer as its words and its shape: what `document.typ` sets as PDF. Types only.
import type { Language } from '@yishi/domain/kernel'

export type DocumentTable = {
  /** Shares of the width; as many as there are columns. */
  readonly columns: readonly number[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type DocumentBlock =
  | { readonly kind: 'head' | 'text' | 'small' | 'code'; readonly text: string }
  /** What it came to, in one line that is seen from afar. */
  | { readonly kind: 'verdict'; readonly text: string; readonly passed: boolean }
  /** What a reader must mind before reading on. */
  | { readonly kind: 'note'; readonly head: string; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | ({ readonly kind: 'table' } & DocumentTable)
  /** Lines to sign on, and the way back to the page in the same piece: neither goes over to another sheet alone. */
  | { readonly kind: 'sign'; readonly lines: readonly string[]; readonly svg: string; readonly note: string }
  /** An SVG of a QR code, and what stands beside it. */
  | { readonly kind: 'qr'; readonly svg: string; readonly lines: readonly string[] }

export type DocumentSheet = {
  readonly lang: Language
  readonly owner: string
  readonly title: string
  /** In the head of every further page. */
  readonly running: string
  /** Around the number of the page and how many there are: `第 `, ` 页 共 `, ` 页`. */
  readonly page: readonly [string, string, string]
  readonly blocks: readonly DocumentBlock[]
}
