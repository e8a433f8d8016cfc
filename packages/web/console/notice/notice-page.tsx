// A notice's file: what hangs, until when, where, what is said against it, its poster, and how it is told that it is over.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { NoticeFile } from '@yishi/contract/notice'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { basisInWords, consoleNoticeWords, resultDraft } from '../../words/console-notice.ts'
import { shellWords } from '../../words/console-shell.ts'
import { daysInWords } from '../../words/moments.ts'
import { newKey, write } from '../api.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Figures } from '../parts/figures.tsx'
import { Photos } from '../parts/photos.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { noticeQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/matter.css'
import '../styles/notice.css'
import { HangDrawer } from './hang-form.tsx'
import { NoticeInHand, useNoticeInHand } from './in-hand.tsx'
import { Objections } from './objections.tsx'
import { Spots } from './spots.tsx'
import { NoticeObjections, NoticeStanding } from './standing.tsx'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Wording = () => {
  const words = useWords(consoleNoticeWords)
  const { open } = useWords(shellWords)
  const { lang } = useLanguage()
  const { file } = useNoticeInHand()
  return (
    <section className="panel box" aria-label={words.text}>
      <p className="said">{file.text}</p>
      <Figures figures={file.figures} />
      <Photos photos={file.photos} />
      <dl className="particulars">
        <Fact name={words.period}>{daysInWords(localDateOf(file.hungAt as Instant), file.lastDay, lang)} 24:00</Fact>
        <Fact name={words.basis}>{file.basis ? basisInWords(file.basis, lang) : words.noBasis}</Fact>
        {file.matter && (
          <Fact name={words.matter}>
            <Link to={`/matters/${file.matter.id}`}>{file.matter.title}</Link>
          </Fact>
        )}
        {file.resultOf && (
          <Fact name={words.first}>
            <Link to={`/notices/${file.resultOf}`}>{open}</Link>
          </Fact>
        )}
        {file.result && (
          <Fact name={words.result}>
            <Link to={`/notices/${file.result}`}>{open}</Link>
          </Fact>
        )}
      </dl>
    </section>
  )
}

const Paper = () => {
  const words = useWords(consoleNoticeWords)
  const { file } = useNoticeInHand()
  return (
    <section className="panel box stack" aria-label={words.publicPage}>
      <div className="row">
        {file.status !== 'withdrawn' &&
          (['a3', 'a4'] as const).map((paper) => (
            <Button key={paper} href={`/api/notices/${file.notice}/poster?paper=${paper}`}>
              {words.poster(paper.toUpperCase())}
            </Button>
          ))}
        <a href={`/n/${file.notice}`} target="_blank" rel="noreferrer">
          {words.publicPage}
        </a>
      </div>
      <p className="meta">{words.posterHint}</p>
    </section>
  )
}

const Withdraw = () => {
  const words = useWords(consoleNoticeWords)
  const { file, replace } = useNoticeInHand()
  const [reason, setReason] = useState('')
  const sending = useMutation({
    mutationFn: () => write<NoticeFile>(`/notices/${file.notice}/withdraw`, { reason }, { key: newKey() }),
    onSuccess: replace,
  })
  return (
    <details className="panel box">
      <summary>{words.withdraw}</summary>
      <div className="stack">
        <Input.TextArea
          aria-label={words.withdrawReason}
          placeholder={words.withdrawReason}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <ProblemNote error={sending.error} />
        <Button danger disabled={reason.trim() === ''} loading={sending.isPending} onClick={() => sending.mutate()}>
          {words.withdraw}
        </Button>
      </div>
    </details>
  )
}

const hangsAgain = ({ spots }: NoticeFile) => ({
  everywhere: spots.some(({ kind }) => kind === 'community'),
  nodes: spots.flatMap(({ node }) => node ?? []),
  boards: spots.flatMap(({ kind, name }) => (kind === 'board' ? [name] : [])),
})

/** Filled in already: one tap hangs it, where the first one hung. */
const Result = () => {
  const words = useWords(consoleNoticeWords)
  const { lang } = useLanguage()
  const { file } = useNoticeInHand()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const hanging = {
    community: file.community.id,
    path: `/notices/${file.notice}/result`,
    fixed: {},
    initial: { ...resultDraft(file, lang), ...hangsAgain(file), days: 3 },
    least: 1,
    askKind: false,
    title: words.hangResult,
  }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.hangResult}
      </Button>
      {open && (
        <HangDrawer
          hanging={hanging}
          onClose={(hung) => (hung ? void navigate(`/notices/${hung.notice}`) : setOpen(false))}
        />
      )}
    </>
  )
}

const File = () => {
  const words = useWords(consoleNoticeWords)
  const { file } = useNoticeInHand()
  const { may } = file
  return (
    <Page
      title={file.title}
      above={<Link to="/notices">‹ {words.back}</Link>}
      actions={may.result && file.objections.lodged === 0 ? <Result key={file.notice} /> : null}
    >
      <p className="row chips">
        <span className="code num">{words.number(file.number.year, file.number.count)}</span>
        <NoticeStanding notice={file} />
        <NoticeObjections notice={file} />
        {file.reason !== null && <span className="meta">{words.withdrawn(file.reason)}</span>}
      </p>
      <div className="matter">
        <div className="stack">
          <Objections />
          <Wording />
        </div>
        <div className="stack">
          <Paper />
          <Spots />
          {may.withdraw && <Withdraw />}
        </div>
      </div>
    </Page>
  )
}

export const NoticePage = () => {
  const { notice = '' } = useParams()
  const query = useQuery(noticeQuery(notice))
  return (
    <Answered query={query}>
      {(file) => (
        <NoticeInHand file={file}>
          <File key={file.notice} />
        </NoticeInHand>
      )}
    </Answered>
  )
}
