// One question put to a vote: what it means, voting in two plain steps, the receipt; and once decided, the result with its arithmetic.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { asksOwners, byKind, marksOf } from '@yishi/domain/poll'
import { BallotReceipt, CameLater, Turnout } from '../design/ballot.tsx'
import { Choices, Send } from '../design/fields.tsx'
import { Frame } from '../design/frame.tsx'
import { Card, NoticeBar, Seal } from '../design/parts.tsx'
import { pollAgendaWords } from '../words/poll-agenda.ts'
import { choiceText, choicesText, pollWords } from '../words/poll.ts'
import { ballotLines, preferenceWords } from '../words/preference.ts'
import type { ReactNode } from 'react'
import type { Page } from './page.ts'
import { CandidatesCard, CandidatesForm } from './poll-candidates.tsx'
import { After, Onwards } from './poll-onwards.tsx'
import { CheckCard, ResultCards } from './poll-outcome.tsx'
import { PollProblem } from './poll-problem.tsx'
import { RightsCard } from './poll-rights.tsx'
import { AssemblyCard, RuleCard, ToClaim, UnitsCard } from './poll-units.tsx'
import { PreferenceFields } from './preference-fields.tsx'

type Given = { props: Pages['poll']; context: PageContext }

const Head = ({ props, context: { lang } }: Given) => {
  const words = pollWords[lang]
  const { turnout, status, question, matter, rule, agenda } = props
  const place = agenda ? pollAgendaWords[lang].place(agenda.number, agenda.questions.length) : null
  const said = rule.ballotOf === 'unit' ? words.turnoutUnits : words.turnout
  return (
    <Card className="poll-head">
      <div className="formal-head">
        <Seal mark={words.mark} />
        <div>
          <p className="formal-kicker">{[place, words.status[status]].filter(Boolean).join(' · ')}</p>
          <h1>{question.text}</h1>
          <p className="meta">{words.about(matter.code)}</p>
        </div>
      </div>
      {turnout ? <Turnout {...turnout} sentence={said(turnout.cast, turnout.of)} /> : null}
      {question.explanation ? (
        <>
          <h2>{words.meaning}</h2>
          <p className="said">{question.explanation}</p>
        </>
      ) : null}
    </Card>
  )
}

const Some = (given: Given) => {
  const { props, context } = given
  const { question, choice, mine } = props
  const words = pollWords[context.lang]
  const checked = choice.length > 0 ? choice : (mine?.choice ?? [])
  return (
    <fieldset className="field choices">
      <legend>{words.chooseSome(question.type === 'choose-some' ? question.most : 1)}</legend>
      {[...marksOf(question), 'abstain'].map((key) => (
        <label htmlFor={key} className="choice" key={key}>
          <input id={key} type="checkbox" name="choice" value={key} defaultChecked={checked.includes(key)} />
          <span>{choiceText(question, key, context.lang)}</span>
        </label>
      ))}
      <PollProblem {...given} />
    </fieldset>
  )
}

const One = (given: Given) => {
  const { question, choice, mine } = given.props
  const { lang } = given.context
  const choices = [...marksOf(question), 'abstain'].map((key) => ({
    value: key,
    label: choiceText(question, key, lang),
  }))
  return (
    <>
      <Choices
        lang={lang}
        name="choice"
        label={pollWords[lang].chooseOne}
        choices={choices}
        value={choice[0] ?? mine?.choice[0] ?? null}
      />
      <PollProblem {...given} />
    </>
  )
}

const FieldsForm = ({ children, ...given }: Given & { children: ReactNode }) => {
  const { poll, asked, standing } = given.props
  const words = pollWords[given.context.lang]
  return (
    <Card title={standing === 'has-voted' ? words.mayChange : words.yourVote} className="poll-form">
      <form method="post" action={`/polls/${poll}#answer`}>
        <input type="hidden" name="step" value="confirm" />
        <input type="hidden" name="asked" value={asked} />
        {children}
        <Send tone={standing === 'has-voted' ? 'plain' : 'main'}>{words.next}</Send>
      </form>
    </Card>
  )
}

