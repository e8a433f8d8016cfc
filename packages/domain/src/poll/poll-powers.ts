// Who keeps a poll, and whether its notice has hung to its end with every objection answered.
import { type Meta, type NoticeId, type Refused, holds, refuse } from '../kernel/index.ts'
import type { Objections, PollBody, PollRefusal } from './poll.ts'

export const mayKeep = (poll: Pick<PollBody, 'community' | 'path' | 'rule'>, { actor }: Meta): boolean =>
  holds(actor, poll.rule.openers, poll.community, poll.path)

const OVER: readonly string[] = ['elapsed', 'told']

export const overObjections = (
  of: NoticeId | null,
  objections: Objections | undefined,
): Refused<PollRefusal> | null => {
  const notice = objections?.notice
  if (of === null || !objections || !notice || notice.status === 'absent' || notice.id !== of)
    return refuse('notice-unfit')
  if (!OVER.includes(notice.status)) return refuse('objections-open', { unanswered: objections.unanswered })
  return objections.unanswered > 0 ? refuse('objections-open', { unanswered: objections.unanswered }) : null
}
