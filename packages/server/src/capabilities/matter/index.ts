// Matters: raised, handled along a procedure, closed with an answer.
export { readBoard } from './board-query.ts'
export { type BoardReader, boardReaderOf, within } from './board-scope.ts'
export { actOnMatter, actOnOrder } from './acting.ts'
export { matter } from './capability.ts'
export { mattersHelped, mattersOf } from './mine.ts'
export { type LinkKey, linkDigest, linkToken, readCode } from './code.ts'
export { type Join, matterPages } from './pages.ts'
export { matterRoutes } from './routes.ts'
export { MEETING_LINE, meetingLines } from './meeting-lines.ts'
export { dueToday, monthFigures, publicLights } from './public-figures.ts'
export { communitiesOf, findMatter } from './finding.ts'
export {
  PUBLIC_COLUMNS,
  type PublicRow,
  matterOfCode,
  openMatters,
  publicMatter,
  publicTitle,
  readFollow,
} from './follow-query.ts'
export { KEEPERS } from './may.ts'
export { linkKey, linkKeyOf, storedLinkKey } from './link-key.ts'
export { groundOf, raiseMatter } from './raise.ts'
export { freeCodes, raiseAs, untilCodeIsFree } from './raising.ts'
export { similarOpen } from './similar-query.ts'
export { adoptLibrary, currentProcedure, currentProcedures } from './procedures.ts'
export { lockMatter, readMatter, readMatters } from './store.ts'
export { noteReading } from './sensitive-read.ts'
export { photoView } from './views.ts'
export { recountClocks } from './recount.ts'
export { spotOfMatter } from './spot.ts'
export type { ReadBeside } from './beside.ts'
