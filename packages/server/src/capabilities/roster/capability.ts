// The import of a roster, as the kernel performs it.
import {
  type RosterImport,
  type RosterImportCommand,
  type RosterImportEvent,
  type RosterImportRefusal,
  rosterImportEntry,
  rosterImports,
} from '@yishi/domain/roster'
import type { Capability } from '../../kernel/capability.ts'
import { rosterImportStore } from './store.ts'

export const rosterImport: Capability<RosterImport, RosterImportCommand, RosterImportEvent, RosterImportRefusal> = {
  name: 'roster-import',
  rulebook: rosterImports,
  store: rosterImportStore,
  toEntry: rosterImportEntry,
  wakes: (state) => (state.status === 'pending' ? { at: state.expiresAt, command: { type: 'DropPreview' } } : null),
}
