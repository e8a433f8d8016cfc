// How a notice and the objections to it move their matter: told after each change, as they stand by then.
import type { MatterId, NoticeId } from '../kernel/index.ts'
import type { MatterCommand } from '../matter/index.ts'
import { type NoticeEvent, type StandingNotice, isProceeding } from '../notice/index.ts'

export type NoticeStanding = {
  readonly id: NoticeId
  readonly matter: MatterId | null
  readonly resultOf: NoticeId | null
  readonly status: StandingNotice['status']
  /** Objections that wait for an answer, and those that were found right. */
  readonly unanswered: number
  readonly upheld: number
}

const STATUS = { hanging: 'running', elapsed: 'ended', told: 'ended', withdrawn: 'withdrawn' } as const

/** Null where no matter waits for it. What a withdrawn notice was objected to blocks nothing any more. */
export const matterMovedByNotice = (
  notice: NoticeStanding,
): { readonly to: MatterId; readonly command: MatterCommand } | null => {
  const { id, matter, upheld } = notice
  if (matter === null || !isProceeding(notice)) return null
  const status = STATUS[notice.status]
  const unanswered = status === 'withdrawn' ? 0 : notice.unanswered
  const proceeding = { kind: 'notice', id, status, unanswered, upheld } as const
  return { to: matter, command: { type: 'NoteProceeding', proceeding, resolved: [] } }
}

/** The matter need not be told of what it did itself, nor of a photo of the poster. */
export const isToldToMatter = (event: NoticeEvent): boolean =>
  event.type === 'NoticeHung' || event.type === 'NoticeElapsed' || (event.type === 'NoticeWithdrawn' && !event.left)
