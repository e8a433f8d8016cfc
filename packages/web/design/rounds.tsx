// Today's stairways: how long nobody has looked, what is open there, and the two taps.
import type { PageContext, Pages } from '@yishi/contract/pages'
import type { PatrolMatter, Round } from '@yishi/contract/patrol'
import { deadlineInWords } from '../words/moments.ts'
import { patrolWords } from '../words/patrol.ts'
import { ShapeIcon } from './icons.tsx'
import { Card } from './parts.tsx'

type Given = { props: Pages['patrol']; context: PageContext }

/** On the screen at once; the others unfold. */
const SHOWN = 12

const Matters = ({ matters, props, context: { lang } }: Given & { matters: readonly PatrolMatter[] }) => {
  const words = patrolWords[lang]
  if (matters.length === 0) return null
  return (
    <ul className="round-matters">
      {matters.map(({ matter, title, place, todo, due, overdue }) => {
        const moment = due && deadlineInWords(due, props.asOf, lang)
        return (
          <li key={matter} className={overdue ? 'tone-bad' : 'tone-info'}>
            <ShapeIcon shape={overdue ? 'octagon' : 'ring'} />
            <a href={`/console/matters/${matter}`}>{title}</a>
            <span className="meta">
              {[words.todos[todo], place, moment && (overdue ? words.overdue(moment) : words.due(moment))]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const sinceWords = ({ days }: Round, lang: PageContext['lang']): string => {
  const words = patrolWords[lang]
  if (days === null) return words.never
  return days === 0 ? words.today : words.days(days)
}

const RoundItem = ({ round, ...given }: Given & { round: Round }) => {
  const { lang } = given.context
  const words = patrolWords[lang]
  const { node, name, code, days, matters } = round
  return (
    <li
      className="round"
      data-node={node}
      data-name={name}
      {...(code ? { 'data-code': code } : {})}
      {...(days === 0 ? { 'data-seen': '' } : {})}
    >
      <h3>{name}</h3>
      <p className="meta" data-days="" data-today={words.today}>
        {sinceWords(round, lang)}
      </p>
      <Matters matters={matters} {...given} />
      <div className="actions">
        <form action="/patrol/looks" method="post" data-look="">
          <input type="hidden" name="community" value={given.props.community?.id ?? ''} />
          <input type="hidden" name="node" value={node} />
          <button className="button" aria-label={words.at(words.look, name)}>
            {words.look}
          </button>
        </form>
        <a className="button" href="#note" data-choose={node} aria-label={words.at(words.noteThere, name)}>
          {words.noteThere}
        </a>
      </div>
    </li>
  )
}

const List = ({ rounds, ...given }: Given & { rounds: readonly Round[] }) => (
  <ul className="rounds">
    {rounds.map((round) => (
      <RoundItem key={round.node} round={round} {...given} />
    ))}
  </ul>
)

export const Rounds = (given: Given) => {
  const words = patrolWords[given.context.lang]
  const { rounds, elsewhere } = given.props
  const others = rounds.slice(SHOWN)
  return (
    <div>
      <Card title={words.rounds}>
        <List rounds={rounds.slice(0, SHOWN)} {...given} />
        {others.length > 0 ? (
          <details>
            <summary>{words.moreRounds(others.length)}</summary>
            <List rounds={others} {...given} />
          </details>
        ) : null}
      </Card>
      {elsewhere.length > 0 ? (
        <Card title={words.elsewhere}>
          <Matters matters={elsewhere} {...given} />
        </Card>
      ) : null}
    </div>
  )
}
