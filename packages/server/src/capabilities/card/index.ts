// Reply cards: owed to groups, copied and marked posted by who keeps them.
export { card } from './capability.ts'
export { cardJobs, cardsAfter, oweCard, tellsKeeper } from './owing.ts'
export { cardRoutes } from './routes.ts'
