// On patrol, for the phone: a note in twenty seconds, today's stairways, and what this phone still holds. Plain forms; the script keeps them.
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { Round } from '@yishi/contract/patrol'
import { Choices, Field, FixFirst, PhotoField, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Outbox } from '../design/outbox.tsx'
import { Card, Heading, NoticeBar } from '../design/parts.tsx'
import { Rounds } from '../design/rounds.tsx'
import { momentInWords } from '../words/moments.ts'
import { meWords } from '../words/account.ts'
import { patrolWords } from '../words/patrol.ts'
import { patrolScript } from './assets.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['patrol']; context: PageContext }

/** So many fit on the screen of a phone; the others unfold. */
const CHIPS = 6

const chipOf = ({ node, name }: Round) => ({ value: node, label: name })

const Where = ({ props: { rounds, chosen, problems }, context: { lang } }: Given) => {
  const words = patrolWords[lang]
  const first = [...rounds.filter(({ node }) => node === chosen), ...rounds.filter(({ node }) => node !== chosen)]
  const chips = { lang, name: 'node', value: chosen ?? (rounds.length === 1 ? rounds[0]!.node : null) }
  const others = first.slice(CHIPS)
  return (
    <>
      <Choices
        {...chips}
        className="chips"
        label={words.where}
        choices={first.slice(0, CHIPS).map(chipOf)}
        problem={problems.node}
      />
      {others.length > 0 ? (
        <details>
          <summary>{words.otherPlaces(others.length)}</summary>
          <Choices
            {...chips}
            id="other-node"
            className="chips"
            label={words.otherPlaces(others.length)}
            choices={others.map(chipOf)}
          />
        </details>
      ) : null}
    </>
  )
}

const What = ({ props: { text, kept, problems }, context: { lang } }: Given) => {
  const words = patrolWords[lang]
  const commons = words.commons.map((common) => ({ value: common, label: common }))
  return (
    <>
      <Choices
        lang={lang}
        name="common"
        className="chips"
        label={words.what}
        choices={[...commons, { value: '', label: words.ownWords }]}
        value=""
      />
      <Field
        lang={lang}
        name="text"
        label={words.text}
        hint={words.textHint}
        value={text}
        problem={problems.text}
        lines={2}
        maxLength={2000}
        optional
        missing={words.textMissing}
      />
      <PhotoField lang={lang} name="photos" hint={words.photosHint} problem={problems.photos} kept={kept} />
      <label htmlFor="settled" className="tick choice">
        <input id="settled" name="settled" type="checkbox" value="1" />
        <span>{words.settled}</span>
      </label>
    </>
  )
}

const NoteForm = (given: Given) => {
  const { community, problems, key } = given.props
  const { lang, elder } = given.context
  const words = patrolWords[lang]
  const form = (
    <form action="/patrol/notes" method="post" encType="multipart/form-data" data-note="">
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="community" value={community?.id ?? ''} />
      <FixFirst problems={problems} lang={lang} />
      <Where {...given} />
      <What {...given} />
      <Send>{words.send}</Send>
    </form>
  )
  if (!elder)
    return (
      <Card id="note" title={words.note}>
        {form}
      </Card>
    )
  // In large type there is one thing on the screen: the round, or the note.
  return (
    <details id="note" className="card" open={Object.keys(problems).length > 0 || given.props.chosen !== null}>
      <summary>{words.note}</summary>
      {form}
    </details>
  )
}

const Own = ({ props: { today, asOf }, context: { lang } }: Given) => {
  const words = patrolWords[lang]
  if (today.length === 0) return null
  return (
    <Card title={words.own}>
      <ul className="waiting">
        {today.map(({ code, title, seenAt, settled, handedOver }) => (
          <li key={code}>
            <p>{title}</p>
            <p className="meta">
              {[
                code.replace(/(\d{3})(?=\d)/g, '$1 '),
                words.seenAt(momentInWords(seenAt, asOf, lang)),
                settled && words.settled,
                handedOver && words.handedOver,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const PatrolPage: Page<'patrol'> = (given) => {
  const { props, context } = given
  const words = patrolWords[context.lang]
  const { rounds, said } = props
  const seen = rounds.filter(({ days }) => days === 0).length
  return (
    <Frame context={context} title={words.title} owner={props.community ?? undefined} scripts={[patrolScript]}>
      <Heading title={words.title}>{rounds.length > 0 ? words.lead(rounds.length, seen) : null}</Heading>
      {said ? <NoticeBar tone={said === 'handed-over' ? 'info' : 'ok'}>{words.said[said]}</NoticeBar> : null}
      {rounds.length === 0 ? <NoticeBar tone="info">{words.noRounds}</NoticeBar> : null}
      <Outbox owner={props.owner} community={props.community?.id ?? ''} back="/patrol" lang={context.lang} />
      {rounds.length > 0 ? (
        <div className="columns">
          <div>
            <NoteForm {...given} />
            <Own {...given} />
          </div>
          <Rounds {...given} />
        </div>
      ) : (
        <Own {...given} />
      )}
      <p>
        <a className="button" href="/console/">
          {meWords[context.lang].console}
        </a>
      </p>
    </Frame>
  )
}
