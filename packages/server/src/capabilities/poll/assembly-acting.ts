// What only an assembly of owners knows: its notices, its list drawn anew, its extension, the proofs of delivery, and the result that is shown before it stands.
import type { announcePollSchema, provePollSchema, showResultSchema } from '@yishi/contract/poll'
import { type PollId, type Refused, type VoterId, isRefused, refuse } from '@yishi/domain/kernel'
import { type Notice, noticePeriod } from '@yishi/domain/notice'
import { type PollCommand, pollRules } from '@yishi/domain/poll'
import type { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { hangNotice, shareNotice } from '../notice/index.ts'
import { type Acting, type Done, once } from './acting.ts'
import { followersOf, lockOthers } from './agenda-query.ts'
import { poll } from './capability.ts'
import { objectionsTo } from './objections.ts'
import { silentIn } from './participation-query.ts'
import { pollStore, rowOfPoll } from './store.ts'
import { drawUpUnits } from './unit-electorate.ts'

type Command = PollCommand | Refused
type Ask = (trx: Transaction) => Promise<Command>

const perform = async (acting: Acting, subject: Subject<PollId>, of: object, command: Ask): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const done = await performer.perform(ctx, poll, { subject, actor, command, ...once(acting, { subject, of }) })
  return isRefused(done) ? done : { done: true }
}

type Wording = z.output<typeof announcePollSchema>
type Resting = 'AnnouncePoll' | 'ShowResult'
/** `together`: with the further questions of the agenda. */
type RestingAs = { readonly type: Resting; readonly together: boolean }
const KINDS = { AnnouncePoll: 'list', ShowResult: 'result' } as const

/** A notice as it would hang, for asking the rules before it does. */
const HUNG = {
  status: 'hanging',
  id: 'ntc_prospective',
  matter: null,
  path: '',
  resultOf: null,
  number: { year: 0, count: 0 },
  basis: null,
  spots: [],
} as const

/** The notice announces all questions of an agenda; a result hangs for itself, or with all others. */
const restingOn = async (
  trx: Transaction,
  subject: Subject<PollId>,
  { type, together, notice }: RestingAs & { readonly notice: Notice },
): Promise<PollCommand> => (together ? { type, notice, others: await lockOthers(trx, subject) } : { type, notice })

/** What would be refused once the notice hangs is refused before it does. */
const wouldRefuse = (
  { ctx, actor }: Acting,
  subject: Subject<PollId>,
  wording: Wording,
  as: RestingAs,
): Promise<Refused | null> =>
  inCommunities(ctx.db, [subject.community], async (trx) => {
    const now = ctx.clock.now()
    const period = noticePeriod(now, wording)
    if (isRefused(period)) return period
    const notice: Notice = { ...HUNG, ...period, community: subject.community, kind: KINDS[as.type] }
    const state = await pollStore.lock(trx, subject)
    const command = await restingOn(trx, subject, { ...as, notice })
    const answer = pollRules.decide(state, command, { actor, now, ids: ctx.ids })
    return isRefused(answer) ? answer : null
  })

/** Hangs the notice and lets the poll rest on it. */
const withNotice = async (acting: Acting, subject: Subject<PollId>, wording: Wording, as: RestingAs): Promise<Done> => {
  const no = await wouldRefuse(acting, subject, wording, as)
  if (no) return no
  const { community } = subject
  const hung = await hangNotice(acting, community, { for: 'itself', kind: KINDS[as.type] }, wording)
  if (isRefused(hung)) return hung
  const { notice: id } = hung
  return perform({ ...acting, key: undefined }, subject, { ...as, id }, async (trx) =>
    restingOn(trx, subject, { ...as, notice: await shareNotice(trx, { community, id }) }),
  )
}

export const announcePoll = (acting: Acting, subject: Subject<PollId>, wording: Wording): Promise<Done> =>
  withNotice(acting, subject, wording, { type: 'AnnouncePoll', together: true })

export const showResult = (
  acting: Acting,
  subject: Subject<PollId>,
  { together, ...wording }: z.output<typeof showResultSchema>,
): Promise<Done> => withNotice(acting, subject, wording, { type: 'ShowResult', together })

const unitsOn = async (trx: Transaction, { community, id }: Subject<PollId>): Promise<string[]> => {
  const rows = await trx
    .selectFrom('poll_voter')
    .select('unit_id')
    .where('community_id', '=', community)
    .where('poll_id', '=', id)
    .execute()
  return rows.flatMap(({ unit_id: unit }) => unit ?? [])
}

const nodeAt = async (trx: Transaction, { community }: Subject, path: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('node')
    .select('node_id')
    .where('community_id', '=', community)
    .where('path', '=', path)
    .executeTakeFirst()
  return row?.node_id ?? null
}

/** The same units as they stand in the roster by now, because an objection was right. */
export const redrawElectorate = (acting: Acting, subject: Subject<PollId>): Promise<Done> =>
  perform(acting, subject, { redraw: acting.key }, async (trx) => {
    const { rule, assembly } = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
    if (!assembly) return refuse('assembly-missing')
    const { kind, path, uses, zones } = assembly.scope
    const units = kind === 'units' ? await unitsOn(trx, subject) : []
    const here = { community: subject.community, ids: acting.ctx.ids, rule }
    const node = await nodeAt(trx, subject, path)
    const drawn = await drawUpUnits(trx, here, { kind, node, units, uses, zones })
    if (isRefused(drawn)) return drawn
    const electorate = { voters: drawn.voters }
    const followers = await followersOf(trx, { ...subject, ids: acting.ctx.ids }, electorate)
    return { type: 'RedrawElectorate', electorate, followers }
  })

export const proveDelivery = (
  acting: Acting,
  subject: Subject<PollId>,
  asked: z.output<typeof provePollSchema>,
): Promise<Done> =>
  perform(acting, subject, asked, async (trx) => {
    const { proof, evidence, silentIn: buildings } = asked
    const voters = buildings ? await silentIn(trx, subject, buildings) : (asked.voters as VoterId[])
    return voters.length === 0 ? refuse('nobody-silent') : { type: 'RecordProofs', proof, voters, evidence }
  })

export const extendPoll = (acting: Acting, subject: Subject<PollId>): Promise<Done> =>
  perform(acting, subject, { extend: true }, async (trx) => ({
    type: 'ExtendPoll',
    others: await lockOthers(trx, subject),
  }))

export const orderRecount = (acting: Acting, subject: Subject<PollId>, reason: string): Promise<Done> =>
  perform(acting, subject, { recount: reason }, () => Promise.resolve({ type: 'OrderRecount', reason }))

export const confirmResult = (acting: Acting, subject: Subject<PollId>): Promise<Done> =>
  perform(acting, subject, { confirm: true }, async (trx): Promise<Command> => {
    const { assembly } = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
    const objections = await objectionsTo(trx, subject, assembly?.resultNotice ?? null)
    return objections ? { type: 'ConfirmResult', objections } : refuse('notice-unfit')
  })
