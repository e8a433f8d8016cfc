// What a board says, apart from the time of day: the same version needs no new picture.
import { createHash } from 'node:crypto'
import type { PublicBoard } from '@yishi/contract/public-board'

/** They change with every look; the page's own script counts them on. */
const TICKING: ReadonlySet<string> = new Set(['asOf', 'ms', 'share'])

export const versionOf = (board: PublicBoard): string =>
  createHash('sha256')
    .update(JSON.stringify(board, (name, value: unknown) => (TICKING.has(name) ? undefined : value)))
    .digest('base64url')
    .slice(0, 16)
