// Every simple path of every procedure, gone by the real commands of a matter's rulebook, from raising to its end.
import { dueAt } from '@yishi/domain/calendar'
import { type Actor, CLOCK, HOUR, type Ids, type Instant, ROLES, isRefused, later } from '@yishi/domain/kernel'
import {
  ABSENT,
  type Matter,
  type MatterCommand,
  type MatterEvent,
  type NotedProceeding,
  type OpenMatter,
  dueClock,
  matterRules,
  stageOfMatter,
} from '@yishi/domain/matter'
import {
  type Gate,
  type Outcome,
  type Path,
  type Procedure,
  type TalkResult,
  simplePaths,
  standingOrders,
} from '@yishi/domain/procedure'
import { describe, expect, test } from 'vitest'
import { DEFAULT_PROCEDURE, PROCEDURES, procedureByKey } from './index.ts'

const MONDAY: Instant = '2026-03-02T01:00:00.000Z'
const COMMUNITY = 'com_1'
const RAISER: Actor = { kind: 'person', person: 'per_raiser', hats: [] }
const STAFF: Actor = {
  kind: 'person',
  person: 'per_staff',
  hats: ROLES.map((role) => ({ role, community: COMMUNITY, path: '', party: null })),
}
let number = 0
const ids: Ids = (prefix) => `${prefix}_${++number}`

const RAISE: MatterCommand = {
  type: 'RaiseMatter',
  id: 'mat_1',
  procedure: procedureByKey(DEFAULT_PROCEDURE)!,
  seating: { staff: 'pty_staff' },
  community: COMMUNITY,
  place: null,
  path: '',
  where: '3 号楼门口',
  title: '路灯不亮',
  text: '三号楼门口的路灯坏了',
  photos: [],
  raiser: 'per_raiser',
  name: null,
  phone: null,
  publicity: 'nameless',
  channel: 'code',
  code: 'A1',
  linkDigest: 'digest',
}

type Journey = { matter: Matter; now: Instant; taken: string[] }

const act = (journey: Journey, command: MatterCommand, actor: Actor = STAFF): void => {
  const decision = matterRules.decide(journey.matter, command, { actor, now: journey.now, ids })
  if (isRefused(decision)) throw new Error(`${command.type}: ${decision.refused} ${JSON.stringify(decision.detail)}`)
  journey.matter = decision.state
  const onward = (event: MatterEvent) => event.type === 'StageEntered' || event.type === 'MatterClosed'
  journey.taken.push(...decision.events.filter(onward).map(({ outcome }) => outcome))
}

const open = ({ matter }: Journey): OpenMatter => {
  if (matter.status !== 'open') throw new Error(`the matter is ${matter.status}`)
  return matter
}

const order = (journey: Journey, min: number): void =>
  act(journey, {
    type: 'PlaceOrders',
    whistled: false,
    orders: Array.from({ length: min }, (_, index) => ({
      party: `pty_${index}` as const,
      lead: index === 0,
      task: '修',
    })),
  })

/** Where work is done without having been handed out before, the order is placed there. */
const noteAll = (journey: Journey, status: 'done' | 'declined', photos = 0): void => {
  if (standingOrders(open(journey).facts).length === 0) order(journey, 1)
  for (const { order } of standingOrders(open(journey).facts))
    act(journey, { type: 'NoteOrder', order, status, photos, reason: 'x' }, CLOCK)
}

const sort = (journey: Journey, procedure: Procedure, gate: Extract<Gate, { gate: 'sorted-as' }>): void => {
  const { appliesTo } = procedure
  const sorting = {
    level: gate.levels?.[0] ?? appliesTo.levels?.[0] ?? 'II',
    colour: gate.colours?.[0] ?? appliesTo.colours?.[0] ?? 'yellow',
    size: gate.sizes?.[0] ?? appliesTo.sizes?.[0] ?? 'small',
    kind: 'lighting',
  } as const
  act(journey, { type: 'SortMatter', sorting, procedure })
}

/** A proceeding that has run and ended, as it tells its matter. */
const proceed = (journey: Journey, proceeding: NotedProceeding): void =>
  act(journey, { type: 'NoteProceeding', proceeding, resolved: [] }, CLOCK)

const notice = (journey: Journey, status: 'running' | 'ended', upheld: number): void =>
  proceed(journey, { kind: 'notice', id: `ntc_${journey.taken.length}`, status, unanswered: 0, upheld })

const talk = (journey: Journey, result: TalkResult): void => {
  const stage = stageOfMatter(open(journey))
  if (stage.act === 'discuss' && !stage.settings.meeting)
    return act(journey, { type: 'RecordTalk', result, summary: '议了', figures: [] })
  const id = `mtg_${journey.taken.length}` as const
  proceed(journey, { kind: 'meeting', id, status: 'ended', quorate: true, result })
}

