// From what the contract lets people ask to the commands of an urgent notice: places, party and duty are looked up on the way.
import { type AlertCommandBody, type AlertCommandName, type issueAlertSchema } from '@yishi/contract/alert'
import { type AlertCommand, type Area, NO_ALERT, mayIssue } from '@yishi/domain/alert'
import {
  type Actor,
  type AlertId,
  type CommunityId,
  type Instant,
  type NodeId,
  type PartyId,
  type Refused,
  isRefused,
  refuse,
  toInstant,
} from '@yishi/domain/kernel'
import { readPhone } from '@yishi/domain/privacy'
import type { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { isOnCall } from '../duty/index.ts'
import { partiesOf } from '../territory/index.ts'
import { callFor } from './brief-query.ts'
import { alert } from './capability.ts'

export type AlertAskRefusal =
  | 'node-unknown'
  | 'party-unknown'
  | 'contact-without-phone'
  | 'nobody-on-call'
  | 'not-a-phone'
  | 'alert-unknown'

export type AlertDeed = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}

type Issue = z.output<typeof issueAlertSchema>
type Asking = {
  readonly trx: Transaction
  readonly community: CommunityId
  readonly actor: Actor
  readonly now: Instant
}

const instant = (text: string): Instant => toInstant(new Date(text))

const areasOf = async (
  { trx, community }: Asking,
  asked: readonly string[],
): Promise<readonly Area[] | Refused<'node-unknown'>> => {
  if (asked.includes(community)) return [{ node: null, path: '' }]
  const wanted = [...new Set(asked)] as NodeId[]
  const known = await trx
    .selectFrom('node')
    .select(['node_id as node', 'path'])
    .where('community_id', '=', community)
    .where('node_id', 'in', wanted)
    .orderBy('path')
    .execute()
  return known.length === wanted.length ? known : refuse('node-unknown')
}

const contactOf = async ({ trx, community }: Asking, contact: Issue['contact']) => {
  if (contact === null) return null
  const party = (await partiesOf(trx, community)).find(({ id }) => id === contact.party)
  if (!party) return refuse('party-unknown')
  if (contact.phone === '' && party.phone === null) return refuse('contact-without-phone')
  const phone = readPhone(contact.phone || (party.phone ?? ''))
  return phone ? { party: party.id as PartyId, name: party.name, phone } : refuse('not-a-phone')
}

/** On call for every place that the notice is about. */
const onDutyFor = async ({ trx, community, actor, now }: Asking, paths: readonly string[]): Promise<boolean> => {
  if (actor.kind !== 'person') return false
  for (const path of paths) if (!(await isOnCall(trx, { community, path, person: actor.person }, now))) return false
  return true
}

const askIssue = async (asking: Asking, asked: Issue): Promise<AlertCommand | Refused<AlertAskRefusal>> => {
  const areas = await areasOf(asking, asked.nodes)
  if (isRefused(areas)) return areas
  const contact = await contactOf(asking, asked.contact)
  if (isRefused(contact)) return contact
  const { trx, community, now } = asking
  const paths = areas.map(({ path }) => path)
  const about = { community_id: community, paths, phone: contact?.phone ?? null, party: contact?.name ?? null }
  if (!(await callFor(trx, about, now))) return refuse('nobody-on-call')
  const { kind, severity, title, advice, from, until } = asked
  return {
    type: 'IssueAlert',
    community,
    kind,
    severity,
    title,
    advice,
    areas,
    from: from === undefined ? now : instant(from),
    until: until === null ? null : instant(until),
    contact: contact && { party: contact.party, phone: contact.phone },
    onDuty: await onDutyFor(asking, paths),
  }
}

const once = (key: string | undefined, of: unknown) => (key ? { once: { key, of } } : {})

export const issueAlert = async (deed: AlertDeed, asked: Issue): Promise<Subject<AlertId> | Refused> => {
  const { ctx, performer, actor, key } = deed
  const community = asked.community as CommunityId
  const subject = { community, id: ctx.ids('alt') }
  const command = (trx: Transaction) => askIssue({ trx, community, actor, now: ctx.clock.now() }, asked)
  const performed = await performer.perform(ctx, alert, {
    subject,
    command,
    actor,
    fresh: NO_ALERT,
    ...once(key, asked),
  })
  return isRefused(performed) ? performed : { community, id: performed.id as AlertId }
}

const ASK: {
  readonly [Name in AlertCommandName]: (body: AlertCommandBody<Name>, onDuty: boolean) => AlertCommand
} = {
  progress: ({ text }, onDuty) => ({ type: 'TellProgress', text, onDuty }),
  end: ({ until, reason }, onDuty) => ({
    type: 'MoveEnd',
    until: until === null ? null : instant(until),
    reason,
    onDuty,
  }),
  correct: (body, onDuty) => ({ type: 'CorrectAlert', ...body, onDuty }),
  lift: ({ words }, onDuty) => ({ type: 'LiftAlert', words, onDuty }),
}

const pathsOf = async (trx: Transaction, { community, id }: Subject<AlertId>): Promise<readonly string[]> => {
  const row = await trx
    .selectFrom('alert')
    .select('paths')
    .where('community_id', '=', community)
    .where('alert_id', '=', id)
    .executeTakeFirstOrThrow()
  return row.paths
}

/** As the rule will decide it, for the buttons. */
export const maySpeak = async (asking: Asking, id: AlertId): Promise<boolean> => {
  const { trx, community, actor } = asking
  const paths = await pathsOf(trx, { community, id })
  return paths.every((path) => mayIssue(actor, community, path)) || onDutyFor(asking, paths)
}

export const actOnAlert = async <Name extends AlertCommandName>(
  { ctx, performer, actor, key }: AlertDeed,
  subject: Subject<AlertId>,
  name: Name,
  body: AlertCommandBody<Name>,
): Promise<{ readonly done: true } | Refused> => {
  const command = async (trx: Transaction): Promise<AlertCommand> => {
    const asking = { trx, community: subject.community, actor, now: ctx.clock.now() }
    return ASK[name](body, await onDutyFor(asking, await pathsOf(trx, subject)))
  }
  const of = { subject: subject.id, name, body }
  const performed = await performer.perform(ctx, alert, { subject, command, actor, ...once(key, of) })
  return isRefused(performed) ? performed : { done: true }
}
