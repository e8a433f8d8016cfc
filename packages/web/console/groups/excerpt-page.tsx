// What was read out of a pasted chat (理聊天): the drafts with what may be the same beside each; a person decides every one.
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { DraftView, Excerpt } from '@yishi/contract/group'
import { Link, useParams } from 'react-router'
import { excerptWords, groupWords, tipWords } from '../../words/console-groups.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { excerptQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/groups.css'
import { DraftForm } from './draft-form.tsx'
import { useDeciding } from './use-deciding.ts'

const TONES = { waiting: 'info', confirmed: 'ok', joined: 'ok', dismissed: 'mute' } as const

const Decided = ({ draft }: { draft: DraftView }) => {
  const words = useWords(excerptWords)
  return (
    <p className="row">
      {draft.matter ? (
        <>
          <Link to={`/matters/${draft.matter.matter}`}>{draft.matter.title}</Link>
          <span className="num meta">{draft.matter.code}</span>
        </>
      ) : (
        <span>
          {draft.title} <span className="meta">{draft.reason}</span>
        </span>
      )}
      <span className={`chip ${TONES[draft.fate]}`}>{words.fates[draft.fate]}</span>
    </p>
  )
}

const Tips = ({ excerpt }: { excerpt: Excerpt }) => {
  const words = useWords(excerptWords)
  const { copy, copied } = useWords(tipWords)
  if (excerpt.tips.length === 0) return null
  return (
    <section className="panel step" aria-label={words.tips}>
      <h2>{words.tips}</h2>
      <ul className="stack">
        {excerpt.tips.map(({ tip, text }) => (
          <li key={tip} className="row">
            <span className="tip-text">{text}</span>
            <CopyButton text={text} copied={copied}>
              {copy}
            </CopyButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Original = ({ text }: { text: string | null }) => {
  const words = useWords(excerptWords)
  return text === null ? (
    <Alert type="success" showIcon title={words.allDone} role="status" />
  ) : (
    <details className="panel step">
      <summary>{words.original}</summary>
      <p className="said original">{text}</p>
    </details>
  )
}

const Drafts = ({ excerpt }: { excerpt: Excerpt }) => {
  const words = useWords(excerptWords)
  const { decide, error, busy, at } = useDeciding(excerpt.excerpt)
  return (
    <div className="stack">
      {excerpt.drafts.map((draft) => (
        <section key={draft.draft} className="panel draft" aria-label={words.draft(draft.draft + 1)}>
          <h2>{words.draft(draft.draft + 1)}</h2>
          {draft.fate === 'waiting' ? (
            <DraftForm draft={draft} excerpt={excerpt} decide={decide} busy={busy && at === draft.draft} />
          ) : (
            <Decided draft={draft} />
          )}
          {at === draft.draft && <ProblemNote error={error} />}
        </section>
      ))}
      <Tips excerpt={excerpt} />
      <Original text={excerpt.text} />
    </div>
  )
}

export const ExcerptPage = () => {
  const words = useWords(excerptWords)
  const { back } = useWords(groupWords)
  const { excerpt = '' } = useParams()
  const query = useQuery(excerptQuery(excerpt))
  return (
    <Answered query={query}>
      {(shown) => (
        <Page title={words.title(shown.group.name)} above={<Link to="/groups">‹ {back}</Link>}>
          <p className="intro">{words.summary(shown.drafts.length, shown.messages, shown.passed)}</p>
          <Drafts excerpt={shown} />
        </Page>
      )}
    </Answered>
  )
}
