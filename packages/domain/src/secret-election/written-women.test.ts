// Whether somebody written in is a woman: noted by tellers once it is known who is meant, and counted for the seat of a woman. RULES R2.4; Organic Law of Villagers’ Committees (2018), art. 6.
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { PEOPLE } from '../matter/testing/community.ts'
import {
  type BoxCount,
  type Election,
  type ElectionCommand,
  electionEntry,
  electionFileSchema,
  electionLawByKey,
  keyedTurn,
  recountElection,
} from './index.ts'
import { BRANCH, VOLUNTEER, after, box, decide, enter, lastOf, settled, voting, counting } from './testing/two-posts.ts'

const LAW = electionLawByKey('cn-village-election')!
const rules = { ...LAW, moreCandidates: null }
const counted = (count: BoxCount): Election => settled(40, count, voting({}, rules))
const note = (name: string, woman: boolean): ElectionCommand => ({ type: 'NoteWoman', name, woman })
/** 钱八 is written in and has more votes for member than 孙七, who has enough as well. */
const ELECTED = box(40, { votes: [30, 10] }, { votes: [3, 28, 22], written: [['钱八', 26]] })

describe('somebody written in is elected, and no woman of the list is', () => {
  test('nothing is decided before it is noted', () => {
    const state = counted(ELECTED)
    expect(state).toMatchObject({ status: 'unclear', elected: [{ name: '王芳' }, { name: '赵六' }, { name: '钱八' }] })
    expect(lastOf(state)).toMatchObject({ woman: 'unclear', open: 0 })
    expect(decide(state, [{ type: 'EndShort', reason: '-' }])).toMatchObject({ refused: 'not-in-this-state' })
  })
  test('a woman: votes have elected one', () => {
    const state = after(counted(ELECTED), [note('钱 八', true)])
    expect(state).toMatchObject({ status: 'decided', elected: [{}, { name: '赵六' }, { name: '钱八' }] })
    expect(lastOf(state).woman).toBe('seated')
  })
  test('no woman: the seat is kept for one', () => {
    const state = after(counted(ELECTED), [note('钱八', false)])
    expect(state).toMatchObject({ status: 'short', elected: [{}, { name: '赵六' }] })
    expect(lastOf(state)).toMatchObject({ woman: 'separate', open: 1 })
  })
  test('a woman who was written in and has enough takes the seat first, before those with more votes', () => {
    const behind = box(40, { votes: [30, 10] }, { votes: [3, 28, 22], written: [['钱八', 21]] })
    expect(counted(behind)).toMatchObject({ status: 'unclear' })
    const state = after(counted(behind), [note('钱八', true)])
    expect(lastOf(state)).toMatchObject({ woman: 'first', open: 0 })
    expect(state).toMatchObject({ status: 'decided', elected: [{}, { name: '赵六' }, { name: '钱八' }] })
    const man = after(counted(behind), [note('钱八', false)])
    expect(lastOf(man)).toMatchObject({ woman: 'separate', open: 1 })
  })
})

describe('somebody written in is not elected', () => {
  const few = box(40, { votes: [30, 10] }, { votes: [3, 28, 9], written: [['钱八', 12]] })
  test('a woman stands for the seat in the further vote, and counts there', () => {
    const state = counted(few)
    expect(state).toMatchObject({ status: 'short' })
    expect(lastOf(state)).toMatchObject({ woman: 'separate', sections: [{}, { open: 1, next: [] }] })
    const noted = after(state, [note('钱八', true)])
    expect(lastOf(noted).sections[1]!.next).toEqual(['w1'])
    const again = after(
      noted,
      [{ type: 'FixNextVote', day: '2026-03-30', place: '大院', proxies: [] }],
      [{ type: 'OpenNextTurn', proxies: [] }],
    )
    expect(again).toMatchObject({ turn: { sections: [{ post: 'p2', standing: [{ name: '钱八', woman: true }] }] } })
    const count = (votes: number): BoxCount => ({
      collected: 30,
      spoiled: 0,
      posts: { p2: { spoiled: 0, blank: 30 - votes, votes: { w1: votes }, written: [] } },
    })
    const done = after(counting(30, again), [enter(count(20))], [enter(count(20)), BRANCH])
    expect(done).toMatchObject({ status: 'decided', results: [{}, { woman: 'seated' }] })
  })
  test('what was noted wrongly is noted again, as long as nobody votes; a day that is fixed stays', () => {
    const day = after(
      counted(few),
      [note('钱八', true)],
      [{ type: 'FixNextVote', day: '2026-04-04', place: '大院', proxies: [] }],
    )
    const back = after(day, [note('钱八', false)])
    expect(back).toMatchObject({ status: 'short', nextVote: { day: '2026-04-04' } })
    expect(lastOf(back).sections[1]!.next).toEqual([])
  })
})

test('tellers note it, of nobody but whom voters wrote in; the ledger seals who it is and who said so', () => {
  const state = counted(ELECTED)
  expect(decide(state, [note('孙七', true)])).toMatchObject({ refused: 'written-unknown' })
  expect(decide(state, [note('郑十', true)])).toMatchObject({ refused: 'written-unknown' })
  expect(decide(state, [note('钱八', true), PEOPLE.resident])).toMatchObject({ refused: 'not-your-election' })
  const found = decide(state, [note('钱八', true), VOLUNTEER])
  if (isRefused(found)) throw new Error(found.refused)
  const { facts, sealed } = electionEntry.WomanNoted(found.events[0] as never)
  expect(facts).toMatchObject({ woman: 'seated', elected: ['c1', 'c4', 'w1'] })
  expect(sealed).toMatchObject({ name: '钱八', noted: true })
  expect(JSON.stringify(facts)).not.toContain('钱八')
})

test('whoever counts again from the file comes to the same; a file of the time before asks as it did', () => {
  const state = counted(ELECTED)
  const { sections, boxes } = keyedTurn(
    [
      { post: 'p1', title: '主任', seats: 1, standing: [{ key: 'c1', name: '王芳', woman: false }] },
      { post: 'p2', title: '委员', seats: 1, standing: [{ key: 'c3', name: '赵六', woman: false }] },
    ],
    [
      {
        collected: 40,
        spoiled: 0,
        posts: {
          p1: { spoiled: 0, blank: 10, votes: { c1: 30 }, written: [] },
          p2: { spoiled: 0, blank: 0, votes: { c3: 15 }, written: [{ name: '钱八', votes: 25 }] },
        },
      },
    ],
  )
  const fileWith = (format: string, woman: boolean | null, more: object) =>
    electionFileSchema.parse({
      format,
      election: 'elc_1',
      law: rules,
      round: 1,
      registered: lastOf(state).registered,
      given: 40,
      kept: [],
      reserved: 'p2',
      boxes: boxes.map((each) => ({ name: '一号箱', count: each })),
      sections: sections.map((section) => ({
        ...section,
        candidates: section.candidates.map((each) => (each.written ? { ...each, woman } : each)),
      })),
      ...more,
    })
  const of = (woman: boolean | null) => recountElection(fileWith('yishi-secret-election/3', woman, { addsDown: false }))
  expect(of(null)).toMatchObject({ woman: 'unclear' })
  expect(of(true)).toMatchObject({ woman: 'seated', open: 0 })
  expect(of(false)).toMatchObject({ woman: 'separate', open: 1 })
  expect(recountElection(fileWith('yishi-secret-election/2', false, {}))).toMatchObject({ woman: 'unclear' })
})
