// The code on a paper ballot: the number of its unit on the list, and a seal that only this community can make, so that no sheet can be made up or moved to another unit.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BallotId, BudgetId, PollId } from '@yishi/domain/kernel'
import type { LinkKey } from '../matter/index.ts'

/** Crockford's Base32: no I, L, O or U to be misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Ten letters, 50 bits: a guess is tried at the desk by somebody who is known, never by a machine at will. */
const SEAL_LENGTH = 10

export type Sheet = { readonly ballot: BallotId; readonly issue: number }

const sealOf = (secret: LinkKey, { ballot, issue }: Sheet): string => {
  const digest = createHmac('sha256', secret).update(`yishi/paper/${ballot}/${issue}`).digest()
  const bits = digest.readBigUInt64BE() >> 14n
  return Array.from({ length: SEAL_LENGTH }, (_, place) => LETTERS[Number((bits >> BigInt(place * 5)) & 31n)]).join('')
}

/** `0151-7K3M9-QX2TD`. */
export const paperCode = (secret: LinkKey, number: number, sheet: Sheet): string => {
  const seal = sealOf(secret, sheet)
  return `${String(number).padStart(4, '0')}-${seal.slice(0, 5)}-${seal.slice(5)}`
}

/** What the QR code holds: the public page of the poll or of the shared budget, and behind the `#`, which no server is ever sent, the code. */
export const paperUrl = (publicUrl: string, list: PollId | BudgetId, code: string): string =>
  `${publicUrl}/${list.startsWith('bud_') ? 'budgets' : 'polls'}/${list}#${code}`

/** `list`: the poll or the shared budget, where the address tells it. */
export type Read = { readonly list: string | null; readonly number: number; readonly seal: string }

const SHAPE = /^(\d{4,5})-?([0-9A-HJKMNP-TV-Z]{5})-?([0-9A-HJKMNP-TV-Z]{5})$/u

/** What somebody typed or a scanner read, the address of the QR code or its end alone; null where it is no code at all. */
export const readPaperCode = (typed: string): Read | null => {
  const text = typed.normalize('NFKC').replaceAll(/\s/gu, '')
  const list = /\/(?:polls|budgets)\/((?:pol|bud)_\w+)#/u.exec(text)?.[1] ?? null
  const plain = text.slice(text.lastIndexOf('#') + 1).toUpperCase()
  const found = SHAPE.exec(plain.replaceAll('O', '0').replaceAll(/[IL]/gu, '1'))
  return found ? { list, number: Number(found[1]), seal: found[2]! + found[3]! } : null
}

const same = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Which of the sheets printed for this ballot it is; null where it is none of them. */
export const issueOf = (secret: LinkKey, { ballot, issue }: Sheet, seal: string): number | null => {
  for (let each = issue; each > 0; each -= 1) if (same(sealOf(secret, { ballot, issue: each }), seal)) return each
  return null
}
