// What others hear of a poll: its matter how it stands, the ledger totals without a name or a word.
import { describe, expect, test } from 'vitest'
import { CLOCK, type Instant, isRefused } from '../kernel/index.ts'
import { PEOPLE, STAFF } from '../matter/testing/community.ts'
import { matterMovedByPoll } from '../reactions/index.ts'
import { NO_POLL, type Poll, type PollCommand, type PollEvent, type StandingPoll, pollEntry } from './index.ts'
import { COMMANDS } from './testing/commands.ts'
import {
  ANNOUNCE,
  ANNOUNCED,
  CLOSED,
  COUNTED,
  FOUND,
  OWNERS,
  PLAN,
  RUNNING,
  SHOWN,
  UNITS,
  UNITS_DRAFT,
  WON,
} from './testing/owners-poll.ts'
import {
  COUNTING,
  DECIDED,
  DRAFT,
  OPEN,
  OPENED,
  WITHDRAW,
  after,
  decide,
  draft,
  enter,
  votes,
} from './testing/representatives-poll.ts'

describe('its matter', () => {
  const moves = (before: Poll, command: PollCommand, actor = STAFF) => {
    const answer = decide(before, command, actor)
    if (isRefused(answer)) throw new Error(answer.refused)
    return answer.events
      .flatMap((event) => matterMovedByPoll(answer.state as StandingPoll, event))
      .map(({ command }) => command)
  }
  const noted = (status: string, passed: boolean) => [
    { type: 'NoteProceeding', proceeding: { kind: 'poll', id: 'pol_1', status, passed }, resolved: [] },
  ]
  test('hears that it runs, what it came to, and that somebody gave it up', () => {
    expect(moves(NO_POLL, draft())).toEqual(noted('running', false))
    expect(moves(COUNTING, enter(votes(2, 1)), PEOPLE.branch)).toEqual(noted('ended', true))
    expect(moves(after(OPENED, enter(votes(1, 1, 3))), enter(votes(1, 1, 3)), PEOPLE.branch)).toEqual(
      noted('ended', false),
    )
    expect(moves(OPENED, WITHDRAW)).toEqual(noted('withdrawn', false))
  })
  test('hears no echo of what it left behind itself', () => {
    expect(moves(OPENED, { type: 'WithdrawPoll', reason: '' }, CLOCK)).toEqual([])
    expect(moves(DECIDED, { type: 'WithdrawPoll', reason: '' }, CLOCK)).toEqual([])
    expect(moves(DRAFT, OPEN)).toEqual([])
  })
})

test('R3.10: the ledger keeps totals and participation, and neither a name nor a word nor a choice', () => {
  const stories: readonly (readonly [Poll, PollCommand, typeof STAFF, Instant?])[] = [
    [NO_POLL, draft(), STAFF],
    [DRAFT, COMMANDS.RedraftPoll, STAFF],
    [DRAFT, OPEN, STAFF],
    [OPENED, enter(votes(2, 1)), STAFF],
    [COUNTING, enter(votes(1, 2)), PEOPLE.branch],
    [COUNTING, enter(votes(2, 1)), PEOPLE.branch],
    [OPENED, WITHDRAW, STAFF],
    [NO_POLL, draft({ rule: OWNERS, electorate: UNITS, plan: { ...PLAN, basis: '管理规约第十条' } }), STAFF],
    [UNITS_DRAFT, ANNOUNCE, STAFF],
    [ANNOUNCED, COMMANDS.RedrawElectorate, STAFF],
    [RUNNING, COMMANDS.ExtendPoll, STAFF, PLAN.opensAt],
    [RUNNING, COMMANDS.RecordProofs, STAFF, PLAN.opensAt],
    [CLOSED, enter(WON), STAFF, PLAN.closesAt],
    [COUNTED, enter(WON), PEOPLE.branch, PLAN.closesAt],
    [FOUND, COMMANDS.ShowResult, STAFF, PLAN.closesAt],
    [SHOWN, COMMANDS.OrderRecount, STAFF, PLAN.closesAt],
  ]
  const events = stories.flatMap(([poll, command, actor, now]) => {
    const answer = decide(poll, command, actor, now)
    return isRefused(answer) ? [] : answer.events
  })
  expect(new Set(events.map(({ type }) => type)).size).toBe(Object.keys(pollEntry).length)
  for (const event of events) {
    const { facts } = (pollEntry[event.type] as (event: PollEvent) => { facts: Record<string, unknown> })(event)
    expect(JSON.stringify(facts)).not.toMatch(/\p{Script=Han}|per_|vtr_/u)
  }
  const decided = events.find(({ type }) => type === 'PollDecided')!
  expect((pollEntry.PollDecided as (event: PollEvent) => { facts: object })(decided).facts).toEqual({
    passed: true,
    chosen: ['for'],
    'votes-for': 2,
    'votes-against': 1,
    abstain: 0,
    invalid: 0,
  })
})
