// Ballots on paper, one A4 sheet for each unit, laid out for the printer of the browser (RULES R1.53).
import type { PageContext, Pages } from '@yishi/contract/pages'
import { type Question, isPreference, marksOf } from '@yishi/domain/poll'
import { Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, Heading, QrFigure } from '../design/parts.tsx'
import { CandidateBoxes } from '../design/candidate-boxes.tsx'
import { PreferenceBoxes } from '../design/preference-boxes.tsx'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { paperWordsFor } from '../words/paper-of-people.ts'
import { pollAgendaWords } from '../words/poll-agenda.ts'
import { choiceText } from '../words/poll.ts'
import { preferenceSentences } from '../words/preference.ts'
import { preferenceSheetWords, sheetNames, voidingSentences } from '../words/preference-sheet.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['paper-ballots']; context: PageContext }
type Sheet = Pages['paper-ballots']['sheets'][number]

const Choose = ({ props: { poll, path, stairways, rule }, context: { lang } }: Given) => {
  const words = paperWordsFor(rule.electorate, lang)
  return (
    <form className="plate-choice" action={`/polls/${poll}/paper`} method="get">
      <div className="field">
        <label htmlFor="path">{words.stairway}</label>
        <select id="path" name="path">
          <option value="" selected={path === ''}>
            {words.all}
          </option>
          {stairways.map((each) => (
            <option key={each.path} value={each.path} selected={each.path === path}>
              {words.stairwayOf(each.name, each.of)}
            </option>
          ))}
        </select>
      </div>
      <Send tone="plain">{words.show}</Send>
      <button className="button button-main" type="button" data-print="" hidden>
        {words.print}
      </button>
    </form>
  )
}

const Boxes = ({ question, lang }: { question: Question; lang: PageContext['lang'] }) => (
  <ul className="ballot-boxes">
    {[...marksOf(question), 'abstain'].map((key) => (
      <li key={key}>
        <span className="ballot-box" aria-hidden="true" />
        {choiceText(question, key, lang)}
      </li>
    ))}
  </ul>
)

const BoxesOf = ({ question, lang }: { question: Question; lang: PageContext['lang'] }) => {
  if (question.type === 'candidates') return <CandidateBoxes question={question} lang={lang} />
  return isPreference(question) ? (
    <PreferenceBoxes question={question} lang={lang} />
  ) : (
    <Boxes question={question} lang={lang} />
  )
}

