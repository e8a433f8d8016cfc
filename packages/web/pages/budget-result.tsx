// What a shared budget came to: the projects chosen and who paid for them, what one's own share paid for, and how anybody checks it.
import type { BudgetResult } from '@yishi/contract/budget'
import type { PageContext, Pages } from '@yishi/contract/pages'
import { compare, firstShare, readFraction, shown } from '@yishi/domain/budget'
import { Card } from '../design/parts.tsx'
import { budgetWords, moneyInWords } from '../words/budget.ts'
import { listText } from '../words/list-text.ts'

export type BudgetGiven = { props: Pages['budget']; context: PageContext }
type Decided = BudgetGiven & { result: BudgetResult }

const share = (text: string): string => shown(readFraction(text))

const Winners = ({ props: { projects }, context: { lang }, result }: Decided) => {
  const words = budgetWords[lang]
  return (
    <ul className="projects">
      {result.winners.map(({ id, cap }) => {
        const { name = id, cost = '0' } = projects.find((project) => project.id === id) ?? {}
        return (
          <li key={id}>
            <strong>{name}</strong>
            <span className="money">{moneyInWords(cost, lang)}</span>
            <small>
              {`${words.votes(result.votes[id] ?? 0)} · ${cap ? words.each(moneyInWords(share(cap), lang)) : words.filled}`}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

const Others = ({ props: { projects }, context: { lang }, result }: Decided) => {
  const words = budgetWords[lang]
  const others = projects.filter(({ id }) => !result.winners.some((winner) => winner.id === id))
  return others.length === 0 ? null : (
    <Card title={words.others}>
      <ul className="projects">
        {others.map(({ id, name, cost }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="money">{moneyInWords(cost, lang)}</span>
            <small>{words.votes(result.votes[id] ?? 0)}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each))

const ByVotes = ({ props: { projects }, context: { lang }, result }: Decided) => {
  const words = budgetWords[lang]
  const same = sameSet(
    result.byVotes,
    result.winners.map(({ id }) => id),
  )
  const names = result.byVotes.map((id) => projects.find((project) => project.id === id)?.name ?? id)
  return (
    <Card title={words.byVotes}>
      <p>{same ? words.byVotesSame : words.byVotesOther(listText(names, lang))}</p>
    </Card>
  )
}

const CheckCard = ({ props: { budget, command }, context: { lang } }: Decided) => {
  const words = budgetWords[lang]
  return (
    <Card title={words.checkTitle}>
      <p>{words.checkLead}</p>
      <code className="proof">{command}</code>
      <p className="poll-links">
        <a className="button" href={`/budgets/${budget}/ballots.pb`} download="">
          {words.download}
        </a>
      </p>
    </Card>
  )
}

/** How many of the ballots came by which way. */
const Channels = ({ props: { channels }, context: { lang }, result }: Decided) => {
  const words = budgetWords[lang]
  if (!channels) return null
  const { online, desk, paper, unread } = channels
  return (
    <>
      {result.ballots > 0 ? <p className="meta">{words.channels(online, desk, paper)}</p> : null}
      {unread > 0 ? <p className="meta">{words.unread(unread)}</p> : null}
    </>
  )
}

export const ResultCards = (given: Decided) => {
  const { props, context, result } = given
  const words = budgetWords[context.lang]
  return (
    <>
      <Card title={words.chosen} className="poll-result">
        {result.winners.length === 0 ? <p>{words.none}</p> : <Winners {...given} />}
        <p className="meta">
          {words.spent(moneyInWords(result.cost, context.lang), moneyInWords(props.amount, context.lang))}
        </p>
        <Channels {...given} />
      </Card>
      <Others {...given} />
      <ByVotes {...given} />
      <CheckCard {...given} />
    </>
  )
}

/** What everybody began with, and how far it was raised because money was left. */
const Shares = ({ props: { amount }, context: { lang }, result }: Decided) => {
  const words = budgetWords[lang]
  if (result.ballots === 0) return null
  const first = firstShare(amount, result.ballots)
  const raised = compare(readFraction(result.share), first) > 0
  return (
    <p>
      {words.shareOf(moneyInWords(shown(first), lang))}
      {raised ? `${lang === 'zh' ? '' : ' '}${words.raisedTo(moneyInWords(share(result.share), lang))}` : ''}
    </p>
  )
}

export const ShareCard = (given: Decided) => {
  const { props, context } = given
  const { projects, mine } = props
  const { lang, signedIn } = context
  const words = budgetWords[lang]
  if (!mine?.spent && !signedIn) return null
  const name = (id: string) => projects.find((project) => project.id === id)?.name ?? id
  return (
    <Card title={words.yourShare} className="your-share">
      <Shares {...given} />
      {mine?.spent ? (
        <>
          {mine.spent.paid.length === 0 ? <p>{words.paidNothing}</p> : null}
          <ul>
            {mine.spent.paid.map(({ id, amount }) => (
              <li key={id}>{words.paid(name(id), moneyInWords(amount, lang))}</li>
            ))}
          </ul>
          <p>{words.left(moneyInWords(mine.spent.left, lang))}</p>
        </>
      ) : (
        <p>{words.notVoted}</p>
      )}
    </Card>
  )
}

export const HowCard = ({ context: { lang } }: BudgetGiven) => {
  const words = budgetWords[lang]
  return (
    <Card title={words.how}>
      <ol className="rule-tests">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  )
}
