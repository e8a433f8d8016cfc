// A secret election as everybody sees it: who stands and when, the roll and objections to it, and the result as soon as the last box is counted.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { localDateOf } from '@yishi/domain/calendar'
import { type Instant, later } from '@yishi/domain/kernel'
import type { SecretResult } from '@yishi/domain/secret-election'
import { Field, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { Card, NoticeBar, Seal } from '../design/parts.tsx'
import { Recall } from '../design/recall.tsx'
import { SecretResultView } from '../design/secret-result.tsx'
import { electionWords } from '../words/election.ts'
import { listText } from '../words/list-text.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['election']; context: PageContext }

const Head = ({ props, context: { lang } }: Given) => {
  const words = electionWords[lang]
  const { title, purpose, status, posts, day, place, nextVote, given, law, addsDown, furtherWithin, recall } = props
  return (
    <Card className="poll-head">
      <div className="formal-head">
        <Seal mark={words.mark} />
        <div>
          <p className="formal-kicker">{recall && status === 'decided' ? words.recallResult : words.status[status]}</p>
          <h1>{title}</h1>
          <p className="meta">{words.when(day, place)}</p>
        </div>
      </div>
      {nextVote ? <NoticeBar tone="info">{words.nextVote(nextVote.day, nextVote.place)}</NoticeBar> : null}
      {recall ? (
        <p>
          {words.recallOf(
            listText(
              posts.map((post) => post.title),
              lang,
            ),
          )}
        </p>
      ) : (
        posts.map((post) => (
          <p className="candidates-seats" key={post.key}>
            {words.postSeats(post.title, post.seats)}
          </p>
        ))
      )}
      {purpose ? <p className="said">{purpose}</p> : null}
      {given === null ? null : <p className="num">{words.given(given)}</p>}
      <p>{words.secret}</p>
      {addsDown ? <p>{words.addsDown}</p> : null}
      {furtherWithin === null ? null : <p>{words.furtherWithin(furtherWithin)}</p>}
      <p className="hint">{words.law(law.names[lang], law.source[lang])}</p>
    </Card>
  )
}

const Candidates = ({ props: { posts, writeIns, status }, context: { lang } }: Given) => {
  const words = electionWords[lang]
  const calledIn = ({ name, woman }: { name: string; woman: boolean }) => (woman ? words.woman(name) : name)
  return (
    <Card title={words.candidates} className="candidates">
      {posts.map(({ key, title, seats, candidates }) => (
        <section key={key}>
          {title ? <h3 className="candidates-post">{words.postSeats(title, seats)}</h3> : null}
          <ol>
            {candidates.map((each) => (
              <li key={each.key}>
                {title ? <h4>{calledIn(each)}</h4> : <h3>{calledIn(each)}</h3>}
                {each.profile ? <p>{each.profile}</p> : null}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {writeIns && BEFORE_COUNTING.has(status) ? <p className="hint">{words.writeIn}</p> : null}
    </Card>
  )
}

const BEFORE_COUNTING: ReadonlySet<string> = new Set(['published', 'voting'])

const hasWritten = ({ sections }: SecretResult): boolean =>
  sections.some(({ candidates }) => candidates.some(({ written }) => written))

const Results = ({ props: { results }, context: { lang } }: Given) =>
  results
    .map((result, index) => (
      <Card key={index} title={electionWords[lang].result(index + 1)} className="poll-result">
        <SecretResultView result={result} lang={lang} />
        {hasWritten(result) ? <p className="hint">{electionWords[lang].maskedNames}</p> : null}
      </Card>
    ))
    .toReversed()

/** The day before the first moment that is too late. */
const lastDay = (until: string): string => localDateOf(later(until as Instant, -1))

const ObjectForm = ({ props: { election, problem, written }, context: { lang } }: Given) => {
  const words = electionWords[lang]
  return (
    <form action={`/elections/${election}/objections`} method="post">
      {problem ? (
        <p className="problem">
          <ShapeIcon shape="octagon" />
          {words.problems[problem]}
        </p>
      ) : null}
      <Field lang={lang} name="text" label={words.objection} value={written.text} lines={3} maxLength={500} />
      <Field lang={lang} name="name" label={words.name} value={written.name} maxLength={40} autoComplete="name" />
      <Send tone="plain">{words.send}</Send>
    </form>
  )
}

const Objecting = (given: Given) => {
  const { props, context } = given
  const { roll, law, status, mayObject, sent, problem } = props
  const words = electionWords[context.lang]
  if (!roll || status !== 'published') return null
  return (
    <Card title={words.objections}>
      {sent ? <NoticeBar tone="ok">{words.sent}</NoticeBar> : null}
      {mayObject ? <p>{words.until(lastDay(roll.objectionsUntil), law.rulingDays)}</p> : <p>{words.closed}</p>}
      {mayObject || problem ? <ObjectForm {...given} /> : null}
    </Card>
  )
}

const Roll = ({ props: { roll, names, proxies }, context: { lang } }: Given) => {
  const words = electionWords[lang]
  if (!roll) return null
  return (
    <Card title={words.roll}>
      <p className="num">{words.registered(roll.registered)}</p>
      <p className="hint">{words.masked}</p>
      {names.map(({ group, names: all }) => (
        <details key={group}>
          <summary>{`${group || words.noGroup} · ${all.length}`}</summary>
          <p className="roll-names">{listText(all, lang)}</p>
        </details>
      ))}
      {proxies.length > 0 ? (
        <>
          <h3>{words.proxies}</h3>
          <ul>
            {proxies.map(({ principal, holder, relation }, index) => (
              <li key={index}>{words.proxy(principal, holder, relation)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  )
}

const Check = ({ props: { election, results }, context: { lang } }: Given) => {
  const words = electionWords[lang]
  if (results.length === 0) return null
  return (
    <Card title={words.check}>
      <p>{words.checkLead}</p>
      <code className="proof">{`npx yishi tally tally-${election}.json`}</code>
      <p className="poll-links">
        <a className="button" href={`/elections/${election}/tally.json`} download="">
          {words.download}
        </a>
      </p>
    </Card>
  )
}

export const ElectionPage: Page<'election'> = (given) => {
  const { props, context } = given
  return (
    <Frame context={context} title={props.title} owner={props.community} layout="wide">
      <div className="columns columns-wide poll">
        <div>
          <Head {...given} />
          <Results {...given} />
          {props.recall ? <Recall recall={props.recall} lang={context.lang} /> : <Candidates {...given} />}
        </div>
        <div>
          <Objecting {...given} />
          <Roll {...given} />
          <Check {...given} />
          <p>
            <a href={`/c/${props.community.id}/elections`}>{electionWords[context.lang].all}</a>
          </p>
        </div>
      </div>
    </Frame>
  )
}
