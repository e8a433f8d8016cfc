// Sheets that rank, score or tick: of households and of residents, read by two as they stand, and settled by a third.
import { describe, expect, test } from 'vitest'
import { type Actor, type Ids, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PATH, STAFF } from '../matter/testing/community.ts'
import { type PollRule, type Question, pollRuleByKey } from '../poll/index.ts'
import { type PaperBallot, type PaperCommand, paperRules } from './index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const options = ['三菱', '日立', '通力'].map((text, index) => ({ key: `option-${index + 1}`, text }))
const asked = { text: '电梯换哪个牌子？', explanation: '', options, seats: 1 }
const RANKED: Question = { type: 'ranked', ...asked }
const APPROVAL: Question = { type: 'approval', ...asked }
const SCORED: Question = { type: 'scored', ...asked, highest: 5 }

type More = { readonly rule?: PollRule; readonly [more: string]: unknown }
const sheet = (question: Question, more: More = {}): PaperBallot =>
  ({
    status: 'returned',
    where: 'paper',
    signed: true,
    ballot: 'bal_1',
    poll: 'pol_1',
    voter: 'vtr_1',
    community: COMMUNITY,
    path: PATH,
    unitPath: PATH,
    questions: [{ poll: 'pol_1', ballot: 'bal_1', question, status: 'open' }],
    closesAt: null,
    rule: pollRuleByKey(`households-${question.type}`),
    way: 'ballots',
    issue: 1,
    checkedIn: false,
    proxy: null,
    ...more,
  }) as unknown as PaperBallot

const teller = (name: string): Actor => (STAFF.kind === 'person' ? { ...STAFF, person: `per_${name}` } : STAFF)
const [ANN, BEA, CAI] = [teller('ann'), teller('bea'), teller('cai')]
const read = (...choice: readonly string[]): PaperCommand => ({ type: 'ReadPaper', issue: 1, marks: { pol_1: choice } })
const decide = (paper: PaperBallot, command: PaperCommand, actor: Actor = ANN) =>
  paperRules.decide(paper, command, { actor, now: '2026-11-18T02:00:00.000Z', ids })
const refusal = (paper: PaperBallot, command: PaperCommand, actor?: Actor) => {
  const answer = decide(paper, command, actor)
  return isRefused(answer) ? answer.refused : null
}
const readBy = (question: Question, first: readonly string[], second: readonly string[]) => {
  const once = decide(sheet(question), read(...first))
  if (isRefused(once)) throw new Error(once.refused)
  const twice = decide(once.state, read(...second), BEA)
  if (isRefused(twice)) throw new Error(twice.refused)
  return twice
}

describe('a sheet that ranks', () => {
  test('says something by its order: two who read another order differ', () => {
    const alike = readBy(RANKED, ['option-2', 'option-1'], ['option-2', 'option-1'])
    expect(alike.events.at(-1)).toMatchObject({ type: 'PaperSettled', marks: { pol_1: ['option-2', 'option-1'] } })
    const apart = readBy(RANKED, ['option-2', 'option-1'], ['option-1', 'option-2'])
    expect(apart.events.at(-1)).toMatchObject({ type: 'ReadingsDiffered', polls: ['pol_1'] })
    const third = decide(
      apart.state,
      { type: 'SettlePaper', issue: 1, marks: { pol_1: ['option-1', 'option-2'] }, reason: '“1”写在三菱旁' },
      CAI,
    )
    expect(!isRefused(third) && third.state.status).toBe('settled')
  })
  test('with one place for two is kept as it stands, in whatever order it was entered, and nobody mends it', () => {
    const { events } = readBy(RANKED, ['option-1:1', 'option-2:1'], ['option-2:1', 'option-1:1'])
    expect(events.at(-1)).toMatchObject({ type: 'PaperSettled', marks: { pol_1: ['option-2:1', 'option-1:1'] } })
    expect(readBy(RANKED, ['option-1:1', 'option-2:1'], ['option-1', 'option-2']).state.status).toBe('differing')
  })
})

test('ticks and points say the same in any order', () => {
  expect(readBy(APPROVAL, ['option-3', 'option-1'], ['option-1', 'option-3']).state.status).toBe('settled')
  expect(readBy(SCORED, ['option-1:5', 'option-2:0'], ['option-2:0', 'option-1:5']).state.status).toBe('settled')
  expect(readBy(SCORED, ['option-1:9'], ['option-1:9']).state.status).toBe('settled')
})

test('residents have sheets where their question ranks or scores, and where each ballot is kept', () => {
  const residents = (more: More = {}) => sheet(RANKED, { rule: pollRuleByKey('residents-ranked')!, ...more })
  expect(refusal(residents(), read('option-1'))).toBeNull()
  expect(refusal(residents({ rule: pollRuleByKey('cn-residents-representatives')! }), read('option-1'))).toBe(
    'paper-unfit',
  )
  expect(refusal(sheet(APPROVAL, { way: 'counted' }), read('option-1'))).toBe('paper-unfit')
})

test('a household needs no proxy: anybody of it signs', () => {
  const appoint = {
    type: 'AppointProxy',
    holder: '13800000000',
    name: '李',
    document: '1',
    held: 0,
    barred: false,
  } as const
  expect(refusal(sheet(RANKED, { status: 'out' }), appoint)).toBe('proxy-unfit')
})
