// On patrol: today's round by stairway, looks and notes that wait on the phone until they get through.
export { matterOfNote, patrolLook, patrolNote } from './capability.ts'
export { lookAt } from './handing-in.ts'
export { patrolPages } from './pages.ts'
export { patrolRoutes } from './routes.ts'
