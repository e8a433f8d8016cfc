// The shared budgets of a community (共享预算): those that run first.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { BudgetLine } from '@yishi/contract/budget'
import { Link, useNavigate } from 'react-router'
import { moneyInWords } from '../../words/budget.ts'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { useOneCommunity } from '../community.tsx'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { OneCommunity } from '../parts/one-community.tsx'
import { Page } from '../shell/page.tsx'
import '../styles/matter.css'
import '../styles/poll.css'
import { BudgetChip } from './budget-chip.tsx'
import { budgetsQuery } from './queries.ts'

const Line = ({ line }: { line: BudgetLine }) => {
  const words = useWords(consoleBudgetWords)
  const { lang } = useLanguage()
  return (
    <li className="poll-line">
      <Link to={`/budgets/${line.budget}`}>{line.title}</Link>
      <span className="row">
        <BudgetChip status={line.status} />
        <span className="meta num">{moneyInWords(line.amount, lang)}</span>
        <span className="meta">{words.sum(line.projects)}</span>
        {line.listed !== null && <span className="meta num">{words.counts(line.cast, line.listed)}</span>}
        <span className="meta num">{words.until(line.lastDay)}</span>
      </span>
    </li>
  )
}

export const BudgetsPage = () => {
  const words = useWords(consoleBudgetWords)
  const query = useQuery(budgetsQuery(useOneCommunity()))
  const navigate = useNavigate()
  const actions = (
    <>
      <OneCommunity />
      <Button type="primary" onClick={() => void navigate('/budgets/new')}>
        {words.begin}
      </Button>
    </>
  )
  return (
    <Page title={words.title} actions={actions}>
      <Answered query={query}>
        {(lines) => (
          <section className="panel box">
            {lines.length === 0 && <p className="quiet">{words.none}</p>}
            <ul>
              {lines.map((line) => (
                <Line key={line.budget} line={line} />
              ))}
            </ul>
          </section>
        )}
      </Answered>
    </Page>
  )
}
