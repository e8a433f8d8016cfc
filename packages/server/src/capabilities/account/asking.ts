// What the routes of this capability take from a request and hand back with an answer.
import type { Pages } from '@yishi/contract/pages'
import type { CommunityId, Language } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Served } from '../../kernel/http/served.ts'
import { communityOfPlace } from '../territory/index.ts'
import type { Accounts, Visit } from './accounts.ts'
import type { Session } from './session.ts'

export type Mine = Pick<Pages['me'], 'matters' | 'helped' | 'inbox' | 'homes'>

export type AccountServed = {
  readonly served: Served
  readonly accounts: Accounts
  /** What other capabilities keep for somebody. */
  readonly mine: (session: Session, lang: Language) => Promise<Mine>
}

export const visitOf = (request: FastifyRequest): Visit => ({
  address: request.ip,
  cookie: request.headers.cookie ?? '',
})

const MOST = 500

export const fieldOf = (request: FastifyRequest, name: string): string => {
  const value = (request.body as Record<string, unknown> | null | undefined)?.[name]
  return typeof value === 'string' ? value.slice(0, MOST) : ''
}

export const withCookies = (reply: FastifyReply, cookies: readonly string[]): FastifyReply =>
  reply.header('set-cookie', [...cookies]).header('cache-control', 'no-store')

/** Somebody who comes from a plate or a community's page is at home there; a lone community is everybody's. */
export const communityOfBack = async ({ ctx }: Accounts, back: string): Promise<CommunityId | null> => {
  const [, kind, name = ''] = back.split('?')[0]?.split('/') ?? []
  if (kind === 'p') return communityOfPlace(ctx.db, name)
  const all = await ctx.db.selectFrom('community').select('id').orderBy('id').execute()
  if (kind === 'c') return all.find(({ id }) => id === name)?.id ?? null
  return all.length === 1 ? (all[0]?.id ?? null) : null
}
