// From what the contract lets people ask to the commands of the domain; ids and procedures are looked up on the way.
import type {
  MatterCommandName,
  OrderCommandName,
  matterCommandSchemas,
  orderCommandSchemas,
} from '@yishi/contract/matter-command'
import {
  type ConditionId,
  type Instant,
  type MatterId,
  type PartyId,
  type PhotoId,
  type RecordingId,
  type Role,
  type Refused,
  isRefused,
  refuse,
  toInstant,
} from '@yishi/domain/kernel'
import { type MatterCommand, titleOf } from '@yishi/domain/matter'
import type { OrderCommand } from '@yishi/domain/order'
import type { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { knowsPhotos } from '../photo/index.ts'
import { isUnheardTitle } from '@yishi/domain/recording'
import { voiceOf } from '../recording/index.ts'
import { currentProcedure, procedureOf } from './procedures.ts'

type MatterBody<Name extends MatterCommandName> = z.output<(typeof matterCommandSchemas)[Name]>
type OrderBody<Name extends OrderCommandName> = z.output<(typeof orderCommandSchemas)[Name]>

export type AskRefusal =
  | 'procedure-not-adopted'
  | 'matter-unknown'
  | 'duplicate-of-closed'
  | 'party-unknown'
  | 'photo-unknown'
  | 'recording-unknown'

type Asking = { readonly trx: Transaction; readonly subject: Subject }
type Asked<Command> = Command | Refused<AskRefusal> | Promise<Command | Refused<AskRefusal>>

const instant = (text: string): Instant => toInstant(new Date(text))

/** The roles of the parties named, or null where one of them is no party here. */
const rolesOf = async ({ trx, subject }: Asking, parties: readonly string[]): Promise<readonly Role[] | null> => {
  const wanted = [...new Set(parties)] as PartyId[]
  const known = await trx
    .selectFrom('party')
    .select('role')
    .where('community_id', '=', subject.community)
    .where('party_id', 'in', wanted)
    .execute()
  return known.length === wanted.length ? known.map(({ role }) => role) : null
}

const withPhotos = async <T extends { photos: readonly string[] }, Command>(
  { trx, subject }: Asking,
  body: T,
  command: (photos: readonly PhotoId[]) => Command,
): Promise<Command | Refused<AskRefusal>> =>
  (await knowsPhotos(trx, subject.community, body.photos))
    ? command(body.photos as readonly PhotoId[])
    : refuse('photo-unknown')

const sort = async (
  asking: Asking,
  { procedure: key, ...sorting }: MatterBody<'sort'>,
): Promise<MatterCommand | Refused<AskRefusal>> => {
  const row = await asking.trx
    .selectFrom('matter')
    .select(['procedure_key', 'procedure_version'])
    .where('community_id', '=', asking.subject.community)
    .where('matter_id', '=', asking.subject.id as MatterId)
    .executeTakeFirst()
  if (!row) return refuse('matter-unknown')
  const { community } = asking.subject
  const procedure = key
    ? await currentProcedure(asking.trx, community, key)
    : await procedureOf(asking.trx, community, { key: row.procedure_key, version: row.procedure_version })
  return procedure ? { type: 'SortMatter', sorting, procedure } : refuse('procedure-not-adopted')
}

/** Whistling up is an order to the street office, whatever the button said. */
const placeOrders = async (
  asking: Asking,
  { orders }: MatterBody<'place-orders'>,
): Promise<MatterCommand | Refused<AskRefusal>> => {
  const parties = orders.map(({ party }) => party)
  const roles = await rolesOf(asking, parties)
  if (!roles) return refuse('party-unknown')
  const placed = orders.map(({ party, lead, task, by }) => ({ party: party as PartyId, lead, task, ...(by && { by }) }))
  return { type: 'PlaceOrders', orders: placed, whistled: roles.includes('street-office') }
}

const link = async (
  { trx, subject }: Asking,
  { to, relation }: MatterBody<'link'>,
): Promise<MatterCommand | Refused<AskRefusal>> => {
  const other = await trx
    .selectFrom('matter')
    .select(['matter_id', 'status'])
    .where('community_id', '=', subject.community)
    .where((where) => where.or([where('code', '=', to), where('matter_id', '=', to as MatterId)]))
    .executeTakeFirst()
  if (!other) return refuse('matter-unknown')
  // Whoever raised the duplicate goes on with the other matter, so that one must still be under way.
  if (relation === 'duplicate' && other.status === 'closed') return refuse('duplicate-of-closed')
  return { type: 'LinkMatter', to: other.matter_id, relation }
}

const remark = async (
  asking: Asking,
  { recording: id, ...body }: MatterBody<'remark'>,
): Promise<MatterCommand | Refused<AskRefusal>> => {
  const voice = await voiceOf(asking.trx, asking.subject.community, id)
  if (isRefused(voice)) return voice
  return withPhotos(asking, body, (photos) => ({ type: 'AddRemark', ...body, photos, ...voice }))
}

/** A matter that is still called after its place gets its name from what was said. */
const transcribe = async (
  { trx, subject }: Asking,
  { recording, text }: MatterBody<'transcribe'>,
): Promise<MatterCommand> => {
  const row = await trx
    .selectFrom('matter')
    .select('title')
    .where('community_id', '=', subject.community)
    .where('matter_id', '=', subject.id as MatterId)
    .executeTakeFirstOrThrow()
  const title = isUnheardTitle(row.title) ? titleOf(text) : null
  return { type: 'TranscribeRecording', recording: recording as RecordingId, text, title }
}

export const askMatter: {
  readonly [Name in MatterCommandName]: (asking: Asking, body: MatterBody<Name>) => Asked<MatterCommand>
} = {
  sort,
  'place-orders': placeOrders,
  'record-talk': (_, body) => ({ type: 'RecordTalk', ...body }),
  sign: (_, body) => ({ type: 'SignMatter', ...body }),
  'meet-condition': (asking, { condition, ...body }) =>
    withPhotos(asking, body, (photos) => ({
      type: 'MeetCondition',
      condition: condition as ConditionId,
      note: body.note,
      photos,
    })),
  answer: (_, body) => ({ type: 'GiveAnswer', ...body }),
  rate: (_, body) => ({ type: 'RateMatter', ...body }),
  revisit: (asking, body) => withPhotos(asking, body, (photos) => ({ type: 'RevisitMatter', ...body, photos })),
  codify: (_, body) => ({ type: 'CodifyMatter', ...body }),
  'take-outcome': (_, body) => ({ type: 'TakeOutcome', ...body }),
  pause: (_, { reason, until }) => ({ type: 'PauseClocks', reason, until: instant(until) }),
  resume: () => ({ type: 'ResumeClocks' }),
  list: (_, body) => ({ type: 'ListMatter', ...body }),
  unlist: (_, body) => ({ type: 'UnlistMatter', ...body }),
  remark,
  nudge: () => ({ type: 'NudgeMatter' }),
  correct: (_, body) => ({ type: 'CorrectMatter', ...body }),
  link,
  reopen: (_, body) => ({ type: 'ReopenMatter', ...body }),
  transcribe,
  'withdraw-consent': () => ({ type: 'WithdrawConsent' }),
}

export const askOrder: {
  readonly [Name in OrderCommandName]: (asking: Asking, body: OrderBody<Name>) => Asked<OrderCommand>
} = {
  accept: (_, body) => ({ type: 'AcceptOrder', ...body }),
  decline: (_, body) => ({ type: 'DeclineOrder', ...body }),
  report: (asking, body) => withPhotos(asking, body, (photos) => ({ type: 'ReportProgress', ...body, photos })),
  complete: (asking, body) => withPhotos(asking, body, (photos) => ({ type: 'CompleteOrder', ...body, photos })),
  transfer: async (asking, { to, reason }) =>
    (await rolesOf(asking, [to])) ? { type: 'TransferOrder', to: to as PartyId, reason } : refuse('party-unknown'),
}
