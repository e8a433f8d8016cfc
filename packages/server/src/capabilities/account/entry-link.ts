// One-time links: the demo's, which sign in from this very machine, and invitations, by which staff set their password.
import { randomBytes } from 'node:crypto'
import { DEMO_LINK_LASTS, INVITATION_LASTS } from '@yishi/domain/account'
import { type CommunityId, type Refused, later, refuse } from '@yishi/domain/kernel'
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type PersonHere, linkAccount } from '../territory/index.ts'
import { type Accounts, type SignedIn, type Visit, headersWith } from './accounts.ts'
import { readMobile } from './code-sign-in.ts'
import { tokenDigest } from './digest.ts'
import { begun, endSession, refusedSignIn } from './sign-out.ts'
import { type StaffAccountRefusal, accountOfPhone, createStaffAccountIn, newAccount } from './staff-account.ts'
import type { AccountId, LinkPurpose } from './tables.ts'

const makeLink = async (db: Database, { community, person }: PersonHere, purpose: LinkPurpose): Promise<string> => {
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

/** The link is shown to whoever invites; it goes to nobody by itself. */
export const createInvitation = async (ctx: Context, person: PersonHere): Promise<string> =>
  `${ctx.settings.publicUrl}/staff/invitation/${await makeLink(ctx.db, person, 'invitation')}`

const spend = async (db: Database, token: string, purpose: LinkPurpose): Promise<PersonHere | null> => {
  const row = await db
    .deleteFrom('auth.entry_link')
    .where('digest', '=', tokenDigest(token))
    .where('purpose', '=', purpose)
    .where('until', '>', systemClock.now())
    .returning(['community_id as community', 'person_id as person'])
    .executeTakeFirst()
  return row ?? null
}

const personRow = (trx: Transaction, { community, person }: PersonHere) =>
  trx
    .selectFrom('person')
    .select(['name', 'phone', 'account_id'])
    .where('community_id', '=', community)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst()

const accountOf = (db: Database, here: PersonHere): Promise<AccountId | null> =>
  inCommunities(db, [here.community], async (trx) => {
    const row = await personRow(trx, here)
    if (!row) return null
    if (row.account_id !== null) return row.account_id
    const phone = readMobile(row.phone ?? '')
    const account = await (phone === null ? newAccount(trx, null) : accountOfPhone(trx, phone))
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
  const here = await spend(accounts.db, token, 'demo')
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

export type Invited = { readonly name: string; readonly phone: string; readonly community: CommunityId }

/** Whom the invitation is for; looking does not use it up. */
export const invitedBy = async ({ db }: Context, token: string): Promise<(PersonHere & Invited) | null> => {
  const link = await db
    .selectFrom('auth.entry_link')
    .select(['community_id as community', 'person_id as person'])
    .where('digest', '=', tokenDigest(token))
    .where('purpose', '=', 'invitation')
    .where('until', '>', systemClock.now())
    .executeTakeFirst()
  if (!link) return null
  const row = await inCommunities(db, [link.community], (trx) => personRow(trx, link))
  return row?.phone ? { ...link, name: row.name, phone: row.phone } : null
}

/** Uses the invitation up only where the password is accepted. */
export const acceptInvitation = async (
  ctx: Context,
  token: string,
  password: string,
): Promise<{ readonly phone: string } | Refused<StaffAccountRefusal | 'link-unknown'>> => {
  const invited = await invitedBy(ctx, token)
  if (!invited) return refuse('link-unknown')
  const { name, phone, community, person } = invited
  return inCommunities(ctx.db, [community], async (trx) => {
    const staff = { person: { community, person }, phone, password, own: [name] }
    const made = await createStaffAccountIn(trx, staff)
    if ('refused' in made) return made
    if (!(await spend(trx, token, 'invitation'))) throw new Error('an invitation was used twice at once')
    ctx.log.info({ security: 'password-set', account: made.account }, 'password set by invitation')
    return { phone }
  })
}
