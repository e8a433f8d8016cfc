// A vote called in a meeting: a poll of its matter among those who count there, opened at once, and a line of the meeting.
import type { CallVote } from '@yishi/contract/meeting'
import { type MatterId, type PollId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { type MeetingCommand, handsIn, meetingRules } from '@yishi/domain/meeting'
import { handsUnfit, pollRuleByKey } from '@yishi/domain/poll'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Subject } from '../../kernel/store.ts'
import { draftPoll, openPoll } from '../poll/index.ts'
import type { MeetingDeed } from './acting.ts'
import { meeting } from './capability.ts'
import { readMeeting } from './store.ts'

type Ready = { readonly matter: Subject<MatterId>; readonly heads: number }

/** Asked of the meeting before there is a poll: none shall be left over where the vote cannot be called. */
const ready = async ({ ctx, actor, subject }: MeetingDeed, asked: CallVote): Promise<Ready | Refused> => {
  const state = await inCommunities(ctx.db, [subject.community], (trx) => readMeeting(trx, subject))
  const rule = pollRuleByKey(asked.rule)
  const unfit = handsUnfit(asked.question)
  if (!state) return refuse('meeting-unknown')
  if (!rule) return refuse('poll-rule-unknown')
  const meta = { actor, now: ctx.clock.now(), ids: ctx.ids }
  const answer = meetingRules.decide(state, commandOf(asked, ctx.ids('pol')), meta)
  if (isRefused(answer)) return answer
  if (unfit) return unfit
  const heads = handsIn(state, rule.electorate)
  if (heads === null) return refuse('way-unfit')
  return { matter: { community: subject.community, id: state.matter }, heads }
}

const commandOf = ({ item, question }: CallVote, poll: PollId): MeetingCommand => ({
  type: 'CallVote',
  item,
  poll,
  question: question.text,
})

/** Three deeds, each with a key of its own under the one that was sent: sent again, it goes on where it stopped. */
export const callVote = async (deed: MeetingDeed, asked: CallVote): Promise<{ readonly poll: PollId } | Refused> => {
  const { ctx, performer, actor, subject, key } = deed
  const may = await ready(deed, asked)
  if (isRefused(may)) return may
  const part = (name: string) => (key ? `${key}:${name}` : undefined)
  const { rule, question } = asked
  const electorate = { totals: { heads: may.heads } }
  const drafting = { ctx, performer, actor, key: part('draft') }
  const poll = await draftPoll(drafting, may.matter, { rule, way: 'counted', question, electorate, plan: null })
  if (isRefused(poll)) return poll
  const opened = await openPoll({ ...drafting, key: part('open') }, poll)
  if (isRefused(opened)) return opened
  const once = part('call')
  const called = await performer.perform(ctx, meeting, {
    subject,
    actor,
    command: commandOf(asked, poll.id),
    ...(once ? { once: { key: once, of: { subject: subject.id, asked } } } : {}),
  })
  return isRefused(called) ? called : { poll: poll.id }
}
