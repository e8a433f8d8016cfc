// Votes read back: from the file by which anyone counts again, from the page, from the desk of those who count, and from the meeting that held them.
import type { CallVote, MeetingFile } from '@yishi/contract/meeting'
import type { PollDraft, PollFile, PollsOfMatter } from '@yishi/contract/poll'
import { isRefused } from '@yishi/domain/kernel'
import { type Json, canonicalText } from '@yishi/domain/ledger'
import {
  type Amounts,
  type Counts,
  type Figures,
  type PollRule,
  recountSeats,
  type seatFileSchema,
  tally,
  verdictOn,
} from '@yishi/domain/poll'
import { idsIn } from '../course.ts'
import { ask, readPage } from '../door.ts'
import { type Finding, type Reading, compare, saidIn, saidOn, sessionsOf } from '../finding.ts'
import { playerOf } from '../installation.ts'

/** Of `GET /polls/:poll/tally.json`: one for a question for or against, one for each option of a choice, or the file of an election by name. */
type Claim = {
  readonly option?: string
  readonly rule: PollRule
  readonly electorate: Amounts
  readonly counts: Counts
  readonly zones?: Figures['zones']
}
type SeatFile = ReturnType<(typeof seatFileSchema)['parse']>
type Checkable = Claim | readonly Claim[] | SeatFile
type Counted = { readonly figures: Figures }
type Decided = { readonly passed: boolean; readonly chosen: readonly string[] }
type Session = ReturnType<typeof sessionsOf>[number]

/** Fields in one order, so that only what is said counts. */
const compareFields = (what: string, expected: unknown, found: unknown): readonly Finding[] =>
  compare(what, canonicalText(expected as Json), canonicalText(found as Json))

const isOfSeats = (file: Checkable): file is SeatFile => 'format' in file
const claimsIn = (file: Exclude<Checkable, SeatFile>): readonly Claim[] => [file].flat() as readonly Claim[]

type Plain = Pick<Figures, 'present' | 'votes' | 'cast' | 'abstain' | 'invalid'>
const plainOf = ({ present, votes, cast, abstain, invalid }: Plain): Plain => ({
  ...(present && { present }),
  votes,
  ...(cast && { cast }),
  abstain,
  invalid,
})

/** What was written down, whatever the shape of the question. */
const figuresIn = (file: Checkable): Plain => {
  if (isOfSeats(file)) return plainOf(file.figures)
  const claims = claimsIn(file)
  const [{ option, counts }] = claims as readonly [Claim]
  const votes = option
    ? Object.fromEntries(claims.map((claim) => [claim.option, claim.counts.for]))
    : { for: counts.for, against: counts.against }
  return plainOf({ ...counts, votes })
}

const electorateIn = (file: Checkable): Amounts => (isOfSeats(file) ? file.electorate : claimsIn(file)[0]!.electorate)

/** One claim judged from its own file; zones are asked for or against alone. */
const passesAgain = ({ rule, electorate, counts, zones }: Claim): boolean => {
  if (!zones) return tally(rule, electorate, counts).passed
  const { for: agreed, against, ...apart } = counts
  const question = { type: 'for-against', text: '-', explanation: '' } as const
  return verdictOn({ rule, electorate, question }, { ...apart, votes: { for: agreed, against }, zones }, 'for').passed
}

/** What passes when the file is counted again. */
const chosenAgain = (file: Checkable): readonly string[] => {
  if (isOfSeats(file)) {
    const outcome = recountSeats(file)
    return isRefused(outcome) ? [outcome.refused] : outcome.chosen
  }
  return claimsIn(file).flatMap((claim) => (passesAgain(claim) ? [claim.option ?? 'for'] : []))
}

const decidedIn = ({ steps }: Session): Decided | null =>
  steps.find((step) => step.do === 'poll/count-again')?.decides ?? null

