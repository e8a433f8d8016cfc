// What ties a notice's words to the ledger.
import type { NoticeFingerprint, NoticeProof } from '@yishi/contract/notice'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { fingerprintOfPublished, proofOfPublished } from '../ledger/index.ts'

const WORDING = { type: 'NoticeHung', name: 'wording' } as const

export const fingerprintOf = (trx: Transaction, subject: Subject): Promise<NoticeFingerprint | null> =>
  fingerprintOfPublished(trx, subject, WORDING)

export const proofOf = async (trx: Transaction, subject: Subject): Promise<NoticeProof | null> => {
  const proof = await proofOfPublished(trx, subject, WORDING)
  if (!proof) return null
  const { value, ...rest } = proof
  return { wording: value as NoticeProof['wording'], ...rest }
}
