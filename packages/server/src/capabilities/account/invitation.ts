// Invitations: a one-time link by which somebody of the staff sets their first password. The committee hands it over; it goes to nobody by itself.
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Database, Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { PersonHere } from '../territory/index.ts'
import { tokenDigest } from './digest.ts'
import { makeLink, personRow, spendLink } from './entry-link.ts'
import { readMobile } from './mobile.ts'
import type { Session } from './session.ts'
import { type StaffAccountRefusal, accountOfPhone, givePassword } from './staff-account.ts'
import type { AccountId } from './tables.ts'

export const createInvitation = async (ctx: Context, person: PersonHere): Promise<string> =>
  `${ctx.settings.publicUrl}/staff/invitation/${await makeLink(ctx.db, person, 'invitation')}`

export type Invited = {
  readonly person: PersonHere
  readonly name: string
  readonly phone: string
  readonly account: AccountId | null
}
export type InvitationRefusal = 'link-unknown' | 'sign-in-first' | 'taken'

const linkRow = (db: Database, token: string) =>
  db
    .selectFrom('auth.entry_link')
    .select(['community_id as community', 'person_id as person'])
    .where('digest', '=', tokenDigest(token))
    .where('purpose', '=', 'invitation')
    .where('until', '>', systemClock.now())

const hasPassword = async (db: Database, account: AccountId): Promise<boolean> => {
  const query = db.selectFrom('auth.account').select('id').where('user_id', '=', account)
  return (await query.where('provider_id', '=', 'credential').executeTakeFirst()) !== undefined
}

const read = async (
  trx: Transaction,
  person: PersonHere,
  session: Session | null,
): Promise<Invited | Refused<InvitationRefusal>> => {
  const row = await personRow(trx, person)
  const phone = readMobile(row?.phone ?? '')
  if (!row || phone === null) return refuse('link-unknown')
  const account = await accountOfPhone(trx, phone)
  // Else whoever writes a number into a roster would get a password for the account behind it.
  if (account !== null && session?.account !== account) return refuse('sign-in-first')
  if (account !== null && (await hasPassword(trx, account))) return refuse('taken')
  return { person, name: row.name, phone, account }
}

/** Whom the invitation is for; looking does not use it up. */
export const invitedBy = async (
  { db }: Context,
  token: string,
  session: Session | null,
): Promise<Invited | Refused<InvitationRefusal>> => {
  const link = await linkRow(db, token).executeTakeFirst()
  if (!link) return refuse('link-unknown')
  return inCommunities(db, [link.community], (trx) => read(trx, link, session))
}

/** Uses the invitation up only where the password is accepted. */
export const acceptInvitation = async (
  { db, log }: Context,
  token: string,
  { password, session }: { readonly password: string; readonly session: Session | null },
): Promise<{ readonly phone: string } | Refused<StaffAccountRefusal | InvitationRefusal>> => {
  const link = await linkRow(db, token).executeTakeFirst()
  if (!link) return refuse('link-unknown')
  return inCommunities(db, [link.community], async (trx) => {
    if (!(await linkRow(trx, token).forUpdate().executeTakeFirst())) return refuse('link-unknown')
    const invited = await read(trx, link, session)
    if (isRefused(invited)) return invited
    const { person, name, phone, account } = invited
    const made = await givePassword(
      trx,
      { person, phone, password, own: [name] },
      { account, proved: account !== null },
    )
    if (isRefused(made)) return made
    await spendLink(trx, token, 'invitation')
    log.info({ security: 'password-set', account: made.account }, 'password set by invitation')
    return { phone }
  })
}
