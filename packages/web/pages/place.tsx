// The page behind a scanned code: say what is wrong here. Works as a plain multipart form; the script only adds comfort.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { AlertBanners } from '../design/alert.tsx'
import { Choices, Field, FixFirst, PhotoField, Send, sentInPlace } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { MatterList } from '../design/matter-list.tsx'
import { RecordingField } from '../design/recording.tsx'
import { PersonFields } from '../design/person-fields.tsx'
import { Card, Heading, NoticeBar, PersonCard, PlaceName } from '../design/parts.tsx'
import { followWords } from '../words/follow.ts'
import { helpWords } from '../words/helping.ts'
import { joiningWords } from '../words/joining.ts'
import { patrolWords } from '../words/patrol.ts'
import { raiseWords } from '../words/raise.ts'
import { HelpFields } from './help-fields.tsx'
import type { Page } from './page.ts'
import { Similar } from './similar.tsx'

type Given = { props: Pages['place']; context: PageContext }

const Contact = ({ props: { draft, problems }, context: { lang } }: Given) => {
  const words = raiseWords[lang]
  return (
    <Card title={words.contact}>
      <p className="hint">{words.contactHint}</p>
      <PersonFields lang={lang} words={words} draft={draft} problems={problems} />
    </Card>
  )
}

const WhereAndWho = ({ props: { draft, problems }, context: { lang } }: Given) => {
  const words = raiseWords[lang]
  const choices = (['nameless', 'open', 'closed'] as const).map((value) => ({ value, ...words.publicities[value] }))
  return (
    <Card>
      <Field
        lang={lang}
        name="where"
        label={words.where}
        hint={words.whereHint}
        value={draft.where}
        problem={problems.where}
        optional
        maxLength={120}
        autoComplete="off"
      />
      <Choices
        lang={lang}
        name="publicity"
        label={words.publicity}
        choices={choices}
        value={draft.publicity}
        problem={problems.publicity}
      />
    </Card>
  )
}

/** In large type there is one thing on the screen: what is wrong. The rest unfolds, at once where something in it needs a change. */
const More = (given: Given) => {
  const { problems } = given.props
  const rest = (
    <>
      <WhereAndWho {...given} />
      {given.props.help ? null : <Contact {...given} />}
    </>
  )
  if (!given.context.elder) return rest
  const wrong = Boolean(problems.where ?? problems.publicity ?? problems.name ?? problems.phone)
  return (
    <details open={wrong}>
      <summary>{raiseWords[given.context.lang].more}</summary>
      {rest}
    </details>
  )
}

const Said = ({ props: { draft, problems }, context: { lang } }: Given) => {
  const words = raiseWords[lang]
  return (
    <Card>
      <Field
        lang={lang}
        name="text"
        label={words.text}
        hint={words.textHint}
        value={draft.text}
        problem={problems.text}
        orElse
        lines={5}
        maxLength={4000}
      />
      <RecordingField lang={lang} problem={problems.recording} kept={draft.recording} />
      <PhotoField lang={lang} name="photos" hint={words.photosHint} problem={problems.photos} kept={draft.kept} />
    </Card>
  )
}

/** Once something seems to be the same there is one question on the screen; what was written is folded away, and is still there. */
const Yours = (given: Given) => (
  <details className="card" open={Object.values(given.props.problems).some(Boolean)}>
    <summary>{joiningWords[given.context.lang].yours}</summary>
    <Said {...given} />
    <WhereAndWho {...given} />
    <Contact {...given} />
  </details>
)

const RaiseForm = (given: Given) => {
  const { lang } = given.context
  const { place, problems, key, help, similar, closedMeanwhile } = given.props
  const asked = (similar?.matters.length ?? 0) > 0
  const words = raiseWords[lang]
  return (
    <form
      id="raise"
      action={help ? `/p/${place.code}/help` : `/p/${place.code}`}
      method="post"
      encType="multipart/form-data"
      data-draft-kept={words.draftKept}
      {...sentInPlace(lang)}
    >
      <input type="hidden" name="key" value={key} />
      <FixFirst problems={{ ...problems, ...help?.problems }} lang={lang} />
      {closedMeanwhile ? <NoticeBar tone="warn">{joiningWords[lang].closedMeanwhile}</NoticeBar> : null}
      {asked ? <Similar {...given} /> : null}
      {asked ? <Yours {...given} /> : <Said {...given} />}
      {asked || help ? null : <Similar {...given} />}
      {help ? <HelpFields {...given} help={help} /> : null}
      {asked ? null : <More {...given} />}
      <details className="card">
        <summary>{words.privacyTitle}</summary>
        <p>{words.privacy(place.community.name)}</p>
      </details>
    </form>
  )
}

const OfferHelp = ({ props: { place }, context: { lang } }: Given) => {
  const words = helpWords[lang]
  return (
    <Card title={words.offer}>
      <p>{words.offerHint}</p>
      <p className="actions">
        <a className="button" href={`/p/${place.code}/help`}>
          {words.offerLink}
        </a>
      </p>
    </Card>
  )
}

/** Whoever was just asked something finds the question first, not what they read a minute ago. */
const answers = ({ problems, help, similar }: Pages['place']): boolean =>
  (similar?.matters.length ?? 0) > 0 || Object.values({ ...problems, ...help?.problems }).some(Boolean)

export const PlacePage: Page<'place'> = ({ props, context }) => {
  const { lang } = context
  const { place, help } = props
  const words = raiseWords[lang]
  const title = help ? helpWords[lang].title : words.title
  const send = help ? helpWords[lang].send : words.send
  return (
    <Frame context={context} title={title} owner={place.community} dock={<Send form="raise">{send}</Send>}>
      <Heading title={title}>
        <PlaceName name={words.here(place.name)} />
      </Heading>
      {answers(props) ? null : (
        <>
          <AlertBanners alerts={props.beside.alerts} asOf={props.asOf} lang={lang} brief />
          <NoticeBar tone="warn">{words.urgent}</NoticeBar>
        </>
      )}
      {props.patrols ? (
        <p>
          <a className="button" href={`/patrol?at=${place.code}`}>
            {patrolWords[lang].noteHere}
          </a>
        </p>
      ) : null}
      <div className="columns columns-wide">
        <div>
          <RaiseForm props={props} context={context} />
        </div>
        <div>
          {place.keeper ? (
            <PersonCard
              lead={words.keeper}
              name={place.keeper.name}
              detail={followWords[lang].area(place.keeper.area)}
              phone={place.keeper.phone}
              lang={lang}
            />
          ) : null}
          <Card title={words.open}>
            {place.open.length > 0 ? (
              <MatterList matters={place.open} asOf={props.asOf} lang={lang} />
            ) : (
              <p>{words.openNone}</p>
            )}
          </Card>
          {help ? null : <OfferHelp props={props} context={context} />}
        </div>
      </div>
    </Frame>
  )
}
