// What a replay says at the end: one line of JSON for programs, a table for people.
import { padded } from '../columns.ts'
import type { CaseResult, Replayed } from './replaying.ts'
import type { Inexpressible } from './script.ts'

export type Report = {
  readonly cases: number
  readonly closed: number
  readonly mismatches: Replayed['mismatches']
  readonly inexpressible: readonly Pick<Inexpressible, 'id' | 'why'>[]
}

export const reportOf = ({ results, mismatches }: Replayed, waiting: readonly Inexpressible[]): Report => ({
  cases: results.length,
  closed: results.filter(({ closed }) => closed).length,
  mismatches,
  inexpressible: waiting.map(({ id, waitsFor, why }) => ({ id, why: `${waitsFor}: ${why}` })),
})

export const isFaithful = ({ cases, closed, mismatches }: Report): boolean =>
  closed === cases && mismatches.length === 0

const line = ({ community, title, procedure, steps, closed }: CaseResult): string =>
  `${closed ? '✓' : '✗'} ${padded(community, 20)}${padded(title, 44)}${padded(procedure, 22)}${steps} 步`

const countsBy = (waiting: readonly Inexpressible[]): string =>
  [...Map.groupBy(waiting, ({ waitsFor }) => waitsFor)].map(([what, cases]) => `${what} ${cases.length}`).join('，')

export const tableOf = (replayed: Replayed, waiting: readonly Inexpressible[]): string => {
  const { cases, closed, mismatches } = reportOf(replayed, waiting)
  const differences = mismatches.map(
    ({ case: id, what, expected, found }) => `  ${id} · ${what}\n    应是 ${expected}\n    读到 ${found}`,
  )
  return [
    ...replayed.results.map((result) => line(result)),
    '',
    `走完 ${cases} 件真事，${closed} 件和当年一样收场；读回来不符的有 ${mismatches.length} 处。`,
    ...differences,
    `还有 ${waiting.length} 件要等后面的功能：${countsBy(waiting)}。`,
  ].join('\n')
}
