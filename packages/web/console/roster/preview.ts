// A workbook as the server read it: a verdict for every row, before anything is written.

export type Verdict = 'new' | 'changed' | 'unchanged' | 'error'
export type CellProblem = { readonly cell: string; readonly reason: { readonly zh: string; readonly en: string } }
export type PreviewRow = {
  readonly row: number
  readonly verdict: Verdict
  readonly cells: Readonly<Record<string, string>>
  readonly problems: readonly CellProblem[]
}
export type PreviewSheet = {
  readonly name: string
  readonly rows: readonly PreviewRow[]
  readonly counts: Readonly<Record<Verdict, number>>
}
export type Preview = { readonly id: string; readonly sheets: readonly PreviewSheet[]; readonly confirmable: boolean }

/** Errors first: they are what must be done something about. */
export const VERDICTS: readonly Verdict[] = ['error', 'new', 'changed', 'unchanged']

export const countOf = (preview: Preview, verdict: Verdict): number =>
  preview.sheets.reduce((sum, { counts }) => sum + counts[verdict], 0)

export const rowsOf = (sheet: PreviewSheet, verdict: Verdict | null): readonly PreviewRow[] =>
  verdict === null ? sheet.rows : sheet.rows.filter((row) => row.verdict === verdict)
