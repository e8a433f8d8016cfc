// The rulebook of a project: its party reports and claims, somebody else accepts or finds fault, and the clock says when a day has passed.
import { endOfDay, localDateOf } from '../calendar/index.ts'
import {
  type Actor,
  type Meta,
  type Refused,
  type Role,
  belongsTo,
  earliest,
  during,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import { DESK, mayOpen } from '../matter/index.ts'
import {
  type CommandOf,
  type Milestone,
  type PlannedMilestone,
  type Project,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectRefusal,
  type ProjectWake,
  type RunningProject,
} from './project.ts'

type Refusal = Refused<ProjectRefusal>
type Answer = readonly ProjectEvent[] | Refusal

/** They watch the work for the community; whoever does it cannot accept it. */
const SUPERVISORS: readonly Role[] = [...DESK, 'owners-committee', 'street-office']

const speaksFor = (project: RunningProject, actor: Actor): boolean => belongsTo(actor, project.party, project.path)
const atDesk = ({ community, path }: RunningProject, actor: Actor): boolean => holds(actor, DESK, community, path)

const needsWorker = (project: RunningProject, actor: Actor): Refusal | null =>
  speaksFor(project, actor) || atDesk(project, actor) ? null : refuse('not-yours-to-do')

const needsSupervisor = (project: RunningProject, actor: Actor): Refusal | null => {
  if (!holds(actor, SUPERVISORS, project.community, project.path)) return refuse('not-yours-to-do')
  return speaksFor(project, actor) ? refuse('own-work-accepted') : null
}

const unplanned = (milestones: readonly PlannedMilestone[], today: string): Refusal | null => {
  if (milestones.some(({ by }) => by < today)) return refuse('milestone-in-the-past')
  return milestones.some(({ by }, index) => index > 0 && by < milestones[index - 1]!.by)
    ? refuse('milestones-out-of-order')
    : null
}

const start = (_: Project, command: CommandOf<'StartProject'>, { actor, now }: Meta): Answer => {
  const { type: _type, matter, ...plan } = command
  const no = mayOpen(matter, 'project', actor) ?? unplanned(plan.milestones, localDateOf(now))
  if (no) return no
  if (plan.photos.length === 0) return refuse('photos-from-before-needed')
  if (matter.status !== 'open') return refuse('not-at-this-stage')
  const { community, id, path, seating } = matter
  return [{ ...plan, type: 'ProjectStarted', community, matter: id, path, committee: seating.staff }]
}

/** The milestone that a command speaks of, unless it is over. */
const open = ({ milestones }: RunningProject, index: number): Milestone | Refusal => {
  const milestone = milestones[index]
  if (!milestone) return refuse('milestone-unknown')
  return milestone.status === 'accepted' ? refuse('milestone-accepted-already') : milestone
}

const refusedAt = (project: RunningProject, index: number): Refusal | null => {
  const milestone = open(project, index)
  return 'refused' in milestone ? milestone : null
}

const report = (project: RunningProject, command: CommandOf<'ReportMilestone'>, { actor }: Meta): Answer =>
  needsWorker(project, actor) ??
  refusedAt(project, command.milestone) ?? [{ ...command, type: 'MilestoneReported' as const }]

const isLast = ({ milestones }: RunningProject, index: number): boolean =>
  milestones.every(({ status }, each) => each === index || status === 'accepted')

const claim = (project: RunningProject, command: CommandOf<'ClaimMilestone'>, { actor }: Meta): Answer => {
  const no = needsWorker(project, actor) ?? refusedAt(project, command.milestone)
  if (no) return no
  const shown = command.photos.length > 0 || !isLast(project, command.milestone)
  return shown ? [{ ...command, type: 'MilestoneClaimed' }] : refuse('photos-from-after-needed')
}

const judged = (project: RunningProject, index: number, actor: Actor): Refusal | null => {
  const no = needsSupervisor(project, actor) ?? refusedAt(project, index)
  if (no) return no
  return project.milestones[index]!.status === 'claimed' ? null : refuse('milestone-not-claimed')
}

const accept = (
  project: RunningProject,
  { milestone, note }: CommandOf<'AcceptMilestone'>,
  { actor }: Meta,
): Answer => {
  const no = judged(project, milestone, actor)
  if (no) return no
  const accepted: ProjectEvent = { type: 'MilestoneAccepted', milestone, note }
  return isLast(project, milestone) ? [accepted, { type: 'ProjectEnded' }] : [accepted]
}

const fault = (project: RunningProject, command: CommandOf<'FaultMilestone'>, { actor }: Meta): Answer =>
  judged(project, command.milestone, actor) ?? [{ ...command, type: 'MilestoneFaulted' as const }]

const move = (
  project: RunningProject,
  { milestone, by, reason }: CommandOf<'MoveMilestone'>,
  { actor, now }: Meta,
): Answer => {
  if (!atDesk(project, actor)) return refuse('not-yours-to-do')
  const before = open(project, milestone)
  if ('refused' in before) return before
  if (by < localDateOf(now)) return refuse('milestone-in-the-past')
  return [{ type: 'MilestoneMoved', milestone, from: before.by, by, reason }]
}

/** The desk stops it with a reason; with its stage it stops by itself. */
const stop = (project: RunningProject, { reason }: CommandOf<'StopProject'>, { actor }: Meta): Answer =>
  actor.kind === 'clock' || atDesk(project, actor) ? [{ type: 'ProjectStopped', reason }] : refuse('not-yours-to-do')

const isWaiting = ({ status, overdue }: Milestone): boolean => status !== 'accepted' && !overdue

/** Each milestone whose day has passed is told of once. */
const wake = (project: RunningProject, _: CommandOf<'WakeProject'>, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-yours-to-do')
  return project.milestones.flatMap((milestone, index): ProjectEvent[] =>
    isWaiting(milestone) && endOfDay(milestone.by) <= now
      ? [{ type: 'MilestoneOverdue', milestone: index, party: project.party, by: milestone.by }]
      : [],
  )
}

export const projectWake = (project: Project): ProjectWake | null => {
  if (project.status !== 'running') return null
  const at = earliest(project.milestones.filter(isWaiting).map(({ by }) => endOfDay(by)))
  return at === null ? null : { at, command: { type: 'WakeProject' } }
}

const changed = (project: Project, index: number, change: Partial<Milestone>): RunningProject => {
  const running = during(project, 'running')
  const milestones = running.milestones.map((each, place) => (place === index ? { ...each, ...change } : each))
  return { ...running, milestones }
}

const evolve = (project: Project, event: ProjectEvent): Project => {
  switch (event.type) {
    case 'ProjectStarted': {
      const { id, community, matter, path, party, committee } = event
      const milestones = event.milestones.map((each) => ({ ...each, status: 'planned' as const, overdue: false }))
      return { status: 'running', id, community, matter, path, party, committee, milestones }
    }
    case 'MilestoneReported':
      return project
    case 'MilestoneClaimed':
      return changed(project, event.milestone, { status: 'claimed' })
    case 'MilestoneAccepted':
      return changed(project, event.milestone, { status: 'accepted' })
    case 'MilestoneFaulted':
      return changed(project, event.milestone, { status: 'planned' })
    case 'MilestoneMoved':
      return changed(project, event.milestone, { by: event.by, overdue: false })
    case 'MilestoneOverdue':
      return changed(project, event.milestone, { overdue: true })
    case 'ProjectEnded':
      return { ...during(project, 'running'), status: 'ended' }
    case 'ProjectStopped':
      return { ...during(project, 'running'), status: 'stopped' }
  }
}

export const projectRules = rulebook<Project, ProjectCommand, ProjectEvent, ProjectRefusal>(
  {
    absent: { StartProject: start },
    running: {
      ReportMilestone: report,
      ClaimMilestone: claim,
      AcceptMilestone: accept,
      FaultMilestone: fault,
      MoveMilestone: move,
      StopProject: stop,
      WakeProject: wake,
    },
    ended: {},
    stopped: {},
  },
  evolve,
)
