// The projects of a round in the order of their list; once decided, with their votes and how they are paid.
import type { BudgetFile } from '@yishi/contract/budget'
import { readFraction, shown } from '@yishi/domain/budget'
import { moneyInWords } from '../../words/budget.ts'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Glyph } from '../parts/glyph.tsx'

type Given = { readonly file: BudgetFile }
type Result = NonNullable<BudgetFile['result']>

const Paid = ({ id, result }: { readonly id: string; readonly result: Result }) => {
  const words = useWords(consoleBudgetWords)
  const { lang } = useLanguage()
  const winner = result.winners.find((each) => each.id === id)
  if (!winner) return <span className="meta">{words.notChosen}</span>
  const { cap } = winner
  return (
    <>
      <span className="chip ok">
        <Glyph shape="ok" />
        {words.chosen}
      </span>
      <span className="meta block">
        {cap === null ? words.filled : words.each(moneyInWords(shown(readFraction(cap)), lang))}
      </span>
    </>
  )
}

const Row = ({
  project,
  result,
}: {
  readonly project: BudgetFile['projects'][number]
  readonly result: Result | null
}) => {
  const { lang } = useLanguage()
  const about = [project.place, project.note].filter(Boolean).join(' · ')
  return (
    <tr>
      <td>
        {`${project.id}. ${project.name}`}
        {about && <span className="meta block">{about}</span>}
      </td>
      <td className="num">{moneyInWords(project.cost, lang)}</td>
      {result && (
        <>
          <td className="num">{result.votes[project.id] ?? 0}</td>
          <td>
            <Paid id={project.id} result={result} />
          </td>
        </>
      )}
    </tr>
  )
}

export const ProjectTable = ({ file: { budget, amount, projects, result } }: Given) => {
  const words = useWords(consoleBudgetWords)
  const { lang } = useLanguage()
  const columns = ['project', 'cost', ...(result ? (['votes', 'paid'] as const) : [])] as const
  return (
    <>
      <div
        className="panel table-scroll"
        tabIndex={0}
        role="region"
        aria-label={result ? words.result : words.projects}
      >
        <table className="plain-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <Row key={project.id} project={project} result={result} />
            ))}
          </tbody>
        </table>
      </div>
      {result && (
        <div className="panel box row">
          <strong>{words.spent(moneyInWords(result.cost, lang), moneyInWords(amount, lang))}</strong>
          <a href={`/budgets/${budget}/ballots.pb`} download="">
            {words.download}
          </a>
        </div>
      )}
    </>
  )
}
