// Urgent notices: issued in a minute, told moment by moment, lifted; and whom they reached.
export { type AlertAskRefusal, actOnAlert, issueAlert } from './acting.ts'
export { alertsAt } from './brief-query.ts'
export { alert } from './capability.ts'
export { alertPages } from './pages.ts'
export { alertRoutes } from './routes.ts'
export { noteSight, noteTold } from './seeing.ts'
export { alertIsTold, alertJobs } from './telling.ts'
export { lendDevice } from './device.ts'
