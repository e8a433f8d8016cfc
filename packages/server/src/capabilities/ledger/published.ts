// What ties published words to the ledger: the fingerprint for a page or poster, and the proof that anyone can check offline.
import type { Json } from '@yishi/domain/ledger'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { latestCheckpoint, leafIndexOf } from '../../kernel/tree.ts'
import { readInclusion } from './queries.ts'

/** The event that published it, and the name under which its leaf commits to it. */
export type PublishedBy = { readonly type: string; readonly name: string }

type EntryRow = { entry: number; leaf: string; hash: Buffer; salt: string; value: Json }

const entryOf = async (
  trx: Transaction,
  { community, id }: Subject,
  { type, name }: PublishedBy,
): Promise<EntryRow | null> => {
  const { rows } = await sql<EntryRow>`
    select e.entry_id as entry, e.leaf, e.leaf_hash as hash,
      o.openings -> ${name}::text ->> 'salt' as salt, o.openings -> ${name}::text -> 'value' as value
    from app.ledger_entry e join app.ledger_opening o using (community_id, entry_id)
    where e.community_id = ${community} and e.subject = ${id} and e.type = ${type} and o.openings ? ${name}::text`.execute(
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

export type Fingerprint = { readonly leaf: string; readonly size: number | null; readonly root: string | null }

export const fingerprintOfPublished = async (
  trx: Transaction,
  subject: Subject,
  by: PublishedBy,
): Promise<Fingerprint | null> => {
  const found = await entryOf(trx, subject, by)
  if (!found) return null
  const checkpoint = await checkpointOver(trx, subject.community, found.entry)
  const short = (hash: Uint8Array) => Buffer.from(hash).toString('hex').slice(0, SHORT)
  return { leaf: short(found.hash), size: checkpoint?.size ?? null, root: checkpoint ? short(checkpoint.root) : null }
}

/** Null where the words were erased: then nothing is left that could be proved. */
export const proofOfPublished = async (trx: Transaction, subject: Subject, by: PublishedBy) => {
  const found = await entryOf(trx, subject, by)
  if (!found) return null
  const { entry, leaf, salt, value } = found
  const checkpoint = await checkpointOver(trx, subject.community, entry)
  const inclusion = checkpoint && (await readInclusion(trx, subject.community, { entry, size: checkpoint.size }))
  return { value, salt, leaf, inclusion, checkpoint: checkpoint?.note ?? null }
}
