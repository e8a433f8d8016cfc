// Shared budgets: rounds in which residents choose projects, allocated so that anybody can compute it again.
export { type BudgetAskRefusal, actAtDesk, draftRound, handInBudget, openRound } from './acting.ts'
export { ballotsThatHold, ownBallot, roundStanding } from './ballot-query.ts'
export { budget, budgetBallot } from './capability.ts'
export { runningBudgets } from './file-query.ts'
export { budgetPages } from './pages.ts'
export { budgetRoutes } from './routes.ts'
export { budgetJobs, noteIsTold, roundIsTold } from './telling.ts'
