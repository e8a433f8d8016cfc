// Meetings, polls, notices and projects as their matter sees them: what opens, what moves it on, and what is left behind.
import { describe, expect, test } from 'vitest'
import { CLOCK } from '../kernel/index.ts'
import { checkProcedure, simplePaths, walk } from '../procedure/index.ts'
import { proceedingsLeftBy } from '../reactions/index.ts'
import {
  type Step,
  asks,
  given,
  raised,
  refusal,
  signing,
  sorting,
  taking,
  talking,
  told,
  toldTypes,
  when,
} from '../reactions/testing/story.ts'
import { type World, WEDNESDAY, open } from '../reactions/testing/world.ts'
import { type MatterCommand, type NotedProceeding, mayOpen } from './index.ts'
import { BRANCH, PEOPLE, PROPERTY, STAFF } from './testing/community.ts'
import { FORMAL } from './testing/procedures.ts'

const NOBODY: readonly [] = []
const note = (
  proceeding: NotedProceeding,
  resolved: Extract<MatterCommand, { type: 'NoteProceeding' }>['resolved'] = NOBODY,
) => asks(CLOCK, { type: 'NoteProceeding', proceeding, resolved })
const meeting = (
  status: 'running' | 'ended',
  result: 'agreed' | 'settled' | 'not-agreed' | null = null,
  quorate = true,
) => ({ kind: 'meeting', id: 'mtg_1', status, quorate: status === 'ended' && quorate, result }) as const
const poll = (status: 'running' | 'ended', passed = false) => ({ kind: 'poll', id: 'pol_1', status, passed }) as const
const notice = (status: 'running' | 'ended', unanswered = 0, upheld = 0) =>
  ({ kind: 'notice', id: 'ntc_1', status, unanswered, upheld }) as const
const project = (status: 'running' | 'ended') => ({ kind: 'project', id: 'prj_1', status }) as const

const formally: Step = asks(STAFF, sorting({}, FORMAL))
const AT_MEETING = given(raised, formally)
const CALLED = when(AT_MEETING, note(meeting('running')))
const AT_REVIEW = when(CALLED, note(meeting('ended', 'agreed')))
const AT_DECIDE = when(AT_REVIEW, asks(BRANCH, signing('branch', 'approved')))
const AT_PUBLISH = when(AT_DECIDE, note(poll('running')), note(poll('ended', true)))
const AT_DO = when(AT_PUBLISH, note(notice('running')), note(notice('ended')))

const stage = (world: World): string => open(world).course.stage

test('the formal procedure is sound, and the engine goes every simple path of it', () => {
  expect(checkProcedure(FORMAL).filter(({ severity }) => severity === 'refused')).toEqual([])
  for (const path of simplePaths(FORMAL)) expect(walk(FORMAL, path, WEDNESDAY)).toEqual(path)
})

describe('opening', () => {
  test.each([
    ['meeting', AT_MEETING, null],
    ['poll', AT_DECIDE, null],
    ['notice', AT_PUBLISH, null],
    ['project', AT_DO, null],
    ['notice', AT_MEETING, 'not-at-this-stage'],
    ['meeting', AT_PUBLISH, 'not-at-this-stage'],
    ['project', AT_DECIDE, 'not-at-this-stage'],
  ] as const)('a %s by the desk', (kind, world, refused) => {
    expect(mayOpen(world.matter, kind, STAFF)?.refused ?? null).toBe(refused)
  })

  test('is for who acts at the stage, one at a time, and only while the matter is open', () => {
    expect(mayOpen(AT_MEETING.matter, 'meeting', PROPERTY)).toMatchObject({ refused: 'not-yours-to-do' })
    expect(mayOpen(AT_MEETING.matter, 'meeting', PEOPLE['link-holder'])).toMatchObject({ refused: 'not-yours-to-do' })
    expect(mayOpen(CALLED.matter, 'meeting', STAFF)).toMatchObject({ refused: 'one-at-a-time' })
    expect(mayOpen({ status: 'absent' }, 'meeting', STAFF)).toMatchObject({ refused: 'not-at-this-stage' })
  })

  test('a stage that asks for a meeting takes no talk in its place', () => {
    expect(refusal(AT_MEETING, STAFF, talking('agreed'))).toBe('meeting-needed')
  })
})

