// Digests that tell whether a file or a roster is still the same.
import { createHash } from 'node:crypto'
import type { RosterSnapshot } from '@yishi/domain/roster'

export const fileDigest = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex')

/** The rows come in a fixed order, so equal rosters have equal digests. */
export const rosterDigest = (roster: RosterSnapshot): string =>
  createHash('sha256').update(JSON.stringify(roster)).digest('hex')
