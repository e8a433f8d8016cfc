// Whose request this is: read anew for each one, so that a hat taken off, an account closed or a sign-out counts at once.
import { type SignInMethod, isIdle, mayActIn } from '@yishi/domain/account'
import {
  type Actor,
  type CommunityId,
  type Hat,
  type Instant,
  MINUTE,
  type NodeId,
  type PersonId,
  VISITOR,
  later,
} from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { systemClock } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { type Lane, readTogether } from '../../kernel/together.ts'
import { sessionTokenOf } from './cookies.ts'
import type { AccountId } from './tables.ts'

export type SessionPerson = { readonly community: CommunityId; readonly person: PersonId; readonly name: string }
export type SessionHat = Hat & { readonly node: NodeId | null }

export type Session = {
  readonly id: string
  readonly account: AccountId
  readonly method: SignInMethod
  /** Who this account is, in each community. */
  readonly persons: readonly SessionPerson[]
  /** Only the hats that this way of signing in lets them wear. */
  readonly hats: readonly SessionHat[]
}

type Asking = { readonly headers: { readonly cookie?: string | undefined } }

const SEEN_EVERY = MINUTE

const stillSeen = async ({ db }: Context, session: { id: string; seen_at: Instant }, now: Instant): Promise<void> => {
  if (now < later(session.seen_at, SEEN_EVERY)) return
  await db.updateTable('auth.session').set({ seen_at: now }).where('id', '=', session.id).execute()
}

type Stored = Session & { readonly seen_at: Instant }

/** Whoever asks while others are being answered is asked for with the next, after they came: still anew for each request. */
const stored = readTogether(async (tokens: readonly string[], { owner: { db, clock } }: Lane<Context>) => {
  const { rows } = await sql<Stored & { readonly token: string }>`
    select * from auth.sessions_of(${[...tokens]}, ${systemClock.now()}, ${clock.now()})`.execute(db)
  return new Map(rows.map(({ token, ...session }) => [token, session]))
})

const read = async (ctx: Context, cookie: string): Promise<Session | null> => {
  const token = sessionTokenOf(ctx, cookie)
  if (token === null) return null
  const found = await stored({ owner: ctx, name: '' }, token)
  if (!found) return null
  const wall = systemClock.now()
  if (isIdle(found.method, found.seen_at, wall)) {
    await ctx.db.deleteFrom('auth.session').where('id', '=', found.id).execute()
    return null
  }
  await stillSeen(ctx, found, wall)
  const { id, account, method, persons } = found
  return { id, account, method, persons, hats: found.hats.filter(({ role }) => mayActIn(role, method)) }
}

const asked = new WeakMap<Asking, Promise<Session | null>>()

/** Several parts of one request may ask; the database is asked once. */
export const sessionOf = (ctx: Context, request: Asking): Promise<Session | null> => {
  const known = asked.get(request)
  if (known) return known
  const found = read(ctx, request.headers.cookie ?? '')
  asked.set(request, found)
  return found
}

/** In their own community people act under the name that they have there. A password alone is nobody yet. */
const selfIn = (session: Session | null, community?: CommunityId): SessionPerson | null => {
  if (!session || session.method === 'password') return null
  return session.persons.find((person) => person.community === community) ?? session.persons[0] ?? null
}

export const actorIn = (session: Session | null, community?: CommunityId): Actor => {
  const self = selfIn(session, community)
  if (!session || !self) return VISITOR
  const actor: Actor = { kind: 'person', person: self.person, hats: session.hats }
  return session.persons.length > 1 ? { ...actor, selves: session.persons } : actor
}

/** For the routes: who acts, and the name that their pages greet. */
export const whoAsks =
  (ctx: Context) =>
  async (
    request: Asking,
    community?: CommunityId,
  ): Promise<{ readonly actor: Actor; readonly name: string | null }> => {
    const session = await sessionOf(ctx, request)
    return { actor: actorIn(session, community), name: selfIn(session, community)?.name ?? null }
  }
