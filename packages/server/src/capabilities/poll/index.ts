// Polls: one question to an electorate, under a rule, counted by two persons, checked by anybody.
export { draftPoll, enterCount, handIn, openPoll } from './acting.ts'
export { ownBallots } from './ballot-query.ts'
export { ballot, poll } from './capability.ts'
export { pollPages } from './pages.ts'
export { pollRoutes } from './routes.ts'
export { openPolls } from './running-query.ts'
export { pollJobs } from './telling.ts'
