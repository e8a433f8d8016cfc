import { describe, expect, test } from 'vitest'
import { type Actor, CLOCK, type Ids, isRefused } from '../kernel/index.ts'
import {
  type HotlineList,
  type HotlineListCommand,
  type ListPlan,
  type Said,
  answeredRows,
  compareTickets,
  hotlineListEntry,
  hotlineLists,
} from './index.ts'
import { pathOfAddress } from './address.ts'

const NODES = [
  { name: '翠鑫苑', path: 'A' },
  { name: '3号楼', path: 'A.A3' },
  { name: '13号楼', path: 'A.A13' },
  { name: '2单元', path: 'A.A3.2' },
  { name: '2单元', path: 'A.A13.2' },
]
test.each([
  ['翠鑫苑3号楼2单元 楼道', 'A.A3.2'],
  ['３ 号楼', 'A.A3'],
  ['13号楼', 'A.A13'],
  ['2单元', ''],
  ['翠鑫苑', 'A'],
  ['北门', ''],
  ['', ''],
])('the address %j names the node %j', (address, path) => {
  expect(pathOfAddress(address, NODES)).toBe(path)
})

const LAMP = {
  matter: 'mat_lamp' as const,
  code: '123456782',
  title: '楼道灯坏了三天没人修',
  text: '楼道灯坏了三天没人修，老人晚上下楼看不见',
  place: '翠鑫苑 3号楼 2单元',
  path: 'A.A3.2',
}
const row = (said: Said) => ({ row: 2, cells: [], said, problems: [] })
const verdictsOf = (...rows: readonly Said[]) =>
  compareTickets(rows.map(row), {
    known: [{ number: 'K1', matter: 'mat_known', said: { number: 'K1', text: '停车难', phone: '1' } }],
    open: [LAMP],
    nodes: NODES,
  })

describe('a row is', () => {
  test('unchanged where nothing new is said, also by leaving a column out', () => {
    expect(verdictsOf({ number: 'K1', text: '停车难' })).toMatchObject([{ verdict: 'unchanged', matter: 'mat_known' }])
  })
  test('changed where something else is said', () => {
    const changes = [{ field: 'text', from: '停车难', to: '停车更难' }]
    expect(verdictsOf({ number: 'K1', text: '停车更难' })).toMatchObject([{ verdict: 'changed', changes }])
  })
  test('like an open matter about the same thing at the same place', () => {
    const said = { number: 'N1', text: '楼道灯一直不亮，晚上摸黑，坏了很久', place: '翠鑫苑3号楼2单元' }
    expect(verdictsOf(said)).toMatchObject([{ verdict: 'alike', alike: [{ matter: 'mat_lamp' }], path: 'A.A3.2' }])
  })
  test.each<[string, Said]>([
    ['the same words at another door', { text: LAMP.text, place: '翠鑫苑13号楼' }],
    ['another thing at the same door', { text: '楼上装修太吵，周末也施工', place: '翠鑫苑3号楼2单元' }],
  ])('new for %s', (_, said) => {
    expect(verdictsOf({ number: 'N1', ...said })).toMatchObject([{ verdict: 'new', alike: [] }])
  })
  test('like an open matter by its words alone only where there are many', () => {
    expect(verdictsOf({ number: 'N1', text: LAMP.text })).toMatchObject([{ verdict: 'alike' }])
    expect(verdictsOf({ number: 'N1', text: '楼道灯一直不亮' })).toMatchObject([{ verdict: 'new' }])
  })
})

const NOW = '2026-03-02T01:00:00.000Z'
const wearing = (role: 'staff' | 'branch' | 'grid-worker', path = ''): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role, community: 'com_a', path, party: null }],
})
const ids: Ids = (prefix) => `${prefix}_fresh`
const decide = (state: HotlineList, command: HotlineListCommand, actor = wearing('staff'), now = NOW) =>
  hotlineLists.decide(state, command, { actor, now: now as `${string}Z`, ids })

const planned = compareTickets(
  [
    row({ number: 'N1', text: '墙皮掉了', calledAt: '2026-02-27T01:00:00.000Z' }),
    { ...row({ number: 'N2', text: LAMP.text, place: LAMP.place }), row: 3 },
    { ...row({ number: 'K1', text: '停车更难' }), row: 4 },
  ],
  { known: [{ number: 'K1', matter: 'mat_known', said: { text: '停车难' } }], open: [LAMP], nodes: NODES },
)
const plan: ListPlan = { file: '工单.xlsx', headers: ['工单编号'], mapping: { 工单编号: 'number' }, rows: planned }
const previewed = { type: 'PreviewTickets', community: 'com_a', plan, fileDigest: 'f', base: 0 } as const
const pending = (more: Partial<Extract<HotlineList, { status: 'pending' }>> = {}): HotlineList => ({
  status: 'pending',
  community: 'com_a',
  by: 'per_a',
  expiresAt: '2026-03-02T02:00:00.000Z',
  fileDigest: 'f',
  plan,
  stale: false,
  ...more,
})
const confirm = (choices: Record<string, string>) => ({ type: 'ConfirmTickets', choices }) as HotlineListCommand

