// The settings of the program, read from a record of environment variables; a bad value is told in plain words.
import { resolve } from 'node:path'
import { startupProblem } from './kernel/startup-problem.ts'

export type Settings = {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  /** Null: the embedded database in the data directory. */
  readonly databaseUrl: string | null
  /** What QR plates and links begin with, without a slash at the end. */
  readonly publicUrl: string
  /** How many proxies stand in front, or which: never all, because the first address that a request names is its sender's own word. */
  readonly trustProxy: false | number | string
}

type Environment = Readonly<Record<string, string | undefined>>

const wrong = (name: string, value: string, zh: string, en: string) =>
  startupProblem(`${name}=${value} 不对：${zh}`, `${name}=${value} is wrong: ${en}`)

const readPort = (text = '3000'): number => {
  const port = Number(text)
  if (!/^\d+$/u.test(text) || port > 65535)
    throw wrong('PORT', text, '应是 0 到 65535 的整数。', 'it must be a whole number from 0 to 65535.')
  return port
}

const readUrl = (name: string, text: string, protocols: readonly string[]): URL => {
  const url = URL.parse(text)
  if (!url || !protocols.includes(url.protocol))
    throw wrong(
      name,
      text,
      `应以 ${protocols[0]}// 开头的完整地址。`,
      `it must be a full address that begins with ${protocols[0]}//.`,
    )
  return url
}

const readTrust = (text = ''): Settings['trustProxy'] => {
  if (['', '0', 'false', 'no'].includes(text)) return false
  return ['1', 'true', 'yes'].includes(text) ? 1 : text
}

export const readSettings = (environment: Environment): Settings => {
  const given = (name: string) => environment[name]?.trim() || undefined
  const port = readPort(given('PORT'))
  const host = given('HOST') ?? '127.0.0.1'
  const databaseUrl = given('DATABASE_URL') ?? null
  if (databaseUrl) readUrl('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:'])
  const publicUrl = given('PUBLIC_URL')
  const loopback = `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  return {
    port,
    host,
    dataDirectory: resolve(given('DATA_DIR') ?? './data'),
    databaseUrl,
    publicUrl: publicUrl ? readUrl('PUBLIC_URL', publicUrl, ['https:', 'http:']).href.replace(/\/+$/u, '') : loopback,
    trustProxy: readTrust(given('TRUST_PROXY')),
  }
}
