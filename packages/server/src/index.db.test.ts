import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { CommunityId } from '@yishi/domain/kernel'
import fastify from 'fastify'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Options, type RunningServer, startServer } from './index.ts'
import { inCommunities } from './kernel/database/tenancy.ts'
import { startEmbedded } from './kernel/database/embedded.ts'
import { appendEntries } from './kernel/entry.ts'
import { openFront } from './kernel/http/front.ts'
import { createPerform } from './kernel/perform.ts'
import { latestCheckpoint } from './kernel/tree.ts'
import { readSettings } from './settings.ts'
import { TEST_START, foundCommunity } from './testing/context.ts'

let directory: string
let lines: string[]
const HILL: CommunityId = 'com_hill'

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), '议事 yishi-'))
  lines = []
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const settings = (more: Record<string, string> = {}) => readSettings({ PORT: '0', DATA_DIR: directory, ...more })
const note = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }))
const options: Options = {
  log: { info: note, warn: note, error: note },
  assemble: async () => {
    const app = fastify()
    app.get('/healthz', async () => ({ status: 'ok' }))
    await app.ready()
    const nothing = () => Promise.resolve()
    return {
      app,
      performer: createPerform({ capabilities: [], reactions: [] }),
      jobs: {},
      begin: nothing,
      hourly: nothing,
      release: nothing,
    }
  },
}
const during = async (work: (server: RunningServer) => Promise<void>) => {
  const server = await startServer(settings(), options)
  try {
    await work(server)
  } finally {
    await server.close()
  }
}

test('a server starts on nothing, sequences by itself, ends in order, and finds everything again', async () => {
  await during(async ({ url, context }) => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    await foundCommunity(context.db, HILL)
    const draft = { facts: {}, sealed: {} }
    await inCommunities(context.db, [HILL], (trx) =>
      appendEntries(trx, {
        drafts: [{ subject: { community: HILL, id: 's' }, type: 'Noted', actor: { kind: 'clock' }, draft }],
        at: TEST_START,
      }),
    )
    await pause(1500)
  })
  await during(async ({ context }) => {
    const checkpoint = await inCommunities(context.db, [HILL], (trx) => latestCheckpoint(trx, HILL))
    expect(checkpoint?.size).toBe(1)
    const { rows } = await sql<{ fsync: string; user: string }>`
      select current_setting('fsync') as fsync, current_user as user`.execute(context.db)
    expect(rows).toEqual([{ fsync: 'on', user: 'yishi_app' }])
  })
  for (const secret of ['keys/ledger.key', 'postgres.password'])
    expect(statSync(join(directory, secret)).mode & 0o777).toBe(0o600)
  expect(lines).toEqual([])
})

test('an answer that never ends by itself is let go before the door closes', async () => {
  let released = false
  const server = await startServer(settings(), {
    ...options,
    assemble: async (...given) => {
      const assembly = await options.assemble(...given)
      const open = new Set<import('node:http').ServerResponse>()
      const routing: typeof assembly.app.routing = (_, response) => {
        open.add(response)
        response.write('and on')
      }
      const release = () =>
        Promise.resolve([...open].forEach((response) => response.end())).then(() => void (released = true))
      return { ...assembly, app: { ...assembly.app, close: assembly.app.close.bind(assembly.app), routing }, release }
    },
  })
  const answer = await fetch(server.url)
  await server.close()
  expect([released, await answer.text()]).toEqual([true, 'and on'])
})

test('a data directory serves one program at a time', async () => {
  await during(async () => {
    await expect(startServer(settings(), options)).rejects.toThrow(
      /正被另一个议事程序使用[\s\S]*in use by another Yishi/u,
    )
  })
})

test('what a program that was killed leaves behind is cleared away', async () => {
  const module = fileURLToPath(new URL('./kernel/database/embedded.ts', import.meta.url))
  const script = `const { startEmbedded } = await import(${JSON.stringify(module)})
    await startEmbedded(${JSON.stringify(directory)}); console.log('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((up) => child.stdout.once('data', up))
  expect(readFileSync(join(directory, 'app.pid'), 'utf8')).toMatch(new RegExp(`^${child.pid}\n`, 'u'))
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
  const embedded = await startEmbedded(directory)
  await embedded.stop()
})

test('a number of a process that lives again as somebody else does not lock the directory', async () => {
  writeFileSync(join(directory, 'app.pid'), `${process.pid}\nanother-boot:1\n`)
  const embedded = await startEmbedded(directory)
  await embedded.stop()
})

test('a data directory that cannot be is told plainly', async () => {
  const file = join(directory, 'a-file')
  writeFileSync(file, '')
  await expect(startEmbedded(join(file, 'data'))).rejects.toThrow(/不存在或不能写入[\s\S]*cannot be written/u)
})

test('a taken port is told plainly', async () => {
  const front = await openFront(0, '127.0.0.1')
  await expect(openFront(front.port, '127.0.0.1')).rejects.toThrow(/已被占用[\s\S]*is in use/u)
  await front.close()
})

test('the door answers for its health while the application is still coming', async () => {
  const front = await openFront(0, '127.0.0.1')
  const ask = (path: string, language = 'zh') =>
    fetch(`http://127.0.0.1:${front.port}${path}`, { headers: { 'accept-language': language } })
  expect((await ask('/healthz')).status).toBe(200)
  const early = await ask('/p/ABC')
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await early.json()).toMatchObject({ code: 'starting', title: '正在启动' })
  expect(await (await ask('/', 'en')).json()).toMatchObject({ title: 'Starting' })
  front.open((_, response) => response.end('ready'))
  expect(await (await ask('/p/ABC')).text()).toBe('ready')
  await front.close()
})
