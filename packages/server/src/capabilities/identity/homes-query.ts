// What a resident is told of their own standing as an owner: their doors once confirmed, their claim while it waits, and nothing of anybody else's home.
import type { HomePage, HomeStanding } from '@yishi/contract/identity'
import { CLAIM_HOLDS, MOST_CLAIMS, type RosterOwner, fitOf, mayBeVouched, ownerNamed } from '@yishi/domain/identity'
import { type CommunityId, type Instant, type PersonId, later } from '@yishi/domain/kernel'
import { maskPhone } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import { JOIN_PLACE, NODE_NAME } from './place-name.ts'
import './tables.ts'

export type Someone = { readonly community: CommunityId; readonly person: PersonId }

/** All rows of the account in this community. */
const self = ({ community, person }: Someone) => sql`
  select self.person_id from app.person self where self.community_id = ${community} and (self.person_id = ${person}
    or self.account_id = (select account_id from app.person where community_id = ${community} and person_id = ${person}))`

const ownedBy = async (trx: Transaction, { community, person }: Someone): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select concat_ws(' ', ${NODE_NAME}, unit.door) as name from app.ownership held
    join app.unit using (community_id, unit_id) join app.node using (community_id, node_id) ${JOIN_PLACE}
    where held.community_id = ${community} and held.person_id = ${person} order by node.path, unit.door`.execute(trx)
  return rows.map(({ name }) => name)
}

type Made = {
  readonly claim: string
  readonly status: string
  readonly place: string
  readonly name: string
  readonly reason: string
  readonly lodgedAt: Instant
  readonly lapsesAt: Instant
  readonly decidedAt: Instant | null
}

const AT = (column: string) =>
  sql<Instant>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const lastClaims = async (trx: Transaction, someone: Someone): Promise<readonly Made[]> => {
  const { rows } = await sql<Made>`
    select claim.claim_id as claim, claim.status, concat_ws(' ', ${NODE_NAME}, claim.door) as place, claim.name,
      claim.reason, ${AT('claim.lodged_at')} as "lodgedAt", ${AT('claim.lapses_at')} as "lapsesAt",
      ${AT('claim.decided_at')} as "decidedAt"
    from app.claim join app.node using (community_id, node_id) ${JOIN_PLACE}
    where claim.community_id = ${someone.community} and claim.person_id in (${self(someone)})
    order by claim.lodged_at desc, claim.claim_id limit ${MOST_CLAIMS * 2}`.execute(trx)
  return rows
}

type Waiting = Pick<Made, 'claim' | 'place' | 'name' | 'lodgedAt'> & {
  readonly phone: string
  readonly doubted: boolean
  readonly owners: readonly RosterOwner[]
}

/** Claims of the homes that somebody owns and that wait; the owners with them, to see whom they could mean. */
const claimsOfHomes = async (trx: Transaction, someone: Someone): Promise<readonly Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select claim.claim_id as claim, concat_ws(' ', ${NODE_NAME}, claim.door) as place, claim.name, claim.phone,
      claim.doubted, ${AT('claim.lodged_at')} as "lodgedAt", (
        select coalesce(jsonb_agg(jsonb_build_object('person', owner.person_id, 'name', owner.name, 'phone', owner.phone,
          'account', case when owner.account_id is null then 'none' else 'living' end, 'signedUp', null)), '[]')
        from app.ownership held join app.person owner using (community_id, person_id)
        where held.community_id = claim.community_id and held.unit_id = claim.unit_id) as owners
    from app.claim join app.ownership mine using (community_id, unit_id)
    join app.node using (community_id, node_id) ${JOIN_PLACE}
    where claim.community_id = ${someone.community} and claim.status = 'pending' and mine.person_id = ${someone.person}
      and claim.person_id not in (${self(someone)})
    order by claim.lodged_at`.execute(trx)
  return rows
}

const asMayVouch = (waiting: readonly Waiting[], { person }: Someone): HomePage['asked'] =>
  waiting.flatMap(({ claim, place, name, phone, doubted, lodgedAt, owners }) => {
    const meant = ownerNamed({ name, phone }, owners)
    if (doubted || !meant || meant.person === person || !mayBeVouched(fitOf({ name, phone }, meant))) return []
    return [{ claim, place, name, phone: maskPhone(phone), lodgedAt }]
  })

