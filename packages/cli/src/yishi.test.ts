import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('yishi.ts', import.meta.url))

const yishi = (...args: readonly string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  return { status, answer: JSON.parse(stdout) as unknown }
}

test('verifying commands go on to the verifier, with their exit code', () => {
  expect(yishi('workdays', 'add', '2026-09-30', '5')).toEqual({ status: 0, answer: { date: '2026-10-13' } })
  expect(yishi('verify', 'inclusion', 'no-such-file')).toEqual({
    status: 2,
    answer: { error: 'unreadable-file', detail: 'no-such-file' },
  })
})

test('an unknown word lists the known ones', () => {
  expect(yishi('dance')).toMatchObject({ status: 2, answer: { error: 'unknown-command' } })
  expect(yishi()).toMatchObject({ status: 2, answer: { commands: expect.arrayContaining(['verify', 'workdays']) } })
})
