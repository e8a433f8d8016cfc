// What ties a notice's words to the ledger: its fingerprint for the poster, and the proof that anyone can check offline.
import type { NoticeFingerprint, NoticeProof } from '@yishi/contract/notice'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { latestCheckpoint, leafIndexOf } from '../../kernel/tree.ts'
import { readInclusion } from '../ledger/index.ts'

type EntryRow = { entry: number; leaf: string; hash: Buffer; salt: string; wording: NoticeProof['wording'] }

const entryOf = async (trx: Transaction, { community, id }: Subject): Promise<EntryRow | null> => {
  const { rows } = await sql<EntryRow>`
    select e.entry_id as entry, e.leaf, e.leaf_hash as hash,
      o.openings #>> '{wording,salt}' as salt, o.openings #> '{wording,value}' as wording
    from app.ledger_entry e join app.ledger_opening o using (community_id, entry_id)
    where e.community_id = ${community} and e.subject = ${id} and e.type = 'NoticeHung' and o.openings ? 'wording'`.execute(
    trx,
  )
  return rows[0] ?? null
}

/** The checkpoint that already holds the entry; null for about a second after it was written. */
const checkpointOver = async (trx: Transaction, community: Subject['community'], entry: number) => {
  const [index, checkpoint] = [await leafIndexOf(trx, community, entry), await latestCheckpoint(trx, community)]
  return index !== null && checkpoint && index < checkpoint.size ? checkpoint : null
}

const SHORT = 16

export const fingerprintOf = async (trx: Transaction, subject: Subject): Promise<NoticeFingerprint | null> => {
  const found = await entryOf(trx, subject)
  if (!found) return null
  const checkpoint = await checkpointOver(trx, subject.community, found.entry)
  const short = (hash: Uint8Array) => Buffer.from(hash).toString('hex').slice(0, SHORT)
  return { leaf: short(found.hash), size: checkpoint?.size ?? null, root: checkpoint ? short(checkpoint.root) : null }
}

/** Null where the words were erased: then nothing is left that could be proved. */
export const proofOf = async (trx: Transaction, subject: Subject): Promise<NoticeProof | null> => {
  const found = await entryOf(trx, subject)
  if (!found) return null
  const { entry, leaf, salt, wording } = found
  const checkpoint = await checkpointOver(trx, subject.community, entry)
  const inclusion = checkpoint && (await readInclusion(trx, subject.community, { entry, size: checkpoint.size }))
  return { wording, salt, leaf, inclusion, checkpoint: checkpoint?.note ?? null }
}
