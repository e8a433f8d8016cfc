// A shared budget on paper: an A4 sheet for each voter, laid out for the printer of the browser.
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { LocalDate } from '@yishi/domain/calendar'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, QrFigure } from '../design/parts.tsx'
import { budgetPaperWords } from '../words/budget-paper.ts'
import { moneyInWords } from '../words/budget.ts'
import { fullDay } from '../words/moments.ts'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { preferenceSheetWords } from '../words/preference-sheet.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['budget-paper']; context: PageContext }
type Sheet = Given['props']['sheets'][number]

/** Nothing can be printed before it is laid out. */
const LayOut = ({ laidOut, lang }: { laidOut: boolean; lang: PageContext['lang'] }) => {
  const printed = paperBallotWords[lang]
  if (!laidOut) return <Send>{printed.layOut}</Send>
  return (
    <>
      <Send tone="plain">{printed.show}</Send>
      <button className="button button-main" type="button" data-print="" hidden>
        {printed.print}
      </button>
    </>
  )
}

const Choose = ({ props: { budget, path, parts, sheets }, context: { lang } }: Given) => {
  const words = budgetPaperWords[lang]
  const printed = paperBallotWords[lang]
  return (
    <form className="plate-choice" action={`/budgets/${budget}/paper`} method="get">
      <div className="field">
        <label htmlFor="path">{words.where}</label>
        <select id="path" name="path">
          <option value="" selected={path === ''}>
            {words.choose}
          </option>
          <option value="*" selected={path === '*'}>
            {printed.all}
          </option>
          {parts
            .filter((part) => part.path !== '')
            .map((part) => (
              <option key={part.path} value={part.path} selected={part.path === path}>
                {words.partOf(part.name, part.of)}
              </option>
            ))}
        </select>
      </div>
      <LayOut laidOut={sheets.length > 0} lang={lang} />
    </form>
  )
}

type Facts = readonly (readonly [string, string])[]

export const BallotFacts = ({ facts }: { facts: Facts }) => (
  <dl className="ballot-facts">
    {facts
      .filter(([, text]) => text !== '')
      .map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
  </dl>
)

const Projects = ({ props: { projects }, context: { lang } }: Given) => (
  <ul className="ballot-boxes ballot-projects">
    {projects.map(({ id, name, cost, place, note }) => (
      <li key={id}>
        <span className="ballot-box" aria-hidden="true" />
        <span>
          {`${id}. ${name}`}
          <small>{[place, note].filter(Boolean).join(' · ')}</small>
        </span>
        <span className="money">{moneyInWords(cost, lang)}</span>
      </li>
    ))}
  </ul>
)

/** Set smaller, so that everything with its signature stands on one side of A4. */
const ROOMY_PROJECTS = 8

const SheetFigure = ({ sheet, given }: { sheet: Sheet; given: Given }) => {
  const { props, context } = given
  const { lang } = context
  const words = budgetPaperWords[lang]
  const printed = paperBallotWords[lang]
  const people = preferenceSheetWords[lang]
  const many = props.projects.length > ROOMY_PROJECTS
  const facts: Facts = [
    [people.person, sheet.name],
    [words.home, sheet.place],
    [printed.handedOut, fullDay(props.day as LocalDate, lang)],
    [words.until, words.untilDay(fullDay(props.lastDay as LocalDate, lang))],
  ]
  return (
    <article className={many ? 'ballot ballot-many' : 'ballot'} data-code={sheet.code}>
      <header className="ballot-head">
        <div>
          <p className="ballot-title">{words.head}</p>
          <p>{props.community.name}</p>
          <p>
            {printed.number} <strong className="num">{sheet.code}</strong>
          </p>
        </div>
        <QrFigure svg={sheet.svg} label={printed.qr(sheet.code)} />
      </header>
      <BallotFacts facts={facts} />
      <section className="ballot-question">
        <h2>{props.title}</h2>
        <p>{words.money(moneyInWords(props.amount, lang), props.projects.length)}</p>
        <p>
          <strong>{words.tick}</strong>
        </p>
        <Projects {...given} />
      </section>
      <p className="ballot-rules">
        <strong>{printed.how}</strong>{' '}
        {[words.void, words.shares, words.online, words.secret].join(lang === 'zh' ? '' : ' ')}
      </p>
      <div className="ballot-sign">
        <p>{people.signatures.residents}</p>
        <p>{printed.dateLine}</p>
      </div>
      <div className="ballot-receipt">
        <p>{people.receipt(sheet.name, sheet.code)}</p>
        <p className="ballot-line">{printed.received}</p>
      </div>
    </article>
  )
}

export const BudgetPaperPage: Page<'budget-paper'> = (given) => {
  const { props, context } = given
  const words = budgetPaperWords[context.lang]
  const printed = paperBallotWords[context.lang]
  return (
    <Frame context={context} title={words.title} owner={props.community} layout="paper">
      <div className="screen-only">
        <Heading title={words.title}>{printed.count(props.sheets.length)}</Heading>
        <Card>
          <p>{words.lead}</p>
          {props.left > 0 ? <p>{words.left(props.left)}</p> : null}
          <Choose {...given} />
          <p className="hint">{printed.printHint}</p>
          {props.path !== '' && props.sheets.length === 0 ? <p>{words.none}</p> : null}
        </Card>
      </div>
      {props.sheets.map((sheet) => (
        <SheetFigure key={sheet.code} sheet={sheet} given={given} />
      ))}
    </Frame>
  )
}
