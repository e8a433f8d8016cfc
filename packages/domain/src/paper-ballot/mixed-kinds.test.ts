// An agenda of mixed kinds of questions by phone and on paper: each question comes to what it would have come to alone, whatever spoils another one on the same sheet.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ids, type PollId, isRefused } from '../kernel/index.ts'
import { PEOPLE } from '../matter/testing/community.ts'
import {
  type Ballot,
  type BallotCommand,
  type Question,
  ballotRules,
  countBallots,
  drawLotsAt,
  numberedMark,
  orderOnSheet,
  outcomeOf,
  pollRuleByKey,
} from '../poll/index.ts'
import { APPROVAL, KEYS, LIMITED, RANKED, SCORED, options } from '../poll/testing/preferences.ts'
import { blankBallot } from '../poll/testing/blank.ts'
import { type Marks, type PaperBallot, type PaperCommand, type PaperEvent, paperRules } from './index.ts'

const NOW = '2026-11-18T02:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`
const asked = { text: '选哪家？', explanation: '' }
const NAMED: Question = {
  type: 'candidates',
  ...asked,
  options: options.map((each) => ({ ...each, profile: each.text, consented: true })),
  committee: 3,
  sitting: 0,
  marking: 'limited',
  tie: 'revote',
  again: null,
}

/** What stands on a ballot, and what it counts as: null where it is void. */
type Answer = { readonly marks: readonly string[]; readonly counts: readonly string[] | null }
type Kind = {
  readonly question: Question
  readonly rule: string
  readonly onPhone: fc.Arbitrary<Answer>
  readonly onPaper: fc.Arbitrary<Answer>
}

const plain = (marks: readonly string[]): Answer => ({ marks, counts: marks })
const one = (...all: readonly string[]) => fc.constantFrom(...all).map((mark) => plain([mark]))
const ticks = (most: number) => fc.subarray([...KEYS], { minLength: 1, maxLength: most }).map(plain)
const overTicked = fc.subarray([...KEYS], { minLength: 1 })
const blank = fc.constantFrom<Answer>(plain(['abstain']), { marks: ['invalid'], counts: null })
const isOrder = (places: readonly number[]) =>
  places.toSorted((a, b) => a - b).every((place, index) => place === index + 1)
const entered = (most: number) =>
  fc
    .array(fc.option(fc.integer({ min: 0, max: most })), { minLength: 4, maxLength: 4 })
    .map((all) => all.flatMap((number, index) => (number === null ? [] : [[KEYS[index]!, number] as const])))
    .filter((all) => all.length > 0)

const tickedUpTo = (question: Question, rule: string, most: number): Kind => ({
  question,
  rule,
  onPhone: ticks(most),
  onPaper: fc.oneof(
    overTicked.map((marks) => ({ marks, counts: marks.length > most ? null : marks })),
    blank,
  ),
})

const KINDS: readonly Kind[] = [
  {
    question: { type: 'for-against', ...asked },
    rule: 'cn-civil-code-278-ordinary',
    onPhone: one('for', 'against', 'abstain'),
    onPaper: fc.oneof(one('for', 'against'), blank),
  },
  {
    question: { type: 'choose-one', ...asked, options },
    rule: 'cn-civil-code-278-ordinary',
    onPhone: one(...KEYS),
    onPaper: fc.oneof(one(...KEYS), blank),
  },
  {
    question: RANKED,
    rule: 'owners-ranked',
    onPhone: fc.shuffledSubarray([...KEYS], { minLength: 1 }).map(plain),
    onPaper: fc.oneof(
      entered(4).map((placed) => {
        const order = placed.toSorted(([, a], [, b]) => a - b).map(([key]) => key)
        return { marks: orderOnSheet(placed), counts: isOrder(placed.map(([, place]) => place)) ? order : null }
      }),
      blank,
    ),
  },
  {
    question: SCORED,
    rule: 'owners-scored',
    onPhone: entered(5).map((all) => plain(all.map(([key, points]) => numberedMark(key, points)))),
    onPaper: fc.oneof(
      entered(7).map((all) => {
        const marks = all.map(([key, points]) => numberedMark(key, points))
        return { marks, counts: all.every(([, points]) => points <= 5) ? marks : null }
      }),
      blank,
    ),
  },
  tickedUpTo(APPROVAL, 'owners-approval', 4),
  tickedUpTo(LIMITED, 'owners-limited', 2),
  tickedUpTo(NAMED, 'cn-committee-election', 3),
]

