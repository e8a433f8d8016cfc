// What is kept of a number, an address or a token where it only has to be recognised again.
import { createHash, createHmac } from 'node:crypto'

/** For what could be guessed by trying all: useless without the installation's secret. */
export const keyedDigest = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url')

export const codeLocker = (secret: string) => (identifier: string) => Promise.resolve(keyedDigest(secret, identifier))

/** For tokens of 256 bits, which nobody guesses. */
export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('base64url')
