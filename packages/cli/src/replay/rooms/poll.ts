// Votes of a case: of hands in a meeting, or of households and owners by the totals of their list; called or drafted here, and counted alike by two persons.
import type { MeetingFile } from '@yishi/contract/meeting'
import type { PollFile } from '@yishi/contract/poll'
import { type Course, type Walk, entered, keyOf, lastIn, walker } from '../course.ts'
import { ask } from '../door.ts'

const callVote = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  const path = `/api/meetings/${lastIn(course, 'meeting')}/call-vote`
  const asked = { method: 'POST', path, by: walker(walk), body: step.with, key: keyOf(deed) } as const
  const called = (await ask<MeetingFile>(url, asked)).votes.at(-1)
  if (!called) throw new Error('the meeting shows no vote')
  return entered(course, 'poll', called.poll)
}

const draft = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  const path = `/api/matters/${course.matter}/polls`
  const { poll } = await ask<PollFile>(url, {
    method: 'POST',
    path,
    by: walker(walk),
    body: step.with,
    key: keyOf(deed),
  })
  return entered(course, 'poll', poll)
}

export const walkPoll = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  if (step.do === 'poll/call-vote') return callVote(walk)
  if (step.do === 'poll/draft') return draft(walk)
  const path = `/api/polls/${lastIn(course, 'poll')}/${step.do === 'poll/open' ? 'open' : 'count'}`
  await ask(url, { method: 'POST', path, by: walker(walk), body: step.with, key: keyOf(deed) })
  return course
}
