// One's own home: where one stands as an owner, claiming it in three answers, and saying whether somebody else is an owner of it too.
import type { HomePage } from '@yishi/contract/identity'
import type { PageContext } from '@yishi/contract/pages'
import { Field, FixFirst, Problem, Send } from '../design/fields.tsx'
import { classes } from '../design/classes.ts'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, NoticeBar } from '../design/parts.tsx'
import { homeWords } from '../words/identity.ts'
import { dayInWords, momentInWords } from '../words/moments.ts'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import type { Page } from './page.ts'

type Given = { readonly props: HomePage; readonly context: PageContext }

const at = ({ community }: HomePage): string => `/c/${community.id}/home`

const Stairs = ({ props, context: { lang } }: Given) => {
  const words = homeWords[lang]
  const { stairs, draft, problems } = props
  return (
    <div className={classes('field', problems.node && 'field-wrong')}>
      <label htmlFor="node">{words.node}</label>
      <select
        id="node"
        name="node"
        required
        defaultValue={draft.node}
        {...(problems.node ? { 'aria-describedby': 'node-problem', 'aria-invalid': true as const } : {})}
      >
        <option value="">{words.choose}</option>
        {stairs.map(({ node, name }) => (
          <option key={node} value={node}>
            {name}
          </option>
        ))}
      </select>
      <Problem lang={lang} name="node" problem={problems.node} />
    </div>
  )
}

const ClaimForm = (given: Given) => {
  const { props, context } = given
  const { lang } = context
  const words = homeWords[lang]
  const { draft, problems, key } = props
  const field = (name: 'door' | 'name') => ({
    lang,
    name,
    label: words[name],
    value: draft[name],
    problem: problems[name],
  })
  return (
    <Card title={words.form}>
      <p className="hint">{words.formHint}</p>
      <form method="post" action={at(props)}>
        <input type="hidden" name="act" value="claim" />
        <input type="hidden" name="key" value={key} />
        <FixFirst problems={problems} lang={lang} />
        <Stairs {...given} />
        <Field {...field('door')} hint={words.doorHint} maxLength={40} autoComplete="off" />
        <Field {...field('name')} maxLength={60} autoComplete="name" />
        <p className="hint">{words.privacy}</p>
        <Send>{words.send}</Send>
        <p className="hint">{words.who}</p>
      </form>
    </Card>
  )
}

type ActGiven = Given & {
  readonly claim: string
  readonly act: 'withdraw' | 'confirm' | 'doubt'
}

const Act = ({ props, context: { lang }, claim, act }: ActGiven) => (
  <form method="post" action={at(props)}>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="claim" value={claim} />
    <Send tone={act === 'confirm' ? 'main' : 'plain'}>{homeWords[lang][act]}</Send>
  </form>
)

const Waiting = (given: Given) => {
  const { waiting, asOf } = given.props
  const { lang } = given.context
  const words = homeWords[lang]
  if (!waiting) return null
  const { claim, place, name, lodgedAt, lapsesAt } = waiting
  const until = dayInWords(localDateOf(lapsesAt as Instant), asOf, lang)
  return (
    <Card title={words.waiting}>
      <p className="said">{words.wrote(place, name)}</p>
      <p className="meta">{words.since(momentInWords(lodgedAt, asOf, lang), until)}</p>
      <p className="hint">{words.who}</p>
      <Act {...given} claim={claim} act="withdraw" />
    </Card>
  )
}

const Refused = ({ props: { refused }, context: { lang } }: Given) => {
  const words = homeWords[lang]
  return refused ? (
    <NoticeBar tone="warn">
      <b>{words.refused}</b>
      <p>{words.refusedWhy(refused.place, refused.reason)}</p>
      <p>{words.again}</p>
    </NoticeBar>
  ) : null
}

const Asked = (given: Given) => {
  const { asked } = given.props
  const words = homeWords[given.context.lang]
  return (
    <>
      {asked.map(({ claim, place, name, phone }) => (
        <Card key={claim} title={words.asked}>
          <p className="said">{words.askedWho(name, phone)}</p>
          <p className="meta">{place}</p>
          <p className="hint">{words.askedHint}</p>
          <div className="actions">
            <Act {...given} claim={claim} act="confirm" />
            <Act {...given} claim={claim} act="doubt" />
          </div>
        </Card>
      ))}
    </>
  )
}

const Owned = ({ props: { owned }, context: { lang } }: Given) =>
  owned.length > 0 ? (
    <Card title={homeWords[lang].owned}>
      <ul>
        {owned.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Card>
  ) : null

const signsInAnew = (standing: HomePage['standing']): boolean =>
  standing === 'not-here' || standing === 'phone-unproved'

export const OwnHomePage: Page<'own-home'> = (given) => {
  const { props, context } = given
  const { standing, said, problem, community } = props
  const words = homeWords[context.lang]
  return (
    <Frame context={context} title={words.title} owner={community}>
      <Heading title={words.title}>{community.name}</Heading>
      <p className="lead">{words.lead}</p>
      {said ? <NoticeBar tone="ok">{words.said[said]}</NoticeBar> : null}
      {problem ? <NoticeBar tone="bad">{words.problems[problem]}</NoticeBar> : null}
      {said === 'claimed' ? null : (
        <NoticeBar tone={standing === 'owner' ? 'ok' : 'info'}>{words.standing[standing]}</NoticeBar>
      )}
      {signsInAnew(standing) ? (
        <p>
          <a className="button button-main" href={`/login?back=${at(props)}`}>
            {words.signIn}
          </a>
        </p>
      ) : null}
      <Refused {...given} />
      <Asked {...given} />
      <Owned {...given} />
      <Waiting {...given} />
      {standing === 'may-claim' ? <ClaimForm {...given} /> : null}
      {standing === 'owner' ? null : <p className="hint">{words.paper}</p>}
    </Frame>
  )
}
