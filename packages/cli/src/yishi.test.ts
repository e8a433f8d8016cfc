import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
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

test('npx finds the program in a clone where nothing is installed yet', () => {
  const root = new URL('../../../', import.meta.url)
  const { bin } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { bin: { yishi: string } }
  expect(realpathSync(new URL(bin.yishi, root))).toBe(fileURLToPath(new URL('../bin/yishi.mjs', import.meta.url)))
})

test('an unknown word lists the known ones', () => {
  expect(yishi('dance')).toMatchObject({ status: 2, answer: { error: 'unknown-command' } })
  expect(yishi()).toMatchObject({ status: 2, answer: { commands: expect.arrayContaining(['verify', 'workdays']) } })
})
