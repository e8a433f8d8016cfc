// What the ledger keeps of a round: amount, costs, digest and result in the open; words, voters and choices sealed (R3.10).
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import type { BudgetBallotEvent } from './round-ballot.ts'
import type { Plan, RoundEvent } from './round.ts'

const entry = (facts: EntryDraft['facts'], sealed: EntryDraft['sealed'] = {}): EntryDraft => ({ facts, sealed })

const planned = ({ title, purpose, amount, projects, lastDay }: Plan) =>
  entry(
    { amount, lastDay, projects: projects.length, costs: projects.map(({ cost }) => cost) },
    { title, purpose, projects: projects.map(({ id, name, place, note }) => ({ id, name, place, note })) },
  )

export const roundEntry: EntriesOf<RoundEvent> = {
  RoundDrafted: planned,
  RoundRedrafted: ({ plan }) => planned(plan),
  RoundOpened: ({ closesAt, digest, amount, costs, method, voters }) =>
    entry({
      closesAt,
      digest,
      amount,
      costs: [...costs],
      completion: method.completion,
      stop: method.stop,
      ties: [...method.ties],
      voters: voters.length,
    }),
  RoundClosed: () => entry({}),
  RoundDecided: ({ result: { winners, cost, share, ballots } }) =>
    entry({ winners: winners.map(({ id }) => id), cost, share, ballots }),
  RoundWithdrawn: ({ reason }) => entry({}, { reason }),
}

export const budgetBallotEntry: EntriesOf<BudgetBallotEvent, EntryDraft | null> = {
  BudgetBallotCast: ({ budget, number, voter, choice }) =>
    entry({ budget, number, channel: 'online' }, { voter, choice: [...choice] }),
  BudgetBallotRead: ({ budget, where, time, voter, choice }) =>
    entry({ budget, channel: where, time }, { voter, choice: [...choice] }),
  BudgetReadingsDiffered: ({ budget, voter }) => entry({ budget }, { voter }),
  BudgetBallotNoted: ({ budget, number, where, holds, readers, reason, voter, choice }) =>
    entry(
      { budget, number, channel: where, holds, third: reason !== null },
      { voter, choice: [...choice], readers: [...readers], reason },
    ),
  BudgetReadingsDropped: ({ budget, where, voter, reason }) => entry({ budget, channel: where }, { voter, reason }),
  RowCounts: () => null,
  BudgetBallotSetAside: ({ budget, voter, counts, late }) => entry({ budget, late }, { voter, counts }),
}
