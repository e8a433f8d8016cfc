// The duty roster (值班表) of a community or of one node: a weekly pattern, and single days that take the place of it.
import type { LocalDate } from '../calendar/index.ts'
import {
  type CommunityId,
  type Meta,
  type NodeId,
  type PartyId,
  type PersonId,
  type Refused,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import { readPhone } from '../privacy/index.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** What repeats: each day, or one day of the week. */
export const REPEATING = ['daily', ...WEEKDAYS] as const
export type Repeating = (typeof REPEATING)[number]

/** On the wall in Shanghai, `08:00`. */
export type WallTime = `${string}:${string}`

export type Shift = {
  /** Again and again, or this one day, whose shifts then replace all that repeat. */
  readonly day: Repeating | LocalDate
  readonly begins: WallTime
  /** Not later than `begins`: on the next day. */
  readonly ends: WallTime
  readonly person: PersonId | null
  readonly party: PartyId | null
  /** The number of the duty, which everybody may know; never somebody's own. */
  readonly phone: string
}

export type Roster = {
  readonly status: 'kept'
  readonly community: CommunityId
  readonly node: NodeId | null
  readonly path: string
  readonly shifts: readonly Shift[]
  readonly revision: number
}
/** `seen`: the revision that the editor had before them. */
export type DutyCommand = { readonly type: 'SetDuty'; readonly shifts: readonly Shift[]; readonly seen: number }
export type DutyEvent = {
  readonly type: 'DutySet'
  readonly node: NodeId | null
  readonly path: string
  readonly shifts: readonly Shift[]
}
export type DutyRefusal = 'not-yours-to-do' | 'changed-meanwhile' | 'not-a-phone' | 'shift-without-holder'

const set = (
  roster: Roster,
  { shifts, seen }: DutyCommand,
  { actor }: Meta,
): readonly DutyEvent[] | Refused<DutyRefusal> => {
  const { community, node, path } = roster
  if (!holds(actor, ['staff', 'branch'], community, path)) return refuse('not-yours-to-do')
  if (seen !== roster.revision) return refuse('changed-meanwhile')
  if (shifts.some(({ person, party }) => person === null && party === null)) return refuse('shift-without-holder')
  const read = shifts.map((shift) => ({ ...shift, phone: readPhone(shift.phone) ?? '' }))
  return read.some(({ phone }) => phone === '')
    ? refuse('not-a-phone')
    : [{ type: 'DutySet', node, path, shifts: read }]
}

export const dutyRules = rulebook<Roster, DutyCommand, DutyEvent, DutyRefusal>(
  { kept: { SetDuty: set } },
  (roster, { shifts }) => ({ ...roster, shifts, revision: roster.revision + 1 }),
)
