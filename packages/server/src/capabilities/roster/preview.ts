// From an uploaded workbook to a verdict on every row, and to a stored plan when none of them is wrong.
import { MOST_ROWS_SHOWN, type RosterPreview } from '@yishi/contract/roster'
import { type Actor, type CommunityId, type PersonId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import {
  type Comparison,
  type RosterImportRefusal,
  type RosterRows,
  type RosterSnapshot,
  type Verdict,
  MOST_ROWS,
  compareRoster,
  mayImport,
} from '@yishi/domain/roster'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { KernelRefusal, Perform } from '../../kernel/perform.ts'
import { type WorkbookRefusal, readWorkbook } from '../../kernel/workbook/workbook.ts'
import { knownPeople, readRoster } from '../territory/index.ts'
import { rosterImport } from './capability.ts'
import { fileDigest, rosterDigest } from './digest.ts'

export type PreviewRefusal = WorkbookRefusal | RosterImportRefusal | KernelRefusal

export type Upload = { readonly community: CommunityId; readonly actor: Actor; readonly file: Buffer }

/** Whoever stands in another community with this name and number is the same person here. */
const withKnownPeople = async (trx: Transaction, plan: RosterRows, here: RosterSnapshot): Promise<RosterRows> => {
  const taken = new Set<PersonId>(here.persons.map(({ person }) => person))
  const strangers = plan.persons.flatMap(({ person, name, phone }) =>
    phone === null || taken.has(person) ? [] : [{ person, name, phone }],
  )
  const known = await knownPeople(trx, strangers)
  const byName = new Map(known.map(({ name, phone, person }) => [`${name}/${phone}`, person]))
  const ids = new Map<PersonId, PersonId>()
  for (const { person, name, phone } of strangers) {
    const there = byName.get(`${name}/${phone}`)
    if (there && !taken.has(there)) ids.set(person, there)
  }
  if (ids.size === 0) return plan
  const renamed = <Row extends { readonly person: PersonId }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, person: ids.get(row.person) ?? row.person }))
  const { persons, memberships, ownerships } = plan
  return { ...plan, persons: renamed(persons), memberships: renamed(memberships), ownerships: renamed(ownerships) }
}

const RANK = { error: 0, changed: 1, new: 2, unchanged: 3 } satisfies Record<Verdict, number>

const shownRows = ({ rows }: Comparison): RosterPreview['rows'] =>
  rows
    .toSorted((a, b) => RANK[a.verdict] - RANK[b.verdict])
    .slice(0, MOST_ROWS_SHOWN)
    .map((row) => ({ ...row, changes: [...row.changes], problems: [...row.problems] }))

const compareWith = (ctx: Context, community: CommunityId, sheets: Parameters<typeof compareRoster>[0]) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const current = await readRoster(trx, community)
    const comparison = compareRoster(sheets, current, ctx.ids)
    const plan = comparison.plan && (await withKnownPeople(trx, comparison.plan, current))
    return { comparison, plan, baseDigest: rosterDigest(current) }
  })

export const previewRoster = async (
  ctx: Context,
  perform: Perform,
  { community, actor, file }: Upload,
): Promise<RosterPreview | Refused<PreviewRefusal>> => {
  if (!mayImport(actor, community)) return refuse('staff-only')
  const sheets = readWorkbook(file, MOST_ROWS + 10)
  if (isRefused(sheets)) return sheets
  const { comparison, plan, baseDigest } = await compareWith(ctx, community, sheets)
  const { counts, problems } = comparison
  const shown = {
    community,
    counts,
    problems: [...problems],
    rows: shownRows(comparison),
    total: comparison.rows.length,
  }
  if (!plan) return { preview: null, expiresAt: null, ...shown }
  const id = ctx.ids('imp')
  const command = { type: 'PreviewRoster' as const, community, counts, plan, fileDigest: fileDigest(file), baseDigest }
  const done = await perform(ctx, rosterImport, { subject: { community, id }, command, actor })
  if (isRefused(done)) return done
  const state = done.happened?.state
  if (state?.status !== 'pending') throw new Error(`the preview ${id} was not kept`)
  return { preview: id, expiresAt: state.expiresAt, ...shown }
}
