// One's own page: the matters that one raised, and what was said to one about them.
import type { Message } from '@yishi/contract/account'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { MatterList } from '../design/matter-list.tsx'
import { Card, Heading } from '../design/parts.tsx'
import { meWords } from '../words/account.ts'
import { helpWords } from '../words/helping.ts'
import { homeWords } from '../words/identity.ts'
import { myBallotsWords } from '../words/my-ballots.ts'
import { momentInWords } from '../words/moments.ts'
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
            <p>
              {standing === 'confirmed' ? words.confirmed(owned.join(lang === 'zh' ? '、' : ', ')) : words[standing]}
            </p>
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

const Inbox = (given: Given) => {
  const { inbox } = given.props
  const words = meWords[given.context.lang]
  return (
    <Card title={words.inbox}>
      {inbox.length === 0 ? <p>{words.inboxNone}</p> : null}
      <ul className="notes">
        {inbox.map((message) => (
          <Note key={message.id} message={message} {...given} />
        ))}
      </ul>
      {inbox.some(({ read }) => !read) ? (
        <form action="/me/read" method="post">
          <Send tone="plain">{words.markRead}</Send>
        </form>
      ) : null}
    </Card>
  )
}

export const MePage: Page<'me'> = (given) => {
  const { props, context } = given
  const words = meWords[context.lang]
  return (
    <Frame context={context} title={words.title}>
      <Heading title={words.title}>{`${words.hello(props.name)} · ${props.phone}`}</Heading>
      <div className="columns columns-wide">
        <div>
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
          <div className="actions">
            <a className="button" href="/me/ballots">
              {myBallotsWords[context.lang].own}
            </a>
            {props.staff ? (
              <a className="button" href="/console/">
                {words.console}
              </a>
            ) : null}
            <form action="/logout" method="post">
              <Send tone="plain">{words.signOut}</Send>
            </form>
          </div>
        </div>
      </div>
    </Frame>
  )
}
