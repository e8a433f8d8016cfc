import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Consent } from '../helping/index.ts'
import { type Actor, isRefused, later } from '../kernel/index.ts'
import { MATTER_VOCABULARY } from '../reactions/testing/histories.ts'
import {
  RAISE,
  accepted,
  asks,
  completed,
  given,
  placed,
  rating,
  refusal,
  sorted,
  told,
  toldTypes,
  when,
} from '../reactions/testing/story.ts'
import { EMPTY, type World, onMatter } from '../reactions/testing/world.ts'
import { type MatterCommand, matterEntry } from './index.ts'
import { COMMUNITY, LINK_HOLDER, PEOPLE, STAFF, type Who, worker } from './testing/community.ts'

const CONSENT: Consent = {
  consent: 'cst_1',
  text: 'help-1',
  way: 'in-person',
  name: '王阿婆',
  phone: '13900000000',
  unit: '3号楼501室',
  paper: null,
}
const neighbour = (person: `per_${string}`): Actor => ({
  kind: 'person',
  person,
  hats: [{ role: 'resident', community: COMMUNITY, path: '', party: null }],
})
const [HELPER, STRANGER] = [neighbour('per_helper'), neighbour('per_stranger')]
const FOR_NEIGHBOUR = { ...RAISE, raiser: null, name: CONSENT.name, phone: CONSENT.phone, help: CONSENT }
const WITHDRAW: MatterCommand = { type: 'WithdrawConsent' }
const REMARK: MatterCommand = { type: 'AddRemark', text: '她说还漏', photos: [] }

const HELPED = given(asks(HELPER, FOR_NEIGHBOUR))
const AT_RATE = when(HELPED, sorted, placed('property'), accepted('property'), completed('property'))
const WITHDRAWN = when(AT_RATE, asks(HELPER, WITHDRAW))

describe('a matter raised for a neighbour', () => {
  test('comes with the neighbour’s consent as a record of its own', () => {
    expect(toldTypes(HELPED)).toEqual(['MatterRaised', 'ConsentGiven'])
    expect(told(HELPED)[1]).toEqual({ type: 'ConsentGiven', helper: 'per_helper', ...CONSENT })
    expect(told(HELPED)[0]).not.toHaveProperty('help')
  })

  test('seals who consented, and shows which words and how', () => {
    const { facts, sealed } = matterEntry.ConsentGiven({ type: 'ConsentGiven', helper: 'per_helper', ...CONSENT })
    expect(facts).toEqual({ consent: 'cst_1', purpose: 'help', version: 'help-1', way: 'in-person' })
    expect(sealed).toEqual({ name: '王阿婆', phone: '13900000000', unit: '3号楼501室', paper: null })
  })

  test('is the helper’s to rate, remark on and hurry, as the neighbour by the link goes on to do', () => {
    for (const who of [HELPER, LINK_HOLDER]) {
      expect(refusal(AT_RATE, who, rating(5))).toBeNull()
      expect(refusal(HELPED, who, REMARK)).toBeNull()
      expect(refusal(HELPED, who, { type: 'NudgeMatter' })).toBeNull()
    }
    expect(told(when(HELPED, asks(HELPER, REMARK)), HELPED)).toMatchObject([{ byRaiser: true }])
  })
})

const everybody = Object.keys(PEOPLE) as readonly Who[]
const MAY_HELP: readonly Who[] = ['resident', 'building-leader', 'volunteer', 'grid-worker']
const MAY_WITHDRAW: readonly Who[] = ['staff', 'branch', 'link-holder']

test.each(everybody)('to raise for a neighbour: %s', (who) => {
  expect(refusal(EMPTY, PEOPLE[who], FOR_NEIGHBOUR)).toBe(MAY_HELP.includes(who) ? null : 'not-yours-to-do')
})

test.each(everybody)('to take the consent back: %s', (who) => {
  expect(refusal(HELPED, PEOPLE[who], WITHDRAW)).toBe(MAY_WITHDRAW.includes(who) ? null : 'not-yours-to-do')
})

test('who helps elsewhere in the community may help here, and who lives in another may not', () => {
  expect(refusal(EMPTY, worker('building-leader', 'west'), FOR_NEIGHBOUR)).toBeNull()
  const elsewhere: Actor = { kind: 'person', person: 'per_far', hats: [] }
  expect(refusal(EMPTY, elsewhere, FOR_NEIGHBOUR)).toBe('not-yours-to-do')
})

describe('a consent', () => {
  test('is taken back by the helper, the neighbour’s link or the desk, and told as whose word it was', () => {
    const by = (who: Actor) => told(when(HELPED, asks(who, WITHDRAW)), HELPED)
    expect(by(HELPER)).toEqual([{ type: 'ConsentWithdrawn', consent: 'cst_1', byHelper: true }])
    for (const who of [LINK_HOLDER, STAFF]) expect(by(who)).toMatchObject([{ byHelper: false }])
  })

  test('is taken back once, and where nobody helps there is none', () => {
    expect(refusal(WITHDRAWN, LINK_HOLDER, WITHDRAW)).toBe('nobody-helps')
    expect(refusal(WITHDRAWN, HELPER, WITHDRAW)).toBe('not-yours-to-do')
  })

  test('once taken back, the helper can do nothing that a stranger cannot', () => {
    const outcome = (world: World, who: Actor, command: MatterCommand) => {
      const answer = onMatter(world, who, command)
      return isRefused(answer) ? answer : toldTypes(answer, world)
    }
    const ways = fc.array(
      fc.tuple(fc.constantFrom(...MATTER_VOCABULARY), fc.constantFrom(STAFF, LINK_HOLDER, HELPER)),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(ways, fc.constantFrom(...MATTER_VOCABULARY), fc.nat(40), (steps, asked, hours) => {
        const after = steps.reduce((world, [command, who]) => {
          const answer = onMatter(world, who, command(world))
          return isRefused(answer) ? world : answer
        }, WITHDRAWN)
        const world = { ...after, now: later(after.now, hours * 3_600_000) }
        const command = asked(world)
        expect(outcome(world, HELPER, command)).toEqual(outcome(world, STRANGER, command))
      }),
      { numRuns: 400 },
    )
  })
})
