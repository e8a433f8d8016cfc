// An urgent notice (紧急通知): what happened where, until when, what to do and whom to call; told moment by moment until it is lifted.
import {
  type Actor,
  type CommunityId,
  type Instant,
  type Meta,
  type NodeId,
  type PartyId,
  type Refused,
  type Role,
  during,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'

export const ALERT_KINDS = [
  'water',
  'power',
  'gas',
  'lift',
  'fire-safety',
  'burst-pipe',
  'storm',
  'road',
  'other',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

export const SEVERITIES = ['notable', 'serious', 'dangerous'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A notice is read standing in the stairway. */
export const TITLE_LONGEST = 60
export const ADVICE_LONGEST = 600

/** `node` is null for the whole community. */
export type Area = { readonly node: NodeId | null; readonly path: string }

/** A party with its number; without one, whoever is on call when somebody reads. */
export type AlertContact = { readonly party: PartyId; readonly phone: string }

type Body = {
  readonly community: CommunityId
  readonly kind: AlertKind
  readonly severity: Severity
  readonly title: string
  /** What to do, in plain words. */
  readonly advice: string
  readonly areas: readonly Area[]
  readonly from: Instant
  /** Null while nobody can say. */
  readonly until: Instant | null
  readonly contact: AlertContact | null
}
export type RunningAlert = { readonly status: 'running' } & Body
export type Alert = { readonly status: 'absent' } | RunningAlert | ({ readonly status: 'lifted' } & Body)

/** Whether the actor is on call for all areas at this moment; the duty roster knows. */
type OnDuty = { readonly onDuty: boolean }
export type AlertCommand =
  | ({ readonly type: 'IssueAlert' } & Body & OnDuty)
  | ({ readonly type: 'TellProgress'; readonly text: string } & OnDuty)
  | ({ readonly type: 'MoveEnd'; readonly until: Instant | null; readonly reason: string } & OnDuty)
  | ({ readonly type: 'CorrectAlert'; readonly advice: string; readonly reason: string } & OnDuty)
  | ({ readonly type: 'LiftAlert'; readonly words: string } & OnDuty)

/** The party for which somebody spoke. */
type By = { readonly by: PartyId | null }
export type AlertEvent =
  | ({ readonly type: 'AlertIssued' } & Body & By)
  | ({ readonly type: 'AlertProgressTold'; readonly text: string } & By)
  | ({ readonly type: 'AlertEndMoved'; readonly until: Instant | null; readonly reason: string } & By)
  | ({ readonly type: 'AlertCorrected'; readonly advice: string; readonly reason: string } & By)
  | ({ readonly type: 'AlertLifted'; readonly words: string } & By)

export type AlertRefusal = 'not-yours-to-do' | 'end-past' | 'end-before-start' | 'end-the-same' | 'alert-over'

/** Who may speak to everybody in a place that they answer for. */
const ISSUERS: readonly Role[] = ['staff', 'branch', 'property']
/** Who goes from door to door there, and so may know which doors have not been reached. */
const CALLERS_AT_DOORS: readonly Role[] = ['building-leader', 'grid-worker', 'staff', 'branch']

export const mayTellAtDoor = (actor: Actor, community: CommunityId, path: string): boolean =>
  holds(actor, CALLERS_AT_DOORS, community, path)

/** Also asked by screens, before anything is written. */
export const mayIssue = (actor: Actor, community: CommunityId, path: string): boolean =>
  holds(actor, ISSUERS, community, path)

const may = ({ community, areas }: Pick<Body, 'community' | 'areas'>, { onDuty }: OnDuty, { actor }: Meta): boolean =>
  onDuty || areas.every(({ path }) => mayIssue(actor, community, path))

const partyOf = (actor: Actor, community: CommunityId): PartyId | null =>
  actor.kind === 'person' ? (actor.hats.find((hat) => hat.community === community && hat.party)?.party ?? null) : null

type CommandOf<Type extends AlertCommand['type']> = Extract<AlertCommand, { type: Type }>
type Answer = readonly AlertEvent[] | Refused<AlertRefusal>

const wrongEnd = (from: Instant, until: Instant | null, now: Instant): Refused<AlertRefusal> | null => {
  if (until === null) return null
  if (until <= now) return refuse('end-past')
  return until <= from ? refuse('end-before-start') : null
}

const issue = (_: Alert, { type: _type, onDuty, ...body }: CommandOf<'IssueAlert'>, meta: Meta): Answer => {
  if (!may(body, { onDuty }, meta)) return refuse('not-yours-to-do')
  const by = partyOf(meta.actor, body.community)
  return wrongEnd(body.from, body.until, meta.now) ?? [{ type: 'AlertIssued', ...body, by }]
}

type Told = { readonly by: PartyId | null; readonly now: Instant }
const running =
  <Type extends AlertCommand['type']>(rule: (alert: RunningAlert, command: CommandOf<Type>, told: Told) => Answer) =>
  (alert: RunningAlert, command: CommandOf<Type>, meta: Meta): Answer =>
    may(alert, command, meta)
      ? rule(alert, command, { by: partyOf(meta.actor, alert.community), now: meta.now })
      : refuse('not-yours-to-do')

const tell = running<'TellProgress'>((_, { text }, { by }) => [{ type: 'AlertProgressTold', text, by }])
const moveEnd = running<'MoveEnd'>((alert, { until, reason }, { by, now }) =>
  until === alert.until
    ? refuse('end-the-same')
    : (wrongEnd(alert.from, until, now) ?? [{ type: 'AlertEndMoved', until, reason, by }]),
)
const correct = running<'CorrectAlert'>((_, { advice, reason }, { by }) => [
  { type: 'AlertCorrected', advice, reason, by },
])
const lift = running<'LiftAlert'>((_, { words }, { by }) => [{ type: 'AlertLifted', words, by }])

const over = (): Refused<AlertRefusal> => refuse('alert-over')

const evolve = (alert: Alert, event: AlertEvent): Alert => {
  switch (event.type) {
    case 'AlertIssued': {
      const { type: _, by: _by, ...body } = event
      return { status: 'running', ...body }
    }
    case 'AlertProgressTold':
      return alert
    case 'AlertEndMoved':
      return { ...during(alert, 'running'), until: event.until }
    case 'AlertCorrected':
      return { ...during(alert, 'running'), advice: event.advice }
    case 'AlertLifted':
      return { ...during(alert, 'running'), status: 'lifted' }
  }
}

export const alertRules = rulebook<Alert, AlertCommand, AlertEvent, AlertRefusal>(
  {
    absent: { IssueAlert: issue },
    running: { TellProgress: tell, MoveEnd: moveEnd, CorrectAlert: correct, LiftAlert: lift },
    lifted: { TellProgress: over, MoveEnd: over, CorrectAlert: over, LiftAlert: over },
  },
  evolve,
)

export const NO_ALERT: Alert = { status: 'absent' }
