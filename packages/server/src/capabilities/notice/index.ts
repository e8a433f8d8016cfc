// Notices: hung in public for their days, objected to, told how they ended; on the page, on paper, and checked against the ledger.
export { notice, objection } from './capability.ts'
export { type NoticeAskRefusal, hangNotice } from './hanging.ts'
export { runningNotices } from './lines.ts'
export { actOnObjection, lodgeObjection } from './objecting.ts'
export { noticeStanding } from './objection-store.ts'
export { noticePages } from './pages.ts'
export { noticeRoutes } from './routes.ts'
export { noticeIsTold, noticeJobs, objectionIsTold } from './telling.ts'
