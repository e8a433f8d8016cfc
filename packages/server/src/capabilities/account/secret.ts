// The installation's secret for sign-ins: it signs cookies and seals second factors.
import { randomBytes } from 'node:crypto'
import { KEY_BYTES, openKey } from '../../kernel/key-file.ts'

const asText = (key: Buffer): string => key.toString('base64url')

export const newAuthSecret = (): string => asText(randomBytes(KEY_BYTES))

export const openAuthSecret = (dataDirectory: string): string =>
  asText(openKey(dataDirectory, { name: 'auth.key', zh: '登录密钥', en: 'sign-in key' }))
