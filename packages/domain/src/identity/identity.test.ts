// A claim's own rules: who confirms it, what the roster has to say, and who never does.
import { describe, expect, test } from 'vitest'
import { type Actor, type Ids, type Instant, isRefused, later } from '../kernel/index.ts'
import { COMMUNITY, PEOPLE, type Who } from '../matter/testing/community.ts'
import {
  CLAIM_HOLDS,
  type Claim,
  type ClaimCommand,
  type ClaimEvent,
  MOST_CLAIMS,
  NO_CLAIM,
  type RosterOwner,
  claimEntry,
  claimRules,
  fitOf,
  mayBeVouched,
  needsReason,
  ownerNamed,
} from './index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const NOW: Instant = '2026-11-24T02:00:00.000Z'
const NEWCOMER: Actor = { kind: 'person', person: 'per_newcomer', hats: [] }
const CO_OWNER: Actor = { kind: 'person', person: 'per_husband', hats: [] }
const SAID = { name: '王芳', phone: '13800138000' }
const ROW: RosterOwner = { person: 'per_row', name: '王芳', phone: null, account: 'none', signedUp: null }
type CommandOf<Type> = Extract<ClaimCommand, { type: Type }>

const lodging = (more: Partial<CommandOf<'LodgeClaim'>> = {}): ClaimCommand => ({
  type: 'LodgeClaim',
  id: 'clm_1',
  community: COMMUNITY,
  place: { node: 'nod_1', door: '502', unit: 'unt_1' },
  said: SAID,
  footing: 'newcomer',
  waiting: false,
  recent: 0,
  ...more,
})
const confirming = (more: Partial<CommandOf<'ConfirmClaim'>> = {}): ClaimCommand => ({
  type: 'ConfirmClaim',
  owner: ROW,
  footing: 'newcomer',
  how: 'certificate',
  reason: '',
  own: false,
  witness: { owns: false, pending: false },
  ...more,
})
const vouching = (more: Partial<CommandOf<'ConfirmClaim'>> = {}) =>
  confirming({ how: null, witness: { owns: true, pending: false }, ...more })
const decide = (claim: Claim, command: ClaimCommand, actor: Actor = PEOPLE.staff, now = NOW) =>
  claimRules.decide(claim, command, { actor, now, ids })
