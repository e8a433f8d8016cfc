import { type Actor, type CommunityId, HOUR, isRefused } from '@yishi/domain/kernel'
import { FORMS, type SheetKey } from '@yishi/domain/roster'
import type { RawCell, RawSheet } from '@yishi/domain/sheet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { createPerform } from '../../kernel/perform.ts'
import { testContext } from '../../testing/context.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/database.ts'
import { addPerson, foundCommunity, placeByCode, readRoster } from '../territory/index.ts'
import { confirmRoster, previewRoster, rosterImport, workbookOf } from './index.ts'
import { largeRoster } from './testing/large-roster.ts'
import { measureRoster } from './testing/measure-roster.ts'

let fresh: FreshDatabase
let setting: ReturnType<typeof testContext>
const { perform, wake } = createPerform({ capabilities: [rosterImport], reactions: [] })

const staffOf = (community: CommunityId, person: `per_${string}` = 'per_staff'): Actor => ({
  kind: 'person',
  person,
  hats: [{ role: 'staff', community, path: '', party: null }],
})

const found = async (id: CommunityId): Promise<CommunityId> => {
  const at = setting.clock.now()
  await inCommunities(fresh.db, [id], async (trx) => {
    const committee = { id: `pty_${id}` as const, name: '居委会', phone: null }
    await foundCommunity(
      trx,
      { id, name: id, kind: 'residential', streetOffice: null, committee, place: `plc_${id}` },
      at,
    )
    const hats = [{ role: 'staff' as const, node: null, party: committee.id }]
    await addPerson(trx, id, { id: 'per_staff', name: '赵六', phone: '13700137000', hats }, at)
  })
  return id
}

beforeAll(async () => {
  fresh = await freshDatabase()
  setting = testContext(fresh.db)
})
afterAll(() => fresh.drop())

const sheet = (key: SheetKey, ...rows: RawCell[][]): RawSheet => ({
  name: FORMS[key].zh,
  rows: [FORMS[key].columns.map(({ zh }) => zh), ...rows],
})
const TREE = sheet(
  'nodes',
  ['A', '翠鑫苑', '小区', null],
  ['A-1', '1号楼', '楼', 'A'],
  ['A-1-1', '1单元', '楼道', 'A-1'],
)
const SMALL = [
  TREE,
  sheet('units', ['A-1-1', '101', '住宅', '89.60']),
  sheet('owners', ['A-1-1', '101', '𠮷田👨‍👩‍👧', '13800138000', null]),
]

const preview = async (community: CommunityId, sheets: readonly RawSheet[], actor = staffOf(community)) => {
  const shown = await previewRoster(setting.ctx, perform, { community, actor, file: await workbookOf(sheets) })
  if (isRefused(shown)) throw new Error(shown.refused)
  return shown
}
const confirm = (community: CommunityId, preview: string, actor = staffOf(community)) =>
  confirmRoster(setting.ctx, perform, { community, preview, actor })
const rosterOf = (community: CommunityId) => inCommunities(fresh.db, [community], (trx) => readRoster(trx, community))
const entriesOf = (community: CommunityId) =>
  inCommunities(fresh.db, [community], (trx) => trx.selectFrom('ledger_entry').select(['type', 'leaf']).execute())

test('nothing is written before the confirmation, everything with it, and one entry tells it without a name', async () => {
  const community = await found('com_one')
  const before = await rosterOf(community)
  const { preview: id, counts } = await preview(community, SMALL)
  expect(counts).toEqual({ new: 5, changed: 0, unchanged: 0, error: 0 })
  expect(await rosterOf(community)).toEqual(before)
  expect(await entriesOf(community)).toEqual([])
  expect(await confirm(community, id!)).toEqual({ preview: id, counts })
  const after = await rosterOf(community)
  expect(after.units).toMatchObject([{ door: '101', area: '89.60' }])
  expect(after.persons.map(({ name }) => name).toSorted()).toEqual(['赵六', '𠮷田👨‍👩‍👧'].toSorted())
  const [entry, ...rest] = await entriesOf(community)
  expect(rest).toEqual([])
  expect(entry!.type).toBe('RosterImported')
  expect(JSON.parse(entry!.leaf)).toMatchObject({ facts: { new: 5, changed: 0, unchanged: 0 }, sealed: {} })
  expect(entry!.leaf).not.toContain('𠮷')
  expect((await preview(community, SMALL)).counts).toEqual({ new: 0, changed: 0, unchanged: 5, error: 0 })
})

test('buildings and stairways of the workbook can be scanned at once', async () => {
  const { places } = await rosterOf('com_one')
  expect(places.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
    'building 翠鑫苑 1号楼',
    'community com_one',
    'stairway 翠鑫苑 1号楼 1单元',
  ])
  const rows = await inCommunities(fresh.db, ['com_one'], (trx) =>
    trx.selectFrom('place').select(['code', 'kind']).execute(),
  )
  for (const { code, kind } of rows) expect((await placeByCode(fresh, code))?.view.kind).toBe(kind)
})

