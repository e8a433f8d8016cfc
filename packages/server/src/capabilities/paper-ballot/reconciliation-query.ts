// Reconciling all channels of a poll: who voted twice and why which ballot counts, what was not read, whom nothing has reached (R1.16, R1.65). Never what was chosen.
import type { Reconciliation } from '@yishi/contract/paper-ballot'
import type { PollId } from '@yishi/domain/kernel'
import { standingsOf } from '@yishi/domain/paper-ballot'
import { type Question, spoilOf } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { agendaRows, rowOfPoll } from '../poll/index.ts'
import { communityTitle } from '../territory/index.ts'

type Line = { readonly number: number; readonly name: string }
type Kept = Omit<Reconciliation['twice'][number]['ballots'][number], 'standing'>

const votedTwice = async (trx: Transaction, { community, id }: Subject<PollId>) => {
  const { rows } = await sql<Line & { ballots: Kept[] }>`
    select voter.position + 1 as number, voter.name, (
      select jsonb_agg(jsonb_build_object('number', ballot.number, 'channel', coalesce(ballot.noted_in, 'online'),
        'notedBy', person.name, 'at', to_char(ballot.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by ballot.number)
      from app.poll_ballot ballot
      left join app.person on person.community_id = ballot.community_id and person.person_id = ballot.noted_by
      where ballot.community_id = voter.community_id and ballot.ballot_id = voter.ballot_id
    ) as ballots
    from app.poll_voter voter
    where voter.community_id = ${community} and voter.poll_id = ${id} and voter.ballots > 1
    order by voter.position`.execute(trx)
  return rows
}

const notRead = async (trx: Transaction, { community, id: sheets }: Subject<PollId>) => {
  const { rows } = await sql<Reconciliation['notRead'][number]>`
    select voter.position + 1 as number, voter.name, paper.status, (
      select max(at) from app.paper_register step where step.community_id = paper.community_id
        and step.ballot_id = paper.ballot_id and step.step = 'returned') as "returnedAt"
    from app.paper_ballot paper join app.poll_voter voter using (community_id, ballot_id)
    where paper.community_id = ${community} and paper.poll_id = ${sheets}
      and paper.status in ('returned', 'read-once', 'differing') order by voter.position`.execute(trx)
  return rows
}

const decidedByThird = async (trx: Transaction, { community, id }: Subject<PollId>) => {
  const { rows } = await sql<Reconciliation['decided'][number]>`
    select voter.position + 1 as number, voter.name, step.words as reason
    from app.paper_register step join app.poll_voter voter using (community_id, ballot_id)
    where step.community_id = ${community} and step.asked = ${id} and step.step = 'settled' and step.words <> ''
    order by voter.position, step.number`.execute(trx)
  return rows
}

type Noted = Line & { readonly choice: string[]; readonly signed: boolean | null }

const whyInvalid = (question: Question, { choice, signed }: Noted): Reconciliation['invalid'][number]['why'] | null => {
  if (choice[0] === 'invalid') return signed === false ? 'unsigned' : 'unclear'
  return spoilOf(question, choice)?.code ?? null
}

/** Of questions whose marks alone may spoil a sheet, all that were noted are looked at. */
const SPOILT_BY_MARKS = ['ranked', 'scored', 'limited', 'candidates']

const countedInvalid = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  sheets: PollId,
  question: Question,
): Promise<Reconciliation['invalid']> => {
  const { rows } = await sql<Noted>`
    select voter.position + 1 as number, voter.name, ballot.choice, paper.signed
    from app.poll_voter voter
    join app.poll_ballot ballot on ballot.community_id = voter.community_id and ballot.ballot_id = voter.ballot_id
      and ballot.number = voter.holding and ballot.noted_in is not null
    join app.poll_voter sheet on sheet.community_id = voter.community_id and sheet.poll_id = ${sheets}
      and sheet.voter_id = voter.voter_id
    left join app.paper_ballot paper on paper.community_id = sheet.community_id and paper.ballot_id = sheet.ballot_id
    where voter.community_id = ${community} and voter.poll_id = ${id}
      and (ballot.choice = '{invalid}' or ${SPOILT_BY_MARKS.includes(question.type)})
    order by voter.position`.execute(trx)
  return rows.flatMap((row) => {
    const why = whyInvalid(question, row)
    return why ? [{ number: row.number, name: row.name, why }] : []
  })
}

/** Left at a door is no delivery; whoever has voted had it all the same, and is told apart. */
const notDelivered = async (trx: Transaction, { community, id }: Subject<PollId>, sheets: PollId) => {
  const { rows } = await sql<Reconciliation['notDelivered'][number]>`
    select voter.position + 1 as number, voter.name, voter.channel is not null as voted, count(step.number)::integer as attempts,
      (array_agg(step.how order by step.number desc))[1] as last
    from app.poll_voter voter
    join app.poll_voter sheet on sheet.community_id = voter.community_id and sheet.poll_id = ${sheets}
      and sheet.voter_id = voter.voter_id
    left join app.paper_register step on step.community_id = voter.community_id and step.ballot_id = sheet.ballot_id
      and (step.step = 'not-delivered' or (step.step = 'delivered' and step.how = 'left'))
    where voter.community_id = ${community} and voter.poll_id = ${id} and not exists (
      select from app.poll_proof proof where proof.community_id = voter.community_id
        and proof.ballot_id = voter.ballot_id and proof.proof = 'delivered')
    group by voter.community_id, voter.ballot_id, voter.position, voter.name, voter.channel
    order by voter.position`.execute(trx)
  return rows
}

/** Of every question that one sheet asks, the first one first. */
export const readReconciliations = async (
  trx: Transaction,
  first: Subject<PollId>,
  asOf: string,
): Promise<readonly Reconciliation[]> => {
  const all: Reconciliation[] = []
  for (const { poll_id: id } of await agendaRows(trx, first))
    all.push(await readReconciliation(trx, { ...first, id }, asOf))
  return all
}

export const readReconciliation = async (
  trx: Transaction,
  poll: Subject<PollId>,
  asOf: string,
): Promise<Reconciliation> => {
  const { question, status, rule, agenda_first: first } = await rowOfPoll(trx, poll).executeTakeFirstOrThrow()
  const sheets = { community: poll.community, id: first ?? poll.id }
  const { rows } = await sql<{ units: number; voted: number }>`
    select count(*)::integer as units, count(channel)::integer as voted from app.poll_voter
    where community_id = ${poll.community} and poll_id = ${poll.id}`.execute(trx)
  const twice = (await votedTwice(trx, poll)).map(({ ballots, ...line }) => {
    const standings = standingsOf(
      rule.precedence,
      ballots.map(({ channel }) => channel),
    )
    return { ...line, ballots: ballots.map((each, index) => ({ ...each, standing: standings[index]! })) }
  })
  return {
    poll: poll.id,
    community: await communityTitle(trx, poll.community),
    electorate: rule.electorate,
    question,
    status,
    precedence: rule.precedence,
    asOf,
    ...rows[0]!,
    twice,
    notRead: await notRead(trx, sheets),
    decided: await decidedByThird(trx, poll),
    invalid: await countedInvalid(trx, poll, sheets.id, question),
    notDelivered: await notDelivered(trx, poll, sheets.id),
  }
}
