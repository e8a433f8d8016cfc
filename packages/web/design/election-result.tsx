// The result of an election by name: everybody in the order of the result with their seat, and the votes of each beside those who took part.
import type { PollResult } from '@yishi/contract/poll-result'
import { type Amounts, type CandidatesQuestion, againstOf, participantsOf, percentOf } from '@yishi/domain/poll'
import { candidatesWords } from '../words/candidates.ts'
import { listText } from '../words/list-text.ts'
import { amountText } from '../words/poll.ts'
import type { ResultGiven } from './result-given.ts'

type Allocation = NonNullable<PollResult['allocation']>
export type ElectionGiven = ResultGiven & { question: CandidatesQuestion; allocation: Allocation }

const nameIn = ({ options }: CandidatesQuestion, choice: string): string =>
  options.find(({ key }) => key === choice)?.text ?? choice

const TONES = { elected: 'ok', reserve: 'info', tied: 'warn', 'not-passed': 'mute' } as const

export const Ranking = ({ question, allocation: { ranking }, lang }: ElectionGiven) => {
  const words = candidatesWords[lang]
  return (
    <>
      <h3>{words.ranking}</h3>
      <ul className="ranking">
        {ranking.map((each) => (
          <li key={each.choice}>
            <span className="ranking-place num">{each.place ?? '–'}</span>
            <strong>{nameIn(question, each.choice)}</strong>
            <span className={`chip tone-${TONES[each.standing]}`}>{words.standing[each.standing]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

export const CandidateFigures = ({ question, result: { figures }, shown: { rule }, lang }: ElectionGiven) => {
  const words = candidatesWords[lang]
  const took = participantsOf(rule, figures)
  const told = (amounts: Amounts) =>
    listText(
      rule.measures.map((measure) => {
        const percent = percentOf(amounts, took, measure)
        return `${amountText(amounts, measure, lang)}${percent === null ? '' : words.share(percent)}`
      }),
      lang,
    )
  const line = (name: string, mark: string) => <p className="num">{`${name} ${told(figures.votes[mark] ?? {})}`}</p>
  return (
    <>
      <h3>{words.each}</h3>
      <ul className="candidate-figures">
        {question.options.map(({ key, text }) => (
          <li key={key}>
            <strong>{text}</strong>
            {line(words.for, key)}
            {question.marking === 'each' ? line(words.against, againstOf(key)) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** How each came to their place, sentence by sentence. */
export const RankingSums = ({ allocation: { ranking }, lang }: ElectionGiven) => (
  <div>
    <h3>{candidatesWords[lang].ranking}</h3>
    <ul className="sums">
      {ranking.map((each) => (
        <li key={each.choice}>{each[lang]}</li>
      ))}
    </ul>
  </div>
)