/** Whose votes there are: the hands in the room, or the list as the case tells it. */
const electorateTold = ({ steps }: Session, told: readonly Counted[]): Amounts | undefined => {
  const [drafted] = saidIn<PollDraft>(steps, 'poll/draft')
  if (!drafted) return told[0]?.figures.present
  return 'totals' in drafted.electorate ? drafted.electorate.totals : undefined
}

const questionsIn = ({ steps }: Session): readonly string[] =>
  [...saidIn<CallVote>(steps, 'poll/call-vote'), ...saidIn<PollDraft>(steps, 'poll/draft')].flatMap(({ question }) => [
    question.text,
    ...('options' in question ? question.options.map((each) => (typeof each === 'string' ? each : each.text)) : []),
  ])

const checked = async ({ url }: Reading, session: Session): Promise<readonly Finding[]> => {
  const { id, steps } = session
  const file = await ask<Checkable>(url, { path: `/polls/${id}/tally.json` })
  const told = [...saidIn<Counted>(steps, 'poll/count'), ...saidIn<Counted>(steps, 'poll/count-again')]
  return [
    ...compareFields('list of the vote', electorateTold(session, told) ?? null, electorateIn(file)),
    ...told.flatMap(({ figures }, teller) =>
      compareFields(`figures of the vote by teller ${teller + 1}`, plainOf(figures), figuresIn(file)),
    ),
    ...compareFields('the vote counted again', decidedIn(session)?.chosen ?? null, chosenAgain(file)),
    ...saidOn('the page of the vote', await readPage(url, { path: `/polls/${id}` }), questionsIn(session)),
  ]
}

/** As those who count have it before them. */
const atDesk = async ({ url, ground }: Reading, session: Session): Promise<readonly Finding[]> => {
  const by = playerOf(ground, 'committee')
  const { result, rule } = await ask<PollFile>(url, { path: `/api/polls/${session.id}`, by })
  const [counted] = saidIn<Counted>(session.steps, 'poll/count-again')
  const drafted = saidIn<PollDraft>(session.steps, 'poll/draft').map((each) => each.rule)
  const called = saidIn<CallVote>(session.steps, 'poll/call-vote').map((each) => each.rule)
  return [
    ...compare('rule of the vote', [...drafted, ...called], [rule.key]),
    ...compareFields(
      'the vote at the desk',
      decidedIn(session),
      result && { passed: result.passed, chosen: result.chosen },
    ),
    ...compareFields('zones of the vote', counted?.figures.zones ?? null, result?.figures.zones ?? null),
  ]
}

/** What a meeting was told of its vote. */
const toldToMeeting = async (reading: Reading, { id, steps }: Session): Promise<readonly Finding[]> => {
  if (saidIn(steps, 'poll/call-vote').length === 0) return []
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
      [decidedIn({ id, steps })?.passed, told['for']?.heads, told['against']?.heads],
      [vote.result?.passed, heads('for'), heads('against')],
    )
  }
  return compare('the vote as the meeting has it', 'counted', 'no such vote')
}

/** Whether it passed, as those who handle the matter read it, beside what the case tells. */
export const readPolls = async (reading: Reading): Promise<readonly Finding[]> => {
  const sessions = sessionsOf(reading, 'poll')
  if (sessions.length === 0) return []
  const path = `/api/matters/${reading.course.matter}/polls`
  const { polls } = await ask<PollsOfMatter>(reading.url, { path, by: playerOf(reading.ground, 'committee') })
  const findings: Finding[] = [...compare('number of votes', sessions.length, polls.length)]
  for (const session of sessions) {
    const line = polls.find(({ poll }) => poll === session.id)
    findings.push(...compare('result of the vote', decidedIn(session)?.passed, line?.passed ?? null))
    findings.push(...(await checked(reading, session)), ...(await atDesk(reading, session)))
    findings.push(...(await toldToMeeting(reading, session)))
  }
  return findings
}
