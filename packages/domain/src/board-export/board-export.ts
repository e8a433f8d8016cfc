// An export of the board leaves the protection of this program, so that it happened is told for ever, by counts alone (个人信息保护法 51).
import { type CommunityId, type Role, holds, refuse, rulebook } from '../kernel/index.ts'
import type { EntryDraft } from '../ledger/index.ts'

export type BoardExport = { readonly status: 'absent' } | { readonly status: 'exported' }
type Taken = { readonly filter: string; readonly rows: number; readonly total: number }
export type BoardExportCommand = { readonly type: 'ExportBoard'; readonly community: CommunityId } & Taken
export type BoardExportEvent = { readonly type: 'BoardExported' } & Taken
export type BoardExportRefusal = 'not-yours-to-do'

/** Those who answer for the whole community; others work from the screen. */
export const EXPORTERS: readonly Role[] = ['staff', 'branch', 'street-office']

export const boardExports = rulebook<BoardExport, BoardExportCommand, BoardExportEvent, BoardExportRefusal>(
  {
    absent: {
      ExportBoard: (_, { community, filter, rows, total }, { actor }) =>
        holds(actor, EXPORTERS, community, '')
          ? [{ type: 'BoardExported', filter, rows, total }]
          : refuse('not-yours-to-do'),
    },
    exported: {},
  },
  () => ({ status: 'exported' }),
)

export const boardExportEntry = {
  BoardExported: ({ filter, rows, total }: BoardExportEvent): EntryDraft => ({
    facts: { filter, rows, total },
    sealed: {},
  }),
}
