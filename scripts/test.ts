// Runs every test of the project (pure, database, browser) in one runner, and closes with the plain line that says how many.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from './build.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'yishi-test-'))
const report = join(folder, 'report.json')

buildAll()
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})

type Report = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; success: boolean }
const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, 'utf8')) as Report
rmSync(folder, { recursive: true })
const failed = run.status === 0 && success ? numFailedTests : Math.max(numFailedTests, 1)
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exitCode = failed === 0 && numPassedTests > 0 ? 0 : 1
