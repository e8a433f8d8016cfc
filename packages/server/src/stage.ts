// A stage for replays: an empty server whose clock is moved by hand, communities with their parties, and a login link for each of their people.
import type { CommunityId, Instant, PartyId, Role, StreetOfficeId } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { assemble } from './assembly.ts'
import { createLoginLink } from './capabilities/account/index.ts'
import { adoptLibrary } from './capabilities/matter/index.ts'
import {
  type CommunityKind,
  addPerson,
  foundCommunity,
  foundStreetOffice,
  writeRoster,
} from './capabilities/territory/index.ts'
import { startServer } from './index.ts'
import { manualClock } from './kernel/clock.ts'
import type { Context, Log } from './kernel/context.ts'
import type { Transaction } from './kernel/database/tables.ts'
import { inCommunities } from './kernel/database/tenancy.ts'
import { advanceByDue } from './kernel/due.ts'
import type { Settings } from './settings.ts'
import { performer } from './wiring.ts'

export type StagedParty = { readonly key: string; readonly name: string; readonly role: Role }
export type StagedCommunity = {
  readonly name: string
  readonly kind: CommunityKind
  readonly streetOffice: StreetOfficeId | null
  /** The first one is the committee. */
  readonly parties: readonly [StagedParty, ...StagedParty[]]
}
export type Staged = {
  readonly community: CommunityId
  /** The code on the plate of the whole community. */
  readonly place: string
  /** One person for each party, with a one-time link to sign in by. */
  readonly people: readonly { readonly key: string; readonly party: PartyId; readonly link: string }[]
}

type Member = StagedParty & { readonly party: PartyId }

const settleParties = async (trx: Transaction, ctx: Context, community: CommunityId, others: readonly Member[]) => {
  const roles = new Set<Role>(['staff'])
  const parties = others.map(({ party, name, role }) => {
    const first = !roles.has(role)
    roles.add(role)
    return { party, role, name, phone: null, first }
  })
  await writeRoster(trx, community, { ...NO_ROWS, parties }, ctx.clock.now())
}

const placeCode = async (trx: Transaction, community: CommunityId): Promise<string> => {
  const { code } = await trx
    .selectFrom('place')
    .select('code')
    .where('community_id', '=', community)
    .where('kind', '=', 'community')
    .executeTakeFirstOrThrow()
  return code
}

const stageCommunity = async (ctx: Context, { parties, ...about }: StagedCommunity): Promise<Staged> => {
  const community = ctx.ids('com')
  const at = ctx.clock.now()
  const [committee, ...others] = parties.map((each): Member => ({ ...each, party: ctx.ids('pty') }))
  const members = [committee!, ...others].map((each) => ({ ...each, person: ctx.ids('per') }))
  const place = await inCommunities(ctx.db, [community], async (trx) => {
    const desk = { id: committee!.party, name: committee!.name, phone: null }
    await foundCommunity(trx, { ...about, id: community, committee: desk, place: ctx.ids('plc') }, at)
    await settleParties(trx, ctx, community, others)
    await adoptLibrary(trx, community, at)
    for (const { person, name, role, party } of members)
      await addPerson(trx, community, { id: person, name, phone: null, hats: [{ role, node: null, party }] }, at)
    return placeCode(trx, community)
  })
  const people = []
  for (const { key, party, person } of members)
    people.push({ key, party, link: await createLoginLink(ctx, { community, person }) })
  return { community, place, people }
}

const stageOffice = async (ctx: Context, name: string): Promise<StreetOfficeId> => {
  const id = ctx.ids('sto')
  await inCommunities(ctx.db, [], (trx) => foundStreetOffice(trx, { id, name, district: '' }))
  return id
}

export type Stage = {
  readonly url: string
  readonly context: Context
  readonly work: (kinds: readonly string[]) => Promise<void>
  readonly advanceTo: (at: Instant) => Promise<void>
  readonly office: (name: string) => Promise<StreetOfficeId>
  readonly found: (community: StagedCommunity) => Promise<Staged>
  readonly close: () => Promise<void>
}

export type StageOptions = {
  readonly start: Instant
  readonly log?: Log
  /** Also do the jobs, grow the ledger, and wake what is due. */
  readonly background?: boolean
}

/** Without `background` nothing happens by itself: only `advanceTo` brings what falls due. */
export const openStage = async (
  settings: Settings,
  { start, log, background = false }: StageOptions,
): Promise<Stage> => {
  const clock = manualClock(start)
  const { url, context, work, close } = await startServer(settings, {
    assemble: assemble({ demo: true }),
    clock,
    background,
    ...(log ? { log } : {}),
  })
  advanceByDue(clock, context, performer)
  return {
    url,
    context,
    work,
    close,
    advanceTo: clock.advanceTo,
    office: (name) => stageOffice(context, name),
    found: (community) => stageCommunity(context, community),
  }
}
