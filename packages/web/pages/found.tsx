// Founding an empty installation: the street office, the first community and the first person, who gets a second factor at once.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Field, FixFirst, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { foundWords } from '../words/account.ts'
import { factorWords } from '../words/factor.ts'
import type { Page } from './page.ts'
import { FactorFields, RecoveryCodes } from './second-factor.tsx'

type Step<S> = { props: Extract<Pages['found'], { step: S }>; lang: PageContext['lang'] }

const WhoStep = ({ props: { draft, problems, key }, lang }: Step<'who'>) => {
  const words = foundWords[lang]
  const field = (name: 'streetOffice' | 'community' | 'name' | 'phone') => ({
    lang,
    name,
    label: words[name],
    value: draft[name],
    problem: problems[name],
  })
  return (
    <form action="/found" method="post">
      <input type="hidden" name="step" value="who" />
      <input type="hidden" name="key" value={key} />
      <FixFirst problems={problems} lang={lang} />
      <Field {...field('streetOffice')} hint={words.streetOfficeHint} maxLength={60} autoComplete="off" />
      <Field {...field('community')} hint={words.communityHint} maxLength={60} autoComplete="off" />
      <Field {...field('name')} maxLength={40} autoComplete="name" />
      <Field {...field('phone')} hint={words.phoneHint} type="tel" inputMode="tel" maxLength={24} autoComplete="tel" />
      <Field
        lang={lang}
        name="password"
        label={words.password}
        hint={factorWords[lang].passwordHint}
        problem={problems.password}
        type="password"
        maxLength={200}
        autoComplete="new-password"
      />
      <Send>{words.next}</Send>
    </form>
  )
}

const FactorStep = ({ props: { factor, problems, key }, lang }: Step<'second-factor'>) => (
  <form action="/found" method="post">
    <input type="hidden" name="step" value="second-factor" />
    <input type="hidden" name="key" value={key} />
    <FactorFields factor={factor} problem={problems.code} lang={lang} />
  </form>
)

const STEPS = { who: 1, 'second-factor': 2, done: 3 } as const

export const FoundPage: Page<'found'> = ({ props, context }) => {
  const { lang } = context
  const words = foundWords[lang]
  const title = { who: words.title, 'second-factor': factorWords[lang].title, done: '' }[props.step]
  const heading = props.step === 'done' ? words.doneTitle(props.community) : title
  return (
    <Frame context={context} title={heading}>
      <Heading title={heading}>{words.step(STEPS[props.step])}</Heading>
      {props.step === 'who' ? <p className="lead">{words.lead}</p> : null}
      <Card className="narrow">
        {props.step === 'who' ? <WhoStep props={props} lang={lang} /> : null}
        {props.step === 'second-factor' ? <FactorStep props={props} lang={lang} /> : null}
        {props.step === 'done' ? <RecoveryCodes codes={props.recoveryCodes} lang={lang} /> : null}
      </Card>
    </Frame>
  )
}