describe('moving the matter on', () => {
  test('nobody in person notes a proceeding', () => {
    const command: MatterCommand = { type: 'NoteProceeding', proceeding: meeting('ended', 'agreed'), resolved: [] }
    for (const who of Object.values(PEOPLE).filter(({ kind }) => kind !== 'clock'))
      expect(refusal(CALLED, who, command)).toBe('not-yours-to-do')
  })

  test('a quorate meeting settles the talk; one without a quorum moves nothing, and the next may be called', () => {
    expect(stage(AT_REVIEW)).toBe('review')
    const tooFew = when(CALLED, note(meeting('ended', null, false)))
    expect(stage(tooFew)).toBe('discuss')
    expect(mayOpen(tooFew.matter, 'meeting', STAFF)).toBeNull()
    expect(stage(when(CALLED, note(meeting('ended', 'agreed', false))))).toBe('discuss')
  })

  test('what a meeting resolved becomes orders as soon as the matter stands where work is handed out', () => {
    const resolved = [
      { party: 'pty_police', lead: false, task: '劝导', by: '2026-12-01' },
      { party: 'pty_property', lead: true, task: '划线' },
    ] as const
    const world = when(CALLED, note(meeting('ended', 'settled'), resolved))
    expect(stage(world)).toBe('do')
    expect(open(world).facts.orders.map(({ party, lead }) => [party, lead])).toEqual([
      ['pty_police', false],
      ['pty_property', true],
    ])
    expect(open(world).course.responsible).toBe('pty_property')
    expect(
      Object.values(world.orders).find((order) => order.status !== 'absent' && order.party === 'pty_police'),
    ).toMatchObject({
      by: '2026-12-01',
      status: 'placed',
    })
    expect(when(CALLED, note(meeting('ended', 'agreed'), resolved)).orders).toEqual({})
  })

  test('a poll passes or fails the decision; a notice elapses once every objection is answered', () => {
    expect(stage(AT_PUBLISH)).toBe('publish')
    expect(stage(when(AT_DECIDE, note(poll('running')), note(poll('ended'))))).toBe('discuss')
    const objected = when(AT_PUBLISH, note(notice('ended', 1)))
    expect(stage(objected)).toBe('publish')
    expect(stage(when(objected, note(notice('ended', 0))))).toBe('do')
    expect(refusal(objected, STAFF, taking('upheld'))).toBe('outcome-not-open')
    expect(stage(when(AT_PUBLISH, note(notice('running', 0, 1)), asks(STAFF, taking('upheld'))))).toBe('discuss')
  })

  test('the work ends with its project, and not before every condition of the review is met', () => {
    const world = when(
      AT_REVIEW,
      asks(BRANCH, { ...signing('branch', 'approved'), conditions: ['不砍树', '留出消防通道'] }),
      note(poll('ended', true)),
      note(notice('ended')),
      note(project('running')),
      note(project('ended')),
    )
    expect(stage(world)).toBe('do')
    const meets = (condition: `cnd_${string}`): MatterCommand => ({
      type: 'MeetCondition',
      condition,
      note: '看过了',
      photos: [],
    })
    const [first, second] = open(world).facts.conditions
    expect(refusal(world, PROPERTY, meets(first!.condition))).toBe('not-yours-to-do')
    expect(refusal(world, STAFF, meets('cnd_none'))).toBe('condition-unknown')
    const one = when(world, asks(STAFF, meets(first!.condition)))
    expect([stage(one), refusal(one, STAFF, meets(first!.condition))]).toEqual(['do', 'condition-unknown'])
    expect(stage(when(one, asks(BRANCH, meets(second!.condition))))).toBe('close')
  })
})

describe('leaving', () => {
  const running = when(AT_DO, note(project('running')))
  const left = when(running, asks(STAFF, taking('talk-again')))

  test('what still runs is withdrawn with its stage, and its last word moves nothing', () => {
    const entered = told(left, running).find(({ type }) => type === 'StageEntered')
    expect(entered).toMatchObject({ leaves: ['prj_1'] })
    expect(proceedingsLeftBy(open(left), entered as never)).toEqual(['prj_1'])
    const late = when(left, note(project('ended')))
    expect(toldTypes(late, left)).toEqual([])
  })

  test('a matter that is merged leaves behind whatever runs', () => {
    const merged = when(CALLED, asks(STAFF, { type: 'LinkMatter', to: 'mat_2', relation: 'duplicate' }))
    if (merged.matter.status !== 'closed') throw new Error('not merged')
    expect(proceedingsLeftBy(merged.matter, { type: 'ClosedByLink', end: 'merged' })).toEqual(['mtg_1'])
    expect(toldTypes(when(merged, note(meeting('ended', 'agreed'))), merged)).toEqual([])
  })
})
