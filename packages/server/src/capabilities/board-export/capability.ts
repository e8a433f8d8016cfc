// An export as the kernel performs it: there is no table, the ledger alone keeps it.
import {
  type BoardExport,
  type BoardExportCommand,
  type BoardExportEvent,
  type BoardExportRefusal,
  boardExportEntry,
  boardExports,
} from '@yishi/domain/board-export'
import type { Capability } from '../../kernel/capability.ts'

export const boardExport: Capability<BoardExport, BoardExportCommand, BoardExportEvent, BoardExportRefusal> = {
  name: 'board-export',
  rulebook: boardExports,
  store: {
    lock: () => Promise.resolve({ status: 'absent' }),
    write: { BoardExported: () => Promise.resolve() },
  },
  toEntry: boardExportEntry,
}
