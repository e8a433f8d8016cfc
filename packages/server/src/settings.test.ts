import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('without settings the program serves this machine alone', () => {
  const { port, host, databaseUrl, publicUrl, trustProxy } = readSettings({ PORT: ' ' })
  expect({ port, host, databaseUrl, publicUrl, trustProxy }).toEqual({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    publicUrl: 'http://127.0.0.1:3000',
    trustProxy: false,
  })
})

test('a public address loses its last slash', () => {
  expect(readSettings({ PUBLIC_URL: 'https://yishi.example/' }).publicUrl).toBe('https://yishi.example')
})

test('who is trusted as a proxy is said by yes or by addresses', () => {
  expect(readSettings({ TRUST_PROXY: 'true' }).trustProxy).toBe(1)
  expect(readSettings({ TRUST_PROXY: '10.0.0.0/8' }).trustProxy).toBe('10.0.0.0/8')
})

test.each([
  [{ PORT: 'http' }, /PORT=http 不对/u],
  [{ PORT: '70000' }, /PORT=70000 is wrong/u],
  [{ PUBLIC_URL: 'yishi.example' }, /PUBLIC_URL/u],
  [{ DATABASE_URL: 'mysql://x' }, /postgres:/u],
])('%j is refused in both languages', (environment, message) => {
  expect(() => readSettings(environment)).toThrow(message)
})
