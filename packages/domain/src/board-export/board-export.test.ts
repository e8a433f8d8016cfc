import { expect, test } from 'vitest'
import { type Actor, type Hat, isRefused } from '../kernel/index.ts'
import { boardExportEntry, boardExports } from './index.ts'

const wearing = (hat: Partial<Hat>): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role: 'staff', community: 'com_a', path: '', party: null, ...hat }],
})
const command = { type: 'ExportBoard', community: 'com_a', filter: 'overdue', rows: 3, total: 9 } as const
const meta = { now: '2026-11-21T00:00:00.000Z', ids: (prefix: string) => `${prefix}_1` } as never

test.each([
  [wearing({}), true],
  [wearing({ role: 'branch' }), true],
  [wearing({ role: 'street-office' }), true],
  [wearing({ path: 'G1' }), false],
  [wearing({ community: 'com_b' }), false],
  [wearing({ role: 'grid-worker' }), false],
  [wearing({ role: 'property' }), false],
  [{ kind: 'visitor' } as Actor, false],
])('only who answers for the whole community takes its board out of the house', (actor, allowed) => {
  const answer = boardExports.decide({ status: 'absent' }, command, { ...(meta as object), actor } as never)
  expect(isRefused(answer)).toBe(!allowed)
})

test('the ledger keeps counts, and no word of what was exported', () => {
  const entry = boardExportEntry.BoardExported({ type: 'BoardExported', filter: 'all', rows: 2, total: 2 })
  expect(entry).toEqual({ facts: { filter: 'all', rows: 2, total: 2 }, sealed: {} })
})
