// What has changed in matters that concern the reader.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Message } from '@yishi/contract/account'
import { Link } from 'react-router'
import { shellWords } from '../../words/console-shell.ts'
import { shortMoment } from '../../words/console-time.ts'
import { newKey, write } from '../api.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { inboxQuery } from '../queries.ts'
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
    onSuccess: () => client.invalidateQueries({ queryKey: inboxQuery.queryKey }),
  })
  const markRead = () => {
    if (!message.read) reading.mutate()
  }
  return (
    <li className={message.read ? 'message' : 'message unread'}>
      <div>
        <MessageTitle message={message} onOpen={markRead} />
        <p>{message.text}</p>
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

export const InboxPage = () => {
  const words = useWords(shellWords)
  const inbox = useQuery(inboxQuery)
  return (
    <Page title={words.inbox}>
      <Answered query={inbox}>
        {(messages) =>
          messages.length === 0 ? (
            <p className="quiet">{words.noMessages}</p>
          ) : (
            <ul className="panel messages">
              {messages.map((message) => (
                <MessageItem key={message.id} message={message} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  )
}