describe('a list', () => {
  test.each([
    [wearing('staff'), true],
    [wearing('branch'), true],
    [wearing('staff', 'G1'), false],
    [wearing('grid-worker'), false],
    [{ kind: 'visitor' } as Actor, false],
  ])('is taken in by the desk of the whole community', (actor, allowed) => {
    expect(isRefused(decide({ status: 'absent' }, previewed, actor))).toBe(!allowed)
  })

  // Saturday 28 February 2026 is a day of work, made up for the Spring Festival.
  test('raises, joins and changes as was chosen, and its limits run from the call', () => {
    const done = decide(pending(), confirm({ 3: 'mat_lamp' }))
    if (isRefused(done)) throw new Error(done.refused)
    expect(done.state).toEqual({ status: 'confirmed', community: 'com_a' })
    expect(done.events).toMatchObject([
      {
        type: 'TicketsTaken',
        tickets: [
          { number: 'N1', how: 'raised', matter: 'mat_fresh', deadline: { due: '2026-03-05T16:00:00.000Z' } },
          { number: 'N2', how: 'joined', matter: 'mat_lamp', deadline: { due: '2026-03-09T16:00:00.000Z' } },
          { number: 'K1', how: 'changed', matter: 'mat_known' },
        ],
      },
    ])
    const [event] = done.events
    if (event?.type !== 'TicketsTaken') throw new Error('nothing was taken')
    const { facts, sealed } = hotlineListEntry.TicketsTaken(event)!
    expect(facts).toEqual({ file: 'f', raised: 1, joined: 1, changed: 1, unchanged: 0 })
    expect(JSON.stringify(facts)).not.toContain('N1')
    expect(JSON.stringify(sealed)).toContain('N1')
  })

  test.each([
    [pending(), confirm({}), 'choice-missing'],
    [pending(), confirm({ 3: 'mat_other' }), 'choice-unknown'],
    [pending({ by: 'per_b' }), confirm({ 3: 'anew' }), 'not-your-preview'],
    [pending({ stale: true }), confirm({ 3: 'anew' }), 'tickets-changed-meanwhile'],
    [pending({ expiresAt: NOW }), confirm({ 3: 'anew' }), 'preview-expired'],
    [{ status: 'absent' } as const, confirm({}), 'preview-unknown'],
    [{ status: 'confirmed', community: 'com_a' } as const, confirm({}), 'already-imported'],
  ])('is refused where it must be: %#', (state, command, code) => {
    expect(decide(state, command)).toMatchObject({ refused: code })
  })

  test('is dropped by the clock once it has waited long enough, and by nobody else', () => {
    const drop = { type: 'DropTicketPreview' } as const
    expect(decide(pending(), drop, CLOCK)).toMatchObject({ refused: 'desk-only' })
    expect(decide(pending(), drop, wearing('staff'), '2026-03-02T02:00:00.000Z')).toMatchObject({
      refused: 'desk-only',
    })
    expect(decide(pending(), drop, CLOCK, '2026-03-02T02:00:00.000Z')).toMatchObject({ state: { status: 'absent' } })
  })
})

test('answers leave the house by the desk alone, and the ledger says so without a name', () => {
  const confirmed = { status: 'confirmed', community: 'com_a' } as const
  const command = { type: 'ExportAnswers', format: 'csv', rows: 7 } as const
  expect(decide(confirmed, command, wearing('grid-worker'))).toMatchObject({ refused: 'desk-only' })
  expect(decide(pending(), command)).toMatchObject({ refused: 'not-in-this-state' })
  expect(decide(confirmed, command)).toMatchObject({ events: [{ type: 'AnswersExported', format: 'csv', rows: 7 }] })
  const event = { type: 'AnswersExported', format: 'csv', rows: 7 } as const
  expect(hotlineListEntry.AnswersExported(event)).toEqual({ facts: { format: 'csv', rows: 7 }, sealed: {} })
})

test('answers go into the columns that ask for them, the others behind the last', () => {
  const list = { headers: ['工单编号', '答复', '备注'], mapping: { 工单编号: 'number', 答复: 'answer' } } as const
  const outcome = { end: null, sorted: true, answer: '', closedAt: null, rating: null }
  const solved = {
    end: 'solved',
    sorted: true,
    answer: '修好了',
    closedAt: '2026-03-02T01:05:00.000Z',
    rating: 5,
  } as const
  expect(
    answeredRows(list, [
      { cells: ['1', '原来的', 'x'], outcome },
      { cells: ['2', '', ''], outcome: solved },
    ]),
  ).toEqual([
    ['工单编号', '答复', '备注', '办理结果', '办结时间', '是否满意'],
    ['1', '原来的', 'x', '办理中', '', ''],
    ['2', '修好了', '', '已解决', '2026-03-02 09:05', '满意'],
  ])
})
