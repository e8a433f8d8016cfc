// What the kernel has to know about rounds of a shared budget and their ballots.
import {
  type BudgetBallot,
  type BudgetBallotCommand,
  type BudgetBallotEvent,
  type BudgetBallotRefusal,
  type Round,
  type RoundCommand,
  type RoundEvent,
  type RoundRefusal,
  budgetBallotEntry,
  budgetBallotRules,
  budgetStandsTwice,
  roundEntry,
  roundRules,
} from '@yishi/domain/budget'
import type { Capability } from '../../kernel/capability.ts'
import { AT_ONCE } from '../same-person/index.ts'
import { budgetBallotStore } from './ballot-store.ts'
import { roundStore } from './store.ts'

export const budget: Capability<Round, RoundCommand, RoundEvent, RoundRefusal> = {
  name: 'budget',
  rulebook: roundRules,
  store: roundStore,
  toEntry: roundEntry,
  wakes: (state) => (state.status === 'open' ? { at: state.closesAt, command: { type: 'CloseRound' } } : null),
}

/** It has no parent that is locked before it: thousands of ballots may come in at once. */
export const budgetBallot: Capability<BudgetBallot, BudgetBallotCommand, BudgetBallotEvent, BudgetBallotRefusal> = {
  name: 'budget-ballot',
  rulebook: budgetBallotRules,
  store: budgetBallotStore,
  toEntry: budgetBallotEntry,
  wakes: (state) => (budgetStandsTwice(state) ? { at: AT_ONCE, command: { type: 'SetBudgetBallotAside' } } : null),
}
