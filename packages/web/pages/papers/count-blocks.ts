// The count of a question that ranks or scores on paper: every round with its transfers, or every sum, and the lots (R7.30).
import type { DocumentBlock } from '@yishi/contract/document'
import type { PollResult } from '@yishi/contract/poll-result'
import { preferenceWords, quoted } from '../../words/preference.ts'
import {
  type Asked,
  type CountRound,
  enoughSentence,
  roundRows,
  sentencesOf,
  tieSentence,
  totalsTable,
  validBallots,
} from '../../words/preference-count.ts'

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): DocumentBlock => ({
  kind: 'table',
  columns: head.map((_, at) => (at === 0 ? 3 : 2)),
  head,
  rows,
})

/** So many rounds stand side by side on a sheet of A4. */
const ROUNDS_ABREAST = 5

/** Round beside round, an option a line, so that a notice of many rounds stays short; out of the count is a dash. */
const roundTables = (asked: Asked, rounds: readonly CountRound[]): readonly DocumentBlock[] => {
  const words = preferenceWords[asked.lang]
  const counted = rounds.map((round, at) => ({
    at,
    votes: new Map(roundRows(asked, round).map(([name, votes = '']) => [name, votes])),
  }))
  return Array.from({ length: Math.ceil(counted.length / ROUNDS_ABREAST) }, (_, part) => {
    const some = counted.slice(part * ROUNDS_ABREAST, (part + 1) * ROUNDS_ABREAST)
    const names = [...new Set(some.flatMap(({ votes }) => [...votes.keys()]))]
    const head = [words.option, ...some.map(({ at }) => words.round(at + 1))]
    return tableOf(
      head,
      names.map((name) => [name, ...some.map(({ votes }) => votes.get(name) ?? '–')]),
    )
  })
}

const stepsOf = (asked: Asked, result: PollResult): readonly DocumentBlock[] => {
  const { count } = result
  const words = preferenceWords[asked.lang]
  if (!count) return [{ kind: 'text', text: words.nobody }]
  if (count.method !== 'ranked') {
    const { head, rows } = totalsTable(asked, count)
    const tie = count.tie ? [{ kind: 'text' as const, text: tieSentence(asked, count.tie) }] : []
    return [tableOf(head, rows), ...tie]
  }
  return [
    { kind: 'text', text: enoughSentence(asked, count, validBallots(result)) },
    ...roundTables(asked, count.rounds),
    { kind: 'list', lines: count.rounds.map((round, at) => words.roundTold(at + 1, sentencesOf(asked, round))) },
  ]
}

export const countBlocks = (
  asked: Asked,
  result: PollResult,
  lots: readonly string[] | null,
): readonly DocumentBlock[] => {
  const words = preferenceWords[asked.lang]
  const drawn = lots && `${words.lots(quoted(asked.question, lots, asked.lang))}${words.stop} ${words.lotsHint}`
  return [
    { kind: 'head', text: words.counting },
    ...stepsOf(asked, result),
    ...(drawn ? [{ kind: 'small' as const, text: drawn }] : []),
  ]
}
