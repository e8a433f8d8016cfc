// One ballot on paper: its facts, its questions with their boxes, how it is marked, and where it is signed; one page of A4, or several with the same number and code (RULES R1.53).
import type { PageContext, Pages } from '@yishi/contract/pages'
import { type Question, byKind, isPreference, marksOf } from '@yishi/domain/poll'
import { CandidateBoxes } from '../design/candidate-boxes.tsx'
import { QrFigure } from '../design/parts.tsx'
import { PreferenceBoxes } from '../design/preference-boxes.tsx'
import { paperBallotWords } from '../words/paper-ballot.ts'
import { pollAgendaWords } from '../words/poll-agenda.ts'
import { choiceText } from '../words/poll.ts'
import { preferenceSentences } from '../words/preference.ts'
import { preferenceSheetWords, sheetNames, voidingSentences } from '../words/preference-sheet.ts'

type Given = { props: Pages['paper-ballots']; context: PageContext }
type Sheet = Pages['paper-ballots']['sheets'][number]

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

const BoxesOf = ({ question, lang }: { question: Question; lang: PageContext['lang'] }) =>
  byKind(question, {
    proposal: (each) => <Boxes question={each} lang={lang} />,
    options: (each) => <Boxes question={each} lang={lang} />,
    preference: (each) => <PreferenceBoxes question={each} lang={lang} />,
    names: (each) => <CandidateBoxes question={each} lang={lang} />,
  })

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

/** Of a question that ranks, scores or ticks and stands alone: what voids the sheet; beside others that is told with each. */
const voiding = ({ questions }: Given['props'], lang: PageContext['lang']): readonly string[] =>
  questions.length > 1
    ? []
    : questions.flatMap(({ question }) => (isPreference(question) ? voidingSentences(question, lang) : []))

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

/** Some of several questions tell themselves how they are filled in. */
const saysHow = ({ questions }: Given['props']): boolean =>
  questions.length > 1 && questions.some(({ question }) => isPreference(question))

const Rules = ({ props, context: { lang } }: Given) => {
  const words = paperBallotWords[lang]
  const own = voiding(props, lang)
  const told = [
    ...(props.pages.length > 1 ? [words.pages(props.pages.length)] : []),
    ...(own.length > 0 ? own : [saysHow(props) ? words.markingBeside : words.marking]),
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
type Part = Given['props']['pages'][number][number]

/** Of an election whose names go over several pages, those of this one. */
const onPage = (question: Question, { names }: Part): Question =>
  question.type === 'candidates' && names
    ? { ...question, options: question.options.filter(({ key }) => names.includes(key)) }
    : question

type AskedGiven = { asked: Asked; part: Part; alone: boolean; lang: PageContext['lang'] }

/** The words behind a question stand on the sheet where it is the only one. */
const Asked = ({ asked: { number, question }, part, alone, lang }: AskedGiven) => {
  const continued = part.continued ? paperBallotWords[lang].continued : ''
  return (
    <section className="ballot-question">
      <h2>{alone ? question.text : `${number}. ${question.text}${continued}`}</h2>
      {alone && question.explanation ? <p>{question.explanation}</p> : null}
      {question.type === 'choose-some' ? <p>{paperBallotWords[lang].upTo(question.most)}</p> : null}
      <BoxesOf question={onPage(question, part)} lang={lang} />
      {!alone && isPreference(question) ? <p>{voidingSentences(question, lang, true).join(' ')}</p> : null}
    </section>
  )
}

/** Those of one page, in their order. */
const Questions = ({ given, at }: { given: Given; at: number }) => {
  const { questions, pages } = given.props
  return (pages[at] ?? []).map((part) => {
    const asked = questions.find(({ number }) => number === part.number)
    return asked ? (
      <Asked
        key={`${part.number} ${part.continued}`}
        asked={asked}
        part={part}
        alone={questions.length === 1}
        lang={given.context.lang}
      />
    ) : null
  })
}

const SignLine = ({ given }: { given: Given }) => {
  const { props, context } = given
  const words = paperBallotWords[context.lang]
  const { signature } = sheetNames(props.rule, context.lang) ?? words
  return (
    <div className="ballot-sign">
      <p>{signature}</p>
      <p>{words.dateLine}</p>
    </div>
  )
}

const Signing = ({ sheet, given }: { sheet: Sheet; given: Given }) => {
  const { props, context } = given
  const words = paperBallotWords[context.lang]
  const { receipt } = sheetNames(props.rule, context.lang) ?? words
  return (
    <>
      <SignLine given={given} />
      <div className="ballot-receipt">
        <p>{receipt(sheet.name, sheet.code)}</p>
        <p className="ballot-line">{words.received}</p>
      </div>
    </>
  )
}

type PageGiven = { sheet: Sheet; given: Given; at: number }

/** Which of how many it is, on every page of a sheet of several. */
const PageNumber = ({ given: { props, context }, at }: Omit<PageGiven, 'sheet'>) =>
  props.pages.length > 1 ? (
    <p className="ballot-page-number num">{paperBallotWords[context.lang].pageOf(at + 1, props.pages.length)}</p>
  ) : null

/** The same number, code and home as on the first page, and a signature of its own: a page that came apart is known, and one that is missing is missed. */
const FurtherPage = ({ sheet, given, at }: PageGiven) => {
  const words = paperBallotWords[given.context.lang]
  return (
    <article className="ballot ballot-many ballot-further" data-page-of={sheet.code}>
      <header className="ballot-head">
        <div>
          <p>
            <strong>{sheet.name}</strong> · {words.number} <strong className="num">{sheet.code}</strong>
          </p>
          <PageNumber given={given} at={at} />
          <p>{words.pageSigned}</p>
        </div>
        <QrFigure svg={sheet.svg} label={words.qr(sheet.code)} />
      </header>
      {given.props.pages[at]?.length === 0 ? <p>{words.pageEmpty}</p> : <Questions given={given} at={at} />}
      <SignLine given={given} />
    </article>
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
  const kind = many ? 'ballot ballot-many' : 'ballot'
  return (
    <article className={kind} data-code={sheet.code}>
      <header className="ballot-head">
        <div>
          <p className="ballot-title">{sheetNames(props.rule, lang)?.head ?? words.head}</p>
          <p>{props.community.name}</p>
          <p>
            {words.number} <strong className="num">{sheet.code}</strong>
          </p>
          <PageNumber given={given} at={0} />
        </div>
        <QrFigure svg={sheet.svg} label={words.qr(sheet.code)} />
      </header>
      <Facts sheet={sheet} given={given} />
      {props.pages[0]?.length === 0 ? <p>{words.questionsFollow}</p> : <Questions given={given} at={0} />}
      <Rules {...given} />
      <Deciding {...given} />
      <Signing sheet={sheet} given={given} />
    </article>
  )
}

/** Printed on both sides, no unit begins on the back of another. */
const BlankBack = ({ lang }: { lang: PageContext['lang'] }) => (
  <p className="ballot-blank">{paperBallotWords[lang].blankBack}</p>
)

/** All pages of one sheet, the first one first. */
export const SheetPages = ({ sheet, given }: { sheet: Sheet; given: Given }) => (
  <>
    <SheetFigure sheet={sheet} given={given} />
    {given.props.pages.slice(1).map((_, index) => (
      <FurtherPage key={index} sheet={sheet} given={given} at={index + 1} />
    ))}
    {given.props.pages.length > 1 && given.props.pages.length % 2 === 1 ? (
      <BlankBack lang={given.context.lang} />
    ) : null}
  </>
)
