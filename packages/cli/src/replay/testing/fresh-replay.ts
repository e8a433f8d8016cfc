// For tests: each one replays chosen cases on a database and a directory of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '@yishi/server'
import { type FreshDatabase, freshDatabase } from '@yishi/server/testing/database'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { buildAll } from '../../../../../scripts/build.ts'
import { SCRIPTS } from '../cases.ts'
import { type Opened, openInstallation } from '../installing.ts'
import { type Replayed, type Watching, replay } from '../replaying.ts'
import type { Script } from '../script.ts'

export const only = (...ids: readonly string[]): readonly Script[] =>
  SCRIPTS.map((script) => ({ ...script, cases: script.cases.filter(({ id }) => ids.includes(id)) })).filter(
    ({ cases }) => cases.length > 0,
  )

export type FreshReplay = {
  readonly run: (scripts: readonly Script[], watching?: Watching) => Promise<Replayed>
  readonly database: () => FreshDatabase['owner']
  readonly installation: () => Opened
}

export const freshReplays = (): FreshReplay => {
  let fresh: FreshDatabase
  let directory: string
  let opened: Opened | null
  beforeAll(buildAll)
  beforeEach(async () => {
    fresh = await freshDatabase()
    directory = mkdtempSync(join(tmpdir(), 'yishi-replay-'))
    opened = null
  })
  afterEach(async () => {
    await opened?.close()
    await fresh.drop()
    rmSync(directory, { recursive: true, force: true })
  })
  return {
    run: async (scripts, watching = {}) => {
      const settings = readSettings({ PORT: '0', DATA_DIR: directory, DATABASE_URL: fresh.ownerUrl })
      opened = await openInstallation(settings, scripts)
      return replay(opened, scripts, watching)
    },
    database: () => fresh.owner,
    installation: () => {
      if (!opened) throw new Error('nothing was replayed yet')
      return opened
    },
  }
}
