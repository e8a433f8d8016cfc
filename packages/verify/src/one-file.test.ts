import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noteKeyText, noteSigner, signReceipt } from '@yishi/domain/ledger'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const alone = mkdtempSync(join(tmpdir(), 'yishi-verify-'))
const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))

beforeAll(() => build({ configFile, build: { outDir: alone, emptyOutDir: false } }), 60_000)
afterAll(() => rmSync(alone, { recursive: true }))

const verifier = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['yishi-verify.mjs', ...args], {
    cwd: alone,
    encoding: 'utf8',
  })
  return { status, answer: JSON.parse(stdout) as unknown, said: stderr }
}

test('the verifier is one file that imports nothing but Node', () => {
  expect(readdirSync(alone)).toEqual(['yishi-verify.mjs'])
  const text = readFileSync(join(alone, 'yishi-verify.mjs'), 'utf8')
  const imported = [...text.matchAll(/^import .* from "([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    ([, from, at]) => from ?? at,
  )
  expect(imported.length).toBeGreaterThan(0)
  for (const name of imported) expect(isBuiltin(name ?? '')).toBe(true)
})

test('alone in a folder it checks proofs, receipts and days', async () => {
  const root = 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0='
  writeFileSync(
    join(alone, 'claim.json'),
    JSON.stringify({ leafIdx: 0, treeSize: 1, root, leafHash: root, proof: null }),
  )
  expect(verifier('verify', 'inclusion', 'claim.json')).toEqual({
    status: 0,
    answer: { holds: true, checked: 1 },
    said: '',
  })
  expect(verifier('inclusion', 'nowhere.json')).toEqual({
    status: 2,
    answer: { error: 'unreadable-file', detail: 'nowhere.json' },
    said: 'yishi: unreadable-file: nowhere.json\n',
  })
  expect(verifier('workdays', 'add', '2026-09-30', '5')).toEqual({
    status: 0,
    answer: { date: '2026-10-13' },
    said: '',
  })

  const signer = noteSigner('yishi.example/ledger', new Uint8Array(32).fill(1))
  const at = '2026-11-21T08:30:00.000Z'
  const promise = {
    entryId: 'ent_1',
    leafHash: 'ab'.repeat(32),
    at,
    maximumDelaySeconds: 60,
    origin: signer.name,
  } as const
  const text = await signReceipt(promise, signer)
  expect(verifier('receipt', text, '--key', noteKeyText(signer))).toMatchObject({ status: 0, answer: promise })
  expect(verifier('receipt', text.replace(/.{4}$/, 'AAAA'), '--key', noteKeyText(signer))).toMatchObject({ status: 1 })
})
