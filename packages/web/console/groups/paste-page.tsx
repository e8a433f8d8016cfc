// Pasting a piece of a group's chat: one large field; nothing typed is lost, whatever the server answers.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import type { Excerpt } from '@yishi/contract/group'
import { MOST_CHARACTERS, MOST_LINES } from '@yishi/domain/excerpt'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { groupWords, pasteWords } from '../../words/console-groups.ts'
import { write } from '../api.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { excerptQuery, groupsQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import { useAttempt } from '../use-attempt.ts'
import '../styles/groups.css'

/** What no request may carry, and no reader sees. */
const sendable = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g, '')

const useReading = (group: string) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useAttempt({
    send: (text: string, key) => write<Excerpt>(`/groups/${group}/excerpts`, { text: sendable(text) }, { key }),
    onDone(excerpt) {
      client.setQueryData(excerptQuery(excerpt.excerpt).queryKey, excerpt)
      void client.invalidateQueries({ queryKey: ['groups'] })
      void navigate(`/excerpts/${excerpt.excerpt}`)
    },
  })
}

export const PastePage = () => {
  const words = useWords(pasteWords)
  const shared = useWords(groupWords)
  const { group = '' } = useParams()
  const [text, setText] = useState('')
  const reading = useReading(group)
  const known = useQuery(groupsQuery(useOneCommunity())).data?.groups.find((each) => each.group === group)
  const lines = text === '' ? 0 : text.split('\n').length
  const tooLong = text.length > MOST_CHARACTERS || lines > MOST_LINES
  const ready = text.trim() !== '' && !tooLong
  const read = () => ready && reading.mutate(text)
  return (
    <Page title={known ? shared.pasteIn(known.name) : shared.paste} above={<Link to="/groups">‹ {shared.back}</Link>}>
      <p className="intro">{words.hint}</p>
      <section className="panel paste">
        <label htmlFor="chat">{words.label}</label>
        <Input.TextArea
          id="chat"
          autoFocus
          rows={16}
          value={text}
          placeholder={words.placeholder}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read()
          }}
        />
        <p className="meta num" role="status">
          {words.counted(text.length, lines)}
        </p>
        {tooLong && <Alert type="warning" showIcon title={words.tooLong(MOST_CHARACTERS, MOST_LINES)} />}
        <ProblemNote error={reading.error} />
        <div className="row">
          <Button type="primary" disabled={!ready} loading={reading.isPending} onClick={read}>
            {words.read}
          </Button>
          <span className="meta">{words.only}</span>
        </div>
      </section>
    </Page>
  )
}
