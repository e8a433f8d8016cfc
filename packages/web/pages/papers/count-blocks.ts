// The count of a question that ranks or scores on paper: every round with its transfers, or every sum, and the lots (R7.30).
import type { DocumentBlock } from '@yishi/contract/document'
import type { PollResult } from '@yishi/contract/poll-result'
import { preferenceWords, quoted } from '../../words/preference.ts'
import {
  type Asked,
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
    ...count.rounds.flatMap((round, at): DocumentBlock[] => [
      { kind: 'text', text: words.round(at + 1) },
      tableOf([words.option, words.votes], roundRows(asked, round)),
      { kind: 'list', lines: sentencesOf(asked, round) },
    ]),
  ]
}

export const countBlocks = (
  asked: Asked,
  result: PollResult,
  lots: readonly string[] | null,
): readonly DocumentBlock[] => {
  const words = preferenceWords[asked.lang]
  const drawn = lots && `${words.lots(quoted(asked.question, lots, asked.lang))} ${words.lotsHint}`
  return [
    { kind: 'head', text: words.counting },
    ...stepsOf(asked, result),
    ...(drawn ? [{ kind: 'small' as const, text: drawn }] : []),
  ]
}
