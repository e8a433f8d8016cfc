// `npm start` as it is built: what comes from files of its own (typesetter and fonts, pictures, the thread for sound, workbooks) is found from there too.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { wavOf } from '@yishi/server/testing/sound'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeFlags, nodeSettings } from '../../scripts/run.mjs'
import { type Session, signIn } from './hall.ts'

const YISHI = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'yishi.ts')
const data = mkdtempSync(join(tmpdir(), 'yishi-start-'))

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

type Started = { readonly url: string; readonly staffLink: string; readonly child: ChildProcess }

/** Reads what a person reads on the terminal: the address, then the way in for the committee. */
const start = async (): Promise<Started> => {
  const child = spawn(process.execPath, [...nodeFlags, YISHI, 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...nodeSettings, DATA_DIR: data, PORT: String(await freePort()) },
  })
  let url = ''
  for await (const line of createInterface({ input: child.stdout })) {
    url = /is running: (\S+)/u.exec(line)?.[1] ?? url
    const staffLink = /committee staff .* (http\S+)/u.exec(line)?.[1]
    if (staffLink) return { url, staffLink, child }
  }
  throw new Error('it ended before it ran')
}

let yishi: Started
let staff: Session

beforeAll(async () => {
  yishi = await start()
  staff = await signIn(yishi.url, yishi.staffLink)
})
afterAll(() => {
  yishi.child.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

const asked = async (path: string, init: RequestInit = {}): Promise<Buffer> => {
  const answer = await fetch(yishi.url + path, { ...init, headers: { cookie: staff.header } })
  expect(answer.ok, `${path} ${answer.status}`).toBe(true)
  return Buffer.from(await answer.arrayBuffer())
}
const sent = (name: string, file: Buffer): RequestInit => {
  const form = new FormData()
  form.append(name, new File([new Uint8Array(file)], name))
  return { method: 'POST', body: form }
}

test('a poster is set, a template written, a recording heard and a picture kept', async () => {
  const { notices } = JSON.parse(String(await asked('/api/notices'))) as { notices: { notice: string }[] }
  expect(String(await asked(`/api/notices/${notices[0]!.notice}/poster`)).slice(0, 5)).toBe('%PDF-')
  expect(String(await asked('/api/import/template')).slice(0, 2)).toBe('PK')
  expect(String(await asked('/api/recordings', sent('recording', wavOf(2))))).toContain('"seconds":2')
  const plate = await asked('/plates?kind=lamp-post&per=2')
  expect(String(plate)).toContain('<svg')
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const { photos } = JSON.parse(String(await asked('/api/photos', sent('photos', pixel)))) as {
    photos: { full: string }[]
  }
  expect(String((await asked(photos[0]!.full)).subarray(8, 12))).toBe('WEBP')
})

test('it ends by SIGTERM, and goes on from where it stood', async () => {
  yishi.child.kill('SIGTERM')
  expect(await once(yishi.child, 'exit')).toEqual([0, null])
  yishi = await start()
  expect((await fetch(`${yishi.url}/healthz`)).status).toBe(200)
  const answer = await fetch(`${yishi.url}/api/notices`, { headers: { cookie: staff.header } })
  expect(answer.status).toBe(200)
})
