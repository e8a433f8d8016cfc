// What a password must be (ASVS V6.2): 8 characters or more of any kind, none that is guessed first, none made of the person's own data.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '../ledger/index.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

export const PASSWORD_LENGTH = { min: 8, max: 128 } as const

export type PasswordProblem = 'too-short' | 'too-long' | 'weak-password'

const FINGERPRINT = 3
const common: ReadonlySet<string> = new Set(COMMON_PASSWORDS.match(/.{4}/gu))

const isCommon = (password: string): boolean =>
  common.has(toBase64(sha256(utf8ToBytes(password)).subarray(0, FINGERPRINT)))

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890']
const RUNS = ROWS.flatMap((row) => [row.repeat(2), [...row].toReversed().join('').repeat(2)])

/** `88888888`, `12121212`, `87654321`: a few characters over and over, or one after another on the keyboard. */
const isMonotonous = (password: string): boolean =>
  new Set(password).size < 4 || RUNS.some((run) => run.includes(password))

const DATE = /^(?:19|20)\d{2}[-./]?(?:0?[1-9]|1[0-2])[-./]?(?:[0-2]?\d|3[01])$/u

/** The same in whatever case; `own` are phone, name and the like, no part of a good password. */
export const passwordProblem = (password: string, own: readonly string[] = []): PasswordProblem | null => {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.min) return 'too-short'
  if (length > PASSWORD_LENGTH.max) return 'too-long'
  const plain = password.normalize('NFKC').toLowerCase()
  const rest = own
    .filter((word) => word.length > 1)
    .reduce((left, word) => left.replaceAll(word.toLowerCase(), ''), plain)
  const weak = isCommon(plain) || isMonotonous(plain) || DATE.test(plain) || (rest !== plain && [...rest].length < 4)
  return weak ? 'weak-password' : null
}
