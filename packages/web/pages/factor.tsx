// Staff begin: a password of their own by invitation, then the second factor, then the recovery codes, shown once.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Field, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { factorWords } from '../words/factor.ts'
import type { Page } from './page.ts'
import { FactorFields, RecoveryCodes } from './second-factor.tsx'

type Step<S> = { props: Extract<Pages['staff-factor'], { step: S }>; lang: PageContext['lang'] }

const PasswordStep = ({ props: { phone, token, problems }, lang }: Step<'password'>) => {
  const words = factorWords[lang]
  return (
    <form action={`/staff/invitation/${token}`} method="post">
      <p>{words.passwordLead(phone)}</p>
      <input type="hidden" name="username" value={phone} autoComplete="username" />
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

const FactorStep = ({ props: { factor, problems }, lang }: Step<'second-factor'>) => (
  <form action="/staff/factor" method="post">
    <FactorFields factor={factor} problem={problems.code} lang={lang} />
  </form>
)

export const StaffFactorPage: Page<'staff-factor'> = ({ props, context }) => {
  const { lang } = context
  const words = factorWords[lang]
  const first = props.step === 'password' ? words.welcome(props.name) : ''
  const title = { password: first, 'second-factor': words.title, done: words.doneTitle }[props.step]
  return (
    <Frame context={context} title={title}>
      <Heading title={title} />
      <Card className="narrow">
        {props.step === 'password' ? <PasswordStep props={props} lang={lang} /> : null}
        {props.step === 'second-factor' ? <FactorStep props={props} lang={lang} /> : null}
        {props.step === 'done' ? <RecoveryCodes codes={props.recoveryCodes} lang={lang} /> : null}
      </Card>
    </Frame>
  )
}
