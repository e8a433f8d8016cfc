// Chat groups: of stairways, buildings, grids and the whole community, each with who keeps it.
export { group } from './capability.ts'
export { findGroup, keepsIn, keptCommunities } from './finding.ts'
export { type GroupAskRefusal, openGroup } from './opening.ts'
export { nodesFor } from './query.ts'
export { groupRoutes } from './routes.ts'
