// How a claim lies in its row; what becomes of the people's rows is written by the territory, whose they are.
import type { Claim, ClaimEvent } from '@yishi/domain/identity'
import type { ClaimId, Instant } from '@yishi/domain/kernel'
import type { Updateable } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import { changeNumber, takeRow } from '../territory/index.ts'
import type { ClaimRow } from './tables.ts'

const set = (trx: Transaction, { community, id }: Subject, values: Updateable<ClaimRow>) =>
  trx
    .updateTable('claim')
    .set(values)
    .where('community_id', '=', community)
    .where('claim_id', '=', id as ClaimId)
    .execute()

/** Nobody's name waits longer than their claim. */
const over = (status: 'withdrawn' | 'lapsed', at: Instant): Updateable<ClaimRow> => ({
  status,
  decided_at: at,
  name: '',
  phone: '',
})

export const claimStore = {
  async lock(trx, { community, id }): Promise<Claim> {
    const row = await trx
      .selectFrom('claim')
      .select(['claim_id', 'person_id', 'status', 'name', 'phone', 'lapses_at', 'doubted'])
      .where('community_id', '=', community)
      .where('claim_id', '=', id as ClaimId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { status: 'absent' }
    const { status, claim_id, person_id: by, name, phone, lapses_at: lapsesAt, doubted } = row
    return status === 'pending'
      ? { status, id: claim_id, community, by, said: { name, phone }, lapsesAt, doubted }
      : { status }
  },
  write: {
    ClaimLodged: (trx, { community }, { id, by, node, door, unit, said, lapsesAt }, at) =>
      trx
        .insertInto('claim')
        .values({
          community_id: community,
          claim_id: id,
          person_id: by,
          status: 'pending',
          node_id: node,
          unit_id: unit,
          door,
          ...said,
          lodged_at: at,
          lapses_at: lapsesAt,
        })
        .execute(),
    IdentityConfirmed: async (trx, subject, { by, owner, how, reason, former }, at) => {
      await takeRow(trx, { community: subject.community, owner, claimant: by, former }, at)
      await set(trx, subject, {
        status: 'confirmed',
        decided_at: at,
        owner_id: owner,
        former_id: former,
        how,
        reason,
      })
    },
    RosterNumberChanged: (trx, { community }, { owner, phone }) =>
      changeNumber(trx, { community, person: owner }, phone),
    ClaimDoubted: (trx, subject) => set(trx, subject, { doubted: true }),
    ClaimRefused: (trx, subject, { reason }, at) => set(trx, subject, { status: 'refused', decided_at: at, reason }),
    ClaimWithdrawn: (trx, subject, _, at) => set(trx, subject, over('withdrawn', at)),
    ClaimLapsed: (trx, subject, _, at) => set(trx, subject, over('lapsed', at)),
  },
} satisfies Store<Claim, ClaimEvent>
