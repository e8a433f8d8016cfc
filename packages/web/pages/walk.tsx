// From door to door for a vote, for the phone: choose a unit, say what came of it. A plain form; patrol's script keeps it without a network.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { CALL_RESULTS } from '@yishi/contract/paper-ballot'
import type { WalkUnit } from '@yishi/contract/paper-pages'
import { Choices, Field, FixFirst, PhotoField, Problem, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { Outbox } from '../design/outbox.tsx'
import { Card, Heading, NoticeBar } from '../design/parts.tsx'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { walkWords } from '../words/walk.ts'
import { patrolScript } from './assets.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['walk']; context: PageContext }
type Stairway = Pages['walk']['stairways'][number]

const isDone = ({ voted, status }: WalkUnit): boolean => voted || status !== 'out'

const toldOf = ({ voted, status, delivered, last }: WalkUnit, lang: PageContext['lang']): string => {
  const words = walkWords[lang]
  if (voted) return words.done.voted
  if (status !== 'out') return words.done.back
  return [...(delivered ? [words.done.delivered] : []), ...(last ? [words.last[last]] : [])].join(' · ')
}

const Unit = ({ unit, stairway, lang }: { unit: WalkUnit; stairway: Stairway; lang: PageContext['lang'] }) => {
  const told = toldOf(unit, lang)
  return (
    <label className="choice" data-node={unit.voter} data-name={`${stairway.name} ${unit.name}`}>
      <input type="radio" name="voter" value={unit.voter} required />
      <span>
        {unit.name}
        {told ? <small>{told}</small> : null}
      </span>
    </label>
  )
}

type UnitsGiven = { stairway: Stairway; open: boolean; context: PageContext }

const Units = ({ stairway, open, context: { lang } }: UnitsGiven) => {
  const words = walkWords[lang]
  const left = stairway.units.filter((unit) => !isDone(unit))
  const done = stairway.units.filter(isDone)
  return (
    <details className="walk-stairway" open={open}>
      <summary>{words.stairway(stairway.name, left.length)}</summary>
      {left.length === 0 ? <p>{words.none}</p> : null}
      <div className="chips">
        {left.map((unit) => (
          <Unit key={unit.voter} unit={unit} stairway={stairway} lang={lang} />
        ))}
      </div>
      {done.length > 0 ? <p className="hint">{words.doneUnits(done.length)}</p> : null}
      <ul className="walk-done">
        {done.map((unit) => (
          <li key={unit.voter}>
            {unit.name} <span className="meta">{toldOf(unit, lang)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

type TickGiven = { name: string; label: string; checked?: boolean; missing?: string }

const Tick = ({ name, label, checked = false, missing }: TickGiven) => (
  <label htmlFor={name} className="tick choice">
    <input id={name} name={name} type="checkbox" value="1" defaultChecked={checked} data-missing={missing} />
    <span>{label}</span>
  </label>
)

const Where = ({ props, context }: Given) => {
  const words = walkWords[context.lang]
  // A browser complains of a choice that is missing only where it can show one.
  const next = props.stairways.find(({ units }) => !units.every(isDone))
  return (
    <fieldset className="field choices">
      <legend>{words.where}</legend>
      <Problem lang={context.lang} name="voter" problem={props.problems.voter} />
      {props.stairways.map((stairway) => (
        <Units key={stairway.path} stairway={stairway} open={stairway === next} context={context} />
      ))}
    </fieldset>
  )
}

/** Where a sheet has several pages, whoever takes it back looks at all of them. */
const Whole = ({ props: { pages, problems }, context: { lang } }: Given) => {
  const words = walkWords[lang]
  if (pages < 2) return null
  return (
    <>
      <input type="hidden" name="pages" value={pages} />
      {problems.whole ? (
        <p className="problem" id="whole-problem">
          <ShapeIcon shape="octagon" />
          {words.wholeMissing(pages)}
        </p>
      ) : null}
      <Tick name="whole" label={words.whole(pages)} missing={words.wholeMissing(pages)} />
    </>
  )
}

const What = (given: Given) => {
  const {
    props: { problems },
    context: { lang },
  } = given
  const words = walkWords[lang]
  return (
    <>
      <Choices
        lang={lang}
        name="result"
        className="chips"
        label={words.result}
        choices={CALL_RESULTS.map((value) => ({ value, label: words.results[value] }))}
        value={null}
        problem={problems.result}
      />
      <Field
        lang={lang}
        name="to"
        label={words.to}
        hint={words.toHint}
        problem={problems.to}
        maxLength={100}
        optional
        missing={words.toMissing}
      />
      <Tick name="told" label={words.told} />
      <Tick name="warned" label={words.warned} />
      <Tick name="signed" label={words.signed} checked />
      <Whole {...given} />
      <PhotoField lang={lang} name="photos" hint={words.photosHint} problem={problems.photos} kept={[]} />
    </>
  )
}

const CallForm = (given: Given) => {
  const { props, context } = given
  const { lang } = context
  const words = walkWords[lang]
  return (
    <Card id="note" title={words.note}>
      <form
        action={`/patrol/walk/${props.poll}`}
        method="post"
        encType="multipart/form-data"
        data-call={props.poll}
        data-no-photo={words.photoMissing}
      >
        <input type="hidden" name="key" value={props.key} />
        <input type="hidden" name="path" value={props.path} />
        <FixFirst problems={props.problems} lang={lang} />
        <Field
          lang={lang}
          name="companion"
          label={words.companion}
          hint={words.companionHint}
          value={props.companion}
          problem={props.problems.companion}
          maxLength={40}
        />
        <Where {...given} />
        <What {...given} />
        <Send>{words.send}</Send>
      </form>
    </Card>
  )
}

const Others = ({ props: { poll, others }, context: { lang } }: Given) => {
  const words = walkWords[lang]
  if (others.length === 0) return null
  return (
    <Card>
      <details className="walk-stairway">
        <summary>{words.others(others.length)}</summary>
        <ul className="walk-done">
          {others.map(({ path, name }) => (
            <li key={path}>
              <a href={`/patrol/walk/${poll}?path=${encodeURIComponent(path)}`}>{name}</a>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

export const WalkPage: Page<'walk'> = (given) => {
  const { props, context } = given
  const { lang } = context
  const words = walkWords[lang]
  const until = props.closesAt ? ` · ${words.until(paperBallotWords[lang].deadline(props.closesAt))}` : ''
  return (
    <Frame context={context} title={words.title} owner={props.community} scripts={[patrolScript]}>
      <Heading title={words.title}>{`${words.lead(props.calls.done, props.calls.of)}${until}`}</Heading>
      {props.said ? <NoticeBar tone="ok">{words.said}</NoticeBar> : null}
      <Card>
        {props.questions.map(({ text }) => (
          <p key={text}>
            <strong>{text}</strong>
          </p>
        ))}
        <p>{paperBallotWords[lang].silence[props.regime]}</p>
      </Card>
      <Outbox
        owner={props.owner}
        community={props.community.id}
        back={`/patrol/walk/${props.poll}`}
        lang={lang}
        results={words.results}
      />
      <CallForm {...given} />
      <Others {...given} />
    </Frame>
  )
}