test('a wrong file has no preview to confirm and leaves nothing behind', async () => {
  const community = await found('com_wrong')
  const shown = await preview(community, [...SMALL.slice(0, 2), sheet('owners', ['A-1-1', '999', '张三', null, null])])
  expect(shown).toMatchObject({ preview: null, expiresAt: null, counts: { new: 4, error: 1 } })
  expect(shown.rows[0]).toMatchObject({
    verdict: 'error',
    problems: [{ sheet: '业主', cell: 'B2', code: 'unknown-unit' }],
  })
  const kept = await inCommunities(fresh.db, [community], (trx) =>
    trx.selectFrom('roster_preview').selectAll().execute(),
  )
  expect(kept).toEqual([])
  expect((await rosterOf(community)).nodes).toEqual([])
})

test('only the committee of this very community imports, and only who has seen the preview confirms it', async () => {
  const community = await found('com_who')
  const file = await workbookOf(SMALL)
  const hats = [{ role: 'grid-worker' as const, community, path: '', party: null }]
  for (const actor of [
    staffOf('com_one'),
    { kind: 'visitor' as const },
    { kind: 'person' as const, person: 'per_g' as const, hats },
  ])
    expect(await previewRoster(setting.ctx, perform, { community, actor, file })).toEqual({ refused: 'staff-only' })
  const { preview: id } = await preview(community, SMALL)
  expect(await confirm(community, id!, staffOf(community, 'per_other'))).toEqual({ refused: 'not-your-preview' })
  expect(await confirm(community, id!, staffOf('com_one'))).toEqual({ refused: 'staff-only' })
  expect(await confirm('com_one', id!)).toEqual({ refused: 'preview-unknown' })
  expect((await rosterOf(community)).nodes).toEqual([])
})

test('a preview is over after an hour, and its names are gone with it', async () => {
  const community = await found('com_late')
  const { preview: id } = await preview(community, SMALL)
  await setting.clock.advanceTo(setting.after(HOUR - 1))
  await wake(setting.ctx, 'roster-import', { community, id: id! })
  await setting.clock.advanceTo(setting.after(1))
  expect(await confirm(community, id!)).toEqual({ refused: 'preview-expired' })
  expect(await wake(setting.ctx, 'roster-import', { community, id: id! })).toBe(true)
  expect(await confirm(community, id!)).toEqual({ refused: 'preview-unknown' })
  const kept = await inCommunities(fresh.db, [community], (trx) =>
    trx.selectFrom('roster_preview').selectAll().execute(),
  )
  expect(kept).toEqual([])
})

test('of two previews of the same state only the first confirmation is written, however close they are', async () => {
  const community = await found('com_race')
  const previews = await Promise.all([preview(community, SMALL), preview(community, SMALL), preview(community, [TREE])])
  const answers = await Promise.all(previews.map(({ preview: id }) => confirm(community, id!)))
  expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(1)
  expect(answers.filter(isRefused)).toEqual([
    { refused: 'roster-changed-meanwhile' },
    { refused: 'roster-changed-meanwhile' },
  ])
  expect((await rosterOf(community)).nodes).toHaveLength(3)
  const winner = previews[answers.findIndex((answer) => !isRefused(answer))]!
  expect(await confirm(community, winner.preview!)).toEqual({ refused: 'already-imported' })
})

test('the same confirmation twice is written once and answered twice', async () => {
  const community = await found('com_twice')
  const { preview: id, counts } = await preview(community, SMALL)
  const asked = { community, preview: id!, actor: staffOf(community), once: { key: 'k', of: { preview: id } } }
  const answers = [await confirmRoster(setting.ctx, perform, asked), await confirmRoster(setting.ctx, perform, asked)]
  expect(answers).toEqual([
    { preview: id, counts },
    { preview: id, counts },
  ])
  expect(await entriesOf(community)).toHaveLength(1)
})

test('once confirmed the plan with its names is gone', async () => {
  const rows = await inCommunities(fresh.db, ['com_twice'], (trx) =>
    trx.selectFrom('roster_preview').select(['status', 'plan']).execute(),
  )
  expect(rows).toEqual([{ status: 'confirmed', plan: null }])
  const keys = await inCommunities(fresh.db, ['com_twice'], (trx) =>
    trx.selectFrom('idempotency').select('answer').execute(),
  )
  expect(JSON.stringify(keys)).not.toContain('𠮷')
})

test('who stands in two communities under one name and number is one person', async () => {
  const [north, south] = [await found('com_north'), await found('com_south')]
  for (const community of [north, south]) await confirm(community, (await preview(community, SMALL)).preview!)
  const idOf = async (community: CommunityId) =>
    (await rosterOf(community)).persons.find(({ phone }) => phone === '13800138000')!.person
  expect(await idOf(north)).toBe(await idOf(south))
})

test('a community of 5,800 households is previewed and confirmed in seconds, on a busy machine too', async () => {
  const community = await found('com_large')
  const measured = await measureRoster(setting.ctx, perform, {
    community,
    actor: staffOf(community),
    households: 5_800,
  })
  expect(measured.previewMs + measured.confirmMs).toBeLessThan(20_000)
  const { units, ownerships, nodes, places } = await rosterOf(community)
  expect([units.length, ownerships.length, nodes.length]).toEqual([5_800, 6_525, 202])
  expect(places.length).toBe(1 + 201 + 7)
  const again = await preview(community, largeRoster(5_800))
  expect(again.counts).toMatchObject({ new: 0, changed: 0, error: 0 })
})
