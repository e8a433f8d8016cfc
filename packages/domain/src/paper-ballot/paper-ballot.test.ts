// A paper ballot from the printer to the count: what proves its delivery, who may read it, and what becomes of two readings that differ.
import { describe, expect, test } from 'vitest'
import { type Actor, type Ids, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PATH, PEOPLE, STAFF } from '../matter/testing/community.ts'
import { type Question, pollRuleByKey } from '../poll/index.ts'
import {
  NO_PAPER,
  type PaperBallot,
  type PaperCommand,
  type PaperEvent,
  type SheetQuestion,
  paperEntry,
  paperRules,
  proofsOf,
  proxyRuleFor,
} from './index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
const NOW = '2026-11-18T02:00:00.000Z'
const CLOSES = '2026-11-30T10:00:00.000Z'
const AGREE = { type: 'for-against', text: '续聘物业？', explanation: '' } as const
const asked = (poll: string, status = 'open', question: Question = AGREE) =>
  ({ poll: `pol_${poll}`, ballot: `bal_${poll}`, question, status }) as SheetQuestion
type More = { readonly pollStatus?: string; readonly question?: Question; readonly [more: string]: unknown }
const sheet = ({ pollStatus = 'open', question = AGREE, ...more }: More = {}): PaperBallot =>
  ({
    status: 'out',
    ballot: 'bal_1',
    poll: 'pol_1',
    voter: 'vtr_1',
    community: COMMUNITY,
    path: PATH,
    unitPath: `${PATH}.S1`,
    questions: [asked('1', pollStatus, question)],
    pages: 1,
    closesAt: CLOSES,
    rule,
    way: 'ballots',
    issue: 1,
    checkedIn: false,
    proxy: null,
    ...more,
  }) as PaperBallot
const teller = (name: string): Actor => (STAFF.kind === 'person' ? { ...STAFF, person: `per_${name}` } : STAFF)
const [ANN, BEA, CAI] = [teller('ann'), teller('bea'), teller('cai')]

const DELIVER = {
  type: 'DeliverPaper',
  how: 'handed',
  to: '业主本人',
  told: true,
  warned: true,
  companion: '',
  seenAt: null,
} as const
const BACK = {
  type: 'ReturnPaper',
  issue: 1,
  where: 'paper',
  signed: true,
  photo: null,
  companion: '',
  seenAt: null,
} as const
const read = (...choice: readonly string[]): PaperCommand => ({
  type: 'ReadPaper',
  issue: 1,
  marks: { pol_1: choice },
})
const settle = (...choice: readonly string[]): PaperCommand => ({
  type: 'SettlePaper',
  issue: 1,
  marks: { pol_1: choice },
  reason: '看过原票',
})
const decide = (paper: PaperBallot, command: PaperCommand, actor = ANN, now: `${string}Z` = NOW) =>
  paperRules.decide(paper, command, { actor, now, ids })
const refusal = (paper: PaperBallot, command: PaperCommand, actor = ANN, now: `${string}Z` = NOW) => {
  const answer = decide(paper, command, actor, now)
  return isRefused(answer) ? answer.refused : null
}
type Deed = readonly [PaperCommand, Actor?]
const told = (...deeds: readonly Deed[]) => {
  const events: PaperEvent[] = []
  const state = deeds.reduce((paper, [command, actor = ANN]) => {
    const answer = decide(paper, command, actor)
    if (isRefused(answer)) throw new Error(`${command.type}: ${answer.refused}`)
    events.push(...answer.events)
    return answer.state
  }, sheet())
  return { state, types: events.map(({ type }) => type), events }
}

