// Rulebooks as tables in Markdown: in which state a subject may be asked what. Generated for docs, never written by hand.

/** What a rulebook tells about itself. */
export type Tabled = {
  statuses(): readonly string[]
  table(): readonly { readonly status: string; readonly command: string }[]
}
export type Chapter = { readonly name: string; readonly rules: Tabled }

const row = (cells: readonly string[], widths: readonly number[]): string =>
  `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`

const chapter = ({ name, rules }: Chapter): string => {
  const [statuses, cells] = [rules.statuses(), rules.table()]
  const commands = [...new Set(cells.map(({ command }) => command))]
  const may = (command: string, status: string) =>
    cells.some((cell) => cell.command === command && cell.status === status)
  const rows = [
    ['command', ...statuses],
    ...commands.map((command) => [command, ...statuses.map((status) => (may(command, status) ? 'yes' : ''))]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((cells) => cells[column]!.length)))
  const [head, ...body] = rows.map((cells) => row(cells, widths))
  const rule = row(
    widths.map((width) => '-'.repeat(width)),
    widths,
  )
  return [`## ${name}`, '', head, rule, ...body].join('\n')
}

/** An empty cell is refused with `not-in-this-state`; a filled one is still for the rule to decide. */
export const rulebooksInMarkdown = (chapters: readonly Chapter[]): string =>
  [
    '# Rulebooks',
    'Generated from the rulebooks of `packages/domain`: which command may be given in which state. An empty cell is refused with `not-in-this-state`.',
    ...chapters.map(chapter),
  ].join('\n\n') + '\n'