const vote = (journey: Journey, passed: boolean): void =>
  proceed(journey, { kind: 'poll', id: `pol_${journey.taken.length}`, status: 'ended', passed })

const revisit = (journey: Journey, found: 'solved' | 'not-solved'): void => {
  const stage = stageOfMatter(open(journey))
  if (stage.act === 'revisit') journey.now = dueAt(open(journey).course.enteredAt, stage.settings.after).due
  act(journey, { type: 'RevisitMatter', found, note: '看过了', photos: [], figures: [] })
}

const happen = (
  journey: Journey,
  gate: Gate,
  { outcome, procedure }: { outcome: Outcome; procedure: Procedure },
): void => {
  switch (gate.gate) {
    case 'sorted-as':
      return stageOfMatter(open(journey)).act === 'sort' ? sort(journey, procedure, gate) : undefined
    case 'orders-placed':
      return order(journey, gate.min)
    case 'orders-done': {
      const photo = outcome.gates.some((each) => each.gate === 'evidence-attached')
      return noteAll(journey, 'done', photo ? 1 : 0)
    }
    case 'all-declined':
      return noteAll(journey, 'declined')
    case 'evidence-attached':
      return undefined
    case 'talk-ended':
      return talk(journey, gate.as)
    case 'quorum':
      return outcome.gates.some((each) => each.gate === 'talk-ended') ? undefined : talk(journey, 'agreed')
    case 'poll-passed':
    case 'poll-failed':
      return vote(journey, gate.gate === 'poll-passed')
    case 'notice-elapsed':
      return notice(journey, 'ended', 0)
    case 'objection-upheld':
      return notice(journey, 'running', 1)
    case 'milestones-accepted':
      return proceed(journey, { kind: 'project', id: `prj_${journey.taken.length}`, status: 'ended' })
    case 'objections-answered':
    case 'conditions-met':
      return undefined
    case 'signed-by':
      return act(journey, {
        type: 'SignMatter',
        seat: gate.seat,
        verdict: gate.verdict,
        reason: '看过',
        conditions: [],
      })
    case 'answer-given':
      return act(journey, { type: 'GiveAnswer', text: '办好了', figures: [] })
    case 'rated-at-least':
      return act(journey, { type: 'RateMatter', score: gate.score, text: '' }, RAISER)
    case 'rated-below':
      return act(journey, { type: 'RateMatter', score: gate.score - 1, text: '' }, RAISER)
    case 'revisited':
      return revisit(journey, gate.found)
    case 'convention-recorded':
      return act(journey, { type: 'CodifyMatter', title: '路灯公约', text: '坏了当天报' })
    case 'waited':
      journey.now = dueAt(open(journey).course.enteredAt, gate.limit).due
      return act(journey, { type: 'WakeMatter' }, CLOCK)
  }
}

const stands = (journey: Journey): void => {
  const { course } = open(journey)
  expect(course.responsible).toMatch(/^pty_/)
  expect(dueClock(course.clocks), `nothing is due at ${course.stage}`).not.toBeNull()
}

/** One step of a path: what its gates ask for happens, then it is chosen where it is a choice. */
const step = (journey: Journey, procedure: Procedure, wanted: Path['steps'][number]): void => {
  journey.now = later(journey.now, HOUR)
  stands(journey)
  const stage = procedure.stages.find(({ key }) => key === wanted.stage)!
  const outcome = stage.outcomes.find(({ key }) => key === wanted.outcome)!
  for (const gate of outcome.gates) happen(journey, gate, { outcome, procedure })
  if (outcome.taken === 'choice') act(journey, { type: 'TakeOutcome', outcome: outcome.key, note: '' })
}

const goes = (procedure: Procedure, { steps: [, ...steps] }: Path): Journey => {
  const journey: Journey = { matter: ABSENT, now: MONDAY, taken: [] }
  act(journey, RAISE, RAISER)
  for (const each of steps) step(journey, procedure, each)
  return journey
}

describe.each(PROCEDURES.map((procedure) => [procedure.key, procedure] as const))('%s', (_, procedure) => {
  test.each(
    simplePaths(procedure).map((path) => [path.steps.map(({ outcome }) => outcome).join(' › '), path] as const),
  )('%s', (_, path) => {
    const journey = goes(procedure, path)
    const { matter, taken } = journey
    expect(taken.slice(0, path.steps.length - 1)).toEqual(path.steps.slice(1).map(({ outcome }) => outcome))
    if ('backAt' in path.arrives) return stands(journey)
    expect(matter).toMatchObject({ status: 'closed', end: path.arrives.end, facts: { answered: true } })
    act(journey, { type: 'ReopenMatter', reason: '又坏了' }, RAISER)
    expect(open(journey)).toMatchObject({ course: { stage: procedure.reopensAt }, facts: { answered: false } })
    return stands(journey)
  })
})
