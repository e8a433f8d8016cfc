// The two ways to a matter's own page: its secret link, which is the raiser's for ever, and the account of who helps the raiser.
import type { Actor, MatterId } from '@yishi/domain/kernel'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { communitiesOf } from './finding.ts'
import { matterOfLink } from './follow-query.ts'

export type Door = {
  readonly subject: Subject<MatterId>
  readonly actor: Actor
  /** Address of the page, below which its forms go. */
  readonly at: string
  /** Null for who was given no link, and must not get one. */
  readonly token: string | null
}

type Find = (served: Served, request: FastifyRequest) => Promise<Door | null>

const byLink: Find = async ({ ctx }, { params }) => {
  const { token } = params as { token: string }
  const subject = await matterOfLink(ctx.db, token)
  return subject && { subject, actor: { kind: 'link-holder', matter: subject.id }, at: `/m/${token}`, token }
}

/** Once the consent is taken back, this page is as unknown as any other. */
const byHelping: Find = async ({ ctx, whoAsks }, request) => {
  const { matter } = request.params as { matter: string }
  const communities = communitiesOf((await whoAsks(request)).actor)
  if (communities.length === 0) return null
  const { rows } = await inCommunities(ctx.db, communities, (trx) =>
    sql<{ community: Subject['community']; id: MatterId; helper: string }>`
      select community_id as community, matter_id as id, helper_id as helper from app.matter
      where matter_id = ${matter} and helper_id is not null and community_id = any(${[...communities]}::text[])`.execute(
      trx,
    ),
  )
  const [row] = rows
  const { actor } = await whoAsks(request, row?.community)
  if (!row || actor.kind !== 'person' || actor.person !== row.helper) return null
  const { community } = row
  return { subject: { community, id: row.id }, actor, at: `/help/${row.id}`, token: null }
}

export const DOORS = [
  { path: '/m/:token', find: byLink },
  { path: '/help/:matter', find: byHelping },
] as const satisfies readonly { path: string; find: Find }[]
