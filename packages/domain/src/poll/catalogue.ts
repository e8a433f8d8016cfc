// The poll rules as a page for the documentation, written from the documents and from nothing else.
import type { PollRule, Threshold } from './rule.ts'

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const test = ({ part, whole, at, share, article, ref }: Threshold): string =>
  `${part} ${at === 'least' ? '≥' : '>'} ${share.join('/')} of ${whole} (${[ref, article.en].filter((text) => text !== '–').join(', ')})`

const TIES = { lot: 'lot', 'earlier-rounds': 'earlier rounds, then lot' } as const

/** Where most votes win, no share is asked for, and equal votes are settled. */
const decides = ({ majority, questions, ties }: PollRule): string =>
  ties === null ? majority.map(test).join('; ') : `${questions.join(', ')}: most win; ties by ${TIES[ties]}`

/** On what it rests, where that holds, and in which version. */
const sourceOf = ({ source, jurisdiction, version }: PollRule): string => `${source.en} (${jurisdiction}, v${version})`

const ruleRow = (rule: PollRule): string =>
  row([
    `\`${rule.key}\``,
    `${rule.names.zh} · ${rule.names.en}`,
    rule.electorate,
    rule.measures.join(', '),
    rule.quorum.map(test).join('; ') || '–',
    decides(rule),
    sourceOf(rule),
    `${rule.effectiveFrom} – ${rule.effectiveTo ?? ''}`.trim(),
  ])

const caution = ({ key, caution: said }: PollRule): readonly string[] =>
  said ? [`- \`${key}\`: ${said.zh} ${said.en}`] : []

export const pollRulesInMarkdown = (rules: readonly PollRule[]): string =>
  [
    '# Poll rules',
    'Generated from the rules of `packages/domain/src/poll/library`. Every test holds in each measure by itself; “≥” includes the number and “>” does not.',
    [
      row(['rule', 'name', 'electorate', 'measures', 'quorum', 'majority', 'source', 'in force']),
      row(Array.from({ length: 8 }, () => '---')),
      ...rules.map(ruleRow),
    ].join('\n'),
    '## Before relying on one',
    rules.flatMap(caution).join('\n'),
  ].join('\n\n') + '\n'
