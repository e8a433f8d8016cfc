// What the desk reads of terms: the list with what is due next, the file of one, and what a result would begin or fill.
import type { TermFile, TermLine, TermList, TermOffer } from '@yishi/contract/term'
import { localDateOf } from '@yishi/domain/calendar'
import type { CommunityId, Instant, PollId, TermId } from '@yishi/domain/kernel'
import { electedIn } from '@yishi/domain/poll'
import { actsThatOpen } from '@yishi/domain/procedure'
import { type StandingTerm, TERM_LAWS, deadlinesOf, sittingIn, termStanding } from '@yishi/domain/term'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import {
  type FoundBallot,
  ballotsUpTo,
  lastNumber,
  matchesFor,
  ownersAmong,
  runningAt,
  waitingBallots,
} from './ballots-query.ts'
import { partsOf, readTerm, rowsOfTerms, stateOfTerm } from './store.ts'

/** The running ones first, then the newest. */
export const termsIn = async (trx: Transaction, community: CommunityId): Promise<readonly StandingTerm[]> => {
  const rows = await rowsOfTerms(trx, community)
    .orderBy(sql`status <> 'running'`)
    .orderBy('until', 'desc')
    .orderBy('term_id')
    .limit(100)
    .execute()
  const parts = await partsOf(
    trx,
    community,
    rows.map(({ term_id }) => term_id),
  )
  return rows.map((row) => stateOfTerm(row, parts.get(row.term_id)!))
}

const nextOf = (term: StandingTerm): TermLine['next'] => {
  if (term.status !== 'running') return null
  const open = deadlinesOf(term).flatMap(({ step, due, done }) =>
    due !== null && done === null ? [{ step, due }] : [],
  )
  return open.toSorted((one, other) => (one.due < other.due ? -1 : 1))[0] ?? null
}

const lineOf = (term: StandingTerm): TermLine => {
  const { id, place, number, committee, from, until, status } = term
  return {
    term: id,
    place,
    number,
    committee,
    sitting: sittingIn(term).length,
    from,
    until,
    status,
    how: term.status === 'over' ? term.how : null,
    next: nextOf(term),
  }
}

export const termList = async (trx: Transaction, community: CommunityId, now: Instant): Promise<TermList> => ({
  terms: (await termsIn(trx, community)).map(lineOf),
  waiting: [...(await waitingBallots(trx, community))],
  asOf: now,
})

const deadlinesIn = (term: StandingTerm): TermFile['deadlines'] =>
  deadlinesOf(term).map(({ step, due, done }) => ({
    step,
    article: TERM_LAWS[term.law].articles[step],
    due,
    done,
    evidence: term.steps[step]?.evidence ?? '',
    last: step === 'met' ? (term.steps.met?.on ?? null) : null,
  }))

