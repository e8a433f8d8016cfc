// Given a plan, when somebody reports, claims, accepts or time passes, then this follows.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, endOfDay, localDateOf } from '../calendar/index.ts'
import { type Actor, CLOCK, DAY, type Instant, isRefused, later } from '../kernel/index.ts'
import { BRANCH, PEOPLE, PROPERTY, STAFF, worker } from '../matter/testing/community.ts'
import { AT_DO, AT_TALK } from '../reactions/testing/places.ts'
import {
  NO_PROJECT,
  type Project,
  type ProjectCommand,
  type StandingProject,
  deadlineOf,
  projectRules,
  projectWake,
} from './index.ts'

const NOW = AT_DO.now
const TODAY = localDateOf(NOW)
const day = (days: number) => addDays(TODAY, days)
const ids = <P extends string>(prefix: P): `${P}_${string}` => `${prefix}_1`

const PLAN: Extract<ProjectCommand, { type: 'StartProject' }> = {
  type: 'StartProject',
  id: 'prj_1',
  matter: AT_DO.matter,
  title: '北门车棚',
  party: 'pty_property',
  milestones: [
    { name: '清场', by: day(7) },
    { name: '搭棚', by: day(20) },
    { name: '装桩', by: day(30) },
  ],
  photos: ['pho_before'],
  figures: [],
}
type Ask = readonly [Actor, ProjectCommand, Instant?]

const decide = (project: Project, [actor, command, now = NOW]: Ask) =>
  projectRules.decide(project, command, { actor, now, ids })
const when = (project: Project, ...asked: readonly Ask[]): StandingProject =>
  asked.reduce((so, ask) => {
    const decision = decide(so, ask)
    if (isRefused(decision)) throw new Error(`${ask[1].type}: ${decision.refused}`)
    return decision.state
  }, project) as StandingProject
const refusal = (project: Project, ...ask: Ask): string | null => {
  const decision = decide(project, ask)
  return isRefused(decision) ? decision.refused : null
}

const claim = (milestone: number, photos: readonly `pho_${string}`[] = []): ProjectCommand => ({
  type: 'ClaimMilestone',
  milestone,
  text: '做好了',
  photos,
  figures: [],
})
const accept = (milestone: number): ProjectCommand => ({ type: 'AcceptMilestone', milestone, note: '' })
const fault = (milestone: number): ProjectCommand => ({ type: 'FaultMilestone', milestone, reason: '漏水', photos: [] })

const RUNNING = when(NO_PROJECT, [STAFF, PLAN])
const FIRST_DONE = when(RUNNING, [PROPERTY, claim(0)], [BRANCH, accept(0)])
const ENDED = when(
  FIRST_DONE,
  [PROPERTY, claim(1)],
  [STAFF, accept(1)],
  [PROPERTY, claim(2, ['pho_after'])],
  [STAFF, accept(2)],
)

describe('starting', () => {
  test('is for who acts where work is done, with a photo from before', () => {
    expect(RUNNING).toMatchObject({ status: 'running', party: 'pty_property', path: 'east.b3' })
    expect(deadlineOf(RUNNING)).toBe(day(30))
    expect(refusal(NO_PROJECT, worker('grid-worker'), PLAN)).toBe('not-yours-to-do')
    expect(refusal(NO_PROJECT, STAFF, { ...PLAN, matter: AT_TALK.matter })).toBe('not-at-this-stage')
    expect(refusal(NO_PROJECT, STAFF, { ...PLAN, photos: [] })).toBe('photos-from-before-needed')
  })

  test('its days lie ahead and in order; today and the same day twice are allowed', () => {
    const days = (...by: readonly number[]) => ({
      ...PLAN,
      milestones: by.map((each) => ({ name: '一步', by: day(each) })),
    })
    expect(refusal(NO_PROJECT, STAFF, days(-1, 5))).toBe('milestone-in-the-past')
    expect(refusal(NO_PROJECT, STAFF, days(5, 4))).toBe('milestones-out-of-order')
    expect(refusal(NO_PROJECT, STAFF, days(0, 5, 5))).toBeNull()
  })
})

