// Secret elections: a roll, ballots without any mark on paper, boxes counted by two, and the result on the spot.
export { election } from './capability.ts'
export { electionPages } from './pages.ts'
export { electionRoutes } from './routes.ts'
