// Adding a second factor, for whoever founds an installation and for whoever was invited: the code to scan, and the recovery codes, shown once.
import type { FieldProblem, Language, SecondFactor } from '@yishi/contract/pages'
import { Field, Send } from '../design/fields.tsx'
import { QrFigure } from '../design/parts.tsx'
import { factorWords } from '../words/factor.ts'

type Adding = { factor: SecondFactor; problem: FieldProblem | undefined; lang: Language }

/** The inside of a form: where it is sent is the page's own. */
export const FactorFields = ({ factor, problem, lang }: Adding) => {
  const words = factorWords[lang]
  return (
    <>
      <p>{words.lead}</p>
      <p className="hint">{words.appHint}</p>
      <QrFigure svg={factor.qr} label={words.lead} />
      <details>
        <summary>{words.secret}</summary>
        <code className="proof">{factor.secret}</code>
      </details>
      <Field
        lang={lang}
        name="code"
        label={words.code}
        problem={problem}
        inputMode="numeric"
        maxLength={7}
        autoComplete="one-time-code"
      />
      <Send>{words.confirm}</Send>
    </>
  )
}

export const RecoveryCodes = ({ codes, lang }: { codes: readonly string[]; lang: Language }) => {
  const words = factorWords[lang]
  return (
    <>
      <p>{words.doneLead}</p>
      <h2>{words.codes}</h2>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <a className="button button-main" href="/console/">
        {words.open}
      </a>
    </>
  )
}
