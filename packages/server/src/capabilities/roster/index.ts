// The roster of a community as a workbook: template, preview, confirmation.
export { rosterImport } from './capability.ts'
export { confirmRoster } from './confirm.ts'
export { previewRoster } from './preview.ts'
export { rosterRoutes } from './routes.ts'
export { workbookOf } from './template.ts'
