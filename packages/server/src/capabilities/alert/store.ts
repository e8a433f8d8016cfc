// How an urgent notice lies in its row, and each thing said about it in a row of its own.
import { type Alert, type AlertEvent, NO_ALERT } from '@yishi/domain/alert'
import type { AlertId, Instant } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Store, Subject } from '../../kernel/store.ts'
import type { AlertTable } from './tables.ts'

type Said = { readonly event: AlertEvent; readonly body: string; readonly at: Instant; readonly until?: Instant | null }

const entry = (trx: Transaction, { community, id }: Subject, { event, body, at, until = null }: Said) =>
  trx.insertInto('alert_entry').values({
    community_id: community,
    alert_id: id as AlertId,
    type: event.type,
    at,
    body,
    until,
    party_id: event.by,
  })

/** The notice as it now stands, and what was said about it, in one statement. */
const change = (
  trx: Transaction,
  subject: Subject,
  values: Partial<Pick<AlertTable, 'status' | 'advice' | 'until' | 'lifted_at'>>,
  said: Said,
) =>
  trx
    .with('said', () => entry(trx, subject, said))
    .updateTable('alert')
    .set(values)
    .where('community_id', '=', subject.community)
    .where('alert_id', '=', subject.id as AlertId)
    .execute()

const issue = (
  trx: Transaction,
  { community, id }: Subject,
  event: Extract<AlertEvent, { type: 'AlertIssued' }>,
  at: Instant,
) => {
  const { kind, severity, title, advice, areas, from, until, contact, by } = event
  const nodes = areas.map(({ node }) => node ?? '')
  const paths = areas.map(({ path }) => path)
  return sql`
    with issued as (
      insert into app.alert (community_id, alert_id, status, kind, severity, title, advice, nodes, paths, begins, until,
        party_id, phone, issued_at)
      values (${community}, ${id}, 'running', ${kind}, ${severity}, ${title}, ${advice}, ${nodes}, ${paths}, ${from},
        ${until}, ${contact?.party ?? null}, ${contact?.phone ?? null}, ${at}) returning community_id, alert_id
    )
    insert into app.alert_entry (community_id, alert_id, type, at, body, until, party_id)
    select community_id, alert_id, ${event.type}, ${at}::timestamptz, ${advice}, ${until}::timestamptz, ${by}
    from issued`.execute(trx)
}

export const alertStore = {
  async lock(trx, { community, id }) {
    const row = await trx
      .selectFrom('alert')
      .selectAll()
      .where('community_id', '=', community)
      .where('alert_id', '=', id as AlertId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return NO_ALERT
    const { status, kind, severity, title, advice, nodes, paths, begins: from, until, party_id: party, phone } = row
    const areas = paths.map((path, index) => ({ node: nodes[index] || null, path }))
    const contact = party && phone ? { party, phone } : null
    return { status, community, kind, severity, title, advice, areas, from, until, contact }
  },
  write: {
    AlertIssued: issue,
    AlertProgressTold: (trx, subject, event, at) => entry(trx, subject, { event, body: event.text, at }).execute(),
    AlertEndMoved: (trx, subject, event, at) => {
      const { until, reason: body } = event
      return change(trx, subject, { until }, { event, body, at, until })
    },
    AlertCorrected: (trx, subject, event, at) =>
      change(trx, subject, { advice: event.advice }, { event, body: event.reason, at }),
    AlertLifted: (trx, subject, event, at) =>
      change(trx, subject, { status: 'lifted', lifted_at: at }, { event, body: event.words, at }),
  },
} satisfies Store<Alert, AlertEvent>
