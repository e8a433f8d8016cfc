// Signing in: residents by a code to their phone, staff by password and second factor.
import { Field, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, NoticeBar } from '../design/parts.tsx'
import { loginWords } from '../words/account.ts'
import type { Page } from './page.ts'

type LoginGiven = Parameters<Page<'login'>>[0]

const PhoneStep = ({ props: { phone, problems, back }, context: { lang } }: LoginGiven) => {
  const words = loginWords[lang]
  return (
    <form action="/login" method="post">
      <input type="hidden" name="step" value="phone" />
      <input type="hidden" name="back" value={back} />
      <Field
        lang={lang}
        name="phone"
        label={words.phone}
        value={phone}
        problem={problems.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={24}
      />
      <Send>{words.sendCode}</Send>
    </form>
  )
}

const CodeStep = ({ props: { phone, problems, back }, context: { lang } }: LoginGiven) => {
  const words = loginWords[lang]
  return (
    <form action="/login" method="post">
      <input type="hidden" name="step" value="code" />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="phone" value={phone} />
      <p>{words.codeSent(phone)}</p>
      <Field
        lang={lang}
        name="code"
        label={words.code}
        problem={problems.code ?? problems.phone}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
      />
      <Send>{words.signIn}</Send>
      <p>
        <a href={`/login?back=${encodeURIComponent(back)}`}>{words.otherNumber}</a>
      </p>
    </form>
  )
}

export const LoginPage: Page<'login'> = (given) => {
  const words = loginWords[given.context.lang]
  const forNeighbour = /^\/p\/[^/]+\/help$/u.test(given.props.back)
  return (
    <Frame context={given.context} title={words.title}>
      <Heading title={words.title} />
      <Card className="narrow">
        {given.props.step === 'phone' ? <p className="hint">{forNeighbour ? words.helpFirst : words.lead}</p> : null}
        {given.props.step === 'phone' ? <PhoneStep {...given} /> : <CodeStep {...given} />}
      </Card>
      {given.props.demo ? (
        <NoticeBar tone="info">
          {words.demo} <a href="/outbox">{words.outbox}</a>
        </NoticeBar>
      ) : null}
      <p>
        <a href="/staff/login">{words.staffHint}</a>
      </p>
    </Frame>
  )
}

type StaffGiven = Parameters<Page<'staff-login'>>[0]

const PasswordStep = ({ props: { phone, problems }, context: { lang } }: StaffGiven) => (
  <>
    <Field
      lang={lang}
      name="phone"
      label={loginWords[lang].phone}
      value={phone}
      problem={problems.phone}
      type="tel"
      inputMode="tel"
      autoComplete="username"
      maxLength={24}
    />
    <Field
      lang={lang}
      name="password"
      label={loginWords[lang].password}
      problem={problems.password}
      type="password"
      autoComplete="current-password"
      maxLength={200}
    />
    <Send>{loginWords[lang].staffNext}</Send>
  </>
)

const FactorStep = ({ props: { problems }, context: { lang } }: StaffGiven) => (
  <>
    <Field
      lang={lang}
      name="code"
      label={loginWords[lang].totp}
      hint={loginWords[lang].totpHint}
      problem={problems.code}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={24}
    />
    <Send>{loginWords[lang].signIn}</Send>
  </>
)

export const StaffLoginPage: Page<'staff-login'> = (given) => {
  const words = loginWords[given.context.lang]
  const title = given.props.step === 'password' ? words.staffTitle : words.totpTitle
  return (
    <Frame context={given.context} title={title}>
      <Heading title={title} />
      <Card className="narrow">
        <form action="/staff/login" method="post">
          <input type="hidden" name="step" value={given.props.step} />
          <input type="hidden" name="back" value={given.props.back} />
          {given.props.step === 'password' ? <PasswordStep {...given} /> : <FactorStep {...given} />}
        </form>
      </Card>
      <p>
        <a href="/login">{words.residentHint}</a>
      </p>
    </Frame>
  )
}
