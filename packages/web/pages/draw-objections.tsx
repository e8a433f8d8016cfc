// What is said against a draw: until when, by whom, how many wait, and the answers.
import type { DrawPage as DrawProps, DrawView } from '@yishi/contract/draw'
import type { PageContext } from '@yishi/contract/pages'
import { Field, FixFirst, Send, sentInPlace } from '../design/fields.tsx'
import { Card } from '../design/parts.tsx'
import type { Language } from '../words/dictionary.ts'
import { drawWords, lastObjectionDay } from '../words/draw.ts'

type Given = { props: DrawProps; context: PageContext }

const ObjectForm = ({ props: { draw, grounds, problem, key }, context: { lang } }: Given) => {
  const words = drawWords[lang]
  const problems = problem ? { grounds: problem } : {}
  return (
    <form action={`/draws/${draw.draw}/objections`} method="post" {...sentInPlace(lang)}>
      <input type="hidden" name="key" value={key} />
      <FixFirst problems={problems} lang={lang} />
      <Field
        lang={lang}
        name="grounds"
        label={words.grounds}
        hint={words.groundsHint}
        value={grounds}
        problem={problem ?? undefined}
        lines={4}
        maxLength={1000}
      />
      <p className="hint">{words.privacy}</p>
      <Send tone="plain">{words.send}</Send>
    </form>
  )
}

export const Objections = (given: Given) => {
  const { props, context } = given
  const { draw, objecting } = props
  const words = drawWords[context.lang]
  if (draw.objectableUntil === null) return null
  const { waiting, answered } = draw.objections
  return (
    <Card title={words.objections} id="objections">
      <p>{words.until(lastObjectionDay(draw.objectableUntil, context.lang))}</p>
      <p>{waiting + answered === 0 ? words.none : words.counted(waiting + answered, waiting)}</p>
      <p className="hint">{words.objecting[objecting]}</p>
      {objecting === 'sign-in' ? (
        <a className="button" href={`/login?back=/draws/${draw.draw}`}>
          {words.signIn}
        </a>
      ) : null}
      {objecting === 'may' ? <ObjectForm {...given} /> : null}
    </Card>
  )
}

export const Answers = ({ draw, lang }: { draw: DrawView; lang: Language }) => {
  const words = drawWords[lang]
  return draw.answers.length === 0 ? null : (
    <Card title={words.answers}>
      <ul className="notes">
        {draw.answers.map(({ answer, upheld, at }) => (
          <li key={at + answer}>
            <b>{upheld ? words.upheld : words.notUpheld}</b>
            <p className="said">{answer}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
