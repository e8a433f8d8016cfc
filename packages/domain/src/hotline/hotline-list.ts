// A 12345 list: previewed by one person, confirmed by the same one, and only then do its tickets raise, join or change matters.
import { PREVIEW_HOLDS } from '../roster/index.ts'
import {
  type Actor,
  type CommunityId,
  type Instant,
  type MatterId,
  type PersonActor,
  type PersonId,
  during,
  holds,
  later,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import { DESK } from '../matter/index.ts'
import type { Change, TicketRow } from './compare.ts'
import type { Mapping } from './fields.ts'
import type { Said } from './reading.ts'
import { type Deadline, deadlineOf } from './values.ts'

export const LIST_FORMATS = ['xlsx', 'csv'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]

/** What a preview keeps of a row; no row of a list that may be confirmed is wrong. */
export type PlannedRow = Pick<TicketRow, 'row' | 'cells' | 'said' | 'verdict' | 'changes' | 'alike' | 'matter' | 'path'>
export type ListPlan = {
  readonly file: string
  readonly headers: readonly string[]
  readonly mapping: Mapping
  readonly rows: readonly PlannedRow[]
}

/** For each row that looks like an open matter: a matter of its own, or the one that it joins. */
export type Choices = Readonly<Record<string, 'anew' | MatterId>>

type Doing =
  | { readonly how: 'raised' | 'joined' }
  | { readonly how: 'changed'; readonly changes: readonly Change[] }
  | { readonly how: 'unchanged' }
/** One row of a confirmed list, and the matter in which its ticket is handled. */
export type TakenTicket = Doing & {
  readonly row: number
  readonly number: string
  readonly matter: MatterId
  readonly path: string
  readonly said: Said
  readonly cells: readonly string[]
  readonly deadline: Deadline
}

type Digests = {
  readonly fileDigest: string
  /** How many lists had been confirmed when this one was compared. */
  readonly base: number
}
/** A list with its answers leaves the protection of this program: that it did is told for ever (个人信息保护法 51). */
type Export = { readonly format: ListFormat; readonly rows: number }

export type HotlineList =
  | { readonly status: 'absent' }
  | {
      readonly status: 'pending'
      readonly community: CommunityId
      readonly by: PersonId
      readonly expiresAt: Instant
      readonly fileDigest: string
      readonly plan: ListPlan
      /** Another list has been confirmed since this one was compared. */
      readonly stale: boolean
    }
  | { readonly status: 'confirmed'; readonly community: CommunityId }

export type HotlineListCommand =
  | ({ readonly type: 'PreviewTickets'; readonly community: CommunityId; readonly plan: ListPlan } & Digests)
  | { readonly type: 'ConfirmTickets'; readonly choices: Choices }
  | { readonly type: 'DropTicketPreview' }
  | ({ readonly type: 'ExportAnswers' } & Export)
export type HotlineListEvent =
  | ({
      readonly type: 'TicketsPreviewed'
      readonly community: CommunityId
      readonly by: PersonId
      readonly expiresAt: Instant
      readonly plan: ListPlan
    } & Digests)
  | {
      readonly type: 'TicketsTaken'
      readonly fileDigest: string
      readonly plan: Omit<ListPlan, 'rows'>
      readonly tickets: readonly TakenTicket[]
    }
  | { readonly type: 'TicketPreviewDropped' }
  | ({ readonly type: 'AnswersExported' } & Export)
export type HotlineListRefusal =
  | 'desk-only'
  | 'preview-unknown'
  | 'not-your-preview'
  | 'preview-expired'
  | 'tickets-changed-meanwhile'
  | 'choice-missing'
  | 'choice-unknown'
  | 'already-imported'

/** Tickets name people and come to the committee: its desk takes them in, for the whole community. */
export const mayTakeTickets = (actor: Actor, community: CommunityId): actor is PersonActor =>
  holds(actor, DESK, community, '')

const taken = (
  row: PlannedRow,
  { choice, now, fresh }: { choice: string | undefined; now: Instant; fresh: () => MatterId },
): TakenTicket => {
  const { number = '', calledAt } = row.said
  const from = calledAt && calledAt <= now ? (calledAt as Instant) : now
  const body = {
    row: row.row,
    number,
    path: row.path,
    said: row.said,
    cells: row.cells,
    deadline: deadlineOf(row.said, from),
  }
  if (row.matter) {
    const doing: Doing = row.verdict === 'changed' ? { how: 'changed', changes: row.changes } : { how: 'unchanged' }
    return { ...body, matter: row.matter, ...doing }
  }
  const joined = row.alike.find(({ matter }) => matter === choice)
  return joined ? { ...body, matter: joined.matter, how: 'joined' } : { ...body, matter: fresh(), how: 'raised' }
}

const wrongChoice = (rows: readonly PlannedRow[], choices: Choices) => {
  const open = rows.filter(({ verdict }) => verdict === 'alike')
  const missing = open.filter(({ row }) => choices[row] === undefined)
  if (missing.length > 0) return refuse('choice-missing', { rows: missing.length, row: missing[0]!.row })
  const unknown = open.find(
    ({ row, alike }) => choices[row] !== 'anew' && !alike.some(({ matter }) => matter === choices[row]),
  )
  return unknown ? refuse('choice-unknown', { row: unknown.row }) : null
}

const evolve = (list: HotlineList, event: HotlineListEvent): HotlineList => {
  switch (event.type) {
    case 'TicketsPreviewed': {
      const { community, by, expiresAt, fileDigest, plan } = event
      return { status: 'pending', community, by, expiresAt, fileDigest, plan, stale: false }
    }
    case 'TicketsTaken':
      return { status: 'confirmed', community: during(list, 'pending').community }
    case 'TicketPreviewDropped':
      return { status: 'absent' }
    case 'AnswersExported':
      return list
  }
}

export const hotlineLists = rulebook<HotlineList, HotlineListCommand, HotlineListEvent, HotlineListRefusal>(
  {
    absent: {
      PreviewTickets(_, { type: __, community, ...previewed }, { actor, now }) {
        if (!mayTakeTickets(actor, community)) return refuse('desk-only')
        const expiresAt = later(now, PREVIEW_HOLDS)
        return [{ type: 'TicketsPreviewed', community, by: actor.person, expiresAt, ...previewed }]
      },
      ConfirmTickets: () => refuse('preview-unknown'),
    },
    pending: {
      ConfirmTickets({ community, by, expiresAt, fileDigest, plan, stale }, { choices }, { actor, now, ids }) {
        if (!mayTakeTickets(actor, community)) return refuse('desk-only')
        if (actor.person !== by) return refuse('not-your-preview')
        if (now >= expiresAt) return refuse('preview-expired')
        if (stale) return refuse('tickets-changed-meanwhile')
        const { rows, ...list } = plan
        const wrong = wrongChoice(rows, choices)
        if (wrong) return wrong
        const tickets = rows.map((row) => taken(row, { choice: choices[row.row], now, fresh: () => ids('mat') }))
        return [{ type: 'TicketsTaken', fileDigest, plan: list, tickets }]
      },
      /** Nobody's names wait longer than their preview holds. */
      DropTicketPreview: ({ expiresAt }, _, { actor, now }) =>
        actor.kind === 'clock' && now >= expiresAt ? [{ type: 'TicketPreviewDropped' }] : refuse('desk-only'),
    },
    confirmed: {
      ConfirmTickets: () => refuse('already-imported'),
      ExportAnswers: ({ community }, { format, rows }, { actor }) =>
        mayTakeTickets(actor, community) ? [{ type: 'AnswersExported', format, rows }] : refuse('desk-only'),
    },
  },
  evolve,
)

const countOf = (tickets: readonly TakenTicket[], how: TakenTicket['how']) =>
  tickets.filter((ticket) => ticket.how === how).length

/** Counts and the digest of the file in the open; which ticket went into which matter sealed. */
export const hotlineListEntry: EntriesOf<HotlineListEvent, EntryDraft | null> = {
  TicketsPreviewed: () => null,
  TicketPreviewDropped: () => null,
  AnswersExported: ({ format, rows }) => ({ facts: { format, rows }, sealed: {} }),
  TicketsTaken: ({ fileDigest, tickets }) => ({
    facts: {
      file: fileDigest,
      raised: countOf(tickets, 'raised'),
      joined: countOf(tickets, 'joined'),
      changed: countOf(tickets, 'changed'),
      unchanged: countOf(tickets, 'unchanged'),
    },
    sealed: { tickets: tickets.map(({ number, matter }) => ({ number, matter })) },
  }),
}
