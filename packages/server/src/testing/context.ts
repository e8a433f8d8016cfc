// A context for tests of one file: real database, clock moved by hand, files and keys in memory.
import { type CommunityId, type Instant, later } from '@yishi/domain/kernel'
import { manualClock } from '../kernel/clock.ts'
import type { Context, Log } from '../kernel/context.ts'
import type { Database } from '../kernel/database/tables.ts'
import type { FileStore } from '../kernel/files.ts'
import { newIds } from '../kernel/ids.ts'
import type { Jobs } from '../kernel/job-draft.ts'
import { signerFromSeed } from '../kernel/signer.ts'
import { readSettings } from '../settings.ts'

export const TEST_START: Instant = '2026-03-02T01:00:00.000Z'
export const TEST_SEED = new Uint8Array(32).fill(7)

export const memoryFiles = (): FileStore => {
  const files = new Map<string, Uint8Array>()
  return {
    write: (path, content) => Promise.resolve(void files.set(path, content)),
    read: (path) => Promise.resolve(files.get(path) ?? null),
    remove: (path) => Promise.resolve(void files.delete(path)),
  }
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Jobs are not run in such a test; what was sent can be looked at. */
export const noJobs: Jobs = { send: () => Promise.resolve() }

export const testContext = (db: Database, given: Partial<Context> = {}) => {
  const clock = manualClock(TEST_START)
  const signer = signerFromSeed(TEST_SEED, 'test.example')
  const ctx: Context = {
    db,
    clock,
    ids: newIds(clock),
    files: memoryFiles(),
    signer,
    log: silent,
    settings: readSettings({}),
    jobs: noJobs,
    ...given,
  }
  return { ctx, clock, after: (milliseconds: number) => later(clock.now(), milliseconds) }
}

export const foundCommunity = (db: Database, id: CommunityId, name = '测试社区') =>
  db.insertInto('community').values({ id, name, kind: 'residential', created_at: TEST_START }).execute()
