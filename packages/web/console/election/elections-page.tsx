// The secret elections of a community: those that run first.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ElectionLine } from '@yishi/contract/election'
import { Link, useNavigate } from 'react-router'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { StatusChip, type StatusLook } from '../parts/status-chip.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { electionsQuery } from './queries.ts'

const LOOKS = {
  draft: ['ring', 'mute'],
  published: ['half', 'info'],
  voting: ['half', 'info'],
  counting: ['half', 'warn'],
  doubled: ['half', 'warn'],
  unclear: ['half', 'warn'],
  short: ['half', 'warn'],
  decided: ['ok', 'ok'],
  withdrawn: ['done', 'mute'],
} as const satisfies Record<ElectionLine['status'], StatusLook>

export const ElectionChip = ({ status }: Pick<ElectionLine, 'status'>) => {
  const words = useWords(consoleSecretElectionWords)
  return <StatusChip look={LOOKS[status]}>{words.status[status]}</StatusChip>
}

export const ElectionsPage = () => {
  const words = useWords(consoleSecretElectionWords)
  const query = useQuery(electionsQuery(useOneCommunity()))
  const navigate = useNavigate()
  const actions = (
    <>
      <OneCommunity />
      <Button type="primary" onClick={() => void navigate('/elections/new')}>
        {words.begin}
      </Button>
    </>
  )
  return (
    <Page title={words.title} actions={actions}>
      <p className="intro">{words.intro}</p>
      <Answered query={query}>
        {(lines) => (
          <section className="panel box">
            {lines.length === 0 && <p className="quiet">{words.none}</p>}
            <ul>
              {lines.map(({ election, title, status, day }) => (
                <li className="poll-line" key={election}>
                  <Link to={`/elections/${election}`}>{title}</Link>
                  <span className="row">
                    <ElectionChip status={status} />
                    <span className="meta num">{day}</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Answered>
    </Page>
  )
}
