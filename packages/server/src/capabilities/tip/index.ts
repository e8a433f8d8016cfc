// Tips: gentle texts that staff may post in a group.
export { tip } from './capability.ts'
export { tipsOf } from './query.ts'
export { tipRoutes } from './routes.ts'
