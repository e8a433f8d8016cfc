// The count of a question that ranks or scores: every round with where the votes went, or every sum, and how equal votes were settled.
import type { Language } from '@yishi/contract/pages'
import type { PollResult } from '@yishi/contract/poll-result'
import type { PreferenceQuestion } from '@yishi/domain/poll'
import { preferenceWords } from '../words/preference.ts'
import {
  type Count,
  type CountRound,
  type RankedCount,
  enoughSentence,
  roundRows,
  sentencesOf,
  tieSentence,
  totalsTable,
  validBallots,
} from '../words/preference-count.ts'

type Given<C = Count> = { readonly question: PreferenceQuestion; readonly count: C; readonly lang: Language }

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

const RoundOf = ({ given, round, number }: { given: Given<RankedCount>; round: CountRound; number: number }) => {
  const words = preferenceWords[given.lang]
  return (
    <section className="round">
      <h3>{words.round(number)}</h3>
      <Table head={[words.option, words.votes]} rows={roundRows(given, round)} />
      <ul className="sums">
        {sentencesOf(given, round).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

type OfRanked = { readonly given: Given<RankedCount>; readonly valid: string }

const Rounds = ({ given, valid }: OfRanked) => {
  const { count } = given
  return (
    <>
      <p>{enoughSentence(given, count, valid)}</p>
      {count.rounds.map((round, at) => (
        <RoundOf given={given} round={round} number={at + 1} key={at} />
      ))}
    </>
  )
}

const Totals = ({ question, count, lang }: Given<Exclude<Count, RankedCount>>) => {
  const { head, rows } = totalsTable({ question, lang }, count)
  return (
    <>
      <Table head={head} rows={rows} />
      {count.tie ? <p>{tieSentence({ question, lang }, count.tie)}</p> : null}
    </>
  )
}

type CountGiven = { readonly question: PreferenceQuestion; readonly result: PollResult; readonly lang: Language }

export const CountOf = ({ question, result, lang }: CountGiven) => {
  const { count } = result
  const words = preferenceWords[lang]
  if (!count) return <p>{words.nobody}</p>
  if (count.method !== 'ranked') return <Totals question={question} count={count} lang={lang} />
  return <Rounds given={{ question, count, lang }} valid={validBallots(result)} />
}
