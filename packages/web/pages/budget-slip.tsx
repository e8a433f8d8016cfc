// The slip of a ballot that was noted at the desk: what was taken down, for its voter to read and sign, with who entered it.
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { LocalDate } from '@yishi/domain/calendar'
import { asDecimal, decimal } from '@yishi/domain/budget'
import { sum } from '@yishi/domain/rational'
import { Frame } from '../design/frame.tsx'
import { budgetPaperWords } from '../words/budget-paper.ts'
import { moneyInWords } from '../words/budget.ts'
import { listText } from '../words/list-text.ts'
import { fullDay, fullMoment } from '../words/moments.ts'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { preferenceSheetWords } from '../words/preference-sheet.ts'
import { BallotFacts } from './budget-paper.tsx'
import type { Page } from './page.ts'

type Given = { props: Pages['budget-slip']; context: PageContext }

const Chosen = ({ props: { projects, choice }, context: { lang } }: Given) => {
  const words = budgetPaperWords[lang]
  const chosen = projects.filter(({ id }) => choice.includes(id))
  const cost = sum(chosen.flatMap((project) => decimal(project.cost) ?? []))
  return (
    <section className="ballot-question">
      <h2>{words.chosen}</h2>
      <ul className="ballot-boxes ballot-projects">
        {chosen.map((project) => (
          <li key={project.id}>
            <span>{`${project.id}. ${project.name}`}</span>
            <span className="money">{moneyInWords(project.cost, lang)}</span>
          </li>
        ))}
      </ul>
      <p>{words.sum(chosen.length, moneyInWords(asDecimal(cost) ?? '', lang))}</p>
    </section>
  )
}

const Standing = ({ props: { noted }, context: { lang } }: Given) => {
  const words = budgetPaperWords[lang]
  if (!noted) return <p className="ballot-rules">{words.waiting}</p>
  return (
    <>
      <p className="ballot-rules">
        {words.noted(listText(noted.readers, lang), fullMoment(noted.at))} {noted.holds ? words.change : words.beside}
      </p>
      {noted.receipt ? (
        <details className="screen-only">
          <summary>{words.proof}</summary>
          <code className="proof">{noted.receipt}</code>
        </details>
      ) : null}
    </>
  )
}

export const BudgetSlipPage: Page<'budget-slip'> = (given) => {
  const { props, context } = given
  const { lang } = context
  const words = budgetPaperWords[lang]
  const printed = paperBallotWords[lang]
  const title = words.slipTitle(props.name)
  return (
    <Frame context={context} title={title} owner={props.community} layout="paper">
      <p className="screen-only sheet-tools">
        <button className="button button-main" type="button" data-print="" hidden>
          {printed.print}
        </button>{' '}
        <a className="button" href={`/console/budgets/${props.budget}/desk`}>
          {words.back}
        </a>
      </p>
      <article className="ballot ballot-slip">
        <header className="ballot-head">
          <div>
            <h1 className="ballot-title">{words.slip}</h1>
            <p>{`${props.community.name} · ${props.title}`}</p>
          </div>
        </header>
        <BallotFacts
          facts={[
            [preferenceSheetWords[lang].person, props.name],
            [words.home, props.place],
            [words.listNumber, String(props.number)],
            [words.how, words.from[props.where]],
            [words.date, fullDay(props.day as LocalDate, lang)],
          ]}
        />
        <p>{words.slipLead}</p>
        <Chosen {...given} />
        <Standing {...given} />
        <div className="ballot-sign">
          <p>{words.signature}</p>
          <p>{printed.dateLine}</p>
        </div>
        <div className="ballot-receipt">
          {words.staff.map((line) => (
            <p key={line} className="ballot-line">
              {line}
            </p>
          ))}
        </div>
      </article>
    </Frame>
  )
}
