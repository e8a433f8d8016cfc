// What has changed in matters that concern the reader.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Message } from '@yishi/contract/account'
import { useState } from 'react'
import { Link } from 'react-router'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import { withoutAddress } from '../../words/telling.ts'
import { newKey, write } from '../api.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { INBOX, inboxQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'

const CONSOLE = '/console'

/** A link into the console stays in this page; any other is an ordinary one. */
const MessageTitle = ({ message, onOpen }: { message: Message; onOpen: () => void }) => {
  const { link, title } = message
  if (!link) return <strong>{title}</strong>
  if (link.startsWith(`${CONSOLE}/`))
    return (
      <Link to={link.slice(CONSOLE.length)} onClick={onOpen}>
        {title}
      </Link>
    )
  return <a href={link}>{title}</a>
}

const MessageItem = ({ message }: { message: Message }) => {
  const words = useWords(shellWords)
  const client = useQueryClient()
  const reading = useMutation({
    mutationFn: () => write(`/inbox/${message.id}/read`, {}, { key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: INBOX }),
  })
  const markRead = () => {
    if (!message.read) reading.mutate()
  }
  return (
    <li className={message.read ? 'message' : 'message unread'}>
      <div>
        <MessageTitle message={message} onOpen={markRead} />
        <p>{message.link ? withoutAddress(message.text) : message.text}</p>
        <span className="meta num">{shortMoment(message.at)}</span>
        <ProblemNote error={reading.error} />
      </div>
      {!message.read && (
        <Button
          size="small"
          loading={reading.isPending}
          onClick={markRead}
          aria-label={`${words.markRead}: ${message.title}`}
        >
          {words.markRead}
        </Button>
      )}
    </li>
  )
}

const AllRead = ({ unread }: { unread: readonly Message[] }) => {
  const words = useWords(shellWords)
  const client = useQueryClient()
  const reading = useMutation({
    mutationFn: () => Promise.all(unread.map(({ id }) => write(`/inbox/${id}/read`, {}, { key: newKey() }))),
    onSettled: () => client.invalidateQueries({ queryKey: INBOX }),
  })
  return (
    <>
      <ProblemNote error={reading.error} />
      {unread.length > 1 && (
        <Button loading={reading.isPending} onClick={() => reading.mutate()}>
          {words.markAllRead}
        </Button>
      )}
    </>
  )
}

const SHOWN = 30

const Messages = ({ messages }: { messages: readonly Message[] }) => {
  const words = useWords(shellWords)
  const [all, showAll] = useState(false)
  const shown = all ? messages : messages.slice(0, SHOWN)
  return (
    <>
      <ul className="panel messages">
        {shown.map((message) => (
          <MessageItem key={message.id} message={message} />
        ))}
      </ul>
      {shown.length < messages.length && (
        <Button className="older" onClick={() => showAll(true)}>
          {words.olderMessages(messages.length - shown.length)}
        </Button>
      )}
    </>
  )
}

export const InboxPage = () => {
  const words = useWords(shellWords)
  const inbox = useQuery(inboxQuery(useLanguage().lang))
  return (
    <Page title={words.inbox} actions={<AllRead unread={inbox.data?.filter(({ read }) => !read) ?? []} />}>
      <Answered query={inbox}>
        {(messages) =>
          messages.length === 0 ? <p className="quiet">{words.noMessages}</p> : <Messages messages={messages} />
        }
      </Answered>
    </Page>
  )
}
