// Asked before sending: is it one of these? Radios, so that it works without a script and in the oldest browser.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Choices } from '../design/fields.tsx'
import { Card } from '../design/parts.tsx'
import { joiningWords, voicesWords } from '../words/joining.ts'
import { phaseWords } from '../words/kinds.ts'

type Given = { props: Pages['place']; context: PageContext }

/** Always there: the script fills it while somebody types. */
export const Similar = ({ props: { similar, place }, context: { lang } }: Given) => {
  const words = joiningWords[lang]
  const look = { 'data-similar': `/p/${place.code}/similar` }
  if (!similar || similar.matters.length === 0) return <div {...look} />
  const choices = similar.matters.map(({ code, title, place: where, phase, voices }) => ({
    value: code,
    label: title,
    hint: [words.same, where, phaseWords[lang][phase], voices > 1 ? voicesWords[lang].metBy(voices) : '']
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <div {...look}>
      <Card className="similar">
        <Choices
          lang={lang}
          name="same"
          label={words.ask}
          hint={words.askHint}
          choices={[...choices, { value: 'none', label: words.another, hint: words.anotherHint }]}
          value={similar.chosen}
        />
      </Card>
    </div>
  )
}
