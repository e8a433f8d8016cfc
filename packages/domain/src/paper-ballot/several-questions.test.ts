// One sheet with several questions: read whole by two, settled question by question, and taken until the first of its counts begins.
import { assert, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, type Ids, type PollId, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PATH, PEOPLE, STAFF } from '../matter/testing/community.ts'
import { type Question, pollRuleByKey } from '../poll/index.ts'
import { type Marks, type PaperBallot, type PaperCommand, type PaperEvent, paperEntry, paperRules } from './index.ts'

const ids: Ids = (prefix) => `${prefix}_new`
const AGREE: Question = { type: 'for-against', text: '续聘物业？', explanation: '' }
const POLLS = ['pol_1', 'pol_2', 'pol_3'] as const
const sheet = (statuses: readonly string[] = ['open', 'open', 'open'], signed = true): PaperBallot =>
  ({
    status: 'returned',
    where: 'paper',
    signed,
    ballot: 'bal_1',
    poll: 'pol_1',
    voter: 'vtr_1',
    community: COMMUNITY,
    path: PATH,
    unitPath: PATH,
    questions: statuses.map((status, index) => ({
      poll: POLLS[index],
      ballot: `bal_${index + 1}`,
      question: AGREE,
      status,
    })),
    closesAt: '2026-11-30T10:00:00.000Z',
    rule: pollRuleByKey('cn-civil-code-278-ordinary')!,
    way: 'ballots',
    issue: 1,
    checkedIn: false,
    proxy: null,
  }) as unknown as PaperBallot

const teller = (name: string): Actor => (STAFF.kind === 'person' ? { ...STAFF, person: `per_${name}` } : STAFF)
const [ANN, BEA, CAI] = [teller('ann'), teller('bea'), teller('cai')]
const marked = (...choices: readonly string[]): Marks =>
  Object.fromEntries(choices.map((choice, index) => [POLLS[index], [choice]]))
const read = (marks: Marks): PaperCommand => ({ type: 'ReadPaper', issue: 1, marks })
const settle = (marks: Marks): PaperCommand => ({ type: 'SettlePaper', issue: 1, marks, reason: '看过原票' })
const decide = (paper: PaperBallot, command: PaperCommand, actor: Actor) =>
  paperRules.decide(paper, command, { actor, now: '2026-11-18T02:00:00.000Z', ids })
