// People for the tests of claims: owners of the roster with or without a number, and newcomers of whom signing in knows only the number.
import { randomUUID } from 'node:crypto'
import type { PersonId, UnitId } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { SUN } from '../../../fences/building.ts'
import { nodeId } from '../../../fences/people.ts'
import { type Answer, type Asking, type Town, ask } from '../../../fences/town.ts'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import { createLoginLink } from '../../account/index.ts'
import { addSignedUp, writeRoster } from '../../territory/index.ts'

export type Newcomer = {
  readonly person: PersonId
  readonly phone: string
  readonly as: (asking: Asking) => Promise<Answer>
}

let phones = 13_944_440_000
export const newPhone = (): string => String((phones += 1))

const enter = async (town: Town, person: PersonId): Promise<Newcomer['as']> => {
  const link = new URL(await createLoginLink(town.ctx, { community: SUN, person }))
  const answer = await ask(town.demo, { method: 'GET', url: link.pathname })
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .map((each) => String(each).split(';')[0])
    .join('; ')
  return (asking) => ask(town.app, { cookie, ...asking })
}

const newAccount = async ({ ctx }: Town, phone: string): Promise<string> => {
  const id = randomUUID()
  const now = ctx.clock.now()
  const moments = { created_at: now, updated_at: now, disabled_at: null }
  const proved = { phone_number: phone, phone_number_verified: true, two_factor_enabled: false }
  await ctx.db
    .insertInto('auth.user')
    .values({ id, name: '', email: `${id}@account.invalid`, email_verified: false, ...proved, ...moments })
    .execute()
  return id
}

/** Signed in by a code from the community's page. */
export const newcomer = async (town: Town, phone = newPhone()): Promise<Newcomer> => {
  const account = await newAccount(town, phone)
  const person = town.ctx.ids('per')
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    addSignedUp(trx, { community: SUN, person }, { phone, account }, town.ctx.clock.now()),
  )
  return { person, phone, as: await enter(town, person) }
}

export type OnRoster = { readonly name: string; readonly phone?: string | null }

/** A flat of building 1 with these owners, by the roster. */
export const settleFlat = async (
  town: Town,
  door: string,
  owners: readonly OnRoster[],
): Promise<readonly PersonId[]> => {
  const unit: UnitId = `unt_${door.toLowerCase()}`
  const persons = owners.map(({ name, phone = null }) => ({ person: town.ctx.ids('per'), name, phone }))
  const flat = { unit, node: nodeId('B1'), use: 'flat' as const, door, area: '80.00' }
  const ownerships = persons.map(({ person }) => ({ unit, person, share: `1/${persons.length}` }))
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    writeRoster(trx, SUN, { ...NO_ROWS, units: [flat], persons, ownerships }, town.ctx.clock.now()),
  )
  return persons.map(({ person }) => person)
}

/** An owner whose number the roster has, signed in by it. */
export const knownOwner = async (town: Town, person: PersonId, phone: string): Promise<Newcomer> => {
  const account = await newAccount(town, phone)
  await inCommunities(town.ctx.db, [SUN], (trx) =>
    trx.updateTable('person').set({ account_id: account, phone }).where('person_id', '=', person).execute(),
  )
  return { person, phone, as: await enter(town, person) }
}
