// Polls as the people of a case hold them: drafted, opened, counted alike by two persons; read back from the file by which anyone may check the result.
import type { PollDraft, PollFile, PollsOfMatter } from '@yishi/contract/poll'
import type { Amounts, Figures } from '@yishi/domain/poll'
import { type Course, type Walk, entered, keyOf, lastIn, walker } from '../course.ts'
import { ask, readPage } from '../door.ts'
import { type Finding, type Reading, compare, saidIn, saidOn, sessionsOf } from '../finding.ts'
import { playerOf } from '../installation.ts'

const NAMES: Readonly<Record<string, string>> = { 'poll/count-again': 'count' }

export const walkPoll = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  const drafts = step.do === 'poll/draft'
  const name = NAMES[step.do] ?? step.do.slice('poll/'.length)
  const path = drafts ? `/api/matters/${course.matter}/polls` : `/api/polls/${lastIn(course, 'poll')}/${name}`
  const asked = { method: 'POST', path, by: walker(walk), body: step.with, key: keyOf(deed) } as const
  const { poll } = await ask<PollFile>(url, asked)
  return drafts ? entered(course, 'poll', poll) : course
}

/** `GET /polls/:poll/tally.json`, of a question for or against. */
type Tally = { readonly electorate: Amounts; readonly counts: Readonly<Record<string, Amounts>> }

const countsIn = ({ present, votes, abstain, invalid }: Figures) => [
  present ?? null,
  votes['for'] ?? null,
  votes['against'] ?? null,
  abstain,
  invalid,
]

const askedOf = ({ electorate }: PollDraft) => {
  if ('totals' in electorate) return electorate.totals
  if ('voters' in electorate) return { heads: electorate.voters.length }
  throw new Error('the units of a roster are asked by owners’ votes, which no case tells yet')
}

const readSession = async (reading: Reading, { id, steps }: ReturnType<typeof sessionsOf>[number]) => {
  const [draft] = saidIn<PollDraft>(steps, 'poll/draft')
  const [first] = saidIn<{ readonly figures: Figures }>(steps, 'poll/count')
  const [second] = saidIn<{ readonly figures: Figures }>(steps, 'poll/count-again')
  if (!draft || !first || !second) return []
  const { electorate, counts } = await ask<Tally>(reading.url, { path: `/polls/${id}/tally.json` })
  const page = await readPage(reading.url, { path: `/polls/${id}` })
  const found = [counts['present'] ?? null, counts['for'], counts['against'], counts['abstain'], counts['invalid']]
  const asked = askedOf(draft)
  return [
    ...compare('electorate', asked, electorate),
    ...compare('figures of the first teller', countsIn(first.figures), found),
    ...compare('figures of the poll', countsIn(second.figures), found),
    ...saidOn('the page of the poll', page, [draft.question.text]),
  ]
}

/** Whether it passed, as those who handle the matter read it, beside what the figures come to. */
export const readPolls = async (reading: Reading): Promise<readonly Finding[]> => {
  const sessions = sessionsOf(reading, 'poll')
  if (sessions.length === 0) return []
  const by = playerOf(reading.ground, 'committee')
  const path = `/api/matters/${reading.course.matter}/polls`
  const { polls } = await ask<PollsOfMatter>(reading.url, { path, by })
  const findings: Finding[] = [...compare('number of polls', sessions.length, polls.length)]
  for (const session of sessions) {
    const line = polls.find(({ poll }) => poll === session.id)
    findings.push(...compare('rule and result of the poll', resultOf(session.steps), [line?.status, line?.passed]))
    findings.push(...(await readSession(reading, session)))
  }
  return findings
}

/** A case tells that a poll passed by telling its figures; half of those present is never enough. */
const resultOf = (steps: Parameters<typeof saidIn>[0]) => {
  const [counted] = saidIn<{ readonly figures: Figures }>(steps, 'poll/count-again')
  if (!counted) return ['open', null]
  const { present, votes } = counted.figures
  return ['decided', 2 * Number(votes['for']?.heads ?? 0) > Number(present?.heads ?? 0)]
}
