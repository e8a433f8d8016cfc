// Claims to own a unit (业主认领): those that wait first, with what fits the roster at a glance; one is opened to compare and decide.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ClaimLine, ClaimList } from '@yishi/contract/identity'
import { useState } from 'react'
import { consoleIdentityWords } from '../../words/console-identity.ts'
import { shortMoment } from '../../words/console-time.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { StatusChip, type StatusLook } from '../parts/status-chip.tsx'
import { claimsQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { ClaimDialog } from './claim-dialog.tsx'

const LOOKS = {
  pending: ['half', 'info'],
  confirmed: ['ok', 'ok'],
  refused: ['done', 'warn'],
  withdrawn: ['done', 'mute'],
  lapsed: ['done', 'mute'],
} as const satisfies Record<ClaimLine['status'], StatusLook>

const Signs = ({ line }: { line: ClaimLine }) => {
  const words = useWords(consoleIdentityWords)
  return (
    <>
      {line.fit && <span className={`chip ${line.fit === 'one' ? 'ok' : 'warn'}`}>{words.fits[line.fit]}</span>}
      {line.doubted && <span className="chip bad">{words.doubted}</span>}
      {line.rivals > 0 && <span className="chip warn">{words.rivals(line.rivals)}</span>}
    </>
  )
}

type LineGiven = { readonly line: ClaimLine; readonly open: (line: ClaimLine) => void }

const Line = ({ line, open }: LineGiven) => {
  const words = useWords(consoleIdentityWords)
  const waits = line.status === 'pending'
  return (
    <li className="poll-line">
      <div>
        <Button type="link" aria-label={words.lookAt(line.place)} onClick={() => open(line)}>
          {line.place}
        </Button>
      </div>
      <span className="row">
        <StatusChip look={LOOKS[line.status]}>{words.status[line.status]}</StatusChip>
        <span>{line.name}</span>
        <Signs line={line} />
        <span className="meta num">
          {waits ? words.lapses(shortMoment(line.lapsesAt)) : shortMoment(line.decidedAt ?? line.lodgedAt)}
        </span>
      </span>
    </li>
  )
}

const Section = ({ title, lines, open }: { title: string; lines: readonly ClaimLine[] } & Pick<LineGiven, 'open'>) =>
  lines.length === 0 ? null : (
    <section className="panel box" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.claim} line={line} open={open} />
        ))}
      </ul>
    </section>
  )

const Claims = ({ list }: { list: ClaimList }) => {
  const words = useWords(consoleIdentityWords)
  const [opened, open] = useState<ClaimLine | null>(null)
  const [done, setDone] = useState('')
  const waiting = list.claims.filter(({ status }) => status === 'pending')
  const decided = list.claims.filter(({ status }) => status !== 'pending')
  const close = (acted: boolean) => {
    if (opened && acted) setDone(words.done(opened.place))
    open(null)
  }
  return (
    <>
      <p role="status" className={done ? 'saved' : ''}>
        {done}
      </p>
      {waiting.length === 0 && <p className="quiet">{words.none}</p>}
      <Section title={words.waiting} lines={waiting} open={open} />
      <Section title={words.decided} lines={decided} open={open} />
      {opened && <ClaimDialog claim={opened.claim} place={opened.place} onClose={close} />}
    </>
  )
}

export const ClaimsPage = () => {
  const words = useWords(consoleIdentityWords)
  const claims = useQuery(claimsQuery(useOneCommunity()))
  return (
    <Page title={words.title} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <Answered query={claims}>{(list) => <Claims list={list} />}</Answered>
    </Page>
  )
}
