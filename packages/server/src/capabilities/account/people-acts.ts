// What the committee does about somebody's account: let them in, take a lost second factor away, close it.
import type { Invited, PersonAct } from '@yishi/contract/people'
import { type TendingRefusal, tendAccount } from '@yishi/domain/account'
import {
  type CommunityId,
  type PersonActor,
  type PersonId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { hatsOf, peopleOfAccount } from '../territory/index.ts'
import type { Accounts } from './accounts.ts'
import { createInvitation } from './invitation.ts'
import { readMobile } from './mobile.ts'
import { type WorkerRow, workerRows } from './people-query.ts'
import { removeFactor } from './second-factor.ts'
import { closeAccount } from './staff-account.ts'

export type PersonTending = {
  readonly community: CommunityId
  readonly person: PersonId
  readonly actor: PersonActor
}
type ActRefusal = TendingRefusal | 'person-unknown' | 'no-mobile' | 'has-password' | 'no-account'

/** One account may be a person in several communities: all their hats count. */
const everythingOf = async ({ db, ctx }: Accounts, { community, person }: PersonTending, { account }: WorkerRow) => {
  const here = [{ community, person }, ...(account === null ? [] : await peopleOfAccount(db, account))]
  const communities = [...new Set(here.map((each) => each.community))]
  const persons = [...new Set(here.map((each) => each.person))]
  const hats = await inCommunities(db, communities, (trx) => hatsOf(trx, persons, ctx.clock.now()))
  return { persons, hats }
}

const tended = async (accounts: Accounts, tending: PersonTending): Promise<WorkerRow | Refused<ActRefusal>> => {
  const { community, person } = tending
  const now = accounts.ctx.clock.now()
  const [row] = await inCommunities(accounts.db, [community], (trx) => workerRows(trx, { community, now, person }))
  if (!row) return refuse('person-unknown')
  return tendAccount(tending.actor, await everythingOf(accounts, tending, row)) ?? row
}

const invite = async ({ ctx }: Accounts, row: WorkerRow, { community, person, actor }: PersonTending) => {
  if (row.password) return refuse('has-password')
  if (readMobile(row.phone ?? '') === null) return refuse('no-mobile')
  const link = await createInvitation(ctx, { community, person })
  ctx.log.warn({ security: 'invitation-created', person, by: actor.person }, 'invitation created')
  return { link }
}

export const actOnPerson = async (
  accounts: Accounts,
  act: PersonAct,
  tending: PersonTending,
): Promise<Invited | { readonly done: true } | Refused<ActRefusal>> => {
  const row = await tended(accounts, tending)
  if (isRefused(row)) return row
  if (act === 'invite') return invite(accounts, row, tending)
  if (row.account === null) return refuse('no-account')
  const by = tending.actor.person
  await (act === 'remove-factor'
    ? removeFactor(accounts, row.account, by)
    : closeAccount(accounts.ctx, row.account, by))
  return { done: true }
}
