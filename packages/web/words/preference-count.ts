// What happened in a count of orders, points or ticks, in sentences: the same on the page and on paper.
import type { Language } from '@yishi/contract/pages'
import type { PollResult } from '@yishi/contract/poll-result'
import type { PreferenceQuestion } from '@yishi/domain/poll'
import { readFraction, shown } from '@yishi/domain/rational'
import { listText } from './list-text.ts'
import { preferenceWords, quoted } from './preference.ts'

export type Count = NonNullable<PollResult['count']>
export type RankedCount = Extract<Count, { method: 'ranked' }>
export type CountRound = RankedCount['rounds'][number]
export type Asked = { readonly question: PreferenceQuestion; readonly lang: Language }

/** Longer than this nobody compares them by eye; the check on one's own machine has them all. */
const LONGEST_FRACTION = 15

/** `4`, or `15/7 (2.14)`. */
export const amount = (text: string): string => {
  if (!text.includes('/')) return text
  const about = shown(readFraction(text))
  return text.length > LONGEST_FRACTION ? `≈ ${about}` : `${text} (≈ ${about})`
}

type Tie = NonNullable<CountRound['tie']>

export const tieSentence = ({ question, lang }: Asked, { tied, taken, round }: Tie): string => {
  const words = preferenceWords[lang]
  const [equal, first] = [quoted(question, tied, lang), quoted(question, taken, lang)]
  return round === null ? words.tieLot(equal, first) : words.tieRound(equal, round, first)
}

const movesOf = ({ question, lang }: Asked, { transfers }: CountRound): string => {
  const words = preferenceWords[lang]
  const moves = question.options.flatMap(({ key }) => {
    const votes = transfers.to[key]
    return votes === undefined ? [] : [words.toOption(quoted(question, [key], lang), amount(votes))]
  })
  const lost = transfers.exhausted === '0' ? [] : [words.toNobody(amount(transfers.exhausted))]
  return [...moves, ...lost].join(lang === 'zh' ? '，' : ', ')
}

/** What happened in a round, sentence by sentence. */
export const sentencesOf = (given: Asked, round: CountRound): readonly string[] => {
  const { question, lang } = given
  const words = preferenceWords[lang]
  const moves = movesOf(given, round)
  return [
    ...(round.tie ? [tieSentence(given, round.tie)] : []),
    ...(round.elected.length > 0 ? [words.elected(quoted(question, round.elected, lang))] : []),
    ...(round.out === null ? [] : [words.out(quoted(question, [round.out], lang))]),
    ...(moves === '' ? [] : [round.out === null ? words.surplus(moves) : words.moves(moves)]),
  ]
}

/** Valid ballots in whatever the rule counts: people or households. */
export const validBallots = ({ figures: { cast } }: PollResult): string => String(cast?.heads ?? cast?.households ?? 0)

type Rows = readonly (readonly [name: string, ...cells: string[]])[]

/** Votes by option, and of those that went to nobody. */
export const roundRows = ({ question, lang }: Asked, { votes, exhausted }: CountRound): Rows => [
  ...question.options.flatMap(({ key, text }) =>
    votes[key] === undefined ? [] : [[text, amount(votes[key])] as const],
  ),
  ...(exhausted === '0' ? [] : [[preferenceWords[lang].exhausted, amount(exhausted)] as const]),
]

/** Points with their averages, or ticks, by option. */
export const totalsTable = (
  { question, lang }: Asked,
  count: Exclude<Count, RankedCount>,
): { readonly head: readonly string[]; readonly rows: Rows } => {
  const words = preferenceWords[lang]
  if (count.method === 'approval')
    return {
      head: [words.option, words.votes],
      rows: question.options.map(({ key, text }) => [text, count.votes[key] ?? '0'] as const),
    }
  const averageOf = (key: string) => count.averages[key] ?? null
  return {
    head: [words.option, words.total, words.average],
    rows: question.options.map(({ key, text }) => {
      const average = averageOf(key)
      return [text, amount(count.points[key] ?? '0'), average === null ? '–' : amount(average)] as const
    }),
  }
}

/** Who has how many in a round: `三菱 3 票、日立 2 票。` */
const standingIn = (asked: Asked, round: CountRound): string => {
  const { has, stop } = preferenceWords[asked.lang]
  const each = roundRows(asked, round).map(([name, votes = '']) => has(name, votes))
  return `${listText(each, asked.lang)}${stop}`
}

/** The whole count as lines of text, for a notice: every round, or every sum, and how equal votes were settled. */
export const countLines = (asked: Asked, result: PollResult): readonly string[] => {
  const words = preferenceWords[asked.lang]
  const { count } = result
  if (!count) return [words.nobody]
  if (count.method === 'ranked')
    return [
      enoughSentence(asked, count, validBallots(result)),
      ...count.rounds.map((round, at) =>
        words.roundTold(at + 1, [standingIn(asked, round), ...sentencesOf(asked, round)]),
      ),
    ]
  const { head, rows } = totalsTable(asked, count)
  const cells = (all: readonly string[]) =>
    listText(
      all.map((cell, at) => words.cell(head[at + 1]!, cell)),
      asked.lang,
    )
  return [
    ...rows.map(([name, ...more]) => words.row(name, cells(more))),
    ...(count.tie ? [tieSentence(asked, count.tie)] : []),
  ]
}

/** What was enough to be chosen. */
export const enoughSentence = ({ question, lang }: Asked, { quota }: RankedCount, valid: string): string => {
  const words = preferenceWords[lang]
  return question.seats === 1 ? words.half(valid) : words.quota(valid, question.seats, amount(quota))
}