const stairsOf = async (trx: Transaction, community: CommunityId): Promise<HomePage['stairs']> => {
  const { rows } = await sql<HomePage['stairs'][number]>`
    select node.node_id as node, ${NODE_NAME} as name from app.node ${JOIN_PLACE}
    where node.community_id = ${community}
      and exists (select from app.unit where unit.community_id = node.community_id and unit.node_id = node.node_id)
    order by node.path`.execute(trx)
  return rows
}

const signedUp = async (trx: Transaction, { community, person }: Someone) => {
  const { rows } = await sql<{ signedUp: boolean; proved: boolean }>`
    select p.signed_up as "signedUp", coalesce(u.phone_number_verified, false) as proved
    from app.person p left join auth."user" u on u.id = p.account_id
    where p.community_id = ${community} and p.person_id = ${person}`.execute(trx)
  return rows[0] ?? { signedUp: false, proved: false }
}

type Stand = Pick<HomePage, 'standing' | 'owned' | 'waiting' | 'refused' | 'asked' | 'stairs'>

const standingFrom = (
  { signedUp, proved }: { readonly signedUp: boolean; readonly proved: boolean },
  { owned, claims, now }: { owned: readonly string[]; claims: readonly Made[]; now: Instant },
): HomePage['standing'] => {
  if (owned.length > 0) return 'owner'
  if (claims.some(({ status }) => status === 'pending')) return 'waits'
  if (!signedUp) return 'on-roster'
  if (!proved) return 'phone-unproved'
  const recent = claims.filter(({ lodgedAt }) => lodgedAt > later(now, -CLAIM_HOLDS))
  return recent.length >= MOST_CLAIMS ? 'too-many' : 'may-claim'
}

export const homeOf = async (trx: Transaction, someone: Someone, now: Instant): Promise<Stand> => {
  const owned = await ownedBy(trx, someone)
  const claims = await lastClaims(trx, someone)
  const standing = standingFrom(await signedUp(trx, someone), { owned, claims, now })
  const waiting = claims.find(({ status }) => status === 'pending') ?? null
  const last = claims[0]
  return {
    standing,
    owned,
    waiting: waiting && {
      claim: waiting.claim,
      place: waiting.place,
      name: waiting.name,
      lodgedAt: waiting.lodgedAt,
      lapsesAt: waiting.lapsesAt,
    },
    refused:
      last?.status === 'refused' && owned.length === 0
        ? { place: last.place, reason: last.reason, at: last.decidedAt ?? last.lodgedAt }
        : null,
    asked: owned.length > 0 ? asMayVouch(await claimsOfHomes(trx, someone), someone) : [],
    stairs: standing === 'may-claim' ? await stairsOf(trx, someone.community) : [],
  }
}

/** For whoever is not on a list of owners: whether they wait for their identity to be confirmed. */
export const claimWaits = async (trx: Transaction, someone: Someone): Promise<boolean> => {
  const { rows } = await sql`
    select from app.claim where community_id = ${someone.community} and status = 'pending'
      and person_id in (${self(someone)}) limit 1`.execute(trx)
  return rows.length > 0
}

/** One's standing wherever one is somebody, each community once, under the row that one acts as. */
export const standingsOf = async (trx: Transaction, persons: readonly Someone[]): Promise<readonly HomeStanding[]> => {
  const communities = [...new Map(persons.toReversed().map((each) => [each.community, each])).values()].toReversed()
  const standings: HomeStanding[] = []
  for (const someone of communities) {
    const owned = await ownedBy(trx, someone)
    const waits = owned.length === 0 && (await claimWaits(trx, someone))
    const { name } = await trx
      .selectFrom('community')
      .select('name')
      .where('id', '=', someone.community)
      .executeTakeFirstOrThrow()
    const standing = owned.length > 0 ? 'confirmed' : waits ? 'waits' : 'none'
    // Whoever stands on the roster as something else is not asked on every visit whether they are an owner too.
    if (standing === 'none' && !(await signedUp(trx, someone)).signedUp) continue
    standings.push({ community: someone.community, name, standing, owned })
  }
  return standings
}
