// One-time links: kept as digests, spent in one statement; the demo's sign in from this very machine and from nowhere else.
import { randomBytes } from 'node:crypto'
import { DEMO_LINK_LASTS, INVITATION_LASTS } from '@yishi/domain/account'
import { type Refused, later } from '@yishi/domain/kernel'
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type PersonHere, linkAccount } from '../territory/index.ts'
import { type Accounts, type SignedIn, type Visit, headersWith } from './accounts.ts'
import { tokenDigest } from './digest.ts'
import { readMobile } from './mobile.ts'
import { begun, endSession, refusedSignIn } from './sign-out.ts'
import { accountOfPhone, newAccount } from './staff-account.ts'
import type { AccountId, LinkPurpose } from './tables.ts'

export const makeLink = async (
  db: Database,
  { community, person }: PersonHere,
  purpose: LinkPurpose,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const until = later(systemClock.now(), purpose === 'demo' ? DEMO_LINK_LASTS : INVITATION_LASTS)
  const row = { digest: tokenDigest(token), purpose, community_id: community, person_id: person, until }
  await db.insertInto('auth.entry_link').values(row).execute()
  return token
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?|localhost|::ffff:127(?:\.\d{1,3}){3})$/iu

/** By the address of the socket, which no header can change. */
export const isLoopback = (address: string | undefined): boolean => address !== undefined && LOOPBACK.test(address)

const loopbackUrl = ({ settings }: Context): string =>
  isLoopback(new URL(settings.publicUrl).hostname) ? settings.publicUrl : `http://127.0.0.1:${settings.port}`

export const createLoginLink = async (ctx: Context, person: PersonHere): Promise<string> =>
  `${loopbackUrl(ctx)}/demo/login/${await makeLink(ctx.db, person, 'demo')}`

export const spendLink = async (db: Database, token: string, purpose: LinkPurpose): Promise<PersonHere | null> => {
  const row = await db
    .deleteFrom('auth.entry_link')
    .where('digest', '=', tokenDigest(token))
    .where('purpose', '=', purpose)
    .where('until', '>', systemClock.now())
    .returning(['community_id as community', 'person_id as person'])
    .executeTakeFirst()
  return row ?? null
}

export const personRow = (trx: Transaction, { community, person }: PersonHere) =>
  trx
    .selectFrom('person')
    .select(['name', 'phone', 'account_id'])
    .where('community_id', '=', community)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst()

/** The one that a code to the phone would open as well. */
const accountFor = async (trx: Transaction, phone: string | null): Promise<AccountId> =>
  phone === null
    ? newAccount(trx, null)
    : ((await accountOfPhone(trx, phone)) ?? newAccount(trx, { phone, proved: false }))

const accountOf = (db: Database, here: PersonHere): Promise<AccountId | null> =>
  inCommunities(db, [here.community], async (trx) => {
    const row = await personRow(trx, here)
    if (!row) return null
    if (row.account_id !== null) return row.account_id
    const phone = readMobile(row.phone ?? '')
    const account = await accountFor(trx, phone)
    await linkAccount(trx, here, account)
    return account
  })

/** `socket` is the address at the other end of the connection. */
export const signInByLink = async (
  accounts: Accounts,
  token: string,
  visit: Visit & { readonly socket: string | undefined },
): Promise<SignedIn | Refused<'link-unknown'>> => {
  if (!accounts.demo || !isLoopback(visit.socket)) return refusedSignIn(accounts, 'link', 'link-unknown')
  const here = await spendLink(accounts.db, token, 'demo')
  const account = here && (await accountOf(accounts.db, here))
  if (account === null) return refusedSignIn(accounts, 'link', 'link-unknown')
  const { headers } = await accounts.auth.api.signInByLink({
    body: { userId: account },
    headers: headersWith(''),
    returnHeaders: true,
  })
  await endSession(accounts, visit.cookie)
  return begun(accounts, 'link', account, headers)
}
