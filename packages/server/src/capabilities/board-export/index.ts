// The board taken out of the house as a workbook, and the record that it was.
export { boardExport } from './capability.ts'
export { boardExportRoutes } from './routes.ts'
