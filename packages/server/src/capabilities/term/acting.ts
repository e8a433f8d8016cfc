// Beginning a term and keeping it: parse, find, and hand the rules what stands.
import type { NewTerm, TermAct, TermBody } from '@yishi/contract/term'
import type { LocalDate } from '@yishi/domain/calendar'
import {
  type Actor,
  type CommunityId,
  type PersonId,
  type PollId,
  type Refused,
  type TermId,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import type { Matched, TermCommand } from '@yishi/domain/term'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { ballotsUpTo, holdCommittee, lastNumber, nodeAt, ownersAmong, takenAmong } from './ballots-query.ts'
import { term } from './capability.ts'
import { readTerm } from './store.ts'

export type Acting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}

const once = ({ key }: Acting, of: object) => (key === undefined ? {} : { once: { key, of } })

const matchedIn = (members: NewTerm['members']): readonly Matched[] =>
  members.map(({ poll, choice, person }) => ({ poll: poll as PollId, choice, person: person as PersonId | null }))
const personsIn = (members: readonly Matched[]): readonly PersonId[] => members.flatMap(({ person }) => person ?? [])

export const beginTerm = async (
  acting: Acting,
  community: CommunityId,
  asked: Omit<NewTerm, 'community'>,
): Promise<Subject<TermId> | Refused> => {
  const { ctx, performer, actor } = acting
  const id = ctx.ids('trm')
  const command = async (trx: Transaction): Promise<TermCommand | Refused<'election-unfit'>> => {
    const ballots = await ballotsUpTo(trx, community, asked.poll as PollId)
    const [first] = ballots
    if (!first) return refuse('election-unfit')
    const { path, place, law } = first
    await holdCommittee(trx, community, path)
    const members = matchedIn(asked.members)
    return {
      type: 'BeginTerm',
      id,
      community,
      scope: { path, place, node: await nodeAt(trx, community, path) },
      law,
      ballots,
      taken: await takenAmong(
        trx,
        community,
        ballots.map(({ poll }) => poll),
      ),
      number: asked.number,
      last: await lastNumber(trx, community, path),
      from: asked.from as LocalDate,
      years: asked.years,
      members,
      owners: await ownersAmong(trx, { community, path }, personsIn(members)),
    }
  }
  const subject = { community, id }
  const done = await performer.perform(ctx, term, { subject, command, actor, ...once(acting, { community, ...asked }) })
  return isRefused(done) ? done : { community, id: done.id as TermId }
}

type Asking = { readonly trx: Transaction; readonly subject: Subject<TermId>; readonly path: string }
type Commands = { readonly [Act in TermAct]: (at: Asking, body: TermBody<Act>) => Promise<TermCommand> }

const COMMANDS: Commands = {
  seat: async ({ trx, subject: { community }, path }, { poll, members: asked }) => {
    await holdCommittee(trx, community, path)
    const ballots = await ballotsUpTo(trx, community, poll as PollId)
    const members = matchedIn(asked)
    return {
      type: 'SeatMembers',
      ballot: ballots.at(-1) ?? null,
      taken: await takenAmong(trx, community, [poll as PollId]),
      members,
      owners: await ownersAmong(trx, { community, path }, personsIn(members)),
    }
  },
  match: async ({ trx, subject: { community }, path }, { member, person }) => ({
    type: 'MatchMember',
    member,
    person: person as PersonId,
    owners: await ownersAmong(trx, { community, path }, [person as PersonId]),
  }),
  vacate: (_, { member, on, reason, evidence }) =>
    Promise.resolve({ type: 'VacateSeat', member, on: on as LocalDate, reason, evidence }),
  step: (_, { step, on, evidence }) => Promise.resolve({ type: 'NoteStep', step, on: on as LocalDate, evidence }),
}

export const actOnTerm = async <Act extends TermAct>(
  acting: Acting,
  subject: Subject<TermId>,
  act: Act,
  body: TermBody<Act>,
): Promise<{ readonly done: true } | Refused> => {
  const { ctx, performer, actor } = acting
  const command = async (trx: Transaction): Promise<TermCommand | Refused<'term-unknown'>> => {
    const held = await readTerm(trx, subject)
    return held.status === 'absent' ? refuse('term-unknown') : COMMANDS[act]({ trx, subject, path: held.path }, body)
  }
  const done = await performer.perform(ctx, term, { subject, command, actor, ...once(acting, { subject, act, body }) })
  return isRefused(done) ? done : { done: true }
}
