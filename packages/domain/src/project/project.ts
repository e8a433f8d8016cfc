// A small project (实事项目): work of one party by a deadline, in milestones that somebody else accepts, with photos from before and after.
import type { LocalDate } from '../calendar/index.ts'
import type { CommunityId, Instant, MatterId, PartyId, PhotoId, ProjectId } from '../kernel/index.ts'
import type { Figure, Matter, OpeningRefusal } from '../matter/index.ts'

export const MOST_MILESTONES = 12

/** `claimed`: its party says that it is done, and it waits to be accepted. */
export const MILESTONE_STATUSES = ['planned', 'claimed', 'accepted'] as const

export type Milestone = {
  readonly name: string
  readonly by: LocalDate
  readonly status: (typeof MILESTONE_STATUSES)[number]
  /** Was it said already that its day has passed? */
  readonly overdue: boolean
}
export type PlannedMilestone = Pick<Milestone, 'name' | 'by'>

type Body = {
  readonly id: ProjectId
  readonly community: CommunityId
  readonly matter: MatterId
  readonly path: string
  readonly party: PartyId
  /** Is told when a day has passed. */
  readonly committee: PartyId
  readonly milestones: readonly Milestone[]
}
export type RunningProject = { readonly status: 'running' } & Body
export type StandingProject =
  | RunningProject
  | ({ readonly status: 'ended' } & Body)
  | ({ readonly status: 'stopped' } & Body)
export type Project = { readonly status: 'absent' } | StandingProject

type Plan = {
  readonly title: string
  readonly party: PartyId
  readonly milestones: readonly PlannedMilestone[]
  /** How it looks before the work. */
  readonly photos: readonly PhotoId[]
  readonly figures: readonly Figure[]
}
type At = { readonly milestone: number }
type Report = { readonly text: string; readonly photos: readonly PhotoId[]; readonly figures: readonly Figure[] }

export type ProjectCommand =
  | ({ readonly type: 'StartProject'; readonly id: ProjectId; readonly matter: Matter } & Plan)
  | ({ readonly type: 'ReportMilestone' } & At & Report)
  | ({ readonly type: 'ClaimMilestone' } & At & Report)
  | ({ readonly type: 'AcceptMilestone'; readonly note: string } & At)
  | ({ readonly type: 'FaultMilestone'; readonly reason: string; readonly photos: readonly PhotoId[] } & At)
  | ({ readonly type: 'MoveMilestone'; readonly by: LocalDate; readonly reason: string } & At)
  | { readonly type: 'StopProject'; readonly reason: string }
  | { readonly type: 'WakeProject' }

export type ProjectEvent =
  | ({
      readonly type: 'ProjectStarted'
      readonly id: ProjectId
      readonly community: CommunityId
      readonly matter: MatterId
      readonly path: string
      readonly committee: PartyId
    } & Plan)
  | ({ readonly type: 'MilestoneReported' } & At & Report)
  | ({ readonly type: 'MilestoneClaimed' } & At & Report)
  | ({ readonly type: 'MilestoneAccepted'; readonly note: string } & At)
  | ({ readonly type: 'MilestoneFaulted'; readonly reason: string; readonly photos: readonly PhotoId[] } & At)
  | ({
      readonly type: 'MilestoneMoved'
      readonly from: LocalDate
      readonly by: LocalDate
      readonly reason: string
    } & At)
  | ({ readonly type: 'MilestoneOverdue'; readonly party: PartyId; readonly by: LocalDate } & At)
  | { readonly type: 'ProjectEnded' }
  | { readonly type: 'ProjectStopped'; readonly reason: string }

export type ProjectRefusal =
  | OpeningRefusal
  | 'milestone-in-the-past'
  | 'milestones-out-of-order'
  | 'photos-from-before-needed'
  | 'photos-from-after-needed'
  | 'milestone-unknown'
  | 'milestone-accepted-already'
  | 'milestone-not-claimed'
  | 'own-work-accepted'

export type CommandOf<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { type: Type }>

export const NO_PROJECT: Project = { status: 'absent' }

/** The day on which all of it is to be done. */
export const deadlineOf = ({ milestones }: Pick<Body, 'milestones'>): LocalDate =>
  milestones.reduce<LocalDate>((last, { by }) => (by > last ? by : last), milestones[0]!.by)

export type ProjectWake = { readonly at: Instant; readonly command: CommandOf<'WakeProject'> }
