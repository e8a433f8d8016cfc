// The rulebook of a term: begun and kept by the desk, reminded and ended by the clock. RULES R1.42, R1.45, R1.46.
import { addDays, addMonths, endOfDay, localDateOf, type LocalDate } from '../calendar/index.ts'
import { type Meta, type PersonId, type Refused, during, holds, isRefused, refuse, rulebook } from '../kernel/index.ts'
import { DESK } from '../matter/index.ts'
import { electedIn } from '../poll/index.ts'
import { deadlinesOf, ringKey, ringsOf } from './deadlines.ts'
import { TERM_LAWS } from './law.ts'
import { sittingIn } from './standing.ts'
import {
  type DecidedBallot,
  HIGHEST_TERM,
  type Matched,
  type Member,
  type RunningTerm,
  type Term,
  type TermCommand,
  type TermEvent,
  type TermRefusal,
} from './term.ts'

type CommandOf<Type extends TermCommand['type']> = Extract<TermCommand, { type: Type }>
type Answer = readonly TermEvent[] | Refused<TermRefusal>

/** The last day of so many whole years. */
const lastDay = (from: LocalDate, years: number): LocalDate => addDays(addMonths(from, 12 * years), -1)

type Seating = {
  readonly ballots: readonly DecidedBallot[]
  readonly matched: readonly Matched[]
  readonly owners: readonly PersonId[]
  readonly known: readonly Member[]
  readonly since: LocalDate
}

const ownersFit = (persons: readonly PersonId[], owners: readonly PersonId[]): Refused<TermRefusal> | null => {
  if (new Set(persons).size !== persons.length) return refuse('members-unfit')
  return persons.every((person) => owners.includes(person)) ? null : refuse('member-not-owner')
}

const personsOf = (members: readonly { readonly person: PersonId | null }[]): readonly PersonId[] =>
  members.flatMap(({ person }) => person ?? [])

/** Exactly those whom the ballots elected, each at most one row of the roster, and an owner. */
const seat = ({ ballots, matched, owners, known, since }: Seating): readonly Member[] | Refused<TermRefusal> => {
  const elected = ballots.flatMap(({ poll, question, allocation }) =>
    electedIn(allocation).map((choice) => ({
      poll,
      choice,
      name: question.options.find(({ key }) => key === choice)!.text,
    })),
  )
  const whoIs = elected.map(({ poll, choice }) => matched.find((each) => each.poll === poll && each.choice === choice))
  if (matched.length !== elected.length || whoIs.includes(undefined)) return refuse('members-unfit')
  const members = elected.map(({ name }, index): Member => {
    const person = whoIs[index]!.person
    return { key: `m${known.length + index + 1}`, name, person, since, vacancy: null }
  })
  const sitting = personsOf(sittingIn({ members: known }))
  return ownersFit([...sitting, ...personsOf(members)], [...owners, ...sitting]) ?? members
}

/** A term of seats that are vacant already is none: more than half of the committee begins it. */
const electionUnfit = ({ ballots, taken }: CommandOf<'BeginTerm'>): Refused<TermRefusal> | null => {
  const [first] = ballots
  if (!first || first.question.sitting > 0 || first.question.again !== null) return refuse('election-unfit')
  if (taken) return refuse('term-taken')
  const elected = ballots.reduce((sum, { allocation }) => sum + electedIn(allocation).length, 0)
  const { committee } = first.question
  return 2 * elected > committee ? null : refuse('too-few-elected', { elected, committee })
}

const termUnfit = (command: CommandOf<'BeginTerm'>, today: LocalDate): Refused<TermRefusal> | null => {
  const { law, years, from, number, last, ballots } = command
  const { least, most } = TERM_LAWS[law].years
  if (!Number.isInteger(years) || years < least || years > most) return refuse('term-years-unfit', { least, most })
  if (from < ballots.at(-1)!.on || from > today) return refuse('term-day-unfit')
  return number > last && number <= HIGHEST_TERM ? null : refuse('term-number-unfit', { last })
}

const begin = (_: Term, command: CommandOf<'BeginTerm'>, { actor, now }: Meta): Answer => {
  const { id, community, scope, law, ballots, number, from, years, members: matched, owners } = command
  if (!holds(actor, DESK, community, scope.path)) return refuse('not-yours-to-do')
  const no = electionUnfit(command) ?? termUnfit(command, localDateOf(now))
  if (no) return no
  const members = seat({ ballots, matched, owners, known: [], since: from })
  if (isRefused(members)) return members
  const { committee } = ballots[0]!.question
  const electedOn = ballots.at(-1)!.on
  const polls = ballots.map(({ poll }) => poll)
  const body = { id, community, ...scope, law, number, committee, ballots: polls, electedOn, from }
  return [{ type: 'TermBegun', ...body, until: lastDay(from, years), members }]
}

const isDesk = ({ community, path }: RunningTerm, { actor }: Meta): boolean => holds(actor, DESK, community, path)

