// The units of one stairway: tick those that a delivery reached, or say of one why it failed, or that it needs a new sheet.
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import type { PaperDesk, PaperStairway, PaperUnit } from '@yishi/contract/paper-ballot'
import { useState } from 'react'
import { consolePaperWords } from '../../words/console-paper.ts'
import { paperBallotWords } from '../../words/paper-ballot.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { useDeskWords } from './desk-words.ts'
import { DeliverDialog, FailDialog, ReplaceDialog } from './dialogs.tsx'
import { ProxyDialog, RevokeDialog } from './proxy-dialogs.tsx'
import { unitsQuery } from './queries.ts'

type Asked =
  | { readonly what: 'fail' | 'replace' | 'proxy' | 'revoke'; readonly unit: PaperUnit }
  | { readonly what: 'deliver' }

type LineProps = {
  readonly unit: PaperUnit
  readonly chosen: boolean
  readonly choose: (chosen: boolean) => void
  readonly ask: (asked: Asked) => void
  readonly running: boolean
  /** Whether somebody may sign in the owner's place. */
  readonly proxies: boolean
}

const Line = ({ unit, chosen, choose, ask, running, proxies }: LineProps) => {
  const words = useWords(consolePaperWords)
  const printed = useWords(paperBallotWords)
  const { delivered, proven, status, channel } = unit
  return (
    <li>
      <Checkbox checked={chosen} disabled={status !== 'out'} onChange={({ target }) => choose(target.checked)}>
        {words.unit(unit.number, unit.name)}
      </Checkbox>
      <span className={`chip ${delivered ? 'ok' : 'mute'}`}>
        {delivered ? (proven ? words.chip.proven : words.chip.delivered) : words.chip.notDelivered}
      </span>
      {status !== 'out' && <span className="chip">{printed.status[status]}</span>}
      {channel && <span className="meta">{printed.channel[channel]}</span>}
      {running && (
        <span className="unit-acts">
          {status === 'out' && (
            <Button size="small" aria-label={words.failFor(unit.name)} onClick={() => ask({ what: 'fail', unit })}>
              {words.fail}
            </Button>
          )}
          {status === 'out' && proxies && (
            <Button
              size="small"
              aria-label={unit.proxy ? words.revokeFor(unit.name) : words.proxyFor(unit.name)}
              onClick={() => ask({ what: unit.proxy ? 'revoke' : 'proxy', unit })}
            >
              {unit.proxy ? words.revoke : words.proxy}
            </Button>
          )}
          {['out', 'returned', 'settled'].includes(status) && (
            <Button
              size="small"
              aria-label={words.replaceFor(unit.name)}
              onClick={() => ask({ what: 'replace', unit })}
            >
              {words.replace}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}

type Given = { readonly desk: PaperDesk; readonly stairway: PaperStairway }

const Listed = ({ desk, units }: { desk: PaperDesk; units: readonly PaperUnit[] }) => {
  const words = useDeskWords(desk)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [asked, ask] = useState<Asked | null>(null)
  const [done, tell] = useState('')
  const out = units.filter(({ status }) => status === 'out').map(({ voter }) => voter)
  const close = (noted: number | null) => {
    ask(null)
    if (noted === null) return
    choose(new Set())
    tell(words.done(noted))
  }
  const toggle = (voter: string, on: boolean) =>
    choose(new Set(on ? [...chosen, voter] : [...chosen].filter((each) => each !== voter)))
  const running = desk.status === 'open'
  return (
    <>
      {running && (
        <div className="row">
          <Checkbox
            checked={out.length > 0 && chosen.size === out.length}
            onChange={({ target }) => choose(new Set(target.checked ? out : []))}
          >
            {words.chooseAll}
          </Checkbox>
          <Button disabled={chosen.size === 0} onClick={() => ask({ what: 'deliver' })}>
            {chosen.size === 0 ? words.deliver : words.deliverTo(chosen.size)}
          </Button>
          {done && <span role="status">{done}</span>}
        </div>
      )}
      <ul className="paper-units">
        {units.map((unit) => (
          <Line
            key={unit.voter}
            unit={unit}
            chosen={chosen.has(unit.voter)}
            choose={(on) => toggle(unit.voter, on)}
            ask={ask}
            running={running}
            proxies={desk.electorate === 'owners'}
          />
        ))}
      </ul>
      {asked?.what === 'deliver' && <DeliverDialog desk={desk} voters={[...chosen]} close={close} />}
      {asked?.what === 'fail' && <FailDialog poll={desk.poll} unit={asked.unit} close={close} />}
      {asked?.what === 'replace' && <ReplaceDialog poll={desk.poll} unit={asked.unit} close={close} />}
      {asked?.what === 'proxy' && <ProxyDialog poll={desk.poll} unit={asked.unit} close={close} />}
      {asked?.what === 'revoke' && <RevokeDialog poll={desk.poll} unit={asked.unit} close={close} />}
    </>
  )
}

export const Units = ({ desk, stairway }: Given) => {
  const words = useDeskWords(desk)
  const query = useQuery(unitsQuery(desk.poll, stairway.path))
  return (
    <div className="stack">
      <h3>{stairway.name || words.nowhere}</h3>
      <Answered query={query}>{(units) => <Listed desk={desk} units={units} />}</Answered>
    </div>
  )
}