describe('delivery', () => {
  test('into a hand, by post or by notice proves what was done; left at a door it proves nothing (R1.31)', () => {
    expect(proofsOf({ how: 'handed', told: true, warned: true })).toEqual(['delivered', 'told', 'warned'])
    expect(proofsOf({ how: 'posted', told: true, warned: false })).toEqual(['delivered', 'told'])
    expect(proofsOf({ how: 'by-notice', told: false, warned: false })).toEqual(['delivered'])
    expect(proofsOf({ how: 'left', told: false, warned: false })).toEqual([])
  })
  test('needs somebody or something that it can be asked of', () => {
    expect(refusal(sheet(), DELIVER)).toBeNull()
    for (const how of ['handed', 'posted', 'by-notice'] as const)
      expect(refusal(sheet(), { ...DELIVER, how, to: '' }), how).toBe('proof-incomplete')
    expect(refusal(sheet(), { ...DELIVER, how: 'left', to: '' })).toBe('proof-incomplete')
    expect(refusal(sheet(), { ...DELIVER, how: 'left', to: '', told: false, warned: false })).toBeNull()
  })
  test('at the check-in of the hall proves it as well, once for each unit, and its sheet comes back there', () => {
    const here = { ...DELIVER, how: 'in-hall' } as const
    expect(proofsOf({ how: 'in-hall', told: true, warned: true })).toEqual(['delivered', 'told', 'warned'])
    const { state } = told([here])
    expect(refusal(state, here, BEA)).toBe('checked-in-already')
    expect(refusal(state, DELIVER)).toBeNull()
    const { events } = told([here], [{ ...BACK, where: 'hall' }], [read('for'), ANN], [read('for'), BEA])
    expect(events.at(-1)).toMatchObject({ type: 'PaperSettled', where: 'hall' })
  })
  test('ends with the poll; a phone that was offline tells of what was before', () => {
    const closed = sheet({ pollStatus: 'closed' })
    expect(refusal(closed, DELIVER, ANN, CLOSES)).toBe('poll-not-open')
    expect(refusal(closed, { ...DELIVER, seenAt: NOW }, ANN, CLOSES)).toBeNull()
    expect(refusal(sheet({ pollStatus: 'counting' }), { ...DELIVER, seenAt: NOW })).toBe('poll-not-open')
    expect(refusal(sheet({ pollStatus: 'announced' }), DELIVER)).toBe('poll-not-open')
  })
  test('is never noted in the future', () => {
    const answer = decide(sheet(), { ...DELIVER, seenAt: '2027-01-01T00:00:00.000Z' }, ANN)
    expect(answer).toMatchObject({ events: [{ type: 'PaperDelivered', seenAt: NOW }] })
  })
  test('is carried by the stairway’s own people, and read by those of the whole poll', () => {
    const leader: Actor = {
      kind: 'person',
      person: 'per_leader',
      hats: [{ role: 'building-leader', community: COMMUNITY, path: `${PATH}.S1`, party: null }],
    }
    expect(refusal(sheet(), DELIVER, leader)).toBeNull()
    expect(refusal(sheet({ unitPath: `${PATH}.S2` }), DELIVER, leader)).toBe('not-your-poll')
    expect(refusal(told([BACK]).state, read('for'), leader)).toBe('not-your-poll')
    expect(refusal(sheet(), { type: 'ReplacePaper', reason: '遗失' }, leader)).toBe('not-your-poll')
  })
  test('is for those who count, and for owners’ polls only', () => {
    expect(refusal(sheet(), DELIVER, PEOPLE.resident)).toBe('not-your-poll')
    expect(refusal(sheet(), DELIVER, { kind: 'visitor' })).toBe('not-your-poll')
    expect(refusal(sheet({ rule: { ...rule, secrecy: 'secret' } }), DELIVER)).toBe('paper-unfit')
    expect(refusal(sheet({ rule: { ...rule, ballotOf: 'person' } }), DELIVER)).toBe('paper-unfit')
    expect(refusal(NO_PAPER, DELIVER)).toBe('not-in-this-state')
  })
})

