// Paper ballots of units: printed, delivered, brought back, read twice, and reconciled with every other channel.
export { type PaperAskRefusal, askedAt } from './asking.ts'
export { issueOf, paperCode, paperUrl, readPaperCode } from './code.ts'
export { paperBallot } from './capability.ts'
export { paperPages } from './pages.ts'
export { readReconciliation } from './reconciliation-query.ts'
export { paperRoutes } from './routes.ts'
export { walkPages } from './walk-pages.ts'
