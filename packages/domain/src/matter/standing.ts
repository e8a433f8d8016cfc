// How a matter stands, as boards and pages show it: its phase, and the clock that counts.
import type { Clock } from '../clock/index.ts'
import type { Instant } from '../kernel/index.ts'
import type { Act } from '../procedure/index.ts'
import { stageOfMatter } from './acting.ts'
import type { ClosedMatter, OpenMatter } from './matter.ts'

export const PHASES = ['received', 'in-hand', 'to-rate', 'to-revisit', 'closed'] as const
export type Phase = (typeof PHASES)[number]

const PHASE_OF_ACT: { readonly [A in Act]?: Phase } = {
  raise: 'received',
  sort: 'received',
  rate: 'to-rate',
  revisit: 'to-revisit',
}

export const phaseOf = (matter: OpenMatter | ClosedMatter): Phase =>
  matter.status === 'closed' ? 'closed' : (PHASE_OF_ACT[stageOfMatter(matter).act] ?? 'in-hand')

const running = (clocks: readonly Clock[]): readonly Clock[] =>
  clocks.filter(({ stoppedAt }) => stoppedAt === null).toSorted((a, b) => (a.due < b.due ? -1 : 1))

/** The running clock that is due first. */
export const dueClock = (clocks: readonly Clock[]): Clock | null => running(clocks)[0] ?? null

/** What handlers sort by. A clock that stands still before it is due asks for nothing meanwhile; what was overdue before its pause stays so. */
export const nextDue = (clocks: readonly Clock[]): Instant | null =>
  running(clocks).find(({ paused, due }) => paused === null || paused.since >= due)?.due ?? null

/** The clock that a resident was promised: when it is finished, otherwise whatever is due first. */
export const promisedClock = (clocks: readonly Clock[]): Clock | null =>
  running(clocks).find(({ kind }) => kind === 'finish') ?? dueClock(clocks)
