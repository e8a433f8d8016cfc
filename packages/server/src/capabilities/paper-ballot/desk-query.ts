// Reading the paper of a poll: how far each stairway is, its units, and one sheet with its register; what was read on it is shown to the third alone.
import type { PaperAct, PaperDesk, PaperSheet, PaperStep, PaperUnit } from '@yishi/contract/paper-ballot'
import { type BallotId, type PersonActor, type PollId, isRefused } from '@yishi/domain/kernel'
import { type Marks, type PaperCommand, type StandingPaper, differing, paperRules } from '@yishi/domain/paper-ballot'
import { PROOFS } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { agendaRows } from '../poll/index.ts'
import { scansOfSheet } from './scan/scan-query.ts'
import { readPaper } from './store.ts'

/** Of units on the list: a stairway by its building and its name, any other node by its name. */
export const namesOfPaths = async (trx: Transaction, { community }: Subject<PollId>) => {
  const { rows } = await sql<{ path: string; name: string }>`
    select node.path, case when node.kind = 'stairway' then concat_ws(' ', above.name, node.name) else node.name end as name
    from app.node left join app.node above on above.community_id = node.community_id and above.node_id = node.parent_id
    where node.community_id = ${community}`.execute(trx)
  const names = new Map(rows.map(({ path, name }) => [path, name]))
  return (path: string): string => names.get(path) ?? ''
}

/** What is beside a unit is looked up by its own key: right after a large list was drawn up, a join would be planned for a handful. */
const UNITS = (poll: Subject<PollId>) => sql`
  select voter.community_id, voter.ballot_id, voter.voter_id as voter, voter.position, voter.name, voter.path, voter.amounts, coalesce(voter.channel, other.channel) as channel,
    coalesce(paper.status, 'out') as status, coalesce(paper.issue, 1) as issue, coalesce(paper.checked_in, false) as "checkedIn", proxy.name as proxy, paper.signed,
    proof.delivered, proof.proven
  from app.poll_voter voter
  left join (
    select further.voter_id, min(further.channel) as channel
    from app.poll question join app.poll_voter further using (community_id, poll_id)
    where question.community_id = ${poll.community} and question.agenda_first = ${poll.id} and question.status <> 'withdrawn'
    group by 1
  ) other on other.voter_id = voter.voter_id
  left join app.paper_proxy proxy on proxy.community_id = voter.community_id and proxy.ballot_id = voter.ballot_id
  left join app.paper_ballot paper on paper.community_id = voter.community_id and paper.ballot_id = voter.ballot_id
  cross join lateral (
    select coalesce(bool_or(proof = 'delivered'), false) as delivered, count(*) = ${PROOFS.length} as proven from app.poll_proof
    where community_id = voter.community_id and ballot_id = voter.ballot_id
  ) proof
  where voter.community_id = ${poll.community} and voter.poll_id = ${poll.id}`

type Stairway = PaperDesk['stairways'][number]

/** List, sheets, proofs and failures are laid one below the other, and each ballot is looked at once. */
const stairwaysOf = async (trx: Transaction, poll: Subject<PollId>): Promise<Stairway[]> => {
  const here = sql`where community_id = ${poll.community} and poll_id = ${poll.id}`
  const { rows } = await sql<Omit<Stairway, 'name'>>`
    with known as (
      select ballot_id, path, channel is not null as voted, null as status, false as checked_in, false as delivered, false as failed
      from app.poll_voter ${here}
      union all select ballot_id, null, false, status, checked_in, false, false from app.paper_ballot ${here}
      union all select ballot_id, null, false, null, false, true, false from app.poll_proof ${here} and proof = 'delivered'
      union all select ballot_id, null, false, null, false, false, true from app.paper_register ${here} and step = 'not-delivered'
    ), unit as (
      select max(path) as path, bool_or(voted) as voted, max(status) as status, bool_or(checked_in) as checked_in,
        bool_or(delivered) as delivered, bool_or(failed) as failed
      from known group by ballot_id
    )
    select path, count(*)::integer as of, (count(*) filter (where checked_in))::integer as "checkedIn",
      (count(*) filter (where delivered))::integer as delivered,
      (count(*) filter (where failed and not delivered))::integer as failed,
      (count(*) filter (where status = 'returned'))::integer as returned,
      (count(*) filter (where status = 'read-once'))::integer as reading,
      (count(*) filter (where status = 'differing'))::integer as differing,
      (count(*) filter (where status = 'settled'))::integer as settled,
      (count(*) filter (where voted))::integer as voted
    from unit group by path order by path`.execute(trx)
  const nameOf = await namesOfPaths(trx, poll)
  return rows.map((row) => ({ ...row, name: nameOf(row.path) }))
}

