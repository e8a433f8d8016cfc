// How long the verifier takes over the certificate of 33,000 units, as an outsider runs it: a process of its own, from its start to its answer.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noteKeyText, noteSigner } from '@yishi/domain/ledger'
import { certified } from '../../packages/domain/src/poll/testing/certified.ts'
import { type Figure, median, rounded } from './figure.ts'

const UNITS = 33_000
const SECONDS = 5
const ROUNDS = 3
const VERIFIER = fileURLToPath(new URL('../../packages/verify/dist/yishi-verify.mjs', import.meta.url))

const secondsFor = (file: string, key: string): number => {
  const began = performance.now()
  const { status, stdout } = spawnSync(process.execPath, [VERIFIER, 'certificate', file, '--key', key], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the certificate does not hold: ${stdout}`)
  return (performance.now() - began) / 1000
}

export const verifyCertificate = (): Figure => {
  const signer = noteSigner('yishi.example/com_1', new Uint8Array(32).fill(1))
  const folder = mkdtempSync(join(tmpdir(), 'yishi-certificate-'))
  const file = join(folder, 'certificate.json')
  const text = JSON.stringify(certified(UNITS, signer))
  writeFileSync(file, text)
  const seconds = median(Array.from({ length: ROUNDS }, () => secondsFor(file, noteKeyText(signer))))
  rmSync(folder, { recursive: true })
  return {
    name: `certificate of ${UNITS} units`,
    values: rounded({ seconds, megabytes: text.length / 1e6 }),
    goal: `verified offline < ${SECONDS} s`,
    met: seconds < SECONDS,
  }
}