describe('coming back', () => {
  test('only the sheet that was printed last is taken', () => {
    const replaced = told([{ type: 'ReplacePaper', reason: '遗失' }]).state
    expect(replaced).toMatchObject({ status: 'out', issue: 2 })
    expect(refusal(replaced, BACK)).toBe('paper-replaced')
    expect(refusal(replaced, { ...BACK, issue: 2 })).toBeNull()
  })
  test('at the door it needs two who collect it, and a photo (R1.54)', () => {
    const door = { ...BACK, where: 'door', companion: '李四', photo: 'pho_1' } as const
    expect(refusal(sheet(), door)).toBeNull()
    expect(refusal(sheet(), { ...door, companion: '' })).toBe('two-collectors-needed')
    expect(refusal(sheet(), { ...door, photo: null })).toBe('two-collectors-needed')
  })
  test('is taken until the count begins', () => {
    expect(refusal(sheet({ pollStatus: 'closed' }), BACK, ANN, CLOSES)).toBeNull()
    for (const pollStatus of ['counting', 'preliminary', 'decided', 'withdrawn'])
      expect(refusal(sheet({ pollStatus }), BACK), pollStatus).toBe('poll-not-open')
  })
  test('happens once for each sheet', () => {
    expect(refusal(told([BACK]).state, BACK, BEA)).toBe('not-in-this-state')
  })
})

describe('a written proxy', () => {
  const appoint = (more: object = {}): PaperCommand =>
    ({
      type: 'AppointProxy',
      holder: '13900139009',
      name: '王小明',
      document: '委托书 2026-11-01',
      held: 0,
      barred: false,
      ...more,
    }) as PaperCommand
  test('stands for three units at most, and never for the property company (R1.13)', () => {
    expect(refusal(sheet(), appoint({ held: 2 }))).toBeNull()
    expect(refusal(sheet(), appoint({ held: 3 }))).toBe('proxy-full')
    expect(refusal(sheet(), appoint({ barred: true }))).toBe('proxy-barred')
    expect(refusal(sheet(), appoint(), PEOPLE.resident)).toBe('not-your-poll')
    expect(proxyRuleFor('CN-SH').barred).toContain('property')
  })
  test('is one for each unit, until it is taken back', () => {
    const { state } = told([appoint()])
    expect(refusal(state, appoint())).toBe('proxy-stands')
    expect(refusal(sheet(), { type: 'RevokeProxy', reason: '业主自己来' })).toBe('no-proxy')
    expect(told([appoint()], [{ type: 'RevokeProxy', reason: '业主自己来' }], [appoint()]).state).toMatchObject({
      proxy: { holder: '13900139009' },
    })
  })
  test('is needed for a sheet that another has signed', () => {
    const byProxy = { ...BACK, signedBy: 'proxy' } as const
    expect(refusal(sheet(), byProxy)).toBe('no-proxy')
    const { events } = told([appoint()], [byProxy])
    expect(events.at(-1)).toMatchObject({ type: 'PaperReturned', signedBy: 'proxy' })
    const open = JSON.stringify(paperEntry.ProxyAppointed(events[0] as never).facts)
    for (const secret of ['139', '王小明', '委托书']) expect(open).not.toContain(secret)
  })
})

describe('somebody who cannot write', () => {
  test.each([
    ['帮手', ['甲', '乙'], null],
    ['帮手', ['甲', '甲'], 'two-witnesses-needed'],
    ['帮手', ['甲', ' 帮手'], 'two-witnesses-needed'],
    ['帮手', ['甲', ''], 'two-witnesses-needed'],
    ['', ['甲', '乙'], 'two-witnesses-needed'],
  ] as const)('is helped by %j before %j: %s (R4.3)', (helper, witnesses, refused) => {
    expect(refusal(sheet(), { ...BACK, assistance: { helper, witnesses } })).toBe(refused)
  })
})