/** What is filled in, as each kind of question asks for it; names have a card each. */
const ChooseForm = (given: Given) => {
  const fields = (children: ReactNode) => <FieldsForm {...given}>{children}</FieldsForm>
  return byKind(given.props.question, {
    proposal: () => fields(<One {...given} />),
    options: ({ type }) => fields(type === 'choose-some' ? <Some {...given} /> : <One {...given} />),
    preference: (question) =>
      fields(
        <PreferenceFields {...given} question={question}>
          <PollProblem {...given} />
        </PreferenceFields>,
      ),
    names: (question) => <CandidatesForm {...given} question={question} />,
  })
}

/** An order or points line by line, marks in one line. */
const Chosen = ({ props: { question, choice }, context: { lang } }: Given) => {
  const lines = ballotLines(question, choice, lang)
  return lines ? (
    <ul className="chosen">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  ) : (
    <p className="chosen">{choicesText(question, choice, lang)}</p>
  )
}

const ConfirmForm = (given: Given) => {
  const { poll, question, choice, key, asked } = given.props
  const { lang } = given.context
  const words = pollWords[lang]
  return (
    <Card title={words.check} className="poll-form" id="answer">
      <p>{words.youChose}</p>
      <Chosen {...given} />
      <form method="post" action={`/polls/${poll}#answer`}>
        <input type="hidden" name="step" value="cast" />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="asked" value={asked} />
        {choice.map((each) => (
          <input type="hidden" name="choice" value={each} key={each} />
        ))}
        <p className="hint">{question.type === 'ranked' ? preferenceWords[lang].confirmRanked : words.confirmHint}</p>
        <Send>{words.confirm}</Send>
      </form>
      <p>
        <a className="button" href={`/polls/${poll}`}>
          {words.change}
        </a>
      </p>
    </Card>
  )
}

const Standing = ({ props, context: { lang } }: Given) => {
  const words = pollWords[lang]
  const { standing, status, mine, question, rule, agenda, openedAt, community } = props
  if (status === 'withdrawn') return <NoticeBar tone="warn">{words.standing.withdrawn}</NoticeBar>
  if (mine) {
    const chose = choicesText(question, mine.choice, lang)
    return <NoticeBar tone="ok">{mine.noted ? words.notedForYou(chose) : words.voted(chose)}</NoticeBar>
  }
  if (status === 'counting' || status === 'closed') return <NoticeBar tone="info">{words.standing.counting}</NoticeBar>
  if (status === 'preliminary') return <NoticeBar tone="info">{words.preliminary}</NoticeBar>
  if (status === 'decided' || standing === 'may-vote' || standing === 'has-voted') return null
  if (standing === 'came-later') return <CameLater openedAt={openedAt} community={community.id} lang={lang} />
  const household = standing === 'co-owner' && !asksOwners(rule)
  const all = standing === 'co-owner' && agenda ? pollAgendaWords[lang].otherOwner(agenda.questions.length) : ''
  const text = household ? words.oneForHousehold : words.standing[standing]
  return <NoticeBar tone="info">{[text, all].filter(Boolean).join(' ')}</NoticeBar>
}

export const PollPage: Page<'poll'> = (given) => {
  const { props, context } = given
  const { standing, status, step, rule, poll, question } = props
  const words = pollWords[context.lang]
  const mayChange = standing === 'has-voted' && status === 'open' && rule.precedence !== 'first' && !props.receipt
  const votes = standing === 'may-vote' || mayChange
  return (
    <Frame context={context} title={props.question.text} owner={props.community} layout="wide">
      <div className="columns columns-wide poll">
        <div>
          <After {...given} />
          <Head {...given} />
          <BallotReceipt receipt={props.receipt} lang={context.lang} />
          <Standing {...given} />
          <ToClaim {...given} />
          <UnitsCard {...given} />
          {standing === 'sign-in' ? (
            <p>
              <a className="button button-main" href={`/login?back=/polls/${poll}`}>
                {words.signIn}
              </a>
            </p>
          ) : null}
          {votes && step === 'confirm' ? <ConfirmForm {...given} /> : null}
          {votes && step === 'look' ? <ChooseForm {...given} /> : null}
          {step === 'look' ? <Onwards {...given} /> : null}
          <ResultCards {...given} />
          {question.type === 'candidates' && !votes ? <CandidatesCard {...given} question={question} /> : null}
        </div>
        <div>
          {step === 'look' ? <RuleCard {...given} /> : null}
          <AssemblyCard {...given} />
          {props.result ? <CheckCard {...given} /> : null}
          <RightsCard {...given} />
        </div>
      </div>
    </Frame>
  )
}