const done = (claim: Claim, command: ClaimCommand, actor: Actor, now = NOW) => {
  const answer = decide(claim, command, actor, now)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const PENDING = done(NO_CLAIM, lodging(), NEWCOMER).state
const DOUBT: ClaimCommand = { type: 'DoubtClaim', own: false, witness: { owns: true, pending: false } }
const REFUSE: ClaimCommand = { type: 'RefuseClaim', reason: '请带证件来。', own: false }
const WITHDRAW: ClaimCommand = { type: 'WithdrawClaim', own: false }

describe('lodging', () => {
  test.each([
    [{ footing: 'owner' }, 'already-an-owner'],
    [{ footing: 'on-roster' }, 'on-the-roster'],
    [{ footing: 'phone-unproved' }, 'phone-not-proved'],
    [{ waiting: true }, 'claim-waits'],
    [{ recent: MOST_CLAIMS }, 'too-many-claims'],
  ] as const)('not with %o', (more, refused) => {
    expect(decide(NO_CLAIM, lodging(more), NEWCOMER)).toEqual({ refused })
  })

  test('for somebody signed in alone; the last that is allowed goes through', () => {
    expect(decide(NO_CLAIM, lodging(), PEOPLE.visitor)).toEqual({ refused: 'not-yours-to-do' })
    expect(decide(NO_CLAIM, lodging({ recent: MOST_CLAIMS - 1 }), NEWCOMER)).toHaveProperty('events')
  })

  test('it makes no difference whether the roster has such a door', () => {
    const nowhere = lodging({ place: { node: 'nod_1', door: '999', unit: null } })
    expect(done(NO_CLAIM, nowhere, NEWCOMER).state).toEqual(PENDING)
  })
})

describe('confirming', () => {
  test.each<[Who, string | null]>([
    ['staff', null],
    ['branch', 'not-yours-to-do'],
    ['staff-of-the-west', 'not-yours-to-do'],
    ['staff-of-another-community', 'not-yours-to-do'],
    ['owners-committee', 'not-yours-to-do'],
    ['property', 'not-yours-to-do'],
    ['resident', 'not-yours-to-do'],
    ['visitor', 'not-yours-to-do'],
    ['clock', 'not-yours-to-do'],
  ])('by %s: %s', (who, refused) => {
    const answer = decide(PENDING, confirming(), PEOPLE[who])
    if (refused === null) expect(answer).toMatchObject({ state: { status: 'confirmed' } })
    else expect(answer).toEqual({ refused })
  })

  test('never one’s own, be it as staff or by another name of the same account', () => {
    const self: Actor = { kind: 'person', person: 'per_newcomer', hats: (PEOPLE.staff as typeof CO_OWNER).hats }
    expect(decide(PENDING, confirming(), self)).toEqual({ refused: 'own-claim' })
    expect(decide(PENDING, confirming({ own: true }))).toEqual({ refused: 'own-claim' })
    expect(decide(PENDING, vouching({ own: true }), CO_OWNER)).toEqual({ refused: 'own-claim' })
    expect(decide(PENDING, { ...REFUSE, own: true } as ClaimCommand)).toEqual({ refused: 'own-claim' })
  })

  test('the number of the row changes where it was another, and the ledger is told apart', () => {
    const types = (owner: RosterOwner, reason = '') =>
      done(PENDING, confirming({ owner, reason }), PEOPLE.staff).events.map(({ type }) => type)
    expect(types(ROW)).toEqual(['IdentityConfirmed', 'RosterNumberChanged'])
    expect(types({ ...ROW, phone: SAID.phone })).toEqual(['IdentityConfirmed'])
    expect(types({ ...ROW, phone: '13900000000' }, '换号了')).toEqual(['IdentityConfirmed', 'RosterNumberChanged'])
  })

  test.each([
    ['another number', { phone: '13900000000' }],
    ['another name', { name: '王方' }],
    ['an account that lives', { account: 'living' }],
  ] as const)('%s needs staff, and a reason', (_, more) => {
    const owner = { ...ROW, ...more }
    expect(decide(PENDING, confirming({ owner }))).toEqual({ refused: 'reason-needed' })
    expect(decide(PENDING, confirming({ owner, reason: '  ' }))).toEqual({ refused: 'reason-needed' })
    expect(decide(PENDING, confirming({ owner, reason: '持证到场' }))).toHaveProperty('events')
    expect(decide(PENDING, vouching({ owner, reason: '持证到场' }), CO_OWNER)).toEqual({ refused: 'staff-needed' })
  })

  test('the account that had the row goes on under its other row, or under a new one', () => {
    const formerOf = (owner: RosterOwner) =>
      done(PENDING, confirming({ owner, reason: '持证到场' }), PEOPLE.staff).events[0]
    expect(formerOf(ROW)).toMatchObject({ former: null })
    expect(formerOf({ ...ROW, account: 'living' })).toMatchObject({ former: 'per_new' })
    expect(formerOf({ ...ROW, account: 'closed', signedUp: 'per_old' })).toMatchObject({ former: 'per_old' })
  })

  test('staff say how they made sure, and choose an owner of that unit', () => {
    expect(decide(PENDING, confirming({ how: null }))).toEqual({ refused: 'how-missing' })
    expect(decide(PENDING, confirming({ owner: null }))).toEqual({ refused: 'not-an-owner' })
  })

  test('whoever became an owner or stands on the roster meanwhile is not given a second row', () => {
    expect(decide(PENDING, confirming({ footing: 'owner' }))).toEqual({ refused: 'already-an-owner' })
    expect(decide(PENDING, confirming({ footing: 'on-roster' }))).toEqual({ refused: 'on-the-roster' })
    const own = { ...ROW, account: 'own' as const, phone: SAID.phone }
    expect(decide(PENDING, confirming({ footing: 'owner', owner: own }))).toHaveProperty('events')
  })

  test('to the last millisecond of its thirty days', () => {
    const end = later(NOW, CLAIM_HOLDS)
    expect(decide(PENDING, confirming(), PEOPLE.staff, later(end, -1))).toHaveProperty('events')
    expect(decide(PENDING, confirming(), PEOPLE.staff, end)).toEqual({ refused: 'claim-lapsed' })
    expect(decide(PENDING, { type: 'LapseClaim' }, PEOPLE.clock, later(end, -1))).toEqual({
      refused: 'not-yours-to-do',
    })
    expect(decide(PENDING, { type: 'LapseClaim' }, PEOPLE.clock, end)).toMatchObject({ state: { status: 'lapsed' } })
    expect(decide(PENDING, { type: 'LapseClaim' }, PEOPLE.staff, end)).toEqual({ refused: 'not-yours-to-do' })
  })
})

describe('another owner of the unit', () => {
  test('vouches for whom the roster has by name, without number or account', () => {
    expect(done(PENDING, vouching(), CO_OWNER).events[0]).toMatchObject({
      how: 'co-owner',
      owner: 'per_row',
      former: null,
    })
  })

  test.each([
    ['is no owner of it', { witness: { owns: false, pending: false } }, 'not-yours-to-do'],
    ['waits to be confirmed', { witness: { owns: true, pending: true } }, 'not-yours-to-do'],
    ['gives away the own row', { owner: { ...ROW, person: 'per_husband' } }, 'staff-needed'],
    ['finds nobody of that name', { owner: null }, 'staff-needed'],
  ] as const)('not who %s', (_, more, refused) => {
    expect(decide(PENDING, vouching(more), CO_OWNER)).toEqual({ refused })
  })

  test('a doubt leaves it to staff, and is noted once', () => {
    const doubted = done(PENDING, DOUBT, CO_OWNER).state
    expect(decide(doubted, vouching(), CO_OWNER)).toEqual({ refused: 'staff-needed' })
    expect(decide(doubted, confirming())).toHaveProperty('events')
    expect(done(doubted, DOUBT, CO_OWNER).events).toEqual([])
    expect(decide(PENDING, { ...DOUBT, witness: { owns: false, pending: false } } as ClaimCommand, CO_OWNER)).toEqual({
      refused: 'not-yours-to-do',
    })
  })
})

test('refused by staff with a reason; taken back by the claimant alone', () => {
  expect(decide(PENDING, REFUSE)).toMatchObject({ state: { status: 'refused' } })
  expect(decide(PENDING, { ...REFUSE, reason: ' ' } as ClaimCommand)).toEqual({ refused: 'reason-needed' })
  expect(decide(PENDING, REFUSE, CO_OWNER)).toEqual({ refused: 'not-yours-to-do' })
  expect(decide(PENDING, WITHDRAW, NEWCOMER)).toMatchObject({ state: { status: 'withdrawn' } })
  expect(decide(PENDING, WITHDRAW)).toEqual({ refused: 'not-yours-to-do' })
  expect(decide(PENDING, { ...WITHDRAW, own: true } as ClaimCommand, CO_OWNER)).toHaveProperty('events')
})

test('what is decided is decided', () => {
  const over: readonly Claim[] = (['confirmed', 'refused', 'withdrawn', 'lapsed'] as const).map((status) => ({
    status,
  }))
  for (const claim of over)
    for (const command of [confirming(), DOUBT, REFUSE, WITHDRAW, { type: 'LapseClaim' } as const])
      expect(decide(claim, command)).toMatchObject({ refused: 'not-in-this-state' })
})

test('a name is compared as people type it, and two namesakes are nobody', () => {
  const named = (name: string) => fitOf({ ...SAID, name }, { ...ROW, name: '阿卜杜拉·买买提' }).name
  expect(['阿卜杜拉 · 买买提', '阿卜杜拉买买提', '阿卜杜拉•买买提'].map(named)).toEqual([true, true, true])
  expect(named('阿卜杜拉')).toBe(false)
  const twin = { ...ROW, person: 'per_twin' as const }
  expect(ownerNamed(SAID, [ROW])).toEqual(ROW)
  expect(ownerNamed(SAID, [ROW, twin])).toBeNull()
  expect(ownerNamed(SAID, [])).toBeNull()
})

test('whoever may be vouched for needs no reason, whatever the row', () => {
  for (const name of ['王芳', '王方'])
    for (const phone of [null, SAID.phone, '13900000000'])
      for (const account of ['none', 'own', 'living', 'closed'] as const) {
        const fit = fitOf(SAID, { ...ROW, name, phone, account })
        if (mayBeVouched(fit)) expect(needsReason(fit)).toBe(false)
      }
})

test('the ledger keeps words, people and numbers sealed', () => {
  const events: readonly ClaimEvent[] = [
    ...done(NO_CLAIM, lodging(), NEWCOMER).events,
    ...done(
      PENDING,
      confirming({ owner: { ...ROW, phone: '13900000000', account: 'living' }, reason: '换号' }),
      PEOPLE.staff,
    ).events,
    ...done(PENDING, DOUBT, CO_OWNER).events,
    ...done(PENDING, REFUSE, PEOPLE.staff).events,
    ...done(PENDING, WITHDRAW, NEWCOMER).events,
    ...done(PENDING, { type: 'LapseClaim' }, PEOPLE.clock, later(NOW, CLAIM_HOLDS)).events,
  ]
  expect(new Set(events.map(({ type }) => type)).size).toBe(Object.keys(claimEntry).length)
  for (const event of events) {
    const draft = (claimEntry[event.type] as (event: ClaimEvent) => { facts: object })(event)
    expect(JSON.stringify(draft.facts)).not.toMatch(/\p{Script=Han}|13\d{9}|per_|unt_|502/u)
  }
})
