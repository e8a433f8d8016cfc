// Founding an empty installation: the street office, the first community and the first person, who gets a second factor at once.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Field, FixFirst, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, QrFigure } from '../design/parts.tsx'
import { foundWords } from '../words/account.ts'
import type { Page } from './page.ts'

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
        hint={words.passwordHint}
        problem={problems.password}
        type="password"
        maxLength={200}
        autoComplete="new-password"
      />
      <Send>{words.next}</Send>
    </form>
  )
}

const FactorStep = ({ props: { factor, problems, key }, lang }: Step<'second-factor'>) => {
  const words = foundWords[lang]
  return (
    <form action="/found" method="post">
      <input type="hidden" name="step" value="second-factor" />
      <input type="hidden" name="key" value={key} />
      <p>{words.factorLead}</p>
      <QrFigure svg={factor.qr} label={words.factorLead} />
      <details>
        <summary>{words.factorSecret}</summary>
        <code className="proof">{factor.secret}</code>
      </details>
      <Field
        lang={lang}
        name="code"
        label={words.factorCode}
        problem={problems.code}
        inputMode="numeric"
        maxLength={6}
        autoComplete="one-time-code"
      />
      <Send>{words.factorAction}</Send>
    </form>
  )
}

const DoneStep = ({ props: { recoveryCodes }, lang }: Step<'done'>) => {
  const words = foundWords[lang]
  return (
    <>
      <p>{words.doneLead}</p>
      <h2>{words.codes}</h2>
      <ul className="recovery">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <a className="button button-main" href="/console/">
        {words.doneAction}
      </a>
    </>
  )
}

const STEPS = { who: 1, 'second-factor': 2, done: 3 } as const

export const FoundPage: Page<'found'> = ({ props, context }) => {
  const { lang } = context
  const words = foundWords[lang]
  const title = { who: words.title, 'second-factor': words.factorTitle, done: '' }[props.step]
  const heading = props.step === 'done' ? words.doneTitle(props.community) : title
  return (
    <Frame context={context} title={heading}>
      <Heading title={heading}>{words.step(STEPS[props.step])}</Heading>
      {props.step === 'who' ? <p className="lead">{words.lead}</p> : null}
      <Card className="narrow">
        {props.step === 'who' ? <WhoStep props={props} lang={lang} /> : null}
        {props.step === 'second-factor' ? <FactorStep props={props} lang={lang} /> : null}
        {props.step === 'done' ? <DoneStep props={props} lang={lang} /> : null}
      </Card>
    </Frame>
  )
}
