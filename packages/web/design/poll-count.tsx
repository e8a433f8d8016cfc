// The count of a question that ranks or scores: every round with where the votes went, or every sum, and how equal votes were settled.
import type { Language } from '@yishi/contract/pages'
import type { PollResult } from '@yishi/contract/poll-result'
import type { PreferenceQuestion } from '@yishi/domain/poll'
import { readFraction, shown } from '@yishi/domain/rational'
import { choiceText } from '../words/poll.ts'
import { preferenceWords, quoted } from '../words/preference.ts'

type Count = NonNullable<PollResult['count']>
type Ranked = Extract<Count, { method: 'ranked' }>
type Round = Ranked['rounds'][number]
type Given<C = Count> = { readonly question: PreferenceQuestion; readonly count: C; readonly lang: Language }

/** Longer than this nobody compares them by eye; the check on one's own machine has them all. */
const LONGEST_FRACTION = 15

/** `4`, or `15/7 (2.14)`. */
const amount = (text: string): string => {
  if (!text.includes('/')) return text
  const about = shown(readFraction(text))
  return text.length > LONGEST_FRACTION ? `≈ ${about}` : `${text} (≈ ${about})`
}

type Row = readonly [name: string, ...cells: string[]]

const Table = ({ head, rows, caption }: { head: readonly string[]; rows: readonly Row[]; caption?: string }) => (
  <table className="figures">
    {caption ? <caption>{caption}</caption> : null}
    <thead>
      <tr>
        {head.map((name) => (
          <th scope="col" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...cells]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {cells.map((cell, at) => (
            <td key={head[at + 1]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

type Tie = NonNullable<Round['tie']>

const tieSentence = ({ question, lang }: Omit<Given, 'count'>, { tied, taken, round }: Tie): string => {
  const words = preferenceWords[lang]
  const [equal, first] = [quoted(question, tied, lang), quoted(question, taken, lang)]
  return round === null ? words.tieLot(equal, first) : words.tieRound(equal, round, first)
}

const movesOf = ({ question, lang }: Omit<Given, 'count'>, { transfers }: Round): string => {
  const words = preferenceWords[lang]
  const moves = question.options.flatMap(({ key }) => {
    const votes = transfers.to[key]
    return votes === undefined ? [] : [words.toOption(quoted(question, [key], lang), amount(votes))]
  })
  const lost = transfers.exhausted === '0' ? [] : [words.toNobody(amount(transfers.exhausted))]
  return [...moves, ...lost].join(lang === 'zh' ? '，' : ', ')
}

/** What happened in a round, sentence by sentence. */
const sentencesOf = (given: Given<Ranked>, round: Round): readonly string[] => {
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

const RoundOf = ({ given, round, number }: { given: Given<Ranked>; round: Round; number: number }) => {
  const { question, lang } = given
  const words = preferenceWords[lang]
  const rows = question.options.flatMap(({ key, text }): Row[] => {
    const votes = round.votes[key]
    return votes === undefined ? [] : [[text, amount(votes)]]
  })
  const lost: readonly Row[] = round.exhausted === '0' ? [] : [[words.exhausted, amount(round.exhausted)]]
  return (
    <section className="round">
      <h3>{words.round(number)}</h3>
      <Table head={[words.option, words.votes]} rows={[...rows, ...lost]} />
      <ul className="sums">
        {sentencesOf(given, round).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

type OfRanked = { readonly given: Given<Ranked>; readonly valid: string }

const Rounds = ({ given, valid }: OfRanked) => {
  const { question, count, lang } = given
  const words = preferenceWords[lang]
  const { seats } = question
  return (
    <>
      <p>{seats === 1 ? words.half(valid) : words.quota(valid, seats, amount(count.quota))}</p>
      {count.rounds.map((round, at) => (
        <RoundOf given={given} round={round} number={at + 1} key={at} />
      ))}
    </>
  )
}

const Totals = ({ question, count, lang }: Given<Exclude<Count, Ranked>>) => {
  const words = preferenceWords[lang]
  const scored = count.method === 'scored'
  const rows = question.options.map(({ key }): Row => {
    const name = choiceText(question, key, lang)
    if (count.method === 'approval') return [name, count.votes[key] ?? '0']
    const average = count.averages[key] ?? null
    return [name, amount(count.points[key] ?? '0'), average === null ? '–' : amount(average)]
  })
  const head = scored ? [words.option, words.total, words.average] : [words.option, words.votes]
  return (
    <>
      <Table head={head} rows={rows} />
      {count.tie ? <p>{tieSentence({ question, lang }, count.tie)}</p> : null}
    </>
  )
}

type CountGiven = { readonly question: PreferenceQuestion; readonly result: PollResult; readonly lang: Language }

export const CountOf = ({ question, result, lang }: CountGiven) => {
  const { count, figures } = result
  const words = preferenceWords[lang]
  if (!count) return <p>{words.nobody}</p>
  if (count.method !== 'ranked') return <Totals question={question} count={count} lang={lang} />
  const valid = figures.cast?.heads ?? figures.cast?.households ?? 0
  return <Rounds given={{ question, count, lang }} valid={String(valid)} />
}
