// Votes that the people of a case hold in a meeting: called, counted alike by two persons; read back from the file by which anyone may check the result, and from the meeting.
import type { CallVote, MeetingFile } from '@yishi/contract/meeting'
import type { PollsOfMatter } from '@yishi/contract/poll'
import type { Amounts, Figures } from '@yishi/domain/poll'
import { type Course, type Walk, entered, idsIn, keyOf, lastIn, walker } from '../course.ts'
import { ask, readPage } from '../door.ts'
import { type Finding, type Reading, compare, saidIn, saidOn, sessionsOf } from '../finding.ts'
import { playerOf } from '../installation.ts'

const callVote = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  const path = `/api/meetings/${lastIn(course, 'meeting')}/call-vote`
  const asked = { method: 'POST', path, by: walker(walk), body: step.with, key: keyOf(deed) } as const
  const called = (await ask<MeetingFile>(url, asked)).votes.at(-1)
  if (!called) throw new Error('the meeting shows no vote')
  return entered(course, 'poll', called.poll)
}

export const walkPoll = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  if (step.do === 'poll/call-vote') return callVote(walk)
  const path = `/api/polls/${lastIn(course, 'poll')}/count`
  await ask(url, { method: 'POST', path, by: walker(walk), body: step.with, key: keyOf(deed) })
  return course
}

/** `GET /polls/:poll/tally.json`, of a question for or against. */
type Tally = { readonly electorate: Amounts; readonly counts: Readonly<Record<string, Amounts>> }
type Counted = { readonly figures: Figures }
type Session = ReturnType<typeof sessionsOf>[number]

const countsIn = ({ present, votes, abstain, invalid }: Figures) => [
  present ?? null,
  votes['for'] ?? null,
  votes['against'] ?? null,
  abstain,
  invalid,
]

/** A case tells that a vote passed by telling its figures; half of those present is never enough. */
const passes = ({ present, votes }: Figures): boolean =>
  2 * Number(votes['for']?.heads ?? 0) > Number(present?.heads ?? 0)

const tallyOf = async ({ url }: Reading, { id, steps }: Session): Promise<readonly Finding[]> => {
  const { electorate, counts } = await ask<Tally>(url, { path: `/polls/${id}/tally.json` })
  const found = [counts['present'] ?? null, counts['for'], counts['against'], counts['abstain'], counts['invalid']]
  const told = [...saidIn<Counted>(steps, 'poll/count'), ...saidIn<Counted>(steps, 'poll/count-again')]
  const questions = saidIn<CallVote>(steps, 'poll/call-vote').map(({ question }) => question.text)
  return [
    ...compare('hands in the room', told[0]?.figures.present, electorate),
    ...told.flatMap(({ figures }, teller) =>
      compare(`figures of the vote by teller ${teller + 1}`, countsIn(figures), found),
    ),
    ...saidOn('the page of the vote', await readPage(url, { path: `/polls/${id}` }), questions),
  ]
}

/** What the meeting was told of its vote. */
const toldToMeeting = async (reading: Reading, { id, steps }: Session): Promise<readonly Finding[]> => {
  const by = playerOf(reading.ground, 'committee')
  for (const meeting of idsIn(reading.course, 'meeting')) {
    const { votes } = await ask<MeetingFile>(reading.url, { path: `/api/meetings/${meeting}`, by })
    const vote = votes.find(({ poll }) => poll === id)
    const [counted] = saidIn<Counted>(steps, 'poll/count-again')
    if (!vote || !counted) continue
    const heads = (mark: string) => vote.result?.counts.find((each) => each.mark === mark)?.heads
    const { votes: told } = counted.figures
    return compare(
      'the vote as the meeting has it',
      [passes(counted.figures), told['for']?.heads, told['against']?.heads],
      [vote.result?.passed, heads('for'), heads('against')],
    )
  }
  return compare('the vote as the meeting has it', 'counted', 'no such vote')
}

/** Whether it passed, as those who handle the matter read it, beside what the figures come to. */
export const readPolls = async (reading: Reading): Promise<readonly Finding[]> => {
  const sessions = sessionsOf(reading, 'poll')
  if (sessions.length === 0) return []
  const path = `/api/matters/${reading.course.matter}/polls`
  const { polls } = await ask<PollsOfMatter>(reading.url, { path, by: playerOf(reading.ground, 'committee') })
  const findings: Finding[] = [...compare('number of votes', sessions.length, polls.length)]
  for (const session of sessions) {
    const line = polls.find(({ poll }) => poll === session.id)
    const told = saidIn<Counted>(session.steps, 'poll/count-again').map(({ figures }) => passes(figures))
    findings.push(...compare('result of the vote', told, line?.status === 'decided' ? [line.passed] : []))
    findings.push(...(await tallyOf(reading, session)), ...(await toldToMeeting(reading, session)))
  }
  return findings
}
