// The steps of a vote in the demo, in their order.
import type { PollId } from '@yishi/domain/kernel'
import type { OpenMatter } from '@yishi/domain/matter'

export const POLL_STEPS = ['poll', 'vote', 'close', 'confirm'] as const
export type PollStep = (typeof POLL_STEPS)[number]

export const runningPoll = ({ facts }: OpenMatter): PollId | null => {
  const found = facts.proceedings.find(({ kind, status }) => kind === 'poll' && status === 'running')
  return found ? (found.id as PollId) : null
}

/** Asked, voted in, closed by one person, confirmed by another. */
export const pollNext = (matter: OpenMatter, done: readonly PollStep[]): PollStep => {
  if (!runningPoll(matter)) return 'poll'
  return POLL_STEPS.find((step) => step !== 'poll' && !done.includes(step)) ?? 'confirm'
}
