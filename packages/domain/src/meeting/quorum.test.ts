// Whether enough have come: strict and inclusive parts, in whole numbers; seats that must be taken; and how it is told.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MORE_THAN_HALF, type Share, handsIn, quorumOf, requirementInWords, shareInWords, sumInWords } from './index.ts'
import { neededOf } from './quorum.ts'
import { FIVE, called, came, invitee, signingIn, when } from './testing/story.ts'

describe('how many it takes', () => {
  test.each([
    ['more than half of 9', 9, MORE_THAN_HALF, 5],
    ['more than half of 10', 10, MORE_THAN_HALF, 6],
    ['at least half of 10', 10, { part: 1, whole: 2, strict: false }, 5],
    ['at least two thirds of 9', 9, { part: 2, whole: 3, strict: false }, 6],
    ['at least two thirds of 10', 10, { part: 2, whole: 3, strict: false }, 7],
    ['more than two thirds of 9', 9, { part: 2, whole: 3, strict: true }, 7],
    ['all of 7', 7, { part: 1, whole: 1, strict: false }, 7],
    ['more than half of nobody', 0, MORE_THAN_HALF, 1],
  ] as const)('%s', (_, due, share, needed) => expect(neededOf(share, due)).toBe(needed))

  test('is the smallest number for which the inequality of the rule holds', () => {
    const shares = fc.record({
      part: fc.integer({ min: 1, max: 12 }),
      whole: fc.integer({ min: 1, max: 12 }),
      strict: fc.boolean(),
    })
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 2000 }), (share, due) => {
        const holds = (came: number) =>
          share.strict ? came * share.whole > due * share.part : came * share.whole >= due * share.part
        const needed = neededOf(share, due)
        expect(holds(needed)).toBe(true)
        if (needed > 0) expect(holds(needed - 1)).toBe(false)
      }),
    )
  })
})

const shares = (share: Partial<Share>): Share => ({ seat: null, members: null, ...MORE_THAN_HALF, ...share })
const told = (meeting: ReturnType<typeof called>) =>
  quorumOf(meeting).requirements.map((each) => requirementInWords(each, meeting.seats, 'zh'))

describe('who is counted', () => {
  test('those invited to a seat; guests sit in', () => {
    const meeting = when(called(), ...came(2), signingIn(null, '旁听的人'), signingIn(null, '又一位'))
    expect(quorumOf(meeting).quorate).toBe(false)
    expect(told(meeting)).toEqual(['到会 4 人，至少要 2 人', '应到 5 人，实到 2 人，过半数需要 3 人'])
    expect(quorumOf(when(meeting, signingIn(3, '王阿姨'))).quorate).toBe(true)
  })

  test('a guest who was invited is neither due nor counted', () => {
    const meeting = when(called({ invited: [...FIVE, invitee(null, '张律师'), invitee(null, '街道的人')] }), ...came(2))
    expect(told(meeting).at(-1)).toBe('应到 5 人，实到 2 人，过半数需要 3 人')
    expect(told(when(meeting, signingIn(6, '张律师'))).at(-1)).toBe('应到 5 人，实到 2 人，过半数需要 3 人')
  })

  test('a seat that must be taken is taken by one of those invited to it', () => {
    const five = called({
      format: 'five-party',
      share: null,
      seats: FIVE_SEATS,
      invited: FIVE_SEATS.map(({ key }) => invitee(key, key)),
    })
    const four = when(five, ...came(4))
    expect(quorumOf(four).quorate).toBe(false)
    expect(told(four).at(-1)).toBe('居民代表还没到，必须有人到')
    expect(quorumOf(when(four, signingIn(5, '居民'))).quorate).toBe(true)
  })

  test("an owners' committee is counted against all its members, whoever was invited (指导规则 39)", () => {
    const members = ['赵', '钱', '孙', '李'].map((name) => invitee('neighbours', name))
    const committee = called({ invited: members, share: shares({ seat: 'neighbours', members: 7 }) })
    const three = when(committee, ...came(3))
    expect(told(three).at(-1)).toBe('居民代表全体 7 人，实到 3 人，过半数需要 4 人')
    expect([quorumOf(three).quorate, quorumOf(when(three, signingIn(4, '李'))).quorate]).toEqual([false, true])
  })

  test('one person alone holds no meeting, whatever else is asked', () => {
    const lonely = when(called({ share: null }), ...came(1))
    expect(quorumOf(lonely).quorate).toBe(false)
    expect(quorumOf(when(lonely, signingIn(null, '邻居'))).quorate).toBe(true)
  })
})

const FIVE_SEATS = ['branch', 'members', 'owners', 'property', 'neighbours'].map((key) => ({
  key,
  names: { zh: key === 'neighbours' ? '居民代表' : key, en: key },
}))

test.each([
  [{ part: 1, whole: 2, strict: true }, '过半数', 'more than half'],
  [{ part: 1, whole: 2, strict: false }, '半数以上', 'at least half'],
  [{ part: 2, whole: 3, strict: false }, '三分之二以上', 'at least 2/3'],
  [{ part: 3, whole: 4, strict: true }, '超过四分之三', 'more than 3/4'],
])('%o is told as %s', (share, zh, en) => {
  expect([shareInWords(shares(share), 'zh'), shareInWords(shares(share), 'en')]).toEqual([zh, en])
})

test.each([
  ['360', '360'],
  ['1200000.00', '1,200,000'],
  ['12345.50', '12,345.50'],
  ['0.5', '0.5'],
])('%s yuan are told as %s', (yuan, told) => expect(sumInWords(yuan)).toBe(told))

test('hands: of those who came and hold a seat, of a body as a whole, or none that a room can count', () => {
  const meeting = when(called({ invited: [...FIVE, invitee(null, '张律师')] }), ...came(3), signingIn(6, '张律师'))
  expect(handsIn(meeting, 'present')).toBe(3)
  expect(handsIn(meeting, 'representatives')).toBe(5)
  const committee = called({ share: { seat: 'neighbours', members: 9, ...MORE_THAN_HALF } })
  expect(handsIn(committee, 'committee-members')).toBe(9)
  expect(handsIn(meeting, 'owners')).toBeNull()
})
