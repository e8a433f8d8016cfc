// The answer to a question that ranks or scores, without a script: a place for each option, points for each, or ticks; and abstaining.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { type PreferenceQuestion, scoresOf } from '@yishi/domain/poll'
import type { ReactNode } from 'react'
import { classes } from '../design/classes.ts'
import { isTicked, legendOf, preferenceWords } from '../words/preference.ts'

type Given = { props: Pages['poll']; context: PageContext }
type Asking<Q = PreferenceQuestion> = Given & { question: Q; children: ReactNode }

/** What was typed before something was wrong with it, or else what stands on the ballot already. */
const before = ({ props: { choice, mine } }: Given): readonly string[] =>
  choice.length > 0 ? choice : (mine?.choice ?? [])

const described = ({ props: { problem } }: Given, key: string) => {
  const wrong = problem?.options?.includes(key) ?? false
  return wrong ? { 'aria-invalid': true as const, 'aria-describedby': 'choice-problem' } : {}
}

const Tick = ({ name, checked, children }: { name: string; checked: boolean; children: ReactNode }) => (
  <label htmlFor={name} className="choice">
    <input id={name} type="checkbox" name="choice" value={name} defaultChecked={checked} />
    <span>{children}</span>
  </label>
)

const Places = (given: Asking) => {
  const { question, props, context } = given
  const words = preferenceWords[context.lang]
  const held = before(given)
  const placeOf = (key: string) => {
    const at = held.indexOf(key)
    return props.typed[`rank-${key}`] ?? (at < 0 ? '' : String(at + 1))
  }
  return question.options.map(({ key, text }) => (
    <div className={classes('place', described(given, key)['aria-invalid'] && 'field-wrong')} key={key}>
      <label htmlFor={`rank-${key}`}>{text}</label>
      <select id={`rank-${key}`} name={`rank-${key}`} defaultValue={placeOf(key)} {...described(given, key)}>
        <option value="">{words.noRank}</option>
        {question.options.map((_, at) => (
          <option value={String(at + 1)} key={at}>
            {words.rank(at + 1)}
          </option>
        ))}
      </select>
    </div>
  ))
}

const Points = (given: Asking<Extract<PreferenceQuestion, { type: 'scored' }>>) => {
  const { question, props, context } = given
  const words = preferenceWords[context.lang]
  const held = scoresOf(before(given).filter((mark) => mark.includes(':')))
  const pointsOf = (key: string) => props.typed[`score-${key}`] ?? (key in held ? String(held[key]) : '')
  const steps = ['', ...Array.from({ length: question.highest + 1 }, (_, points) => String(points))]
  return question.options.map(({ key, text }) => (
    <fieldset className="points" key={key}>
      <legend>{text}</legend>
      <div className="steps">
        {steps.map((step) => (
          <label className="choice" key={step}>
            <input type="radio" name={`score-${key}`} value={step} defaultChecked={step === pointsOf(key)} />
            <span>{step === '' ? words.noScore : words.points(step)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  ))
}

const Ticks = (given: Asking) => {
  const held = before(given)
  return given.question.options.map(({ key, text }) => (
    <Tick name={key} checked={held.includes(key)} key={key}>
      {text}
    </Tick>
  ))
}

const Answers = (given: Asking) => {
  const { question } = given
  if (question.type === 'ranked') return <Places {...given} />
  if (question.type === 'scored') return <Points {...given} question={question} />
  return isTicked(question) ? <Ticks {...given} /> : null
}

/** `children` says what is wrong, in words, below what can be mended. */
export const PreferenceFields = (given: Asking) => {
  const { question, context, children } = given
  const words = preferenceWords[context.lang]
  return (
    <fieldset className="field choices preference">
      <legend>{legendOf(question, context.lang)}</legend>
      <Answers {...given} />
      <Tick name="abstain" checked={before(given).includes('abstain')}>
        {words.orAbstain}
      </Tick>
      {children}
    </fieldset>
  )
}