const NONE = {
  of: 0,
  checkedIn: 0,
  delivered: 0,
  failed: 0,
  returned: 0,
  reading: 0,
  differing: 0,
  settled: 0,
  voted: 0,
}

const totalOf = (stairways: readonly Stairway[]): PaperDesk['total'] =>
  stairways.reduce(
    (sum, each) => ({
      of: sum.of + each.of,
      checkedIn: sum.checkedIn + each.checkedIn,
      delivered: sum.delivered + each.delivered,
      failed: sum.failed + each.failed,
      returned: sum.returned + each.returned,
      reading: sum.reading + each.reading,
      differing: sum.differing + each.differing,
      settled: sum.settled + each.settled,
      voted: sum.voted + each.voted,
    }),
    NONE,
  )

/** What is on the desk: whoever has a free hand takes the next of them. */
const MOST_WAITING = 200

/** Where paper lies, for whoever prints it. */
export const printedStairways = async (trx: Transaction, { community, id }: Subject<PollId>) => {
  const { rows } = await sql<{ path: string; of: number }>`
    select path, count(*)::integer as of from app.poll_voter where community_id = ${community} and poll_id = ${id}
    group by path order by path`.execute(trx)
  const nameOf = await namesOfPaths(trx, { community, id })
  return rows.map(({ path, of }) => ({ path, name: nameOf(path), of }))
}

export const readDesk = async (trx: Transaction, poll: Subject<PollId>): Promise<PaperDesk> => {
  const rows = await agendaRows(trx, poll)
  const { question, status, rule } = rows[0]!
  const questions = rows.map(({ poll_id: id, question: asked, status: stands }) => ({
    poll: id,
    question: asked,
    status: stands,
  }))
  const stairways = await stairwaysOf(trx, poll)
  const { rows: waiting } = await sql<PaperDesk['waiting'][number]>`
    select voter.position + 1 as number, voter.name, paper.status
    from app.paper_ballot paper join app.poll_voter voter using (community_id, ballot_id)
    where paper.community_id = ${poll.community} and paper.poll_id = ${poll.id}
      and paper.status in ('returned', 'read-once', 'differing')
    order by voter.position limit ${MOST_WAITING}`.execute(trx)
  return {
    poll: poll.id,
    electorate: rule.electorate,
    question,
    questions,
    status,
    total: totalOf(stairways),
    stairways,
    waiting,
  }
}

const UNIT = sql`voter, position + 1 as number, name, amounts, status, issue, "checkedIn", proxy, delivered, proven, channel`

/** More than one stairway has; of the whole list the first ones. */
const MOST_UNITS = 1000

export const unitsBelow = async (trx: Transaction, poll: Subject<PollId>, path: string): Promise<PaperUnit[]> => {
  const { rows } = await sql<PaperUnit>`
    select ${UNIT} from (${UNITS(poll)}) unit
    where ${path} = '' or path = ${path} or starts_with(path, ${path} || '.')
    order by position limit ${MOST_UNITS}`.execute(trx)
  return rows
}

/** A reading is one step, however many questions it answers. */
const stepsOf = async (trx: Transaction, { community, id }: Subject<BallotId>): Promise<PaperStep[]> => {
  const { rows } = await sql<PaperStep>`
    select register.step, issue, how, words, told, warned, signed, signed_by as "signedBy", assistance is not null as assisted, photo_id as photo, companion,
      coalesce(person.name, '') as by, seen_at as "seenAt"
    from app.paper_register register left join app.person using (community_id, person_id)
    where register.community_id = ${community} and register.ballot_id = ${id} and not exists (
      select from app.paper_register other where other.community_id = register.community_id
        and other.ballot_id = register.ballot_id and other.step = register.step and other.person_id = register.person_id
        and other.at = register.at and other.issue = register.issue and other.number < register.number
        and register.asked is not null)
    order by number`.execute(trx)
  return rows
}

