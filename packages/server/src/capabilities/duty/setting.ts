// Setting a roster anew: its node, people and parties are looked up in the same community first.
import type { SetDuty } from '@yishi/contract/duty'
import type { DutyCommand, Shift } from '@yishi/domain/duty'
import { type Actor, type CommunityId, type NodeId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Performer } from '../../kernel/perform.ts'
import { duty } from './capability.ts'
import { rosterIdOf } from './store.ts'

export type DutyAskRefusal = 'node-unknown' | 'holder-unknown'

const idsOf = (shifts: readonly Shift[], of: 'person' | 'party'): readonly string[] => [
  ...new Set(shifts.flatMap((shift) => shift[of] ?? [])),
]

const allHere = async (trx: Transaction, community: CommunityId, shifts: readonly Shift[]): Promise<boolean> => {
  const [people, parties] = [idsOf(shifts, 'person'), idsOf(shifts, 'party')]
  const { rows } = await sql<{ found: number }>`
    select (select count(*) from app.person where community_id = ${community} and person_id = any(${people}::text[]))
      + (select count(*) from app.party where community_id = ${community} and party_id = any(${parties}::text[])) as found`.execute(
    trx,
  )
  return rows[0]?.found === people.length + parties.length
}

const knowsNode = async (ctx: Context, community: CommunityId, node: string): Promise<boolean> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const row = await trx
      .selectFrom('node')
      .select('node_id')
      .where('community_id', '=', community)
      .where('node_id', '=', node as NodeId)
      .executeTakeFirst()
    return row !== undefined
  })

type Setting = { readonly ctx: Context; readonly performer: Performer; readonly actor: Actor }

export const setDuty = async (
  { ctx, performer, actor }: Setting,
  community: CommunityId,
  { node, shifts: asked, revision }: Pick<SetDuty, 'node' | 'shifts' | 'revision'>,
): Promise<{ readonly done: true } | Refused> => {
  if (node !== null && !(await knowsNode(ctx, community, node))) return refuse('node-unknown')
  const subject = { community, id: rosterIdOf(community, node as NodeId | null) }
  const shifts = asked as readonly Shift[]
  const command = async (trx: Transaction): Promise<DutyCommand | Refused<DutyAskRefusal>> =>
    (await allHere(trx, community, shifts)) ? { type: 'SetDuty', shifts, seen: revision } : refuse('holder-unknown')
  const performed = await performer.perform(ctx, duty, { subject, command, actor })
  return isRefused(performed) ? performed : { done: true }
}
