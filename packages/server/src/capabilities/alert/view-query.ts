// An urgent notice with everything that was said about it, oldest first.
import type { AlertView } from '@yishi/contract/alert'
import type { AlertId, CommunityId, Instant } from '@yishi/domain/kernel'
import { maskText } from '@yishi/domain/privacy'
import { sql } from 'kysely'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { communityTitle } from '../territory/index.ts'
import { briefOf, findAlert } from './brief-query.ts'

const ALERT_ID = /^alt_[0-9a-z]{26}$/

/** The address of a notice names no community. */
export const locateAlert = async (db: Database, alert: string): Promise<Subject<AlertId> | null> => {
  if (!ALERT_ID.test(alert)) return null
  const { rows } = await sql<{ id: CommunityId | null }>`select app.community_of_alert(${alert}) as id`.execute(db)
  const community = rows[0]?.id
  return community ? { community, id: alert as AlertId } : null
}

type EntryRow = AlertView['entries'][number]

const entriesOf = async (trx: Transaction, { community, id }: Subject): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    select e.at, e.type, e.body as text, e.until, party.name as by from app.alert_entry e
    left join app.party on party.community_id = e.community_id and party.party_id = e.party_id
    where e.community_id = ${community} and e.alert_id = ${id} order by e.position`.execute(trx)
  return rows.map((row) => ({ ...row, text: maskText(row.text) }))
}

export const readAlert = async (trx: Transaction, subject: Subject<AlertId>, now: Instant): Promise<AlertView> => {
  const found = await findAlert(trx, subject.community, subject.id)
  if (!found) throw new Error(`${subject.id} was located and is not there`)
  return {
    ...(await briefOf(trx, found, now)),
    community: await communityTitle(trx, subject.community),
    advice: maskText(found.advice),
    entries: await entriesOf(trx, subject),
    asOf: now,
  }
}