type Unit = {
  readonly head: number
  readonly paperFirst: boolean
  readonly hasSheet: boolean
  readonly phone: readonly (Answer | null)[]
  readonly sheet: readonly Answer[]
  readonly misread: readonly boolean[]
}
const unitOf = (kinds: readonly Kind[]): fc.Arbitrary<Unit> =>
  fc.record({
    head: fc.nat(6),
    paperFirst: fc.boolean(),
    hasSheet: fc.boolean(),
    phone: fc.tuple(...kinds.map(({ onPhone }) => fc.option(onPhone))),
    sheet: fc.tuple(...kinds.map(({ onPaper }) => onPaper)),
    misread: fc.array(fc.boolean(), { minLength: kinds.length, maxLength: kinds.length }),
  })
const agenda = fc
  .subarray([...KINDS], { minLength: 2, maxLength: 6 })
  .chain((kinds) => fc.tuple(fc.constant(kinds), fc.array(unitOf(kinds), { minLength: 1, maxLength: 12 })))

type Asked = { readonly at: number; readonly kind: Kind }
const pollAt = (at: number): PollId => `pol_${at}`
const ruleOf = ({ rule }: Kind) => pollRuleByKey(rule)!
const askedBallot = ({ at, kind }: Asked): Ballot =>
  blankBallot({
    id: `bal_${at}`,
    poll: pollAt(at),
    person: 'per_ann',
    owners: ['per_ann'],
    question: kind.question,
    rule: ruleOf(kind),
  })

const sheetOf = (questions: readonly Asked[]): PaperBallot => {
  const { id, community, path, voter } = askedBallot(questions[0]!) as Extract<Ballot, { status: 'blank' }>
  return {
    status: 'out',
    ballot: id,
    poll: pollAt(questions[0]!.at),
    voter,
    community,
    path,
    unitPath: path,
    questions: questions.map(({ at, kind: { question } }) => ({
      poll: pollAt(at),
      ballot: `bal_${at}`,
      question,
      status: 'open',
    })),
    pages: 1,
    closesAt: null,
    rule: ruleOf(questions[0]!.kind),
    way: 'ballots',
    issue: 1,
    checkedIn: false,
    proxy: null,
  }
}

/** Taken back, read by two of whom the second misreads some, and decided by a third where they differ. */
const readSheet = (questions: readonly Asked[], { sheet, misread }: Unit): readonly PaperEvent[] => {
  const of = (choose: (at: number) => readonly string[], among = questions): Marks =>
    Object.fromEntries(among.map(({ at }) => [pollAt(at), choose(at)]))
  const right = (at: number) => sheet[at]!.marks
  const wrong = (at: number) => (right(at)[0] === 'invalid' ? ['abstain'] : ['invalid'])
  let paper = sheetOf(questions)
  const events: PaperEvent[] = []
  const act = (command: PaperCommand, actor: 'staff' | 'branch' | 'street-office') => {
    const answer = paperRules.decide(paper, command, { actor: PEOPLE[actor], now: NOW, ids })
    if (isRefused(answer)) throw new Error(answer.refused)
    paper = answer.state
    events.push(...answer.events)
  }
  const back = { issue: 1, where: 'paper', signed: true, photo: null, companion: '', seenAt: null } as const
  act({ type: 'ReturnPaper', ...back }, 'staff')
  act({ type: 'ReadPaper', issue: 1, marks: of(right) }, 'staff')
  act({ type: 'ReadPaper', issue: 1, marks: of((at) => (misread[at] ? wrong(at) : right(at))) }, 'branch')
  const apart = questions.filter(({ at }) => misread[at])
  if (apart.length > 0)
    act({ type: 'SettlePaper', issue: 1, marks: of(right, apart), reason: '看过原票' }, 'street-office')
  return events
}