const done = (paper: PaperBallot, command: PaperCommand, actor: Actor) => {
  const answer = decide(paper, command, actor)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const refusal = (paper: PaperBallot, command: PaperCommand, actor: Actor) => {
  const answer = decide(paper, command, actor)
  return isRefused(answer) ? answer.refused : null
}
const settledBy = (events: readonly PaperEvent[]) => events.filter((event) => event.type === 'PaperSettled')

describe('a sheet with several questions', () => {
  test('is read whole: one question left out, or one too many, is none of a reading', () => {
    expect(refusal(sheet(), read(marked('for', 'against')), ANN)).toBe('marks-incomplete')
    expect(refusal(sheet(), read({ ...marked('for', 'for', 'for'), pol_9: ['for'] }), ANN)).toBe('marks-incomplete')
    expect(refusal(sheet(), read({ pol_1: ['for'], pol_2: ['for'], pol_9: ['for'] }), ANN)).toBe('marks-incomplete')
    expect(refusal(sheet(), read(marked('for', 'maybe', 'for')), ANN)).toBe('choice-unfit')
    expect(refusal(sheet(), read(marked('for', 'invalid', 'abstain')), ANN)).toBeNull()
  })
  test('without a signature is invalid in every question (R1.53)', () => {
    const unsigned = sheet(['open', 'open'], false)
    expect(refusal(unsigned, read(marked('invalid', 'for')), ANN)).toBe('paper-unsigned')
    expect(refusal(unsigned, read(marked('invalid', 'invalid')), ANN)).toBeNull()
  })
  test('hands in at once what two read alike, and leaves to a third the rest alone', () => {
    const once = done(sheet(), read(marked('for', 'for', 'against')), ANN).state
    const { state, events } = done(once, read(marked('for', 'against', 'against')), BEA)
    expect(events.map(({ type }) => type)).toEqual(['PaperRead', 'PaperSettled', 'ReadingsDiffered'])
    expect(settledBy(events)).toMatchObject([
      { marks: { pol_1: ['for'], pol_3: ['against'] }, readers: ['per_ann', 'per_bea'], reason: null },
    ])
    expect(events.at(-1)).toMatchObject({ polls: ['pol_2'] })
    expect(state.status).toBe('differing')
    expect(refusal(state, settle(marked('for', 'for', 'for')), CAI)).toBe('marks-incomplete')
    expect(refusal(state, settle({ pol_2: ['for'] }), BEA)).toBe('third-person-needed')
    const third = done(state, settle({ pol_2: ['for'] }), CAI)
    expect(third.state.status).toBe('settled')
    expect(settledBy(third.events)).toMatchObject([
      { marks: { pol_2: ['for'] }, readers: ['per_ann', 'per_bea', 'per_cai'] },
    ])
  })
  test('is taken as a whole until the count of the first of its questions begins, and then not at all', () => {
    expect(refusal(sheet(['closed', 'open', 'closed']), read(marked('for', 'for', 'for')), ANN)).toBeNull()
    expect(refusal(sheet(['closed', 'counting', 'closed']), read(marked('for', 'for', 'for')), ANN)).toBe(
      'poll-not-open',
    )
  })
  test('asks nothing any more that was taken back between two readings', () => {
    const once = done(sheet(), read(marked('for', 'for', 'against')), ANN).state
    const without = { ...once, questions: 'questions' in once ? once.questions.slice(0, 2) : [] } as PaperBallot
    const { state, events } = done(without, read(marked('for', 'for')), BEA)
    expect(state.status).toBe('settled')
    expect(settledBy(events)).toMatchObject([{ marks: { pol_1: ['for'], pol_2: ['for'] } }])
  })
})

describe('a picture of a sheet', () => {
  const picture = { scan: 'scn_1', sent: 'a'.repeat(64), sha256: 'b'.repeat(64), width: 1654, height: 2339 } as const
  const keep = (issue = 1): PaperCommand => ({ type: 'KeepPicture', issue, picture })
  test('may be laid beside it at any time by whoever counts, changes nothing, and says when its sheet is void', () => {
    for (const paper of [sheet(), sheet(['decided', 'decided', 'decided'])]) {
      const { state, events } = done(paper, keep(), ANN)
      expect(state).toEqual(paper)
      expect(events).toMatchObject([{ type: 'PictureKept', by: 'per_ann', void: false }])
    }
    expect(done({ ...sheet(), issue: 2 } as PaperBallot, keep(), ANN).events).toMatchObject([{ issue: 1, void: true }])
    expect(refusal(sheet(), keep(), PEOPLE.resident)).toBe('not-your-poll')
  })
  test('is in the ledger without its unit and its digest', () => {
    const [event] = done(sheet(), keep(), ANN).events as [never]
    const { facts, sealed } = paperEntry.PictureKept(event)
    expect(facts).toEqual({ poll: 'pol_1', issue: 1, replaced: false })
    expect(sealed).toMatchObject({ voter: 'vtr_1', sha256: picture.sha256 })
  })
})

const choice = constantFrom('for', 'against', 'abstain', 'invalid')
const reading = tuple(choice, choice, choice)

test('whatever three people read, every question becomes one ballot: as two read it alike, or as the third decided', () => {
  assert(
    property(reading, reading, reading, (one, two, three) => {
      const once = done(sheet(), read(marked(...one)), ANN).state
      const twice = done(once, read(marked(...two)), BEA)
      const apart = POLLS.filter((_, index) => one[index] !== two[index])
      const left = Object.fromEntries(apart.map((poll) => [poll, [three[POLLS.indexOf(poll)]!]])) as Marks
      const third = apart.length > 0 ? done(twice.state, settle(left), CAI) : null
      const settled = settledBy([...twice.events, ...(third?.events ?? [])])
      const ballots = settled.flatMap(({ marks, readers }) =>
        Object.entries(marks).map(([poll, [mark]]) => ({ poll: poll as PollId, mark, readers: readers.length })),
      )
      expect(ballots.toSorted((a, b) => (a.poll < b.poll ? -1 : 1))).toEqual(
        POLLS.map((poll, index) =>
          one[index] === two[index] ? { poll, mark: one[index], readers: 2 } : { poll, mark: three[index], readers: 3 },
        ),
      )
      expect((third ?? twice).state.status).toBe('settled')
    }),
  )
})
