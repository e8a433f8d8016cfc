// 12345 tickets: taken in by the list, handled as matters, answered in the shape in which they came.
export { hotlineList } from './capability.ts'
export { mattersAfter } from './following.ts'
export { hotlineRoutes } from './routes.ts'
export { confirmTickets, previewTickets } from './taking.ts'
