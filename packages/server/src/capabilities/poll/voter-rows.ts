// Writing the list of a poll: its voters, the owners of their units, and the proofs of what reached them, each in one statement however many there are.
import type { Instant } from '@yishi/domain/kernel'
import type { Electorate, PollEvent, Voter } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

const rowOf = ({ voter, ballot, person, party, unit, ...rest }: Voter, position: number) => ({
  voter_id: voter,
  ballot_id: ballot,
  person_id: person,
  party_id: party,
  unit_id: unit?.unit ?? null,
  unit_use: unit?.use ?? null,
  undelivered: unit?.undelivered ?? false,
  position,
  ...rest,
})

const ownersOf = ({ ballot, unit }: Voter) => (unit?.owners ?? []).map((owner) => ({ ballot_id: ballot, ...owner }))

export const insertVoters = async (trx: Transaction, { community, id }: Subject, electorate: Electorate) => {
  if (!('voters' in electorate) || electorate.voters.length === 0) return
  await sql`
    insert into app.poll_voter (community_id, poll_id, voter_id, ballot_id, position, person_id, party_id, name, path,
      head, zone, unit_id, unit_use, undelivered, amounts)
    select ${community}, ${id}, voter_id, ballot_id, position, person_id, party_id, name, path,
      head, zone, unit_id, unit_use, undelivered, amounts
    from jsonb_to_recordset(${JSON.stringify(electorate.voters.map(rowOf))}::jsonb) as row (voter_id text, ballot_id text,
      position integer, person_id text, party_id text, name text, path text, head integer, zone text, unit_id text,
      unit_use text, undelivered boolean, amounts jsonb)`.execute(trx)
  const owners = electorate.voters.flatMap(ownersOf)
  if (owners.length === 0) return
  await sql`
    insert into app.poll_owner (community_id, poll_id, ballot_id, person_id, name, share)
    select ${community}, ${id}, ballot_id, person, name, share
    from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as row (ballot_id text, person text, name text, share text)`.execute(
    trx,
  )
}

/** For every question of one agenda alike: a sheet is delivered once. The first evidence stays; who is not on the list is not noticed. */
export const insertProofs = (
  trx: Transaction,
  { community, id }: Subject,
  { proof, voters, evidence, by }: Extract<PollEvent, { type: 'ProofsRecorded' }>,
  at: Instant,
) =>
  sql`
    insert into app.poll_proof (community_id, poll_id, ballot_id, proof, evidence, recorded_by, at)
    select community_id, poll_id, ballot_id, ${proof}, ${evidence}, ${by}, ${at} from app.poll_voter
    where community_id = ${community} and poll_id in (
      select poll_id from app.poll where community_id = ${community} and (poll_id = ${id} or agenda_first = ${id})
    ) and voter_id = any(${[...voters]}::text[])
    on conflict do nothing`.execute(trx)
