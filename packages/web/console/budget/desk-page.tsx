// The desk of a round: ballots are noted for those without a phone, entered by two apart; beside it what waits for a second person, and how many came which way.
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { BUDGET_CHANNELS } from '@yishi/domain/budget'
import type { BudgetDesk, BudgetHandedIn, BudgetVoterLine } from '@yishi/contract/budget-desk'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { consoleBudgetDeskWords } from '../../words/console-budget-desk.ts'
import { useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import '../styles/paper.css'
import { HandedIn } from './handed-in.tsx'
import { budgetDeskQuery, budgetVotersQuery, handedInQuery, useDeskAct } from './queries.ts'
import { VoterLines } from './voter-lines.tsx'

/** A code has a seal behind its number; an address has it behind a `#`. */
const isCode = (text: string): boolean => /#|^\s*\d{4,5}-/u.test(text)

type Desk = { readonly desk: BudgetDesk }

const Figures = ({ desk: { channels, listed } }: Desk) => {
  const words = useWords(consoleBudgetDeskWords)
  return (
    <section className="panel box" aria-label={words.figures}>
      <h2>{words.figures}</h2>
      <dl className="paper-figures">
        <div>
          <dt>{words.listed}</dt>
          <dd className="num">{listed}</dd>
        </div>
        {BUDGET_CHANNELS.map((channel) => (
          <div key={channel}>
            <dt>{words.channel[channel]}</dt>
            <dd className="num">{channels[channel]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type Choosing = { readonly choose: (line: BudgetVoterLine) => void }

const Waiting = ({ desk: { waiting }, choose }: Desk & Choosing) => {
  const words = useWords(consoleBudgetDeskWords)
  return (
    <section className="panel box" aria-label={words.waiting}>
      <h2>{words.waiting}</h2>
      <p className="meta">{words.waitingHint}</p>
      {waiting.length === 0 ? <p>{words.waitingNone}</p> : <VoterLines lines={waiting} choose={choose} />}
    </section>
  )
}

const Found = ({ budget, find, choose }: Choosing & { readonly budget: string; readonly find: string }) => {
  const words = useWords(consoleBudgetDeskWords)
  return (
    <Answered query={useQuery(budgetVotersQuery(budget, find))}>
      {(lines) =>
        lines.length === 0 ? <p role="status">{words.nobody}</p> : <VoterLines lines={lines} choose={choose} />
      }
    </Answered>
  )
}

type InHand = { readonly voter: string; readonly onPaper: boolean }
type Held = InHand & { readonly budget: string; readonly finish: (said: string, keep?: boolean) => void }

const Hand = ({ budget, voter, onPaper, finish }: Held) => (
  <Answered query={useQuery(handedInQuery(budget, voter))}>
    {(handedIn) => (
      <HandedIn
        key={`${voter} ${handedIn.waiting}`}
        budget={budget}
        handedIn={handedIn}
        onPaper={onPaper}
        finish={finish}
      />
    )}
  </Answered>
)

/** What was said last, where a sheet or a name was looked for. */
const useLooking = (budget: string) => {
  const [find, look] = useState('')
  const [hand, take] = useState<InHand | null>(null)
  const [said, say] = useState('')
  const finding = useDeskAct<{ code: string }>(budget, 'find-sheet', ({ voter }: BudgetHandedIn) =>
    take({ voter, onPaper: true }),
  )
  return {
    find,
    hand,
    said,
    finding,
    choose: ({ voter }: BudgetVoterLine) => {
      say('')
      take({ voter, onPaper: false })
    },
    search: (text: string) => {
      say('')
      take(null)
      look(isCode(text) ? '' : text.trim())
      if (isCode(text)) finding.mutate({ code: text })
      else finding.reset()
    },
    finish: (what: string, keep = false) => {
      say(what)
      if (keep) return
      take(null)
      look('')
    },
  }
}

const Opened = ({ desk }: Desk) => {
  const words = useWords(consoleBudgetDeskWords)
  const { budget, title, open } = desk
  const { find, hand, said, finding, choose, search, finish } = useLooking(budget)
  return (
    <Page
      title={`${words.title} · ${title}`}
      above={<Link to={`/budgets/${budget}`}>‹ {words.back}</Link>}
      actions={open ? <a href={`/budgets/${budget}/paper`}>{words.print}</a> : null}
    >
      <div className="matter">
        <section className="panel box stack" aria-label={words.find}>
          <h2>{words.find}</h2>
          {open ? <p className="meta">{words.findHint}</p> : <p>{words.closed}</p>}
          <Input.Search
            aria-label={words.findLabel}
            placeholder={words.findExample}
            enterButton={words.search}
            maxLength={300}
            loading={finding.isPending}
            onSearch={search}
          />
          <ProblemNote error={finding.error} />
          <p role="status" className={said ? 'saved' : ''}>
            {said}
          </p>
          {hand ? <Hand budget={budget} {...hand} finish={finish} /> : null}
          {find !== '' && !hand && <Found budget={budget} find={find} choose={choose} />}
        </section>
        <div className="stack">
          <Figures desk={desk} />
          <Waiting desk={desk} choose={choose} />
        </div>
      </div>
    </Page>
  )
}

export const BudgetDeskPage = () => {
  const { budget = '' } = useParams()
  return <Answered query={useQuery(budgetDeskQuery(budget))}>{(desk) => <Opened desk={desk} />}</Answered>
}
