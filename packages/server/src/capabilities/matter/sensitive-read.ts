// Who read what of a person, when: names and numbers of those who raised a matter (个人信息保护法 51; ASVS V16.3.2).
import type { MatterFile } from '@yishi/contract/matter'
import type { Instant, PersonId } from '@yishi/domain/kernel'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'

const FIELDS = ['name', 'phone'] as const

/** Which fields a reader was shown; nothing is noted of what was never given. */
export const namedIn = (raiser: MatterFile['raiser']): readonly string[] =>
  FIELDS.filter((field) => raiser[field] !== null)

type Reading = { readonly person: PersonId; readonly fields: readonly string[]; readonly at: Instant }

export const noteReading = async (
  trx: Transaction,
  { community, id: subject }: Subject,
  { person, fields, at }: Reading,
): Promise<void> => {
  if (fields.length === 0) return
  const row = { community_id: community, person_id: person, at, subject, fields: [...fields] }
  await trx
    .insertInto('sensitive_read')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