/** Of a by-election of this committee, or of what its own election left open. */
const seatMembers = (term: RunningTerm, command: CommandOf<'SeatMembers'>, meta: Meta): Answer => {
  if (!isDesk(term, meta)) return refuse('not-yours-to-do')
  const { ballot, taken, members: matched, owners } = command
  if (!ballot || ballot.path !== term.path || ballot.question.committee !== term.committee)
    return refuse('election-unfit')
  const { sitting, again } = ballot.question
  if (sitting === 0 && (again === null || !term.ballots.includes(again))) return refuse('election-unfit')
  if (taken) return refuse('term-taken')
  const open = term.committee - sittingIn(term).length
  if (electedIn(ballot.allocation).length > open) return refuse('no-vacant-seat', { open })
  const members = seat({ ballots: [ballot], matched, owners, known: term.members, since: ballot.on })
  return isRefused(members) ? members : [{ type: 'MembersSeated', ballot: ballot.poll, members }]
}

const sits = (term: RunningTerm, key: string): Member | undefined => sittingIn(term).find((each) => each.key === key)

const match = (term: RunningTerm, { member, person, owners }: CommandOf<'MatchMember'>, meta: Meta): Answer => {
  if (!isDesk(term, meta)) return refuse('not-yours-to-do')
  const found = sits(term, member)
  if (!found || found.person !== null) return refuse('member-unknown')
  const persons = personsOf([...sittingIn(term), { person }])
  return ownersFit(persons, [...owners, ...personsOf(sittingIn(term))]) ?? [{ type: 'MemberMatched', member, person }]
}

const vacate = (term: RunningTerm, command: CommandOf<'VacateSeat'>, meta: Meta): Answer => {
  if (!isDesk(term, meta)) return refuse('not-yours-to-do')
  const { type: _, ...vacancy } = command
  const found = sits(term, command.member)
  if (!found) return refuse('member-unknown')
  if (vacancy.on < found.since || vacancy.on > localDateOf(meta.now)) return refuse('term-day-unfit')
  return [{ type: 'SeatVacated', ...vacancy, person: found.person }]
}

const note = (term: RunningTerm, { step, on, evidence }: CommandOf<'NoteStep'>, meta: Meta): Answer => {
  if (!isDesk(term, meta)) return refuse('not-yours-to-do')
  const deadline = deadlinesOf(term).find((each) => each.step === step)
  // A session is noted whatever the law says of it: without one for half a year the committee is idle.
  if (step !== 'met' && (!deadline || deadline.due === null)) return refuse('step-unfit')
  if (deadline?.done) return refuse('step-noted')
  const before = step === 'met' ? (term.steps.met?.on ?? term.from) : term.electedOn
  if (on < before || on > localDateOf(meta.now)) return refuse('term-day-unfit')
  return [{ type: 'TermStepNoted', step, on, evidence }]
}

/** Whoever is late anyway is not reminded as well. */
const wake = (term: RunningTerm, _: object, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-yours-to-do')
  const rings = ringsOf(term).filter(({ at }) => at <= now)
  const late = new Set(rings.filter((ring) => ring.late).map(({ step }) => step))
  const told = rings
    .filter((ring) => ring.late || !late.has(ring.step))
    .map(({ step, due, late: isLate }) => ({ type: 'TermRang' as const, step, due, late: isLate }))
  return now >= endOfDay(term.until) ? [...told, { type: 'TermEnded', how: 'expired' }] : told
}

const succeed = (_: RunningTerm, __: object, { actor }: Meta): Answer =>
  actor.kind === 'clock' ? [{ type: 'TermEnded', how: 'succeeded' }] : refuse('not-yours-to-do')

const withMember = (term: RunningTerm, key: string, change: Partial<Member>): RunningTerm => ({
  ...term,
  members: term.members.map((each) => (each.key === key ? { ...each, ...change } : each)),
})

const evolve = (term: Term, event: TermEvent): Term => {
  if (event.type === 'TermBegun') {
    const { type: _, ...body } = event
    return { status: 'running', ...body, steps: {}, rung: [] }
  }
  const running = during(term, 'running')
  switch (event.type) {
    case 'MembersSeated':
      return {
        ...running,
        ballots: [...running.ballots, event.ballot],
        members: [...running.members, ...event.members],
      }
    case 'MemberMatched':
      return withMember(running, event.member, { person: event.person })
    case 'SeatVacated': {
      const { on, reason, evidence } = event
      return withMember(running, event.member, { vacancy: { on, reason, evidence } })
    }
    case 'TermStepNoted': {
      const { step, on, evidence } = event
      return { ...running, steps: { ...running.steps, [step]: { on, evidence } } }
    }
    case 'TermRang':
      // The reminder of what is late already is as good as told.
      return {
        ...running,
        rung: [...running.rung, ringKey(event), ...(event.late ? [ringKey({ ...event, late: false })] : [])],
      }
    case 'TermEnded': {
      const { rung: _, ...body } = running
      return { ...body, status: 'over', how: event.how }
    }
  }
}

export const termRules = rulebook<Term, TermCommand, TermEvent, TermRefusal>(
  {
    absent: { BeginTerm: begin },
    running: {
      SeatMembers: seatMembers,
      MatchMember: match,
      VacateSeat: vacate,
      NoteStep: note,
      WakeTerm: wake,
      SucceedTerm: succeed,
    },
    over: {},
  },
  evolve,
)
