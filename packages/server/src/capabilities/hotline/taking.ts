// From an uploaded list to a verdict on every row, and from its confirmation to matters: nothing is written in between.
import { createHash } from 'node:crypto'
import { type ConfirmTickets, MOST_TICKETS_SHOWN, type TicketPreview, type TicketsTaken } from '@yishi/contract/hotline'
import {
  CARRIED,
  type Choices,
  type HotlineListRefusal,
  type Mapping,
  type ReadList,
  type TicketRow,
  VERDICTS,
  compareTickets,
  countsOf,
  mayTakeTickets,
  readList,
} from '@yishi/domain/hotline'
import { type Actor, type CommunityId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { RawSheet } from '@yishi/domain/sheet'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Once } from '../../kernel/once.ts'
import type { KernelRefusal, Perform } from '../../kernel/perform.ts'
import { linkKeyOf, untilCodeIsFree } from '../matter/index.ts'
import { hotlineList } from './capability.ts'
import { type ListFileRefusal, readListFile } from './file.ts'
import { listsTaken } from './store.ts'
import { keptMapping, surroundingsOf } from './surroundings.ts'

/** A few more than may be taken in, so that it can be said that there are too many; a title may stand above them. */
const ROWS_READ = 20_020

type Asking = {
  readonly ctx: Context
  readonly perform: Perform
  readonly community: CommunityId
  readonly actor: Actor
}
export type Upload = { readonly file: Buffer; readonly name: string; readonly mapping: Mapping | null }

const compare = ({ ctx, community }: Asking, sheets: readonly RawSheet[], chosen: Mapping | null) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const list = readList(sheets, chosen, await keptMapping(trx, community))
    const numbers = list.rows.flatMap(({ said }) => (said.number ? [said.number] : []))
    const rows = compareTickets(list.rows, await surroundingsOf(trx, community, numbers))
    return { list, rows, base: await listsTaken(trx, community) }
  })

const labelOf = ({ said }: TicketRow): string => [...(said.title ?? said.text ?? '')].slice(0, 60).join('')

const shownRows = (rows: readonly TicketRow[]): TicketPreview['rows'] => {
  const sorted = VERDICTS.flatMap((verdict) => rows.filter((row) => row.verdict === verdict))
  let room = MOST_TICKETS_SHOWN
  return sorted
    .filter(({ verdict }) => verdict === 'alike' || (room -= 1) >= 0)
    .map((row) => ({
      row: row.row,
      number: row.said.number ?? '',
      label: labelOf(row),
      verdict: row.verdict,
      changes: [...row.changes],
      alike: [...row.alike],
      problems: [...row.problems],
    }))
}

const columnsOf = ({ headers, mapping, rows }: ReadList): TicketPreview['columns'] =>
  headers.flatMap((header, index) => {
    const sample = rows.find(({ cells }) => cells[index])?.cells[index] ?? ''
    return header === ''
      ? []
      : [{ header, says: mapping[header] ?? CARRIED, sample: [...sample].slice(0, 24).join('') }]
  })

export const previewTickets = async (
  asking: Asking,
  { file, name, mapping }: Upload,
): Promise<TicketPreview | Refused<ListFileRefusal | HotlineListRefusal | KernelRefusal>> => {
  const { ctx, perform, community, actor } = asking
  if (!mayTakeTickets(actor, community)) return refuse('desk-only')
  const sheets = readListFile(file, ROWS_READ)
  if (isRefused(sheets)) return sheets
  const { list, rows, base } = await compare(asking, sheets, mapping)
  const counts = countsOf(rows)
  const shown = {
    community,
    columns: columnsOf(list),
    counts,
    problems: [...list.problems],
    rows: shownRows(rows),
    total: rows.length,
  }
  if (list.problems.length > 0 || counts.error > 0) return { list: null, expiresAt: null, ...shown }
  const id = ctx.ids('hli')
  const fileDigest = createHash('sha256').update(file).digest('hex')
  const plan = { file: name, headers: list.headers, mapping: list.mapping, rows }
  const command = { type: 'PreviewTickets', community, plan, fileDigest, base } as const
  const done = await perform(ctx, hotlineList, { subject: { community, id }, command, actor })
  if (isRefused(done)) return done
  const state = done.happened?.state
  if (state?.status !== 'pending') throw new Error(`the preview ${id} was not kept`)
  return { list: id, expiresAt: state.expiresAt, ...shown }
}

/** Read from the ledger's own entry, so that a confirmation sent twice is answered twice. */
const takenIn = async ({ ctx, community }: Asking, list: string): Promise<TicketsTaken> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const { leaf } = await trx
      .selectFrom('ledger_entry')
      .select('leaf')
      .where('community_id', '=', community)
      .where('subject', '=', list)
      .where('type', '=', 'TicketsTaken')
      .executeTakeFirstOrThrow()
    const { facts } = JSON.parse(leaf) as { facts: Omit<TicketsTaken, 'list'> }
    return { list, ...facts }
  })

export const confirmTickets = async (
  asking: Asking,
  { list, choices }: Pick<ConfirmTickets, 'list' | 'choices'>,
  once: { readonly once?: Once },
): Promise<TicketsTaken | Refused<HotlineListRefusal | KernelRefusal>> => {
  const { ctx, perform, community, actor } = asking
  await linkKeyOf(ctx.db, community)
  const command = { type: 'ConfirmTickets', choices: choices as Choices } as const
  const done = await untilCodeIsFree(() =>
    perform(ctx, hotlineList, { subject: { community, id: list }, command, actor, ...once }),
  )
  return isRefused(done) ? done : takenIn(asking, list)
}
