// Electing people by name: who stands with what they say of themselves, and the one list on which an owner marks them; no script is needed.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { type CandidatesQuestion, openSeats } from '@yishi/domain/poll'
import { Send } from '../design/fields.tsx'
import { Card } from '../design/parts.tsx'
import { candidatesWords } from '../words/candidates.ts'
import { pollWords } from '../words/poll.ts'
import { PollProblem } from './poll-problem.tsx'

type Given = { props: Pages['poll']; context: PageContext }
type Asked = Given & { question: CandidatesQuestion }
type Candidate = CandidatesQuestion['options'][number]

const How = ({ question, context: { lang } }: Asked) => {
  const words = candidatesWords[lang]
  const seats = openSeats(question)
  return (
    <>
      <p className="candidates-seats">{words.seats(seats, question.committee)}</p>
      <p className="hint">{`${words.passes} ${words.tie[question.tie]}`}</p>
    </>
  )
}

/** For whoever cannot mark them here and now. */
export const CandidatesCard = (given: Asked) => (
  <Card title={candidatesWords[given.context.lang].title} className="candidates">
    <How {...given} />
    <ol>
      {given.question.options.map(({ key, text, profile }) => (
        <li key={key}>
          <h3>{text}</h3>
          <p>{profile}</p>
        </li>
      ))}
    </ol>
  </Card>
)

type Marking = Asked & { candidate: Candidate; marked: readonly string[] }

const Each = ({ candidate: { key, text, profile }, marked, context: { lang } }: Marking) => {
  const words = candidatesWords[lang]
  const marks = [
    [key, words.for],
    [`${key}:against`, words.against],
    ['abstain', words.abstain],
  ] as const
  const abstained = marked.length > 0 && !marked.some((mark) => mark.split(':')[0] === key)
  return (
    <fieldset className="candidate">
      <legend>{text}</legend>
      <p>{profile}</p>
      <div className="candidate-marks">
        {marks.map(([mark, label]) => (
          <label className="choice" key={mark}>
            <input
              type="radio"
              name={`mark-${key}`}
              value={mark}
              defaultChecked={mark === 'abstain' ? abstained : marked.includes(mark)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Tick = ({ candidate: { key, text, profile }, marked }: Marking) => (
  <div className="candidate">
    <label htmlFor={key} className="choice">
      <input
        id={key}
        type="checkbox"
        name="choice"
        value={key}
        defaultChecked={marked.includes(key)}
        aria-describedby={`${key}-profile`}
      />
      <span>{text}</span>
    </label>
    <p id={`${key}-profile`}>{profile}</p>
  </div>
)

const AbstainAll = ({ marked, lang }: { marked: readonly string[]; lang: PageContext['lang'] }) => (
  <label htmlFor="abstain" className="choice">
    <input id="abstain" type="checkbox" name="choice" value="abstain" defaultChecked={marked.includes('abstain')} />
    <span>{candidatesWords[lang].abstainAll}</span>
  </label>
)

export const CandidatesForm = (given: Asked) => {
  const { props, context, question } = given
  const { poll, standing, choice, mine } = props
  const { lang } = context
  const words = candidatesWords[lang]
  const marked = choice.length > 0 ? choice : (mine?.choice ?? [])
  const Name = question.marking === 'each' ? Each : Tick
  return (
    <Card title={standing === 'has-voted' ? pollWords[lang].mayChange : words.mine} className="poll-form candidates">
      <How {...given} />
      <p>
        <strong>{words.how[question.marking](openSeats(question))}</strong>
      </p>
      <form method="post" action={`/polls/${poll}#answer`}>
        <input type="hidden" name="step" value="confirm" />
        {question.options.map((candidate) => (
          <Name key={candidate.key} {...given} candidate={candidate} marked={marked} />
        ))}
        {question.marking === 'limited' ? <AbstainAll marked={marked} lang={lang} /> : null}
        <PollProblem props={props} context={context} />
        <Send tone={standing === 'has-voted' ? 'plain' : 'main'}>{pollWords[lang].next}</Send>
      </form>
    </Card>
  )
}