const BACK = { where: 'paper', signed: true, whole: true, photo: null, companion: '', seenAt: null } as const

const examples = (marks: Marks, issue: number): readonly (readonly [PaperAct, PaperCommand])[] => [
  ['return', { type: 'ReturnPaper', issue, ...BACK }],
  [
    'check-in',
    { type: 'DeliverPaper', how: 'in-hall', to: '-', told: true, warned: true, companion: '', seenAt: null },
  ],
  ['read', { type: 'ReadPaper', issue, marks }],
  ['settle', { type: 'SettlePaper', issue, marks, reason: '-' }],
  ['replace', { type: 'ReplacePaper', reason: '-' }],
]

const mayOn = (paper: StandingPaper, actor: PersonActor, now: `${string}Z`): PaperAct[] => {
  const meta = { actor, now, ids: <P extends string>(prefix: P) => `${prefix}_example` as const }
  const open = paper.status === 'differing' ? differing(paper, paper) : paper.questions
  const marks: Marks = Object.fromEntries(open.map(({ poll }) => [poll, ['invalid']]))
  return examples(marks, paper.issue).flatMap(([act, command]) =>
    isRefused(paperRules.decide(paper, command, meta)) ? [] : [act],
  )
}

const namesOf = async (trx: Transaction, { community }: Subject, persons: readonly string[]) => {
  const { rows } = await sql<{ person: string; name: string }>`
    select person_id as person, name from app.person
    where community_id = ${community} and person_id = any(${[...persons]}::text[])`.execute(trx)
  return new Map(rows.map(({ person, name }) => [person, name]))
}

const copied = (marks: Marks) => Object.fromEntries(Object.entries(marks).map(([poll, choice]) => [poll, [...choice]]))

/** To the third the ones that were read differently, to everybody else all of them. */
const questionsFor = (paper: StandingPaper, may: readonly PaperAct[]): PaperSheet['questions'] => {
  const asked = paper.status === 'differing' && may.includes('settle') ? differing(paper, paper) : paper.questions
  return asked.map(({ poll, question }) => ({ poll, question }))
}

/** Two who read it do not see what the other read; the third sees both. */
const readingsFor = async (
  trx: Transaction,
  subject: Subject<BallotId>,
  paper: StandingPaper,
  may: readonly string[],
) => {
  if (paper.status !== 'differing' || !may.includes('settle')) return []
  const both = [paper.first, paper.second]
  const names = await namesOf(
    trx,
    subject,
    both.map(({ by }) => by),
  )
  return both.map(({ by, marks }) => ({ by: names.get(by) ?? '', marks: copied(marks) }))
}

type Reader = { readonly actor: PersonActor; readonly now: `${string}Z` }
type OnDesk = PaperUnit & { readonly signed: boolean | null }

export const readSheet = async (
  trx: Transaction,
  poll: Subject<PollId>,
  ballot: Subject<BallotId>,
  { actor, now }: Reader,
): Promise<PaperSheet> => {
  const { rows } = await sql<OnDesk>`
    select ${UNIT}, signed from (${UNITS(poll)}) unit where ballot_id = ${ballot.id}`.execute(trx)
  const paper = await readPaper(trx, ballot)
  const [unit] = rows
  if (!unit || paper.status === 'absent') throw new Error(`ballot ${ballot.id} is not on the list of ${poll.id}`)
  const may = mayOn(paper, actor, now)
  const readings = await readingsFor(trx, ballot, paper, may)
  return {
    ...unit,
    electorate: paper.rule.electorate,
    pages: paper.pages,
    asks: paper.questions.length,
    questions: questionsFor(paper, may),
    steps: await stepsOf(trx, ballot),
    scans: await scansOfSheet(trx, ballot),
    may,
    readings,
  }
}
