// The result of a draw: made by nobody, objected to, settled, or annulled before there is one.
import { describe, expect, test } from 'vitest'
import { CLOCK, type Instant, VISITOR, later } from '../kernel/index.ts'
import { PEOPLE, STAFF, worker } from '../matter/testing/community.ts'
import { type DrawCommand, claimsOf, drawLots, turnsOf } from './index.ts'
import {
  ANN,
  AT,
  BEN,
  DICE,
  EVE,
  HOUSEHOLDS,
  LATER,
  LOTTERY,
  NOW,
  RED,
  THROWN,
  after,
  announced,
  announcement,
  decide,
  drawn,
  entering,
} from './testing/draw.ts'

describe('the result', () => {
  test('is there with the last source, and nobody chose it', () => {
    const draw = drawn()
    const { key, steps } = drawLots(announcement(), [RED.toSorted((a, b) => a - b), THROWN])[0]!
    expect(key).toBe('1.4.9.18.27.33./6./1./1./3./')
    expect(draw).toMatchObject({ status: 'drawn', selected: [steps.map(({ position }) => position)] })
    // Three days after the day in Shanghai on which it was made.
    expect(draw).toMatchObject({ objectableUntil: '2026-11-30T16:00:00.000Z' })
  })

  test('is what the published file claims', () => {
    const [claim] = claimsOf(drawLots(announcement(), [[1, 4, 9, 18, 27, 33], THROWN]))
    expect(claim).toMatchObject({ pool: HOUSEHOLDS, sources: [[1, 4, 9, 18, 27, 33], 6, 1, 1, 3], count: 5 })
  })

  test('R2.13: of two rounds: who comes when, then what they get, and the rounds do not fall alike', () => {
    const plots = ['甲', '乙', '丙', '丁', '戊']
    const two = announcement({
      rounds: [
        { name: '顺序', pool: HOUSEHOLDS, count: 5 },
        { name: '地块', pool: plots, count: 5 },
      ],
      sources: [LOTTERY, { ...DICE, throws: 10 }],
    })
    const rounds = drawLots(two, [
      [1, 4, 9, 18, 27, 33],
      [1, 2, 3, 4, 5, 6, 1, 2, 3, 4],
    ])
    const shared = '1.4.9.18.27.33./1./2./3./4./5./6./1./2./3./4./'
    expect(rounds.map(({ key }) => key)).toEqual([`${shared}1./`, `${shared}2./`])
    const [order, given] = rounds.map(({ steps }) => steps.map(({ position }) => position))
    expect(order).not.toEqual(given)
    const turns = turnsOf(rounds)
    expect(new Set(turns.map(([household]) => household))).toEqual(new Set(HOUSEHOLDS))
    expect(new Set(turns.map(([, plot]) => plot))).toEqual(new Set(plots))
  })
})

describe('objections', () => {
  const objecting: DrawCommand = { type: 'ObjectToDraw', grounds: '第三个号看错了' }
  const answering = (upheld: boolean, objection = 1): DrawCommand => ({
    type: 'AnswerDrawObjection',
    objection,
    upheld,
    answer: '核对了录像',
  })
  const UNTIL: Instant = '2026-11-30T16:00:00.000Z'
  const objected = () => after(drawn(), [objecting, EVE, LATER])

  test('whoever lives or works here objects once, to the last moment', () => {
    expect(objected()).toMatchObject({ status: 'objected' })
    expect(decide(objected(), objecting, EVE, LATER)).toEqual({ refused: 'draw-objected-already' })
    expect(decide(drawn(), objecting, EVE, later(UNTIL, -1))).toHaveProperty('events')
    expect(decide(drawn(), objecting, EVE, UNTIL)).toEqual({ refused: 'objections-closed' })
    for (const stranger of [VISITOR, PEOPLE['staff-of-another-community']])
      expect(decide(drawn(), objecting, stranger, LATER)).toEqual({ refused: 'not-yours-to-do' })
  })

  test('the desk answers, never its own; one that is right annuls the draw', () => {
    expect(decide(objected(), answering(true), EVE, LATER)).toEqual({ refused: 'not-yours-to-do' })
    expect(decide(objected(), answering(true, 2), ANN, LATER)).toEqual({ refused: 'draw-objection-unknown' })
    const own = after(drawn(), [objecting, ANN, LATER])
    expect(decide(own, answering(true), ANN, LATER)).toEqual({ refused: 'another-person-needed' })
    expect(decide(own, answering(true), STAFF, LATER)).toMatchObject({
      events: [{ type: 'DrawObjectionAnswered' }, { type: 'DrawAnnulled', reason: '核对了录像', late: true }],
      state: { status: 'annulled' },
    })
    expect(after(objected(), [answering(false), ANN, LATER])).toMatchObject({ status: 'drawn' })
    const both = after(objected(), [objecting, BEN, LATER], [answering(false), ANN, LATER])
    expect(both).toMatchObject({ status: 'objected' })
    expect(decide(both, answering(true), ANN, LATER)).toEqual({ refused: 'draw-objection-unknown' })
  })

  test('it is settled when the days are over and nothing waits for an answer', () => {
    const settling: DrawCommand = { type: 'SettleDraw' }
    expect(decide(drawn(), settling, CLOCK, later(UNTIL, -1))).toEqual({ refused: 'draw-objections-open' })
    expect(decide(drawn(), settling, ANN, UNTIL)).toEqual({ refused: 'not-yours-to-do' })
    expect(after(drawn(), [settling, CLOCK, UNTIL])).toMatchObject({ status: 'settled' })
    expect(decide(objected(), settling, CLOCK, UNTIL)).toMatchObject({ refused: 'not-in-this-state' })
    expect(after(objected(), [answering(false), ANN, UNTIL])).toMatchObject({ status: 'settled' })
    const two = after(objected(), [objecting, BEN, LATER], [answering(false), ANN, UNTIL])
    expect(two).toMatchObject({ status: 'objected' })
    expect(after(two, [answering(false, 2), ANN, UNTIL])).toMatchObject({ status: 'settled' })
  })
})

describe('annulling', () => {
  const annulling: DrawCommand = { type: 'AnnulDraw', reason: '开奖改期' }

  test('the desk annuls before there is a result, and it is seen when a number could be known', () => {
    expect(decide(announced(), annulling, ANN, later(AT, -1))).toMatchObject({
      events: [{ type: 'DrawAnnulled', late: false }],
    })
    expect(decide(announced(), annulling, ANN, AT)).toMatchObject({ events: [{ late: true }] })
    expect(decide(announced(), annulling, BEN, NOW)).toEqual({ refused: 'not-yours-to-do' })
  })

  test('a result that somebody dislikes stands', () => {
    expect(decide(drawn(), annulling, ANN, LATER)).toEqual({ refused: 'draw-is-made' })
    expect(decide(drawn(), annulling, EVE, LATER)).toEqual({ refused: 'not-yours-to-do' })
    expect(decide(drawn(), entering(0, RED), worker('counsel'), LATER)).toMatchObject({ refused: 'not-in-this-state' })
  })
})
