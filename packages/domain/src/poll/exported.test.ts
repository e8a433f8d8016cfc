// An exported poll counted twice: by the product, and by a slow count that follows the words of the law owner by owner (R1.7–R1.9, R1.32, R1.65).
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import {
  type Amounts,
  type Channel,
  type ExportedPoll,
  type PollRule,
  type Recount,
  exportedPollSchema,
  pollRuleByKey,
  recountPoll,
} from './index.ts'
import { chanceOf, stressPoll } from './testing/stress.ts'

const rule = pollRuleByKey('cn-civil-code-278-ordinary')!
const done = (poll: ExportedPoll): Recount => {
  const found = recountPoll(poll)
  if (isRefused(found)) throw new Error(found.refused)
  return found
}

type Ballot = ExportedPoll['voters'][number]['ballots'][number]

/** The ballot that holds, told in words: the last of the best hand, or the very first. */
const holding = (rule: PollRule, all: readonly Ballot[]): Ballot | undefined => {
  const signed: readonly Channel[] = ['paper', 'door', 'hall']
  const best = {
    latest: all,
    first: all.slice(0, 1),
    'own-hand': all.some(({ channel }) => channel === 'online')
      ? all.filter(({ channel }) => channel === 'online')
      : all,
    signed: all.some(({ channel }) => signed.includes(channel))
      ? all.filter(({ channel }) => signed.includes(channel))
      : all,
  }[rule.precedence]
  return best.at(-1)
}

const handedIn = ({ voters }: ExportedPoll) => voters.flatMap(({ ballots }) => ballots).length
const cents = (area: string) => Math.round(Number(area) * 100)
const metres = (units: number) => (units / 100).toFixed(2)

/** Goes through the list owner by owner, as two people at a table would. */
const byHand = (poll: ExportedPoll) => {
  const boxes: Record<string, { heads: number; area: number }> = {}
  const put = (box: string, heads: number, area: number) => {
    const found = (boxes[box] ??= { heads: 0, area: 0 })
    found.heads += heads
    found.area += area
  }
  for (const [, units] of Map.groupBy(poll.voters, ({ head }) => head)) {
    const voted = units.flatMap(({ ballots, amounts }) => {
      const ballot = holding(poll.rule, ballots)
      return ballot ? [{ choice: ballot.choice.join(), area: cents(amounts.area!) }] : []
    })
    const alike = new Set(voted.map(({ choice }) => choice)).size < 2
    const split = poll.rule.contradiction === 'split'
    for (const { choice, area } of voted) put(alike || split ? choice : 'invalid', 0, area)
    if (voted.length > 0) put(alike ? voted[0]!.choice : split ? 'abstain' : 'invalid', 1, 0)
    const quiet = units.filter(({ ballots, proof }) => ballots.length === 0 && proof !== 'none')
    for (const { amounts } of quiet) put('silent', 0, cents(amounts.area!))
    if (voted.length > 0 || quiet.length === 0) continue
    put('silent', 1, 0)
    const proven = quiet.filter(({ proof }) => proof === 'proven')
    for (const { amounts } of proven) put('proven', 0, cents(amounts.area!))
    if (proven.length > 0) put('proven', 1, 0)
  }
  return (box: string): Amounts => ({ heads: boxes[box]?.heads ?? 0, area: metres(boxes[box]?.area ?? 0) })
}

describe('against a count by hand', () => {
  const cases = (['latest', 'own-hand', 'signed', 'first'] as const).flatMap((precedence) =>
    (['reject', 'split'] as const).flatMap((contradiction) =>
      [1, 2, 3].map((seed) => [precedence, contradiction, seed] as const),
    ),
  )
  test.each(cases)('precedence %s, contradictions %s, seed %i', (precedence, contradiction, seed) => {
    const poll = stressPoll(1_500, { rule: { ...rule, precedence, contradiction }, seed })
    const { figures, reconciliation, electorate } = done(poll)
    const hand = byHand(poll)
    expect(figures.votes).toEqual({ for: hand('for'), against: hand('against') })
    expect({ ...figures, votes: {} }).toMatchObject({
      abstain: hand('abstain'),
      invalid: hand('invalid'),
      silent: hand('silent'),
      proven: hand('proven'),
    })
    expect(electorate).toEqual({
      heads: new Set(poll.voters.map(({ head }) => head)).size,
      area: metres(poll.voters.reduce((sum, { amounts }) => sum + cents(amounts.area!), 0)),
    })
    expect(reconciliation).toMatchObject({ balanced: true, ballots: handedIn(poll) })
    expect(reconciliation.contradictory).toBeGreaterThan(0)
  })
})

test('33,000 units are reconciled without a lost or double-counted ballot', () => {
  const poll = stressPoll(33_000, { rule: { ...rule, precedence: 'latest' }, regime: 'delivered-counts', seed: 7 })
  const { figures, reconciliation } = done(poll)
  const hand = byHand(poll)
  expect(reconciliation.voters).toBe(33_000)
  expect(reconciliation).toMatchObject({ balanced: true, ballots: handedIn(poll) })
  expect(reconciliation.replaced).toBeGreaterThan(1_000)
  expect([figures.votes['for'], figures.votes['against'], figures.invalid]).toEqual(
    ['for', 'against', 'invalid'].map(hand),
  )
})

test('the order of voters on the list changes nothing', () => {
  const poll = stressPoll(800, { rule, seed: 5 })
  const chance = chanceOf(9)
  const shuffled = poll.voters
    .map((voter) => ({ voter, at: chance(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ voter }, index) => ({ ...voter, voter: poll.voters[index]!.voter }))
  expect(done({ ...poll, voters: shuffled }).figures).toEqual(done(poll).figures)
})

describe('a file that cannot be true', () => {
  const poll = stressPoll(40, { rule, seed: 2 })
  const [first] = poll.voters as [ExportedPoll['voters'][number]]
  const maybe = { channel: 'online' as const, choice: ['maybe'], at: '2026-12-20T02:00:00.000Z' }
  test.each([
    ['a unit twice on the list', { voters: [first, ...poll.voters] }, 'voters-out-of-order'],
    ['something that nobody was asked', { voters: [{ ...first, ballots: [maybe] }] }, 'choice-unfit'],
  ])('%s', (_, change, code) => {
    expect(recountPoll({ ...poll, ...change })).toMatchObject({ refused: code })
  })
  test('is otherwise a document that the schema reads back as it was written', () => {
    expect(exportedPollSchema.parse(JSON.parse(JSON.stringify(poll)))).toEqual(poll)
  })
})