const Facts = ({ sheet, given }: { sheet: Sheet; given: Given }) => {
  const { props, context } = given
  const words = paperBallotWords[context.lang]
  const facts = [
    [sheetNames(props.rule, context.lang)?.unit ?? words.unit, sheet.name],
    ...(sheet.area ? [[words.area, words.metres(sheet.area)]] : []),
    [words.handedOut, words.date(props.day)],
    ...(props.closesAt ? [[words.until, words.deadline(props.closesAt)]] : []),
  ] as const
  return (
    <dl className="ballot-facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One warning where all questions have the same, else one for each (R1.31). */
const silences = ({ questions }: Given['props'], lang: PageContext['lang']): readonly string[] => {
  const { silence } = paperBallotWords[lang]
  const alike = new Set(questions.map(({ regime }) => regime)).size === 1
  return alike
    ? [silence[questions[0]!.regime]]
    : questions.map(({ number, regime }) => pollAgendaWords[lang].eachSilence(number, silence[regime]))
}

/** Of a question that ranks, scores or ticks: what voids the sheet. */
const voiding = ({ questions }: Given['props'], lang: PageContext['lang']): readonly string[] =>
  questions.flatMap(({ question }) => (isPreference(question) ? voidingSentences(question, lang) : []))

const Deciding = ({ props: { rule }, context: { lang } }: Given) => {
  const sentences = preferenceSentences(rule, lang)
  if (sentences.length === 0) return null
  return (
    <p className="ballot-rules">
      <strong>{preferenceSheetWords[lang].deciding}</strong>{' '}
      {`${sentences.join(lang === 'zh' ? '；' : '. ')}${lang === 'zh' ? '。' : '.'}`}
    </p>
  )
}

const Rules = ({ props, context: { lang } }: Given) => {
  const words = paperBallotWords[lang]
  const own = voiding(props, lang)
  const told = [
    ...(own.length > 0 ? own : [words.marking]),
    sheetNames(props.rule, lang)?.online ?? words.online,
    words.precedence[props.rule.precedence],
    ...(props.questions.length > 1 ? [pollAgendaWords[lang].explained] : []),
    ...silences(props, lang),
  ]
  return (
    <p className="ballot-rules">
      <strong>{words.how}</strong> {told.join(' ')}
    </p>
  )
}

type Asked = Given['props']['questions'][number]

/** The words behind a question stand on the sheet where it is the only one. */
const Asked = ({
  asked: { number, question },
  alone,
  lang,
}: {
  asked: Asked
  alone: boolean
  lang: PageContext['lang']
}) => (
  <section className="ballot-question">
    <h2>{alone ? question.text : `${number}. ${question.text}`}</h2>
    {alone && question.explanation ? <p>{question.explanation}</p> : null}
    {question.type === 'choose-some' ? <p>{paperBallotWords[lang].upTo(question.most)}</p> : null}
    <BoxesOf question={question} lang={lang} />
  </section>
)

const Signing = ({ sheet, given }: { sheet: Sheet; given: Given }) => {
  const { props, context } = given
  const { lang } = context
  const words = paperBallotWords[lang]
  const { signature, receipt } = sheetNames(props.rule, lang) ?? words
  return (
    <>
      <div className="ballot-sign">
        <p>{signature}</p>
        <p>{words.dateLine}</p>
      </div>
      <div className="ballot-receipt">
        <p>{receipt(sheet.name, sheet.code)}</p>
        <p className="ballot-line">{words.received}</p>
      </div>
    </>
  )
}

/** Set smaller, so that everything with its signature stands on one side of A4. */
const ROOMY_OPTIONS = 6
const fillsSheet = (question: Question): boolean => isPreference(question) && question.options.length > ROOMY_OPTIONS

const SheetFigure = ({ sheet, given }: { sheet: Sheet; given: Given }) => {
  const { props, context } = given
  const { lang } = context
  const words = paperBallotWords[lang]
  const many = props.questions.length > 1 || props.questions.some(({ question }) => fillsSheet(question))
  return (
    <article className={many ? 'ballot ballot-many' : 'ballot'} data-code={sheet.code}>
      <header className="ballot-head">
        <div>
          <p className="ballot-title">{sheetNames(props.rule, lang)?.head ?? words.head}</p>
          <p>{props.community.name}</p>
          <p>
            {words.number} <strong className="num">{sheet.code}</strong>
          </p>
        </div>
        <QrFigure svg={sheet.svg} label={words.qr(sheet.code)} />
      </header>
      <Facts sheet={sheet} given={given} />
      {props.questions.map((asked) => (
        <Asked key={asked.number} asked={asked} alone={props.questions.length === 1} lang={lang} />
      ))}
      <Rules {...given} />
      <Deciding {...given} />
      <Signing sheet={sheet} given={given} />
    </article>
  )
}

export const PaperBallotsPage: Page<'paper-ballots'> = (given) => {
  const { props, context } = given
  const words = paperWordsFor(props.rule.electorate, context.lang)
  return (
    <Frame context={context} title={words.title} owner={props.community} layout="paper">
      <div className="screen-only">
        <Heading title={words.title}>{words.count(props.sheets.length)}</Heading>
        <Card>
          <p>{sheetNames(props.rule, context.lang)?.lead ?? words.lead}</p>
          {props.left > 0 ? <p>{words.left(props.left)}</p> : null}
          <Choose {...given} />
          <p className="hint">{words.printHint}</p>
          {props.sheets.length === 0 ? <p>{words.none}</p> : null}
        </Card>
      </div>
      {props.sheets.map((sheet) => (
        <SheetFigure key={sheet.code} sheet={sheet} given={given} />
      ))}
    </Frame>
  )
}
