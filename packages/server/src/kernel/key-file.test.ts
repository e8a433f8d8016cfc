import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKey } from './key-file.ts'
import { StartupProblem } from './startup-problem.ts'

const KEY = { name: 'some.key', zh: '密钥', en: 'key' }
let directory = ''
const file = () => join(directory, 'keys', KEY.name)

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'yishi-key-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

test('a key is made once and found again', () => {
  const made = openKey(directory, KEY)
  expect(made).toHaveLength(32)
  expect(openKey(directory, KEY)).toEqual(made)
  expect(openKey(directory, { ...KEY, name: 'other.key' })).not.toEqual(made)
  expect(readdirSync(join(directory, 'keys'))).toEqual(['other.key', 'some.key'])
})

test('a key written in the older spelling of base64 is read', () => {
  const made = openKey(directory, KEY)
  writeFileSync(file(), made.toString('base64'))
  expect(openKey(directory, KEY)).toEqual(made)
})

test.each(['', 'too short', 'A'.repeat(100)])('a damaged key (%o) stops the start and is not replaced', (text) => {
  openKey(directory, KEY)
  writeFileSync(file(), text)
  expect(() => openKey(directory, KEY)).toThrow(StartupProblem)
  expect(() => openKey(directory, KEY)).toThrow(/some\.key/)
})
