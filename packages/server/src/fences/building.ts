// Builds the town of the fence tests: two communities of one street office, their nodes, parties, people and one lamp-post.
import type { CommunityId } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { adoptLibrary } from '../capabilities/matter/index.ts'
import {
  addNode,
  addPerson,
  addPlace,
  foundCommunity,
  foundStreetOffice,
  writeRoster,
} from '../capabilities/territory/index.ts'
import type { Context } from '../kernel/context.ts'
import type { Transaction } from '../kernel/database/tables.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import { TEST_START } from '../testing/context.ts'
import { SECRETS } from './secrets.ts'
import { PARTIES, PEOPLE, STAFF_ELSEWHERE, nodeId, partyId, personId } from './people.ts'

export const SUN: CommunityId = 'com_sun'
export const MOON: CommunityId = 'com_moon'
export const COMMITTEE_ELSEWHERE = 'pty_moon'
const found = (trx: Transaction, ctx: Context, id: CommunityId, name: string) => {
  const committee = {
    id: id === SUN ? partyId('committee') : (COMMITTEE_ELSEWHERE as `pty_${string}`),
    name,
    phone: null,
  }
  const community = {
    id,
    name,
    kind: 'residential',
    streetOffice: 'sto_lake',
    committee,
    place: ctx.ids('plc'),
  } as const
  return foundCommunity(trx, community, TEST_START)
}

const buildSun = async (trx: Transaction, ctx: Context): Promise<string> => {
  await found(trx, ctx, SUN, '晨光居民区')
  const parties = Object.entries(PARTIES)
    .filter(([key]) => key !== 'committee')
    .map(([key, { name, role }]) => {
      const first = key !== 'otherProperty'
      return { party: partyId(key as keyof typeof PARTIES), role, name, phone: null, first }
    })
  await writeRoster(trx, SUN, { ...NO_ROWS, parties }, TEST_START)
  for (const key of ['G1', 'G2'])
    await addNode(
      trx,
      SUN,
      { id: nodeId(key), key, kind: 'grid', name: `${key}网格`, parent: null, place: ctx.ids('plc') },
      TEST_START,
    )
  const building = { id: nodeId('B1'), key: 'B1', kind: 'building', name: '1号楼', place: ctx.ids('plc') } as const
  await addNode(trx, SUN, { ...building, parent: nodeId('G1') }, TEST_START)
  await settlePeople(trx)
  await settleHomes(trx)
  await adoptLibrary(trx, SUN, TEST_START)
  const lamp = { id: ctx.ids('plc'), kind: 'lamp-post', key: '7', name: '7号路灯杆', label: '北门左手边' } as const
  return addPlace(trx, SUN, { ...lamp, node: { id: nodeId('B1'), path: 'G1.B1' } }, TEST_START)
}

const PATHS: Readonly<Record<string, string>> = { G1: 'G1', G2: 'G2', B1: 'G1.B1' }

const settlePeople = async (trx: Transaction) => {
  for (const [key, { name, phone, role, ...more }] of Object.entries(PEOPLE)) {
    const node = 'node' in more ? { id: nodeId(more.node), path: PATHS[more.node]! } : null
    const party = 'party' in more ? partyId(more.party) : null
    const hats = [{ role, node, party }]
    await addPerson(trx, SUN, { id: personId(key), name, phone, hats }, TEST_START)
  }
}

const settleHomes = (trx: Transaction) => {
  const flat = { node: nodeId('B1'), use: 'flat', area: '60.00' } as const
  const units = [
    { unit: 'unt_b1', door: SECRETS.flat, ...flat },
    { unit: 'unt_b2', door: '1102', ...flat },
  ] as const
  const ownerships = [{ unit: 'unt_b2', person: personId('raiser'), share: '1/1' }] as const
  return writeRoster(trx, SUN, { ...NO_ROWS, units: [...units], ownerships: [...ownerships] }, TEST_START)
}

const buildMoon = async (trx: Transaction, ctx: Context) => {
  await found(trx, ctx, MOON, '月影居民区')
  const { name, phone } = STAFF_ELSEWHERE
  const hats = [{ role: 'staff', node: null, party: COMMITTEE_ELSEWHERE } as const]
  await addPerson(trx, MOON, { id: personId('elsewhere'), name, phone, hats }, TEST_START)
  await adoptLibrary(trx, MOON, TEST_START)
}

/** Returns the code on the lamp-post before building 1. */
export const buildTown = async (ctx: Context): Promise<string> => {
  const office = { id: 'sto_lake', name: '翠湖街道', district: '湖区' } as const
  await inCommunities(ctx.db, [], (trx) => foundStreetOffice(trx, office))
  await inCommunities(ctx.db, [MOON], (trx) => buildMoon(trx, ctx))
  return inCommunities(ctx.db, [SUN], (trx) => buildSun(trx, ctx))
}
