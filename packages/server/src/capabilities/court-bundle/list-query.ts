// The list of a vote byte for byte as it was frozen, from which its digest is made; and the votes themselves without names.
import type { PollId } from '@yishi/domain/kernel'
import type { Voter } from '@yishi/domain/poll'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

type Row = Omit<Voter, 'unit' | 'person'> & NonNullable<Voter['unit']>

/** Whoever was chosen to vote for a unit since was nobody on the list: of several owners none stood there as its voter. */
const frozen = ({ unit, use, owners, undelivered, ...row }: Row): Voter => ({
  ...row,
  person: owners.length === 1 ? owners[0]!.person : null,
  unit: { unit, use, undelivered, owners },
})

/** From this place on, in the order of the list. */
export const listFrom = async (
  trx: Transaction,
  { community, id }: Subject<PollId>,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly Voter[]> => {
  const { rows } = await sql<Row>`
    select voter_id as voter, voter.ballot_id as ballot, party_id as party, name, path, head, zone, amounts,
      unit_id as unit, unit_use as use, undelivered, coalesce((
        select jsonb_agg(jsonb_build_object('person', person_id, 'name', owner.name, 'share', share) order by person_id)
        from app.poll_owner owner where owner.community_id = voter.community_id and owner.ballot_id = voter.ballot_id
      ), '[]') as owners
    from app.poll_voter voter where community_id = ${community} and poll_id = ${id} and position >= ${from} and position < ${from + most}
    order by position`.execute(trx)
  return rows.map(frozen)
}
