// Matters: raised, handled along a procedure, closed with an answer.
export { readBoard } from './board-query.ts'
export { type BoardReader, boardReaderOf } from './board-scope.ts'
export { actOnMatter, actOnOrder } from './acting.ts'
export { matter } from './capability.ts'
export { linkDigest, linkToken, readCode } from './code.ts'
export { type Join, matterPages } from './pages.ts'
export { mattersOf } from './mine.ts'
export { matterRoutes } from './routes.ts'
export { findMatter } from './finding.ts'
export {
  PUBLIC_COLUMNS,
  type PublicRow,
  matterOfCode,
  openAround,
  publicMatter,
  publicTitle,
  readFollow,
} from './follow-query.ts'
export { linkKey, linkKeyOf } from './link-key.ts'
export { prepareRaise, raiseCommand, raiseMatter, withFreshCode } from './raise.ts'
export { similarOpen } from './similar-query.ts'
export { adoptLibrary, currentProcedure, currentProcedures } from './procedures.ts'
export { readMatter } from './store.ts'
export { recountClocks } from './recount.ts'
