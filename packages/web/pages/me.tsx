// One's own page: the matters that one raised, and what was said to one about them.
import type { Message } from '@yishi/contract/account'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { MatterList } from '../design/matter-list.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { meWords } from '../words/account.ts'
import { helpWords } from '../words/helping.ts'
import { homeWords } from '../words/identity.ts'
import { listText } from '../words/list-text.ts'
import { myBallotsWords } from '../words/my-ballots.ts'
import { deadlineInWords, momentInWords } from '../words/moments.ts'
import { withoutAddress } from '../words/telling.ts'
import type { Page } from './page.ts'

type Given = Parameters<Page<'me'>>[0]

const Note = ({ message, props, context }: Given & { message: Message }) => {
  const words = meWords[context.lang]
  return (
    <li className={message.read ? '' : 'unread'}>
      <h3>
        {message.title}
        {message.read ? null : <span className="badge">{words.unread}</span>}
      </h3>
      <p className="said">{message.link ? withoutAddress(message.text) : message.text}</p>
      <p className="meta">
        {momentInWords(message.at, props.asOf, context.lang)}
        {message.link ? (
          <>
            {' · '}
            <a href={message.link} aria-label={`${words.open}: ${message.title}`}>
              {words.open}
            </a>
          </>
        ) : null}
      </p>
    </li>
  )
}

const Helped = ({ props, context }: Given) =>
  props.helped?.length ? (
    <Card title={helpWords[context.lang].helped}>
      <MatterList matters={props.helped} asOf={props.asOf} lang={context.lang} />
    </Card>
  ) : null

const Homes = ({ props: { homes }, context: { lang } }: Given) => {
  const words = homeWords[lang].me
  return homes.length === 0 ? null : (
    <Card title={words.title}>
      <ul className="notes">
        {homes.map(({ community, name, standing, owned }) => (
          <li key={community}>
            <h3>{name}</h3>
            <p>{standing === 'confirmed' ? words.confirmed(listText(owned, lang)) : words[standing]}</p>
            <p>
              <a href={`/c/${community}/home`} aria-label={`${words.open[standing]}: ${name}`}>
                {words.open[standing]}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** As many as a screen or two hold; what is unread is never folded away. */
const AT_ONCE = 5

const Notes = ({ messages, given }: { messages: readonly Message[]; given: Given }) => (
  <ul className="notes">
    {messages.map((message) => (
      <Note key={message.id} message={message} {...given} />
    ))}
  </ul>
)

const Inbox = (given: Given) => {
  const { inbox } = given.props
  const words = meWords[given.context.lang]
  const shown = Math.max(AT_ONCE, inbox.findLastIndex(({ read }) => !read) + 1)
  const earlier = inbox.slice(shown)
  return (
    <Card title={words.inbox}>
      {inbox.length === 0 ? <p>{words.inboxNone}</p> : null}
      <Notes messages={inbox.slice(0, shown)} given={given} />
      {inbox.some(({ read }) => !read) ? (
        <form action="/me/read" method="post">
          <Send tone="plain">{words.markRead}</Send>
        </form>
      ) : null}
      {earlier.length > 0 ? (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <Notes messages={earlier} given={given} />
        </details>
      ) : null}
    </Card>
  )
}

/** What closes and does not wait for anybody stands before everything else. */
const Votes = ({ props: { votes, asOf }, context: { lang } }: Given) => {
  const words = meWords[lang]
  return votes.length === 0 ? null : (
    <Card title={words.votes}>
      <ul className="notes">
        {votes.map(({ poll, text, until }) => (
          <li key={poll}>
            <h3>{text}</h3>
            {until === null ? null : <p className="meta">{words.votesUntil(deadlineInWords(until, asOf, lang))}</p>}
            <p className="actions">
              <a className="button" href={`/polls/${poll}`} aria-label={`${words.vote}: ${text}`}>
                {words.vote}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What one comes for most, before anything long. */
const Ways = ({ props, context: { lang } }: Given) => (
  <div className="actions me-ways">
    <a className="button" href="/me/ballots">
      {myBallotsWords[lang].own}
    </a>
    {props.staff ? (
      <a className="button" href="/console/">
        {meWords[lang].console}
      </a>
    ) : null}
  </div>
)

export const MePage: Page<'me'> = (given) => {
  const { props, context } = given
  const words = meWords[context.lang]
  return (
    <Frame context={context} title={words.title}>
      <Heading title={words.title}>{`${words.hello(props.name)} · ${props.phone}`}</Heading>
      <Ways {...given} />
      <div className="columns columns-wide">
        <div>
          <Votes {...given} />
          <Card>
            {props.matters.length > 0 ? (
              <MatterList heading="h2" matters={props.matters} asOf={props.asOf} lang={context.lang} />
            ) : (
              <p>{words.none}</p>
            )}
          </Card>
          <Helped {...given} />
          <Homes {...given} />
          {props.communities.length > 0 ? (
            <Card title={words.communities}>
              <p className="hint">{words.communitiesHint}</p>
              <ul className="communities">
                {props.communities.map(({ id, name, streetOffice }) => (
                  <li key={id}>
                    <a href={`/c/${id}`}>
                      <b>{name}</b>
                      {streetOffice ? <small>{streetOffice}</small> : null}
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
        <div>
          <Inbox {...given} />
          <form action="/logout" method="post">
            <Send tone="plain">{words.signOut}</Send>
          </form>
        </div>
      </div>
    </Frame>
  )
}
