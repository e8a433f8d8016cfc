import { expect, test } from 'vitest'
import { readSettings } from '../../settings.ts'
import { newApp } from './app.ts'
import { sendProblem } from './problem.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const statusesOf = async (environment: Record<string, string>, headersOf: (n: number) => Record<string, string>) => {
  const settings = readSettings(environment)
  const app = await newApp({ settings, log: silent, tell: (reply, code, more) => sendProblem(reply, code, more) })
  app.get('/', () => 'here')
  const statuses = new Set<number>()
  for (let n = 0; n < 700; n += 1) statuses.add((await app.inject({ url: '/', headers: headersOf(n) })).statusCode)
  await app.close()
  return [...statuses].toSorted((a, b) => a - b)
}

test('behind a proxy nobody passes the limit by naming an address of their own', async () => {
  const named = (n: number) => ({ 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}, 203.0.113.9` })
  expect(await statusesOf({ TRUST_PROXY: '1' }, named)).toEqual([200, 429])
  const local = () => ({ 'x-forwarded-for': '127.0.0.1' })
  expect(await statusesOf({ TRUST_PROXY: '1' }, local)).toEqual([200, 429])
})

test('without a proxy the machine itself is not counted, and a header changes nothing', async () => {
  expect(await statusesOf({}, () => ({ 'x-forwarded-for': '203.0.113.9' }))).toEqual([200])
})
