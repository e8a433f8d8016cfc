// The result of a poll: passed or not, the figures with their shares, and every sum with the article it rests on.
import type { Language } from '@yishi/contract/pages'
import { type Amounts, isPreference, marksOf, participantsOf, percentOf, sumPartsOf } from '@yishi/domain/poll'
import { CandidateFigures, type ElectionGiven, Ranking, RankingSums } from './election-result.tsx'
import { ShapeIcon } from './icons.tsx'
import type { ResultGiven, ResultShown } from './result-given.ts'
import { amountText, choiceText, pollWords } from '../words/poll.ts'
import { cameTo, resultSentence } from '../words/result-sentence.ts'
import { CountOf } from './poll-count.tsx'
import type { PollResult } from '@yishi/contract/poll-result'

/** Of an election by name; null of anything else. */
const electionOf = (given: ResultGiven): ElectionGiven | null => {
  const { question } = given.shown
  const { allocation } = given.result
  return question.type === 'candidates' && allocation ? { ...given, question, allocation } : null
}

export const ResultLine = ({ shown: { question }, result, lang }: ResultGiven) => (
  <p className={`verdict tone-${result.passed ? 'ok' : 'mute'}`}>
    <ShapeIcon shape={result.passed ? 'tick' : 'barred'} />
    {resultSentence(cameTo(question, result), lang)}
  </p>
)

type Row = { readonly name: string; readonly amounts: Amounts; readonly of: Amounts; readonly whole: string }

/** Only where somebody was silent: what was delivered and never came back, and how much of it is proved. */
const silentRows = ({ silent, proven }: PollResult['figures'], lang: Language) => {
  const some = Object.values(silent ?? {}).some((amount) => Number(amount) > 0)
  if (!silent || !some) return []
  const words = pollWords[lang]
  return [
    { name: words.silent, amounts: silent },
    { name: words.proven, amounts: proven ?? {} },
  ]
}

/** Of a question that ranks or scores, and of an election, the count itself tells what each option has. */
const namedIn = ({ question }: ResultShown): readonly string[] =>
  isPreference(question) || question.type === 'candidates' ? [] : marksOf(question)

export const rowsOf = ({ shown, result: { figures }, lang }: ResultGiven): readonly Row[] => {
  const { question, rule, totals } = shown
  const words = pollWords[lang]
  const took = participantsOf(rule, figures)
  const ofList = { of: totals, whole: words.ofList }
  // Where all who were present voted too, one line says both.
  const allVoted = rule.measures.every((measure) => figures.present?.[measure] === took[measure])
  const ofThose = { of: took, whole: allVoted ? words.ofPresent : words.ofParticipants }
  const voted = { name: figures.silent ? words.returned : words.participants, amounts: took, ...ofList }
  return [
    ...(figures.present ? [{ name: words.present, amounts: figures.present, ...ofList }] : []),
    ...(allVoted ? [] : [voted]),
    ...namedIn(shown).map((key) => ({
      name: choiceText(question, key, lang),
      amounts: figures.votes[key] ?? {},
      ...ofThose,
    })),
    { name: words.choices['abstain']!, amounts: figures.abstain, ...ofThose },
    { name: words.choices['invalid']!, amounts: figures.invalid, ...ofList },
    ...silentRows(figures, lang).map((row) => ({ ...row, ...ofList })),
  ]
}

/** Of each measure, in their order. */
export const sharesOf = ({ amounts, of, whole }: Row, measures: ResultShown['rule']['measures']): readonly string[] =>
  measures
    .map((measure) => percentOf(amounts, of, measure))
    .map((percent) => (percent === null ? '–' : `${whole} ${percent}%`))

/** A line for each measure, so that a phone has room for both. */
const Each = ({ lines }: { lines: readonly string[] }) => (
  <td>
    {lines.map((line, index) => (
      <span key={index}>{line} </span>
    ))}
  </td>
)

export const FiguresTable = (given: ResultGiven) => {
  const { shown, lang } = given
  const words = pollWords[lang]
  const { measures } = shown.rule
  const election = electionOf(given)
  const amounts = (of: Amounts) => measures.map((measure) => amountText(of, measure, lang))
  return (
    <>
      {election ? <Ranking {...election} /> : null}
      <table className="figures">
        <caption>{words.list(amounts(shown.totals).join(' · '))}</caption>
        <tbody>
          {rowsOf(given).map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <Each lines={amounts(row.amounts)} />
              <Each lines={sharesOf(row, measures)} />
            </tr>
          ))}
        </tbody>
      </table>
      {election ? <CandidateFigures {...election} /> : null}
    </>
  )
}

/** The claim, then its sum unbroken; a phone leaves out the article of each, which stands once under the rule. */
const Line = ({ text }: { text: string }) => {
  const parts = sumPartsOf(text)
  if (!parts) return <li>{text}</li>
  return (
    <li>
      {parts.claim} <span className="sum">{parts.sum}</span> <span className="law">({parts.article})</span>
    </li>
  )
}

const Lines = ({ lines, lang }: { lines: PollResult['verdicts'][number]['lines']; lang: Language }) => (
  <ul className="sums">
    {lines.map((line) => (
      <Line key={line.zh} text={line[lang]} />
    ))}
  </ul>
)

/** Every sum; where silence was counted, the strict ones beside; and each zone where zones consent. */
export const Sums = (given: ResultGiven) => {
  const { shown, result, lang } = given
  const { question } = shown
  const words = pollWords[lang]
  const election = electionOf(given)
  const verdicts = result.verdicts.map(({ choice, lines, strict, zones }) => (
    <div key={choice}>
      {question.type === 'for-against' || isPreference(question) ? null : (
        <h3>{words.arithmeticOf(choiceText(question, choice, lang))}</h3>
      )}
      <Lines lines={lines} lang={lang} />
      {zones.length > 0 ? (
        <>
          <h3>{words.zones}</h3>
          <ul className="sums">
            {zones.map(({ zone, passed, vetoed }) => (
              <li key={zone}>{words.zone(zone, passed, vetoed)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {strict ? (
        <>
          <h3>{words.strictBeside}</h3>
          <Lines lines={strict.lines} lang={lang} />
        </>
      ) : null}
    </div>
  ))
  return (
    <>
      {election ? <RankingSums {...election} /> : null}
      {verdicts}
      {isPreference(question) ? <CountOf question={question} result={result} lang={lang} /> : null}
    </>
  )
}
