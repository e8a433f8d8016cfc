// Claiming a unit, and what becomes of the claim: parse, find, and hand the rules what stands.
import type { ClaimHome } from '@yishi/contract/identity'
import { type ClaimCommand, type StaffHow, ownerNamed } from '@yishi/domain/identity'
import {
  type Actor,
  type ClaimId,
  type CommunityId,
  type NodeId,
  type PersonId,
  type Refused,
  type UnitId,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { peopleOfAccount } from '../territory/index.ts'
import { claim } from './capability.ts'
import { holdOwners, standingToClaim, witnessIn } from './footing.ts'

export type Acting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}
type Done = { readonly done: true } | Refused

/** 502 室 and ５０２ are the door 502. */
const doorsTyped = (door: string): readonly string[] => {
  const plain = door.normalize('NFKC').trim()
  return [plain, plain.replace(/\s*[室号]$/u, '')]
}

const placeOf = async (trx: Transaction, community: CommunityId, { node, door }: ClaimHome) => {
  const { rows } = await sql<{ unit: UnitId | null }>`
    select unit.unit_id as unit from app.node left join app.unit on unit.community_id = node.community_id
      and unit.node_id = node.node_id and unit.door = any(${[...doorsTyped(door)]}::text[])
    where node.community_id = ${community} and node.node_id = ${node}
    order by length(unit.door) desc nulls last limit 1`.execute(trx)
  return rows[0] ? { node: node as NodeId, door: doorsTyped(door)[0]!, unit: rows[0].unit } : null
}

const once = ({ key }: Acting, body: unknown) => (key === undefined ? {} : { once: { key, of: body } })

/** The answer is the same whether there is such a door, and whoever it belongs to. */
export const lodgeClaim = async (acting: Acting, community: CommunityId, asked: ClaimHome): Promise<Done> => {
  const { ctx, performer, actor } = acting
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const { person } = actor
  const id = ctx.ids('clm')
  const command = async (trx: Transaction): Promise<ClaimCommand | Refused<'node-unknown' | 'person-unknown'>> => {
    const place = await placeOf(trx, community, asked)
    if (!place) return refuse('node-unknown')
    const standing = await standingToClaim(trx, { community, person }, ctx.clock.now())
    if (!standing) return refuse('person-unknown')
    const { footing, phone, waiting, recent } = standing
    const said = { name: asked.name.trim(), phone }
    return { type: 'LodgeClaim', id, community, place, said, footing, waiting, recent }
  }
  const done = await performer.perform(ctx, claim, {
    subject: { community, id },
    command,
    actor,
    ...once(acting, asked),
  })
  return isRefused(done) ? done : { done: true }
}

type Lying = { readonly by: PersonId; readonly unit: UnitId | null; readonly name: string; readonly phone: string }

const lying = async (trx: Transaction, { community, id }: Subject): Promise<Lying | null> => {
  const { rows } = await sql<Lying>`
    select person_id as by, unit_id as unit, name, phone from app.claim
    where community_id = ${community} and claim_id = ${id}`.execute(trx)
  return rows[0] ?? null
}

/** Asked under the same account, in whichever community the other name is. */
const isOwn = async ({ ctx, actor }: Acting, account: string | null): Promise<boolean> =>
  actor.kind === 'person' &&
  account !== null &&
  (await peopleOfAccount(ctx.db, account)).some(({ person }) => person === actor.person)

/** The claim is held already, so that what is found here stays. */
const found = async (acting: Acting, trx: Transaction, subject: Subject) => {
  const said = await lying(trx, subject)
  if (!said) return null
  const { community } = subject
  const standing = await standingToClaim(trx, { community, person: said.by }, acting.ctx.clock.now())
  const owners = await holdOwners(trx, { community, person: said.by, account: standing?.account ?? null }, said.unit)
  const asker = acting.actor.kind === 'person' ? acting.actor.person : null
  const witness = asker ? await witnessIn(trx, { community, person: asker }, owners) : { owns: false, pending: false }
  return {
    said,
    owners,
    witness,
    footing: standing?.footing ?? ('on-roster' as const),
    own: await isOwn(acting, standing?.account ?? null),
  }
}
type Found = NonNullable<Awaited<ReturnType<typeof found>>>

const actOn = async (
  acting: Acting,
  subject: Subject<ClaimId>,
  commandOf: (found: Found) => ClaimCommand,
  body: unknown,
): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = async (trx: Transaction) => {
    const stands = await found(acting, trx, subject)
    return stands ? commandOf(stands) : refuse('claim-unknown')
  }
  const done = await performer.perform(ctx, claim, { subject, command, actor, ...once(acting, body) })
  return isRefused(done) ? done : { done: true }
}

export type StaffConfirmation = { readonly owner: string; readonly how: StaffHow; readonly reason: string }

export const confirmByStaff = (acting: Acting, subject: Subject<ClaimId>, asked: StaffConfirmation): Promise<Done> =>
  actOn(
    acting,
    subject,
    ({ owners, footing, own, witness }) => ({
      type: 'ConfirmClaim',
      owner: owners.find(({ person }) => person === asked.owner) ?? null,
      footing,
      how: asked.how,
      reason: asked.reason,
      own,
      witness,
    }),
    asked,
  )

/** The row is found by the name that was claimed: nobody chooses whom somebody else is. */
export const confirmByOwner = (acting: Acting, subject: Subject<ClaimId>): Promise<Done> =>
  actOn(
    acting,
    subject,
    ({ said, owners, footing, own, witness }) => ({
      type: 'ConfirmClaim',
      owner: ownerNamed(said, owners),
      footing,
      how: null,
      reason: '',
      own,
      witness,
    }),
    'confirm',
  )

export const doubtClaim = (acting: Acting, subject: Subject<ClaimId>): Promise<Done> =>
  actOn(acting, subject, ({ own, witness }) => ({ type: 'DoubtClaim', own, witness }), 'doubt')

export const refuseClaim = (acting: Acting, subject: Subject<ClaimId>, reason: string): Promise<Done> =>
  actOn(acting, subject, ({ own }) => ({ type: 'RefuseClaim', reason, own }), reason)

export const withdrawClaim = (acting: Acting, subject: Subject<ClaimId>): Promise<Done> =>
  actOn(acting, subject, ({ own }) => ({ type: 'WithdrawClaim', own }), 'withdraw')
