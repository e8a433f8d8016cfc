// The people who work for a community (人员): their hats, whether they can sign in, and what may be done about it.
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { PersonAct, Worker } from '@yishi/contract/people'
import { useState } from 'react'
import { peopleWords, roleWords } from '../../words/console-people.ts'
import { useOneCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { peopleQuery } from '../queries.ts'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import { ActDialog } from './person-acts.tsx'

type Asked = { readonly act: PersonAct; readonly worker: Worker }

const useHatText = () => {
  const roles = useWords(roleWords)
  return ({ role, node, party }: Worker['hats'][number]) => [roles[role], node, party].filter(Boolean).join(' · ')
}

const TONES = { account: 'ok', 'by-phone': 'ok', invited: 'info', none: 'mute', closed: 'bad' } as const

const PersonRow = ({ worker, ask }: { worker: Worker; ask: (asked: Asked) => void }) => {
  const words = useWords(peopleWords)
  const hatText = useHatText()
  return (
    <tr>
      <td>
        <strong>{worker.name}</strong>
      </td>
      <td className="num">{worker.phone ?? '–'}</td>
      <td>
        <ul>
          {worker.hats.map((hat) => (
            <li key={hatText(hat)}>{hatText(hat)}</li>
          ))}
        </ul>
      </td>
      <td>
        <span className={`chip ${TONES[worker.access]}`}>{words.accesses[worker.access]}</span>
        {worker.factor && <span className="notes">{words.factor}</span>}
      </td>
      <td>
        <div className="row">
          {worker.may.map((act) => (
            <Button
              key={act}
              size="small"
              danger={act === 'close-account'}
              aria-label={words.actOn(words.acts[act], worker.name)}
              onClick={() => ask({ act, worker })}
            >
              {words.acts[act]}
            </Button>
          ))}
        </div>
      </td>
    </tr>
  )
}

const COLUMNS = ['name', 'phone', 'hats', 'access', 'actions'] as const

const PeopleTable = ({ workers, ask }: { workers: readonly Worker[]; ask: (asked: Asked) => void }) => {
  const words = useWords(peopleWords)
  if (workers.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <div className="panel table-scroll" tabIndex={0} role="region" aria-label={words.title}>
      <table className="plain-table people">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {workers.map((worker) => (
            <PersonRow key={worker.person} worker={worker} ask={ask} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const People = ({ workers }: { workers: readonly Worker[] }) => {
  const words = useWords(peopleWords)
  const community = useOneCommunity()
  const hatText = useHatText()
  const [search, setSearch] = useState('')
  const [asked, ask] = useState<Asked | null>(null)
  const [done, setDone] = useState('')
  const told = ({ name, hats }: Worker) => [name, ...hats.map(hatText)].join(' ').toLowerCase()
  const shown = workers.filter((worker) => told(worker).includes(search.trim().toLowerCase()))
  const close = (acted: boolean) => {
    if (asked && acted) setDone(words.done(words.acts[asked.act], asked.worker.name))
    ask(null)
  }
  return (
    <>
      <Input
        className="find"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        allowClear
        onChange={({ target }) => setSearch(target.value)}
      />
      <p role="status" className={done ? 'saved' : ''}>
        {done}
      </p>
      <PeopleTable workers={shown} ask={ask} />
      {asked && <ActDialog {...asked} community={community} onClose={close} />}
    </>
  )
}

export const PeoplePage = () => {
  const words = useWords(peopleWords)
  const people = useQuery(peopleQuery(useOneCommunity()))
  return (
    <Page title={words.title} actions={<OneCommunity />}>
      <p className="intro">{words.intro}</p>
      <Answered query={people}>{(workers) => <People workers={workers} />}</Answered>
    </Page>
  )
}
