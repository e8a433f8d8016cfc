// An urgent notice's own rules: who may say what, until when it runs, and that its end is final.
import { describe, expect, test } from 'vitest'
import { type Ids, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PATH, PEOPLE, type Who, worker } from '../matter/testing/community.ts'
import {
  type Alert,
  type AlertCommand,
  NO_ALERT,
  alertEntry,
  alertRules,
  commonPath,
  mayTellAtDoor,
  partsWithin,
  touches,
} from './index.ts'

const NOW = '2026-11-18T02:00:00.000Z'
const LATER = '2026-11-18T08:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`
const BODY = {
  community: COMMUNITY,
  kind: 'burst-pipe',
  severity: 'serious',
  title: '3 号楼水管爆了',
  advice: '请先关好自家水阀。',
  areas: [{ node: 'nod_b3', path: PATH }],
  from: NOW,
  until: LATER,
  contact: null,
} as const
const RUNNING: Alert = { status: 'running', ...BODY }
const LIFTED: Alert = { status: 'lifted', ...BODY }
const issue = (more: Partial<Extract<AlertCommand, { type: 'IssueAlert' }>> = {}): AlertCommand => ({
  type: 'IssueAlert',
  ...BODY,
  onDuty: false,
  ...more,
})
const FURTHER: readonly AlertCommand[] = [
  { type: 'TellProgress', text: '抢修队到场', onDuty: false },
  { type: 'MoveEnd', until: '2026-11-18T10:00:00.000Z', reason: '要换一段管', onDuty: false },
  { type: 'CorrectAlert', advice: '不用关总阀。', reason: '写错了', onDuty: false },
  { type: 'LiftAlert', words: '修好了', onDuty: false },
]
const decide = (alert: Alert, command: AlertCommand, who: Who = 'staff', now: typeof NOW | typeof LATER = NOW) =>
  alertRules.decide(alert, command, { actor: PEOPLE[who], now, ids })
const outcome = (...given: Parameters<typeof decide>) => {
  const answer = decide(...given)
  return isRefused(answer) ? answer.refused : answer.events.map(({ type }) => type).join()
}

describe('who may', () => {
  const ISSUERS: readonly Who[] = ['staff', 'branch', 'property']
  test.each(Object.keys(PEOPLE) as Who[])('%s', (who) => {
    const may = ISSUERS.includes(who)
    expect(outcome(NO_ALERT, issue(), who)).toBe(may ? 'AlertIssued' : 'not-yours-to-do')
    for (const command of FURTHER) {
      expect(outcome(RUNNING, command, who) === 'not-yours-to-do', command.type).toBe(!may)
      expect(outcome(RUNNING, { ...command, onDuty: true }, who), command.type).not.toBe('not-yours-to-do')
    }
  })

  test('whoever answers for one building only does not speak to two', () => {
    const actor = worker('property', PATH)
    const two = issue({ areas: [...BODY.areas, { node: 'nod_b4', path: 'east.b4' }] })
    expect(alertRules.decide(NO_ALERT, issue(), { actor, now: NOW, ids })).toHaveProperty('events')
    expect(alertRules.decide(NO_ALERT, two, { actor, now: NOW, ids })).toEqual({ refused: 'not-yours-to-do' })
  })

  test('doors are for those who knock at them, in their own stairway', () => {
    expect(mayTellAtDoor(worker('building-leader', PATH), COMMUNITY, PATH)).toBe(true)
    expect(mayTellAtDoor(worker('building-leader', 'east.b4'), COMMUNITY, PATH)).toBe(false)
    for (const who of ['resident', 'property', 'visitor', 'staff-of-another-community'] as const)
      expect(mayTellAtDoor(PEOPLE[who], COMMUNITY, PATH), who).toBe(false)
  })
})

describe('the expected end', () => {
  test.each([
    [{ until: NOW }, 'end-past'],
    [{ until: '2026-11-17T02:00:00.000Z' }, 'end-past'],
    [{ from: LATER, until: LATER }, 'end-before-start'],
    [{ until: null }, 'AlertIssued'],
    [{ from: LATER, until: '2026-11-18T08:00:00.001Z' }, 'AlertIssued'],
  ] as const)('%j is answered with %s', (more, answer) => {
    expect(outcome(NO_ALERT, issue(more))).toBe(answer)
  })

  test('moves to another moment that is still to come, or to nobody knows', () => {
    const move = (until: typeof LATER | typeof NOW | null) =>
      outcome(RUNNING, { type: 'MoveEnd', until, reason: '', onDuty: false })
    expect([move(LATER), move(NOW), move(null)]).toEqual(['end-the-same', 'end-past', 'AlertEndMoved'])
  })
})

test('a notice runs until it is lifted, and then nothing more is said', () => {
  for (const command of FURTHER) {
    expect(outcome(LIFTED, command)).toBe('alert-over')
    expect(outcome(NO_ALERT, command)).toBe('not-in-this-state')
  }
  expect(outcome(RUNNING, issue())).toBe('not-in-this-state')
  const lifted = decide(RUNNING, FURTHER[3]!)
  expect(isRefused(lifted) ? null : lifted.state.status).toBe('lifted')
})

test('a correction takes the place of the advice; the story keeps both', () => {
  const corrected = decide(RUNNING, FURTHER[2]!)
  expect(isRefused(corrected) ? null : corrected.state).toMatchObject({ advice: '不用关总阀。', until: LATER })
})

test('the ledger keeps kind, nodes and times in the open, and no word of it', () => {
  const issued = { type: 'AlertIssued', ...BODY, by: 'pty_staff' } as const
  const { facts, sealed } = alertEntry.AlertIssued(issued)
  expect(facts).toEqual({
    kind: 'burst-pipe',
    severity: 'serious',
    nodes: ['nod_b3'],
    from: NOW,
    until: LATER,
    by: 'pty_staff',
  })
  expect(Object.keys(sealed)).toEqual(['title', 'advice', 'contact'])
})

test.each([
  ['all that covers it', ['east.b3'], 'east.b3.s1', []],
  ['all of what covers it and a part of it besides', ['east.b3', 'east.b3.s1'], 'east.b3', []],
  ['all that covers the whole community', [''], 'west', []],
  ['what covers a part of it, as that part', ['west', 'east.b3.s2'], 'east', ['east.b3.s2']],
  ['everywhere in the community, as parts', ['east.b3', 'west'], '', ['east.b3', 'west']],
  ['nothing of a neighbour whose key begins alike', ['east.b3'], 'east.b31', null],
  ['nothing of the stairway beside it', ['east.b3.s2'], 'east.b3.s1', null],
] as const)('a place sees %s', (_, areas, path, parts) => {
  expect(touches(areas, path) ? partsWithin(areas, path) : null).toEqual(parts)
})

test.each([
  [['east.b3.s1'], 'east.b3.s1'],
  [['east.b3.s1', 'east.b3.s2'], 'east.b3'],
  [['east.b3', 'east.b31'], 'east'],
  [['east.b3', 'west'], ''],
  [['', 'west'], ''],
  [['east.b3', 'east.b3.s1'], 'east.b3'],
])('%j lies in %j', (areas, path) => {
  expect(commonPath(areas)).toBe(path)
})
