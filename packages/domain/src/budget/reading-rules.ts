// What is handed in at the desk becomes a ballot once two have read it alike, or a third has decided (docs/decisions/0029). Of several ballots of one voter the one given last holds.
import { type Meta, type PersonId, type Refused, holds, refuse } from '../kernel/index.ts'
import { notSecond, notThird } from '../paper-ballot/index.ts'
import { otherRowVoted } from '../same-person/index.ts'
import type { Readings } from './reading.ts'
import {
  type Answer,
  type BudgetBallotEvent,
  type BudgetBallotRefusal,
  type StandingBudgetBallot,
  type CommandOf,
  counting,
  inOrder,
  isFit,
  isOpenAt,
} from './round-ballot.ts'
import { KEEPERS } from './round.ts'

/** Whoever keeps common money where the round is held, while ballots are taken. */
const keeperOf = (ballot: StandingBudgetBallot, { actor, now }: Meta): PersonId | Refused<BudgetBallotRefusal> => {
  if (actor.kind !== 'person' || !holds(actor, KEEPERS, ballot.community, ballot.path)) return refuse('not-your-budget')
  return isOpenAt(ballot, now) ? actor.person : refuse('budget-not-open')
}

const readerOf = (
  ballot: StandingBudgetBallot,
  choice: readonly string[],
  meta: Meta,
): PersonId | Refused<BudgetBallotRefusal> => {
  const by = keeperOf(ballot, meta)
  if (typeof by !== 'string') return by
  if (otherRowVoted(ballot.id, ballot.same)) return refuse('other-row-voted')
  return isFit(choice, ballot) ? by : refuse('choice-unfit')
}

type Settled = Pick<Extract<BudgetBallotEvent, { type: 'BudgetBallotNoted' }>, 'choice' | 'readers' | 'reason'>

/** It was given when it was handed in: a ballot that the voter has cast since goes before it, and both are kept. */
const noted = (
  ballot: StandingBudgetBallot,
  { where, after }: Readings,
  settled: Settled,
): readonly BudgetBallotEvent[] => {
  const { budget, voter, number } = ballot
  const isLast = number === after
  return [
    { type: 'BudgetBallotNoted', budget, voter, number: number + 1, where, holds: isLast, ...settled },
    ...(isLast ? counting(ballot) : []),
  ]
}

const alike = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join()

export const readBallot = (
  ballot: StandingBudgetBallot,
  command: CommandOf<'ReadBudgetBallot'>,
  meta: Meta,
): Answer => {
  const by = readerOf(ballot, command.choice, meta)
  if (typeof by !== 'string') return by
  const { budget, voter, number, readings } = ballot
  const choice = inOrder(command.choice, ballot)
  const read = { type: 'BudgetBallotRead', budget, voter, by, choice } as const
  if (readings === null) {
    // All sheets of a voter are alike: the same one entered again would be a newer ballot than what the voter said since.
    if (command.where === 'paper' && ballot.sheetNoted) return refuse('sheet-noted-already')
    return [{ ...read, where: command.where, after: number, time: 1 }]
  }
  if (readings.second) return refuse('third-person-needed')
  const { first, where, after } = readings
  const again = notSecond(first, by)
  if (again) return again
  const second = { ...read, where, after, time: 2 } as const
  return alike(first.choice, choice)
    ? [second, ...noted(ballot, readings, { choice, readers: [first.by, by], reason: null })]
    : [second, { type: 'BudgetReadingsDiffered', budget, voter }]
}

export const settleReadings = (
  ballot: StandingBudgetBallot,
  command: CommandOf<'SettleBudgetBallot'>,
  meta: Meta,
): Answer => {
  const by = readerOf(ballot, command.choice, meta)
  if (typeof by !== 'string') return by
  const { readings } = ballot
  if (!readings?.second) return refuse('nothing-handed-in')
  const { first, second } = readings
  const again = notThird({ first, second }, by)
  if (again) return again
  const readers = [first.by, second.by, by]
  return noted(ballot, readings, { choice: inOrder(command.choice, ballot), readers, reason: command.reason })
}

export const dropReadings = (
  ballot: StandingBudgetBallot,
  { reason }: CommandOf<'DropBudgetReadings'>,
  meta: Meta,
): Answer => {
  const by = keeperOf(ballot, meta)
  if (typeof by !== 'string') return by
  const { budget, voter, readings } = ballot
  if (readings === null) return refuse('nothing-handed-in')
  return [{ type: 'BudgetReadingsDropped', budget, voter, where: readings.where, by, reason }]
}