const accountsOf = async (trx: Transaction, { community, members }: StandingTerm): Promise<ReadonlySet<string>> => {
  const persons = members.flatMap(({ person }) => person ?? [])
  if (persons.length === 0) return new Set()
  const rows = await trx
    .selectFrom('person')
    .select('person_id')
    .where('community_id', '=', community)
    .where('person_id', 'in', persons)
    .where('account_id', 'is not', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

const membersIn = async (trx: Transaction, term: StandingTerm): Promise<TermFile['members']> => {
  const { members } = term
  const owners = new Set<string>(
    await ownersAmong(
      trx,
      term,
      members.flatMap(({ person }) => person ?? []),
    ),
  )
  const accounts = await accountsOf(trx, term)
  const unknown = sittingIn(term).filter(({ person }) => person === null)
  const taken = new Set<string>(sittingIn(term).flatMap(({ person }) => person ?? []))
  const found = await matchesFor(
    trx,
    term,
    unknown.map(({ name }) => name),
  )
  return members.map((member) => ({
    member: member.key,
    name: member.name,
    since: member.since,
    known: member.person !== null,
    account: member.person !== null && accounts.has(member.person),
    owns: member.person === null ? null : owners.has(member.person),
    vacancy: member.vacancy,
    rows: unknown.includes(member)
      ? found.flatMap(({ name, ...row }) => (name === member.name && !taken.has(row.person) ? [row] : []))
      : [],
  }))
}

/** Open, at a stage where a vote may be opened, with none under way; the newest first. */
const mattersToAsk = async (trx: Transaction, community: CommunityId): Promise<TermFile['matters']> => {
  const { rows } = await sql<TermFile['matters'][number]>`
    select m.matter_id as matter, m.title
    from app.matter m join app.procedure p on p.community_id = m.community_id and p.key = m.procedure_key
      and p.version = m.procedure_version
    cross join jsonb_array_elements(p.document -> 'stages') as step (at)
    where m.community_id = ${community} and m.status = 'open' and step.at ->> 'key' = m.stage and step.at ->> 'act' = any(${[...actsThatOpen('poll')]}::text[])
      and not exists (select from app.poll where poll.community_id = m.community_id and poll.matter_id = m.matter_id
        and poll.status not in ('decided', 'withdrawn'))
    order by m.raised_at desc, m.matter_id limit 20`.execute(trx)
  return rows
}

/** Those of its own committee. */
const waitingFor = async (trx: Transaction, term: StandingTerm): Promise<TermFile['waiting']> => {
  const waiting = await waitingBallots(trx, term.community)
  const offers = await Promise.all(waiting.map(({ poll }) => joining(trx, term.community, poll)))
  return waiting.filter((_, index) => offers[index]?.joins === term.id)
}

export const termFile = async (trx: Transaction, subject: Subject<TermId>, now: Instant): Promise<TermFile | null> => {
  const term = await readTerm(trx, subject)
  if (term.status === 'absent') return null
  const standing = termStanding(term, localDateOf(now))
  const asks = term.status === 'running' && standing.vacancy === 'by-election'
  return {
    ...lineOf(term),
    community: term.community,
    electedOn: term.electedOn,
    polls: [...term.ballots],
    standing,
    articles: { vacancy: TERM_LAWS[term.law].articles.vacancy },
    members: await membersIn(trx, term),
    deadlines: deadlinesIn(term),
    matters: asks ? await mattersToAsk(trx, term.community) : [],
    waiting: term.status === 'running' ? await waitingFor(trx, term) : [],
    asOf: now,
  }
}

type Joining = {
  readonly ballots: readonly FoundBallot[]
  readonly joins: TermId | null
  readonly held: StandingTerm | null
}

/** Whether a result fills seats of the term that runs, as a by-election does and what the election left open. */
const joining = async (trx: Transaction, community: CommunityId, poll: PollId): Promise<Joining | null> => {
  const ballots = await ballotsUpTo(trx, community, poll)
  const [first] = ballots
  const last = ballots.at(-1)
  if (!first || !last) return null
  const [running] = await runningAt(trx, community, first.path)
  const held = running ? await readTerm(trx, { community, id: running }) : null
  if (held?.status !== 'running') return { ballots, joins: null, held: null }
  const fills = first.question.sitting > 0 || ballots.some((each) => held.ballots.includes(each.poll))
  return fills ? { ballots: [last], joins: held.id, held } : { ballots, joins: null, held: null }
}

export const termOffer = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  now: Instant,
): Promise<TermOffer | null> => {
  const found = await joining(trx, community, id)
  const last = found?.ballots.at(-1)
  if (!found || !last) return null
  const { path, place, law, question, title, on } = last
  const elected = found.ballots.flatMap(({ poll, question: asked, allocation }) =>
    electedIn(allocation).map((choice) => ({
      poll,
      choice,
      name: asked.options.find(({ key }) => key === choice)!.text,
    })),
  )
  const rows = await matchesFor(
    trx,
    { community, path },
    elected.map(({ name }) => name),
  )
  const { years, articles } = TERM_LAWS[law]
  return {
    poll: id,
    title,
    place,
    committee: question.committee,
    sitting: found.held ? sittingIn(found.held).length : 0,
    elected: elected.map((each) => ({
      ...each,
      rows: rows.flatMap(({ name, ...row }) => (name === each.name ? [row] : [])),
    })),
    joins: found.joins,
    last: await lastNumber(trx, community, path),
    years: { ...years, article: articles.years },
    electedOn: on,
    today: localDateOf(now),
  }
}
