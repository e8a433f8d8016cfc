// Taking the board out of the house as a workbook: who may, and what the ledger keeps of it.
export {
  type BoardExport,
  type BoardExportCommand,
  type BoardExportEvent,
  type BoardExportRefusal,
  EXPORTERS,
  boardExportEntry,
  boardExports,
} from './board-export.ts'