describe('a milestone', () => {
  test('is claimed by its party and accepted by somebody else, never by those who did it', () => {
    const claimed = when(RUNNING, [PROPERTY, claim(0)])
    expect(refusal(claimed, PROPERTY, accept(0))).toBe('not-yours-to-do')
    const both: Actor = {
      kind: 'person',
      person: 'per_both',
      hats: [STAFF, PROPERTY].flatMap((each) => (each.kind === 'person' ? each.hats : [])),
    }
    expect(refusal(claimed, both, accept(0))).toBe('own-work-accepted')
    expect(refusal(claimed, worker('owners-committee'), accept(0))).toBeNull()
    expect(refusal(RUNNING, STAFF, accept(0))).toBe('milestone-not-claimed')
    expect(refusal(FIRST_DONE, PROPERTY, claim(0))).toBe('milestone-accepted-already')
    expect(refusal(RUNNING, PROPERTY, claim(3))).toBe('milestone-unknown')
  })

  test('with a fault goes back to its party', () => {
    const faulty = when(RUNNING, [PROPERTY, claim(0)], [STAFF, fault(0)])
    expect(faulty.milestones[0]).toMatchObject({ status: 'planned' })
    expect(refusal(faulty, STAFF, fault(0))).toBe('milestone-not-claimed')
    expect(when(faulty, [PROPERTY, claim(0)], [STAFF, accept(0)]).milestones[0]!.status).toBe('accepted')
  })

  test('that comes last needs a photo from after the work; with it the project ends by itself', () => {
    const lastOpen = when(FIRST_DONE, [PROPERTY, claim(1)], [STAFF, accept(1)])
    expect(refusal(lastOpen, PROPERTY, claim(2))).toBe('photos-from-after-needed')
    expect(ENDED.status).toBe('ended')
    expect(refusal(ENDED, STAFF, { type: 'StopProject', reason: '' })).toBe('not-in-this-state')
  })

  test('is moved by the desk with a reason, and then counts anew', () => {
    const move: ProjectCommand = { type: 'MoveMilestone', milestone: 0, by: day(9), reason: '下雨' }
    expect(refusal(RUNNING, PROPERTY, move)).toBe('not-yours-to-do')
    expect(refusal(RUNNING, STAFF, { ...move, by: day(-1) })).toBe('milestone-in-the-past')
    expect(when(RUNNING, [STAFF, move]).milestones[0]!.by).toBe(day(9))
    expect(refusal(ENDED, STAFF, move)).toBe('not-in-this-state')
  })
})

describe('the clock', () => {
  const wake: ProjectCommand = { type: 'WakeProject' }
  const over = endOfDay(day(7))

  test('tells of each day that has passed once: at its end, not before', () => {
    expect(projectWake(RUNNING)).toEqual({ at: over, command: wake })
    const early = decide(RUNNING, [CLOCK, wake, later(over, -1)])
    expect(isRefused(early) ? null : early.events).toEqual([])
    const late = when(RUNNING, [CLOCK, wake, over])
    expect(late.milestones.map(({ overdue }) => overdue)).toEqual([true, false, false])
    expect(projectWake(late)?.at).toBe(endOfDay(day(20)))
    expect(projectWake(when(late, [STAFF, { type: 'MoveMilestone', milestone: 0, by: day(10), reason: '' }]))?.at).toBe(
      endOfDay(day(10)),
    )
    expect(projectWake(ENDED)).toBeNull()
  })

  test('stops it with its stage; nobody else wakes it', () => {
    expect(when(RUNNING, [CLOCK, { type: 'StopProject', reason: '' }]).status).toBe('stopped')
    for (const who of Object.values(PEOPLE).filter(({ kind }) => kind !== 'clock'))
      expect(refusal(RUNNING, who, wake)).toBe('not-yours-to-do')
  })
})

test('whatever happens, a project ends exactly when every milestone was accepted, and its clock never stands still', () => {
  const asks: readonly Ask[] = [0, 1, 2].flatMap((index): Ask[] => [
    [PROPERTY, claim(index, ['pho_after'])],
    [STAFF, accept(index)],
    [STAFF, fault(index)],
    [STAFF, { type: 'MoveMilestone', milestone: index, by: day(40), reason: '' }],
  ])
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...asks)), fc.nat(60), (history, days) => {
      let project: Project = RUNNING
      for (const ask of history) {
        const decision = decide(project, ask)
        if (!isRefused(decision)) project = decision.state
      }
      if (project.status === 'absent') throw new Error('gone')
      expect(project.status === 'ended').toBe(project.milestones.every(({ status }) => status === 'accepted'))
      const wake = projectWake(project)
      if (!wake) return
      const woken = when(project, [CLOCK, wake.command, later(wake.at, days * DAY)])
      expect(projectWake(woken)?.at).not.toBe(wake.at)
    }),
  )
})
