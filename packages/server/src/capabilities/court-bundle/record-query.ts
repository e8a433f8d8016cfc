// What a vote left behind, gathered for a court: every unit with its proofs and ballots, every line of the registers, the counts and the notices.
import type { BundledCount, BundledNotice, BundledStep, BundledUnit, CourtRecord } from '@yishi/contract/court-bundle'
import type { Channel, ProofKind } from '@yishi/domain/poll'
import type { Instant, NoticeId, PhotoId, PollId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { readPublic } from '../notice/index.ts'

const moment = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

type Part = { readonly from: number; readonly most: number }

/** From this place of the list on: each unit with its ballots, proofs and owners. */
export const unitsFrom = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  { from, most }: Part,
): Promise<readonly BundledUnit[]> => {
  const { rows } = await sql<BundledUnit>`
    with part as materialized (
      select * from app.poll_voter
      where community_id = ${community} and poll_id = ${id} and position >= ${from} and position < ${from + most}
    ), ballot as (
      select ballot_id, jsonb_agg(jsonb_build_object('number', kept.number, 'channel', coalesce(noted_in, 'online'), 'choice', choice,
        'at', ${moment('kept.at')}, 'notedBy', person.name, 'notedIn', noted_in, 'holds', kept.number = part.holding) order by kept.number) as all
      from part join app.poll_ballot kept using (community_id, ballot_id)
      left join app.person on person.community_id = kept.community_id and person.person_id = kept.noted_by group by 1
    ), proof as (
      select ballot_id, jsonb_agg(jsonb_build_object('proof', proof, 'evidence', evidence, 'by', coalesce(person.name, ''),
        'at', ${moment('kept.at')}) order by kept.at, proof) as all
      from part join app.poll_proof kept using (community_id, ballot_id)
      left join app.person on person.community_id = kept.community_id and person.person_id = kept.recorded_by group by 1
    ), owner as (
      select ballot_id, jsonb_agg(jsonb_build_object('name', owner.name, 'share', share) order by owner.person_id) as all
      from part join app.poll_owner owner using (community_id, ballot_id) group by 1
    )
    select position + 1 as number, name, amounts ->> 'area' as area, head, zone, coalesce(owner.all, '[]') as owners,
      coalesce(ballot.all, '[]') as ballots, coalesce(proof.all, '[]') as proofs
    from part left join ballot using (ballot_id) left join proof using (ballot_id) left join owner using (ballot_id)
    order by position`.execute(trx)
  return rows
}

/** Of how many units each proof is on file, and how many ballots hold through each channel. */
export const sumsOf = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<CourtRecord['sums']> => {
  const proved = await sql<{ proof: ProofKind; units: number }>`
    select proof, count(distinct ballot_id)::integer as units from app.poll_proof
    where community_id = ${community} and poll_id = ${id} group by 1`.execute(trx)
  const channels = await sql<{ channel: Channel; ballots: number }>`
    select coalesce(kept.noted_in, 'online') as channel, count(*)::integer as ballots from app.poll_voter voter
    join app.poll_ballot kept using (community_id, ballot_id)
    where voter.community_id = ${community} and voter.poll_id = ${id} and kept.number = voter.holding group by 1`.execute(
    trx,
  )
  return {
    proved: Object.fromEntries(proved.rows.map(({ proof, units }) => [proof, units])),
    channels: Object.fromEntries(channels.rows.map(({ channel, ballots }) => [channel, ballots])),
  }
}

export type Step = Omit<BundledStep, 'scan'> & { readonly photo: PhotoId | null; readonly place: number }
export type StepMark = Pick<Step, 'number' | 'place'>

/** The lines of the registers after this one, unit by unit: of the sheet as a whole, which goes by the first question, and of this question alone where each has its own. */
export const stepsAfter = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  { after, most }: { readonly after: StepMark; readonly most: number },
): Promise<readonly Step[]> => {
  const { rows } = await sql<Step>`
    select voter.position + 1 as number, voter.name, step, step.number as place, issue, how, words, told, warned, signed,
      signed_by as "signedBy", assistance, choice, companion, coalesce(person.name, '') as by, seen_at as "seenAt", step.at,
      photo_id as photo
    from app.poll asked
    join app.poll_voter voter on voter.community_id = asked.community_id and voter.poll_id = coalesce(asked.agenda_first, asked.poll_id)
    join app.paper_register step on step.community_id = voter.community_id and step.ballot_id = voter.ballot_id
    left join app.person on person.community_id = step.community_id and person.person_id = step.person_id
    where asked.community_id = ${community} and asked.poll_id = ${id} and coalesce(step.asked, ${id}) = ${id}
      and (voter.position + 1, step.number) > (${after.number}, ${after.place})
    order by voter.position, step.number limit ${most}`.execute(trx)
  return rows
}

export const countsOf = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
): Promise<readonly BundledCount[]> => {
  const { rows } = await sql<BundledCount>`
    select number, coalesce(person.name, '') as by, entered.at, figures
    from app.poll_count entered left join app.person using (community_id, person_id)
    where entered.community_id = ${community} and entered.poll_id = ${id} order by number`.execute(trx)
  return rows
}

type Told = BundledNotice['told'][number]
type Hung = BundledNotice['hung'][number]

/** The words of an objection, and neither name nor number of who lodged it. */
const besideNotice = async (trx: Transaction, { community, id }: Subject<NoticeId>) => {
  const told = await sql<Told>`
    select body as text, status, lodged_at as "lodgedAt", answer, upheld, answered_at as "answeredAt" from app.objection
    where community_id = ${community} and notice_id = ${id} order by lodged_at`.execute(trx)
  const hung = await sql<Hung>`
    select name, hung_at as "hungAt", taken_at as "takenAt" from app.notice_spot
    where community_id = ${community} and notice_id = ${id} order by position`.execute(trx)
  return { told: told.rows, hung: hung.rows }
}

export const noticesOf = async (
  trx: Transaction,
  { community }: Subject<PollId>,
  { notices, now }: { readonly notices: Readonly<Record<BundledNotice['of'], NoticeId | null>>; readonly now: Instant },
): Promise<readonly BundledNotice[]> => {
  const found: BundledNotice[] = []
  for (const kind of ['agenda', 'result'] as const) {
    const id = notices[kind]
    const shown = id && (await readPublic(trx, { community, id }, now))
    if (shown) found.push({ of: kind, ...shown, ...(await besideNotice(trx, { community, id })) })
  }
  return found
}
