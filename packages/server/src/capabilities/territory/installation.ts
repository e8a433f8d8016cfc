// Founding an empty installation: the street office, its first community and the first person, or nothing; whoever is second is told so.
import type { Found } from '@yishi/contract/founding'
import { type Actor, type CommunityId, type PersonId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { NO_ROWS } from '@yishi/domain/roster'
import { sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { attemptIn } from '../../kernel/database/tenancy.ts'
import { appendEntries } from '../../kernel/entry.ts'
import { addPerson, foundCommunity, foundStreetOffice } from './founding.ts'
import type { PersonHere } from './people-query.ts'
import { writeRoster } from './roster-rows.ts'

export type FounderAccount = {
  readonly person: PersonHere
  readonly phone: string
  readonly password: string
  /** What the password must not be made of. */
  readonly own: readonly string[]
}

/** What other capabilities bring to a new community, all in the founding's own transaction. */
export type FoundingHelp<Code extends string> = {
  readonly createAccount: (trx: Transaction, founder: FounderAccount) => Promise<object | Refused<Code>>
  /** Procedures to begin with, keys and the like. */
  readonly prepare: (trx: Transaction, community: CommunityId) => Promise<unknown>
}

export type Installed = { readonly community: CommunityId; readonly person: PersonId }

export const isEmpty = async ({ db }: { readonly db: Database | Transaction }): Promise<boolean> =>
  (await db.selectFrom('community').select('id').limit(1).executeTakeFirst()) === undefined

const COMMITTEES = { residential: '居委会', village: '村委会', block: '街区委员会' } as const

export const committeeName = ({ community, kind }: Pick<Found, 'community' | 'kind'>): string =>
  community.endsWith(COMMITTEES[kind]) ? community : `${community}${COMMITTEES[kind]}`

const idsFor = ({ ids }: Context) => ({
  community: ids('com'),
  office: ids('sto'),
  committee: ids('pty'),
  officeParty: ids('pty'),
  place: ids('plc'),
  person: ids('per'),
})
type FoundingIds = ReturnType<typeof idsFor>

const settle = async (trx: Transaction, ctx: Context, { asked, ids }: Asked): Promise<void> => {
  const at = ctx.clock.now()
  const { community: id, office, committee, officeParty, person } = ids
  await foundStreetOffice(trx, { id: office, name: asked.streetOffice, district: asked.district })
  const party = { id: committee, name: committeeName(asked), phone: null }
  const community = { id, name: asked.community, kind: asked.kind, streetOffice: office, committee: party }
  await foundCommunity(trx, { ...community, place: ids.place }, at)
  const upper = {
    party: officeParty,
    role: 'street-office' as const,
    name: asked.streetOffice,
    phone: null,
    first: true,
  }
  await writeRoster(trx, id, { ...NO_ROWS, parties: [upper] }, at)
  const hats = [{ role: 'staff' as const, node: null, party: committee }]
  const above = asked.streetOfficeToo ? [{ role: 'street-office' as const, node: null, party: officeParty }] : []
  await addPerson(trx, id, { id: person, name: asked.name, phone: asked.phone, hats: [...hats, ...above] }, at)
  const actor: Actor = { kind: 'person', person, hats: [] }
  const draft = {
    facts: { kind: asked.kind, office, committee },
    sealed: { name: asked.community, streetOffice: asked.streetOffice, person },
  }
  await appendEntries(trx, { drafts: [{ subject: { community: id, id }, type: 'CommunityFounded', actor, draft }], at })
}
type Asked = { readonly asked: Found; readonly ids: FoundingIds }

/** Every founder waits here for the one before; readers do not. */
const waitForTurn = (trx: Transaction) => sql`lock table app.community in share row exclusive mode`.execute(trx)

export const foundInstallation = async <Code extends string>(
  ctx: Context,
  asked: Found,
  { createAccount, prepare }: FoundingHelp<Code>,
): Promise<Installed | Refused<Code | 'already-founded'>> => {
  const ids = idsFor(ctx)
  const { community, person } = ids
  return attemptIn(ctx.db, [community], async (trx): Promise<Installed | Refused<Code | 'already-founded'>> => {
    await waitForTurn(trx)
    if (!(await isEmpty({ db: trx }))) return refuse('already-founded')
    await settle(trx, ctx, { asked, ids })
    await prepare(trx, community)
    const own = [asked.name, asked.community, asked.streetOffice]
    const { phone, password } = asked
    const account = await createAccount(trx, { person: { community, person }, phone, password, own })
    return isRefused(account) ? account : { community, person }
  })
}
