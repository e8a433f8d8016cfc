// `yishi replay [ID…]`: walks the real cases on a fresh installation of its own, and says what did not come back as it was told.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '@yishi/server'
import { buildAll } from '../../../../scripts/build.ts'
import { INEXPRESSIBLE, SCRIPTS } from './cases.ts'
import { openInstallation } from './installing.ts'
import { replay } from './replaying.ts'
import { isFaithful, reportOf, tableOf } from './report.ts'
import type { Script } from './script.ts'

/** Those that were named; all where none was. */
const wanted = (ids: readonly string[]): readonly Script[] =>
  SCRIPTS.map((script) => ({
    ...script,
    cases: script.cases.filter(({ id }) => ids.length === 0 || ids.includes(id)),
  })).filter(({ cases }) => cases.length > 0)

export const replayCommand = async (args: readonly string[]): Promise<number> => {
  buildAll()
  const directory = mkdtempSync(join(tmpdir(), 'yishi-replay-'))
  try {
    const settings = readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory })
    const scripts = wanted(args.filter((arg) => !arg.startsWith('--')))
    const installation = await openInstallation(settings, scripts)
    try {
      const replayed = await replay(installation, scripts)
      const report = reportOf(replayed, INEXPRESSIBLE)
      console.log(args.includes('--json') ? JSON.stringify(report) : tableOf(replayed, INEXPRESSIBLE))
      return isFaithful(report) ? 0 : 1
    } finally {
      await installation.close()
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
