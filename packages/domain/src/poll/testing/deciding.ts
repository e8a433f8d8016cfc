// What the rulebook of polls makes of the desk's commands, at one moment.
import { type Ids, type Instant, isRefused } from '../../kernel/index.ts'
import { COMMUNITY, STAFF } from '../../matter/testing/community.ts'
import { type Poll, type PollCommand, type StandingPoll, pollRules } from '../index.ts'
import { noticeOf, planFrom } from './assembly.ts'

export const NOW: Instant = '2026-11-18T02:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`

const decide = (poll: Poll, command: PollCommand, now = NOW) =>
  pollRules.decide(poll, command, { actor: STAFF, now, ids })

export const refusal = (poll: Poll, command: PollCommand) => {
  const answer = decide(poll, command)
  return isRefused(answer) ? [answer.refused, answer.detail] : null
}

export const after = (poll: Poll, command: PollCommand, now = NOW): StandingPoll => {
  const answer = decide(poll, command, now)
  if (isRefused(answer)) throw new Error(`${answer.refused} ${JSON.stringify(answer.detail)}`)
  return answer.state as StandingPoll
}

export const announce = (...others: readonly StandingPoll[]): PollCommand => ({
  type: 'AnnouncePoll',
  notice: noticeOf(COMMUNITY, planFrom(NOW).opensAt),
  others,
})