describe('reading', () => {
  test('by two who read the same settles it', () => {
    const { state, events, types } = told([BACK], [read('for'), ANN], [read('for'), BEA])
    expect(types).toEqual(['PaperReturned', 'PaperRead', 'PaperRead', 'PaperSettled'])
    expect(events.at(-1)).toMatchObject({
      marks: { pol_1: ['for'] },
      where: 'paper',
      readers: ['per_ann', 'per_bea'],
      reason: null,
    })
    expect(state.status).toBe('settled')
  })
  test('nobody reads twice', () => {
    const once = told([BACK], [read('for'), ANN]).state
    expect(refusal(once, read('for'), ANN)).toBe('second-person-needed')
  })
  test('what differs goes to a third, who decides with a reason', () => {
    const { state, types } = told([BACK], [read('for'), ANN], [read('against'), BEA])
    expect(types.at(-1)).toBe('ReadingsDiffered')
    expect(refusal(state, settle('for'), ANN)).toBe('third-person-needed')
    expect(refusal(state, settle('for'), BEA)).toBe('third-person-needed')
    expect(refusal(state, read('for'), CAI)).toBe('not-in-this-state')
    expect(decide(state, settle('against'), CAI)).toMatchObject({
      state: { status: 'settled' },
      events: [{ type: 'PaperSettled', marks: { pol_1: ['against'] }, readers: ['per_ann', 'per_bea', 'per_cai'] }],
    })
  })
  test('two who name the same options in another order agree', () => {
    const options = ['红', '蓝', '绿'].map((text, index) => ({ key: `option-${index + 1}`, text }))
    const question: Question = { type: 'choose-some', text: '选谁？', explanation: '', options, most: 2 }
    const back = sheet({ status: 'read-once', where: 'paper', signed: true, question })
    const first = { by: 'per_ann', marks: { pol_1: ['option-1', 'option-3'] } }
    const again = decide({ ...back, first } as unknown as PaperBallot, read('option-3', 'option-1'), BEA)
    expect(again).toMatchObject({ state: { status: 'settled' } })
  })
  test('begins with its return', () => {
    expect(refusal(sheet(), read('for'))).toBe('paper-not-back')
  })
  test('of an unsigned sheet is invalid, and of an unknown mark nothing (R1.53)', () => {
    const unsigned = told([{ ...BACK, signed: false }]).state
    expect(refusal(unsigned, read('for'))).toBe('paper-unsigned')
    expect(refusal(unsigned, read('invalid'))).toBeNull()
    expect(refusal(told([BACK]).state, read('maybe'))).toBe('choice-unfit')
  })
  test('a sheet that was not the one that is thought to be back makes room for a new one', () => {
    const back = told([BACK]).state
    expect(decide(back, { type: 'ReplacePaper', reason: '收回的是旧票' })).toMatchObject({
      state: { status: 'out', issue: 2 },
    })
    expect(refusal(told([BACK], [read('for'), ANN]).state, { type: 'ReplacePaper', reason: '收回的是旧票' })).toBe(
      'not-in-this-state',
    )
  })
  test('a settled sheet can be replaced by a new one, while the poll runs', () => {
    const { state } = told([BACK], [read('for'), ANN], [read('for'), BEA])
    expect(refusal(state, { type: 'ReplacePaper', reason: '业主重投' })).toBeNull()
    expect(refusal(state, { type: 'ReplacePaper', reason: '业主重投' }, ANN, CLOSES)).toBe('poll-not-open')
  })
})

test('the ledger keeps how it went, and neither whose it is nor what is on it', () => {
  const { events } = told([DELIVER], [BACK], [read('for'), ANN], [read('against'), BEA], [settle('for'), CAI])
  const entries = events.map((event) => (paperEntry[event.type] as (one: PaperEvent) => { facts: object })(event))
  const open = JSON.stringify(entries.map(({ facts }) => facts))
  for (const secret of ['vtr_1', 'per_ann', 'per_cai', '业主本人', '看过原票', '"for"', '"against"'])
    expect(open).not.toContain(secret)
  expect(entries[0]).toMatchObject({ facts: { how: 'handed', told: true, warned: true } })
  expect(entries.at(-1)).toMatchObject({ facts: { third: true }, sealed: { marks: { pol_1: ['for'] } } })
})
