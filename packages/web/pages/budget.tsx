// A shared budget: what the money is for, voting for projects in two plain steps, and once decided, what was chosen and what one's own share paid for.
import { Send } from '../design/fields.tsx'
import { AnswerSpot, BallotReceipt, CameLater, Turnout } from '../design/ballot.tsx'
import { Frame } from '../design/frame.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { Card, NoticeBar, Seal } from '../design/parts.tsx'
import { budgetWords, moneyInWords } from '../words/budget.ts'
import { fullDay } from '../words/moments.ts'
import type { LocalDate } from '@yishi/domain/calendar'
import { type BudgetGiven, HowCard, ResultCards, ShareCard } from './budget-result.tsx'
import type { Page } from './page.ts'

const Head = ({ props, context: { lang } }: BudgetGiven) => {
  const words = budgetWords[lang]
  const { title, purpose, amount, projects, part, status, lastDay, cast, listed } = props
  const running = status === 'open'
  return (
    <Card className="poll-head">
      <div className="formal-head">
        <Seal mark={words.mark} />
        <div>
          <p className="formal-kicker">{words.status[status]}</p>
          <h1>{title}</h1>
          <p className="meta">{words.lead(moneyInWords(amount, lang), projects.length)}</p>
        </div>
      </div>
      <p>{(running ? words.until : words.over)(fullDay(lastDay as LocalDate, lang))}</p>
      {part ? <p>{words.part(part)}</p> : null}
      <Turnout cast={cast} of={listed} sentence={(running ? words.turnout : words.turnoutOver)(cast, listed)} />
      {purpose ? (
        <>
          <h2>{words.about}</h2>
          <p className="said">{purpose}</p>
        </>
      ) : null}
    </Card>
  )
}

type Project = BudgetGiven['props']['projects'][number]

const Details = ({ project, lang }: { project: Project; lang: 'zh' | 'en' }) => {
  const words = budgetWords[lang]
  const about = [project.place && words.place(project.place), project.note].filter(Boolean)
  return about.length > 0 ? <small>{about.join(' · ')}</small> : null
}

const Boxes = ({ props, context: { lang } }: BudgetGiven) => {
  const { projects, choice, mine, problem } = props
  const words = budgetWords[lang]
  const checked = choice.length > 0 ? choice : (mine?.choice ?? [])
  return (
    <fieldset className="field choices">
      <legend>{words.choose}</legend>
      <p className="hint">{words.chooseHint}</p>
      {projects.map((project) => (
        <label htmlFor={`p${project.id}`} className="choice" key={project.id}>
          <input
            id={`p${project.id}`}
            type="checkbox"
            name="choice"
            value={project.id}
            defaultChecked={checked.includes(project.id)}
          />
          <span>
            {project.name} <span className="money">{moneyInWords(project.cost, lang)}</span>
            <Details project={project} lang={lang} />
          </span>
        </label>
      ))}
      {problem ? (
        <p className="problem" id="choice-problem">
          <AnswerSpot />
          <ShapeIcon shape="octagon" />
          {words.problems[problem]}
        </p>
      ) : null}
    </fieldset>
  )
}

const ChooseForm = (given: BudgetGiven) => {
  const { budget, standing } = given.props
  const words = budgetWords[given.context.lang]
  const again = standing === 'has-voted'
  return (
    <Card title={again ? words.mayChange : words.yourVote} className="poll-form">
      <form method="post" action={`/budgets/${budget}#answer`}>
        <input type="hidden" name="step" value="confirm" />
        <Boxes {...given} />
        <Send tone={again ? 'plain' : 'main'}>{words.next}</Send>
      </form>
    </Card>
  )
}

const Chosen = ({ props: { projects }, context: { lang }, ids }: BudgetGiven & { ids: readonly string[] }) => (
  <ul className="projects">
    {projects
      .filter(({ id }) => ids.includes(id))
      .map((project) => (
        <li key={project.id}>
          <strong>{project.name}</strong>
          <span className="money">{moneyInWords(project.cost, lang)}</span>
        </li>
      ))}
  </ul>
)

const ConfirmForm = (given: BudgetGiven) => {
  const { budget, choice, digest, key } = given.props
  const words = budgetWords[given.context.lang]
  return (
    <Card title={words.check} className="poll-form" id="answer">
      <p>{words.youChose(choice.length)}</p>
      <Chosen {...given} ids={choice} />
      <form method="post" action={`/budgets/${budget}#answer`}>
        <input type="hidden" name="step" value="cast" />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="digest" value={digest} />
        {choice.map((each) => (
          <input type="hidden" name="choice" value={each} key={each} />
        ))}
        <p className="hint">{words.confirmHint}</p>
        <Send>{words.confirm}</Send>
      </form>
      <p>
        <a className="button" href={`/budgets/${budget}`}>
          {words.change}
        </a>
      </p>
    </Card>
  )
}

const Standing = (given: BudgetGiven) => {
  const { props, context } = given
  const words = budgetWords[context.lang]
  const { standing, status, mine, step, result } = props
  if (status === 'withdrawn') return <NoticeBar tone="warn">{words.standing.withdrawn}</NoticeBar>
  if (result) return null
  if (standing === 'over') return <NoticeBar tone="info">{words.standing.over}</NoticeBar>
  if (mine && step === 'look')
    return (
      <Card title={words.voted}>
        <Chosen {...given} ids={mine.choice} />
        {mine.channel === 'online' ? null : <p className="hint">{words.notedFor[mine.channel]}</p>}
      </Card>
    )
  if (standing === 'may-vote' || standing === 'has-voted') return null
  if (standing === 'came-later')
    return <CameLater openedAt={props.openedAt} community={props.community.id} lang={context.lang} />
  return <NoticeBar tone="info">{words.standing[standing]}</NoticeBar>
}

const ProjectsCard = ({ props: { projects }, context: { lang } }: BudgetGiven) => (
  <Card title={budgetWords[lang].projects}>
    <ul className="projects">
      {projects.map((project) => (
        <li key={project.id}>
          <strong>{project.name}</strong>
          <span className="money">{moneyInWords(project.cost, lang)}</span>
          <Details project={project} lang={lang} />
        </li>
      ))}
    </ul>
  </Card>
)

export const BudgetPage: Page<'budget'> = (given) => {
  const { props, context } = given
  const { standing, step, result, receipt, budget } = props
  const words = budgetWords[context.lang]
  const votes = standing === 'may-vote' || (standing === 'has-voted' && !receipt)
  return (
    <Frame context={context} title={props.title} owner={props.community} layout="wide">
      <div className="columns columns-wide poll">
        <div>
          <Head {...given} />
          <BallotReceipt receipt={receipt} lang={context.lang} />
          <Standing {...given} />
          {standing === 'sign-in' ? (
            <p>
              <a className="button button-main" href={`/login?back=/budgets/${budget}`}>
                {words.signIn}
              </a>
            </p>
          ) : null}
          {votes && step === 'confirm' ? <ConfirmForm {...given} /> : null}
          {votes && step === 'look' ? <ChooseForm {...given} /> : null}
          {result ? <ShareCard {...given} result={result} /> : null}
          {result ? <ResultCards {...given} result={result} /> : null}
          {!votes && !result ? <ProjectsCard {...given} /> : null}
          {props.status === 'open' && step === 'look' ? <NoticeBar tone="info">{words.noPhone}</NoticeBar> : null}
        </div>
        <div>{step === 'look' ? <HowCard {...given} /> : null}</div>
      </div>
    </Frame>
  )
}
