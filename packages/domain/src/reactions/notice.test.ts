// A notice moves its matter: it blocks while an objection waits, opens the way on when all is answered, and shuts nothing once withdrawn.
import { describe, expect, test } from 'vitest'
import { CLOCK } from '../kernel/index.ts'
import { STAFF } from '../matter/testing/community.ts'
import { type NoticeStanding, isToldToMatter, matterMovedByNotice } from './index.ts'
import { AT_PUBLISH } from './testing/formal.ts'
import { asks, refusal, taking, when } from './testing/story.ts'
import { type World, open } from './testing/world.ts'

const NOTICE: NoticeStanding = {
  id: 'ntc_1',
  matter: 'mat_1',
  resultOf: null,
  status: 'hanging',
  unanswered: 0,
  upheld: 0,
}
const told = (world: World, ...standings: readonly Partial<NoticeStanding>[]): World =>
  standings.reduce((so, each) => when(so, asks(CLOCK, matterMovedByNotice({ ...NOTICE, ...each })!.command)), world)
const stage = (world: World) => open(world).course.stage

test('elapsed without an objection, the matter goes on by itself', () => {
  expect(stage(told(AT_PUBLISH, {}))).toBe('publish')
  expect(stage(told(AT_PUBLISH, {}, { status: 'elapsed' }))).toBe('do')
})

test('an objection that waits keeps the gate shut past the end, until it is answered or taken back', () => {
  const blocked = told(AT_PUBLISH, {}, { unanswered: 1 }, { status: 'elapsed', unanswered: 1 })
  expect(stage(blocked)).toBe('publish')
  expect(stage(told(blocked, { status: 'elapsed', unanswered: 0 }))).toBe('do')
})

test('one that is upheld opens the way back, and no sooner', () => {
  const lodged = told(AT_PUBLISH, {}, { unanswered: 1 })
  expect(refusal(lodged, STAFF, taking('upheld'))).toBe('outcome-not-open')
  expect(stage(when(told(lodged, { unanswered: 0, upheld: 1 }), asks(STAFF, taking('upheld'))))).toBe('discuss')
})

test('one that was found right is not passed over because it was answered after the end', () => {
  const late = told(AT_PUBLISH, {}, { status: 'elapsed', unanswered: 1 }, { status: 'elapsed', upheld: 1 })
  expect(stage(late)).toBe('publish')
  expect(stage(when(late, asks(STAFF, taking('upheld'))))).toBe('discuss')
})

test('a withdrawn one blocks nothing: the next may hang and elapse', () => {
  const withdrawn = told(AT_PUBLISH, {}, { unanswered: 2 }, { status: 'withdrawn', unanswered: 2 })
  expect(stage(told(withdrawn, { id: 'ntc_2' }, { id: 'ntc_2', status: 'elapsed' }))).toBe('do')
})

test('one that hangs by itself, or tells a result, moves no matter', () => {
  expect(matterMovedByNotice({ ...NOTICE, matter: null })).toBeNull()
  expect(matterMovedByNotice({ ...NOTICE, resultOf: 'ntc_0' })).toBeNull()
})

describe('what its matter hears', () => {
  test.each([
    [{ type: 'NoticeHung' }, true],
    [{ type: 'NoticeElapsed' }, true],
    [{ type: 'NoticeWithdrawn', reason: '', left: false }, true],
    [{ type: 'NoticeWithdrawn', reason: '', left: true }, false],
    [{ type: 'NoticeResultTold', result: 'ntc_2' }, false],
    [{ type: 'NoticeProvedHung', spot: 0, photos: [] }, false],
  ])('%o: %s', (event, heard) => {
    expect(isToldToMatter(event as never)).toBe(heard)
  })
})
