// The regulation of a ballot in a round: who casts it, who notes it, and what is set aside.
import { type Meta, during, refuse, rulebook } from '../kernel/index.ts'
import { countsTwice, otherRowVoted } from '../same-person/index.ts'
import { dropReadings, readBallot, settleReadings } from './reading-rules.ts'
import {
  type Answer,
  type BudgetBallot,
  type BudgetBallotCommand,
  type BudgetBallotEvent,
  type BudgetBallotRefusal,
  type StandingBudgetBallot,
  type CommandOf,
  counting,
  inOrder,
  isFit,
  isOpenAt,
} from './round-ballot.ts'

const cast = (
  ballot: StandingBudgetBallot,
  { choice, digest }: CommandOf<'CastBudgetBallot'>,
  { actor, now }: Meta,
): Answer => {
  if (actor.kind !== 'person' || actor.person !== ballot.person) return refuse('not-your-ballot')
  if (!isOpenAt(ballot, now)) return refuse('budget-not-open')
  if (otherRowVoted(ballot.id, ballot.same)) return refuse('other-row-voted')
  if (digest !== ballot.digest) return refuse('list-changed')
  if (!isFit(choice, ballot)) return refuse('choice-unfit')
  const { budget, voter, number, same } = ballot
  const key = same?.key ?? null
  return [
    { type: 'BudgetBallotCast', budget, voter, number: number + 1, choice: inOrder(choice, ballot), same: key },
    ...counting(ballot),
  ]
}

/** Until the clock has allocated; from then on people have to look. */
const setAside = (ballot: StandingBudgetBallot, _: CommandOf<'SetBudgetBallotAside'>, { actor }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-ballot')
  const { id, budget, voter, same, roundStatus } = ballot
  if (!countsTwice(id, same)) return []
  return [{ type: 'BudgetBallotSetAside', budget, voter, counts: same!.counts!, late: roundStatus === 'decided' }]
}

/** Whether the clock has to set it aside. */
export const budgetStandsTwice = (ballot: BudgetBallot): boolean =>
  ballot.status === 'standing' &&
  ballot.number > 0 &&
  countsTwice(ballot.id, ballot.same) &&
  ballot.roundStatus !== 'withdrawn'

const evolve = (ballot: BudgetBallot, event: BudgetBallotEvent): BudgetBallot => {
  const standing = during(ballot, 'standing')
  switch (event.type) {
    case 'BudgetBallotCast':
      return { ...standing, number: event.number }
    case 'BudgetBallotRead': {
      const { where, after, by, choice } = event
      const { readings } = standing
      const reading = { by, choice }
      return {
        ...standing,
        readings: readings ? { ...readings, second: reading } : { where, after, first: reading, second: null },
      }
    }
    case 'BudgetReadingsDiffered':
      return standing
    case 'BudgetBallotNoted':
      return {
        ...standing,
        number: event.number,
        readings: null,
        sheetNoted: standing.sheetNoted || event.where === 'paper',
      }
    case 'BudgetReadingsDropped':
      return { ...standing, readings: null }
    case 'RowCounts':
      return { ...standing, same: { ...standing.same!, counts: standing.id } }
    case 'BudgetBallotSetAside':
      return { ...standing, same: { ...standing.same!, settled: true } }
  }
}

export const budgetBallotRules = rulebook<BudgetBallot, BudgetBallotCommand, BudgetBallotEvent, BudgetBallotRefusal>(
  {
    absent: {},
    standing: {
      CastBudgetBallot: cast,
      ReadBudgetBallot: readBallot,
      SettleBudgetBallot: settleReadings,
      DropBudgetReadings: dropReadings,
      SetBudgetBallotAside: setAside,
    },
  },
  evolve,
)