/** What holds of a unit in each of these questions once its phone and its sheet have come in. */
const heldBy = (questions: readonly Asked[], unit: Unit): ReadonlyMap<number, readonly string[]> => {
  const ballots = new Map(questions.map((each) => [each.at, askedBallot(each)]))
  const held = new Map<number, readonly string[]>()
  const give = (at: number, command: BallotCommand, actor: keyof typeof PEOPLE | 'ann') => {
    const who = actor === 'ann' ? ({ kind: 'person', person: 'per_ann', hats: [] } as const) : PEOPLE[actor]
    const answer = ballotRules.decide(ballots.get(at)!, command, { actor: who, now: NOW, ids })
    if (isRefused(answer)) throw new Error(answer.refused)
    ballots.set(at, answer.state)
    for (const event of answer.events) if (event.type === 'BallotCast' && event.holds) held.set(at, event.choice)
  }
  const byPhone = () => {
    for (const { at } of questions)
      if (unit.phone[at]) give(at, { type: 'CastBallot', choice: unit.phone[at].marks }, 'ann')
  }
  const onPaper = () => {
    for (const event of unit.hasSheet ? readSheet(questions, unit) : [])
      if (event.type === 'PaperSettled')
        for (const { at } of questions) {
          const choice = event.marks[pollAt(at)]
          if (choice) give(at, { type: 'NoteBallot', where: event.where, readers: event.readers, choice }, 'staff')
        }
  }
  for (const step of unit.paperFirst ? [onPaper, byPhone] : [byPhone, onPaper]) step()
  return held
}

const comesTo = (
  { at, kind }: Asked,
  held: readonly ReadonlyMap<number, readonly string[]>[],
  units: readonly Unit[],
) => {
  const [rule, { question }] = [ruleOf(kind), kind]
  const slips = units.map(({ head }, index) => {
    const choice = held[index]!.get(at) ?? null
    return { head, zone: '', amounts: { area: '10.00' }, choice, proof: 'none' } as const
  })
  const figures = countBallots({ rule, question }, slips)
  const electorate = { heads: new Set(units.map(({ head }) => head)).size, area: `${units.length * 10}.00` }
  const lots = rule.ties ? drawLotsAt(question, 'a'.repeat(64), NOW).order : null
  return { figures, outcome: outcomeOf({ rule, question, electorate, lots }, figures) }
}

/** Owner by owner: their own hand before the sheet (R1.65), void where one of theirs is or where they say two things (R1.9). */
const byHand = ({ at, kind }: Asked, units: readonly Unit[]) => {
  const sums = new Map<string, number>()
  const add = (mark: string) => sums.set(mark, (sums.get(mark) ?? 0) + 1)
  for (const own of Map.groupBy(units, ({ head }) => head).values()) {
    const answers = own.flatMap(({ phone, sheet, hasSheet }) => phone[at] ?? (hasSheet ? [sheet[at]!] : []))
    if (answers.length === 0) continue
    const ordered = kind.question.type === 'ranked'
    const said = answers.map(({ counts }) => counts && (ordered ? counts : counts.toSorted()))
    const [first] = said
    if (!first || said.some((each) => each?.join() !== first.join())) add('invalid')
    else for (const mark of ordered ? first.slice(0, 1) : first) add(mark.replace(/:\d+$/u, ''))
  }
  return sums
}

test('each comes to what it would have come to alone, and to the sums of a count by hand', () => {
  const seen = { apart: 0, thirds: 0, twice: 0 }
  fc.assert(
    fc.property(agenda, ([kinds, units]) => {
      const questions = kinds.map((kind, at): Asked => ({ at, kind }))
      const together = units.map((unit) => heldBy(questions, unit))
      for (const each of questions) {
        const here = comesTo(each, together, units)
        const alone = units.map((unit) => heldBy([each], unit))
        expect(here).toEqual(comesTo(each, alone, units))
        const sums = byHand(each, units)
        const { votes, invalid, abstain } = here.figures
        expect(invalid.heads, `${each.kind.rule} invalid`).toBe(sums.get('invalid') ?? 0)
        expect(abstain.heads, `${each.kind.rule} abstain`).toBe(sums.get('abstain') ?? 0)
        for (const [mark, amounts] of Object.entries(votes))
          expect(amounts.heads, `${each.kind.rule} ${mark}`).toBe(sums.get(mark) ?? 0)
      }
      for (const { hasSheet, sheet, misread, phone } of units) {
        if (!hasSheet) continue
        seen.apart += new Set(sheet.map(({ counts }) => counts === null)).size > 1 ? 1 : 0
        seen.thirds += misread.includes(true) ? 1 : 0
        seen.twice += phone.some((each) => each !== null) ? 1 : 0
      }
    }),
    { numRuns: 150 },
  )
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(10)
})
