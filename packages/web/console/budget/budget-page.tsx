// One round in the console: look it over and open it, follow how many vote, and its result.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { BudgetFile } from '@yishi/contract/budget'
import { Link, useParams } from 'react-router'
import { moneyInWords } from '../../words/budget.ts'
import { consoleBudgetDeskWords } from '../../words/console-budget-desk.ts'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { type Withdrawal, Withdraw } from '../parts/withdraw.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/lists.css'
import '../styles/matter.css'
import '../styles/poll.css'
import { BudgetChip } from './budget-chip.tsx'
import { ProjectTable } from './project-table.tsx'
import { budgetQuery } from './queries.ts'
import { useBudgetAct } from './use-budget-act.ts'

type Given = { readonly file: BudgetFile }

const Standing = ({ file }: Given) => {
  const words = useWords(consoleBudgetWords)
  const { lang } = useLanguage()
  return (
    <p className="row chips">
      <BudgetChip status={file.status} />
      <strong className="num">{moneyInWords(file.amount, lang)}</strong>
      <span className="meta num">{words.until(file.lastDay)}</span>
      <span className="meta">{file.part?.name ?? words.wholeCommunity}</span>
      {file.status !== 'draft' && file.listed !== null && <a href={`/budgets/${file.budget}`}>{words.publicPage}</a>}
    </p>
  )
}

const Opening = ({ file }: Given) => {
  const words = useWords(consoleBudgetWords)
  const opening = useBudgetAct<object>(`/budgets/${file.budget}/open`)
  return (
    <section className="panel box" aria-label={words.open}>
      <h2>{words.open}</h2>
      <p>{words.look}</p>
      <ProblemNote error={opening.error} />
      <div className="row">
        <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate({})}>
          {words.open}
        </Button>
        {file.may.includes('redraft') && <Link to={`/budgets/${file.budget}/plan`}>{words.redraft}</Link>}
      </div>
    </section>
  )
}

const Turnout = ({ file: { budget, status, cast, listed } }: Given) => {
  const words = useWords(consoleBudgetWords)
  const desk = useWords(consoleBudgetDeskWords)
  if (listed === null) return null
  return (
    <section className="panel box" aria-label={words.turnout}>
      <h2>{words.turnout}</h2>
      <p>
        <strong className="num">{words.counts(cast, listed)}</strong>
      </p>
      <progress max={listed} value={cast} aria-label={words.counts(cast, listed)} />
      {status === 'open' && (
        <>
          <p>
            <Link to={`/budgets/${budget}/desk`}>{desk.link}</Link>
          </p>
          <p className="meta">{desk.linkHint}</p>
        </>
      )}
    </section>
  )
}

/** What a committee does with a result. */
const Next = ({ file: { status } }: Given) => {
  const words = useWords(consoleBudgetWords)
  return status === 'decided' ? (
    <section className="panel box" aria-label={words.next}>
      <h2>{words.next}</h2>
      <ul className="next-steps">
        <li>
          <Link to="/matters/new">{words.nextMatters}</Link>
        </li>
        <li>
          <Link to="/notices">{words.nextNotice}</Link>
        </li>
      </ul>
    </section>
  ) : null
}

const Withdrawing = ({ file }: Given) => {
  const sending = useBudgetAct<Withdrawal>(`/budgets/${file.budget}/withdraw`)
  return <Withdraw sending={sending} words={useWords(consoleBudgetWords)} />
}

const Opened = ({ file }: Given) => {
  const words = useWords(consoleBudgetWords)
  const { may, status, purpose } = file
  return (
    <Page title={file.title} above={<Link to="/budgets">‹ {words.back}</Link>}>
      <Standing file={file} />
      <div className="matter">
        <div className="stack">
          {status === 'withdrawn' && <p className="panel box">{words.withdrawn}</p>}
          {purpose && <p className="panel box">{purpose}</p>}
          <ProjectTable file={file} />
        </div>
        <div className="stack">
          {may.includes('open') && <Opening file={file} />}
          <Turnout file={file} />
          <Next file={file} />
          {may.includes('withdraw') && <Withdrawing file={file} />}
        </div>
      </div>
    </Page>
  )
}

export const BudgetPage = () => {
  const { budget = '' } = useParams()
  return <Answered query={useQuery(budgetQuery(budget))}>{(file) => <Opened file={file} />}</Answered>
}
