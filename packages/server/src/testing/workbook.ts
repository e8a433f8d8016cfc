// Workbooks for journeys in the browser: any sheets, and a made-up community of any size.
export { workbookOf } from '../capabilities/roster/index.ts'
