// What a stage may open beside the matter itself: a meeting, a poll, a draw, a notice, a project. The matter knows how each stands; the rest is its own affair.
import type { DrawId, MeetingId, NoticeId, PollId, ProjectId } from '../kernel/index.ts'
import type { Act } from './acts.ts'

/** What a talk or a meeting came to. */
export const TALK_RESULTS = ['agreed', 'settled', 'not-agreed'] as const
export type TalkResult = (typeof TALK_RESULTS)[number]

type Standing = {
  /** The visit of the stage that opened it. */
  readonly visit: number
  readonly status: 'running' | 'ended' | 'withdrawn'
}

export type Proceeding = Standing &
  (
    | {
        readonly kind: 'meeting'
        readonly id: MeetingId
        readonly quorate: boolean
        /** What it came to; null while it runs, and where too few came to decide anything. */
        readonly result: TalkResult | null
      }
    | { readonly kind: 'poll'; readonly id: PollId; readonly passed: boolean }
    | { readonly kind: 'draw'; readonly id: DrawId }
    | {
        readonly kind: 'notice'
        readonly id: NoticeId
        /** Objections that wait for an answer, and those that were found right. */
        readonly unanswered: number
        readonly upheld: number
      }
    | { readonly kind: 'project'; readonly id: ProjectId }
  )
export type ProceedingKind = Proceeding['kind']
export type ProceedingOf<Kind extends ProceedingKind> = Extract<Proceeding, { kind: Kind }>
export type ProceedingId = Proceeding['id']

const OPENED_BY: { readonly [A in Act]?: readonly ProceedingKind[] } = {
  discuss: ['meeting', 'poll', 'draw'],
  decide: ['meeting', 'poll', 'draw'],
  publish: ['notice'],
  do: ['project'],
}

/** At which acts somebody may open one. */
export const actsThatOpen = (kind: ProceedingKind): readonly string[] =>
  Object.entries(OPENED_BY).flatMap(([act, kinds]) => (kinds.includes(kind) ? [act] : []))

export const opensIn = (act: Act, kind: ProceedingKind): boolean => OPENED_BY[act]?.includes(kind) ?? false

/** Work and its acceptance are one stretch of a project; everything else ends with the stage that opened it. */
const goesAlong = ({ kind }: Proceeding, from: Act, to: Act): boolean =>
  kind === 'project' && ((from === 'do' && to === 'inspect') || (from === 'inspect' && to === 'do'))

/** Those that are still running when the matter goes on without them. */
export const leftBehind = (proceedings: readonly Proceeding[], from: Act, to: Act | null): readonly Proceeding[] =>
  proceedings.filter((each) => each.status === 'running' && (to === null || !goesAlong(each, from, to)))

export const ofVisit = <Kind extends ProceedingKind>(
  { proceedings, visit }: { readonly proceedings: readonly Proceeding[]; readonly visit: number },
  kind: Kind,
): readonly ProceedingOf<Kind>[] =>
  proceedings.filter((each): each is ProceedingOf<Kind> => each.kind === kind && each.visit === visit)
