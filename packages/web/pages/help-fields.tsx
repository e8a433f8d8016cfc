// For whom somebody speaks who has no smartphone, and how that neighbour agreed, in the words that were read to them.
import type { HelpDraft } from '@yishi/contract/helping'
import type { PageContext, Pages } from '@yishi/contract/pages'
import { CONSENT_WAYS, HELP_TEXT } from '@yishi/domain/helping'
import { Choices, Field, Problem } from '../design/fields.tsx'
import { Picture } from '../design/icons.tsx'
import { PersonFields } from '../design/person-fields.tsx'
import { Card } from '../design/parts.tsx'
import { consentTexts, helpWords } from '../words/helping.ts'

type Given = { props: Pages['place']; help: HelpDraft; context: PageContext }

const Neighbour = ({ props: { draft, problems }, help, context: { lang } }: Given) => {
  const words = helpWords[lang]
  return (
    <Card title={words.who}>
      <p className="hint">{words.whoHint}</p>
      <PersonFields lang={lang} words={words} draft={draft} problems={problems} another />
      <Field
        lang={lang}
        name="unit"
        label={words.unit}
        hint={words.unitHint}
        value={help.unit}
        problem={help.problems.unit}
        optional
        maxLength={60}
        autoComplete="off"
      />
    </Card>
  )
}

const Paper = ({ help, context: { lang } }: Given) => {
  const words = helpWords[lang]
  return (
    <div className={help.problems.paper ? 'field field-wrong' : 'field'}>
      <label htmlFor="paper">{words.paper}</label>
      <p className="hint" id="paper-hint">
        {help.paper ? words.paperKept : words.paperHint}
      </p>
      {help.paper ? <input type="hidden" name="paperKept" value={help.paper} /> : null}
      <div className="photo-picker">
        <Picture name="camera" />
        <input id="paper" name="paper" type="file" accept="image/*" aria-describedby="paper-hint" />
      </div>
      <Problem lang={lang} name="paper" problem={help.problems.paper} />
    </div>
  )
}

const ConsentCard = (given: Given) => {
  const { help, context } = given
  const { lang } = context
  const words = helpWords[lang]
  const ways = CONSENT_WAYS.map((value) => ({ value, label: words.ways[value] }))
  return (
    <Card title={words.consentTitle}>
      <blockquote className="quote">{consentTexts[lang][HELP_TEXT]}</blockquote>
      <div className={help.problems.agreed ? 'field field-wrong' : 'field'}>
        <label htmlFor="agreed" className="choice check">
          <input id="agreed" type="checkbox" name="agreed" value="1" required defaultChecked={help.agreed} />
          <span>{words.agreed}</span>
        </label>
        <Problem lang={lang} name="agreed" problem={help.problems.agreed} />
      </div>
      <Choices lang={lang} name="way" label={words.way} choices={ways} value={help.way} problem={help.problems.way} />
      <Paper {...given} />
    </Card>
  )
}

export const HelpFields = (given: Given) => (
  <>
    <Neighbour {...given} />
    <ConsentCard {...given} />
  </>
)
