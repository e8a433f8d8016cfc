// All notices of a community (公示公告): objections to answer first, then what hangs by its end, then what is over.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { NoticeList } from '@yishi/contract/notice'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { consoleNoticeWords } from '../../words/console-notice.ts'
import { shortMoment } from '../../words/console-time.ts'
import { noticeKindWords } from '../../words/notice.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { noticesQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/matter.css'
import '../styles/notice.css'
import { HangDrawer } from './hang-form.tsx'
import { NoticeObjections, NoticeStanding } from './standing.tsx'

const COLUMNS = ['notice', 'standing', 'objections', 'hung'] as const

const Table = ({ list: { notices } }: { list: NoticeList }) => {
  const words = useWords(consoleNoticeWords)
  const kinds = useWords(noticeKindWords)
  if (notices.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <div className="panel table-scroll" tabIndex={0} role="region" aria-label={words.title}>
      <table className="plain-table notices">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notices.map((line) => (
            <tr key={line.notice}>
              <td>
                <Link to={`/notices/${line.notice}`}>{line.title}</Link>
                <span className="meta block">
                  {words.number(line.number.year, line.number.count)} · {kinds[line.kind]}
                </span>
              </td>
              <td>
                <NoticeStanding notice={line} />
              </td>
              <td>
                <NoticeObjections notice={line} />
              </td>
              <td className="num">{shortMoment(line.hungAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const NoticesPage = () => {
  const words = useWords(consoleNoticeWords)
  const community = useOneCommunity()
  const query = useQuery(noticesQuery(community))
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const hanging = {
    community,
    path: '/notices',
    fixed: { community },
    initial: { kind: 'list', days: 7, everywhere: true },
    least: 1,
    askKind: true,
    title: words.hang,
  }
  const actions = (
    <>
      <OneCommunity />
      {query.data?.hang && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {words.hang}
        </Button>
      )}
    </>
  )
  return (
    <Page title={words.title} actions={actions}>
      <p className="intro">{words.intro}</p>
      <Answered query={query}>{(list) => <Table list={list} />}</Answered>
      {open && (
        <HangDrawer
          hanging={hanging}
          onClose={(hung) => (hung ? void navigate(`/notices/${hung.notice}`) : setOpen(false))}
        />
      )}
    </Page>
  )
}
