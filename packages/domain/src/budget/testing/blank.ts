// A voter's place in a round, while nothing was cast or noted on it.
import type { StandingBudgetBallot } from '../index.ts'

export const CLOSES = '2026-12-05T16:00:00.000Z'

export const blankBudgetBallot: StandingBudgetBallot = {
  status: 'standing',
  id: 'bal_1',
  budget: 'bud_1',
  community: 'com_1',
  path: '',
  voter: 'vtr_1',
  person: 'per_ann',
  roundStatus: 'open',
  closesAt: CLOSES,
  digest: 'd',
  projects: ['1', '2', '3'],
  number: 0,
  readings: null,
  sheetNoted: false,
  same: null,
}
