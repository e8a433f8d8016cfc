// The roster of a community as a workbook: template, preview, confirmation.
export { rosterImport } from './capability.ts'
export { confirmRoster } from './confirm.ts'
export { type PreviewRefusal, previewRoster } from './preview.ts'
export { rosterRoutes } from './routes.ts'
export { rosterTemplate, workbookOf } from './template.ts'
export { type WorkbookRefusal, readWorkbook } from './workbook.ts'
