// The duty roster over HTTP: read by everybody with a task here, set by the committee.
import { type Duty, dutySchema, setDutySchema } from '@yishi/contract/duty'
import { onCall } from '@yishi/domain/duty'
import { type Actor, type CommunityId, holds, isRefused } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { communityFor, hasTask, partiesOf } from '../territory/index.ts'
import { type KeptRoster, publicName, rostersOf } from './on-call-query.ts'
import { setDuty } from './setting.ts'

/** Whoever has a task here may be put on duty. */
const workersOf = async (trx: Transaction, community: CommunityId) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select person_id as id, name from app.person p where community_id = ${community} and exists (
      select from app.membership m where m.community_id = p.community_id and m.person_id = p.person_id
        and m.role <> 'resident' and m.ends is null)
    order by name collate "zh-x-icu" limit 500`.execute(trx)
  return rows
}

const NEW_ROSTER = { node: null, nodeName: null, path: '', revision: 0, shifts: [] }

const read = ({ ctx }: Served, community: CommunityId, actor: Actor): Promise<Duty> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const may = holds(actor, ['staff', 'branch'], community, '')
    const kept: readonly Omit<KeptRoster, 'roster'>[] = await rostersOf(trx, community)
    const rosters = kept.some(({ node }) => node === null) ? kept : [NEW_ROSTER, ...kept]
    return {
      rosters: rosters.map(({ node, nodeName, path, revision, shifts }) => ({
        node,
        nodeName,
        revision,
        shifts: shifts.map(({ day, begins, ends, person, party, phone }) => ({
          day,
          begins,
          ends,
          person,
          party,
          phone,
        })),
        now: onCall([{ path, shifts }], path, ctx.clock.now()).map((shift) => ({
          name: publicName(shift),
          phone: shift.phone,
        })),
      })),
      people: may ? await workersOf(trx, community) : [],
      parties: (await partiesOf(trx, community)).map(({ id, name }) => ({ id, name })),
      may,
    }
  })

export const dutyRoutes = (app: App, served: Served): void => {
  const querystring = z.object({ community: z.string().optional() })
  app.get('/api/duty', { schema: { querystring, response: { 200: dutySchema } } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const here = communityFor(actor, request.query.community, hasTask)
    if (isRefused(here)) return sendRefusal(reply, here)
    return reply.send(await read(served, here, actor))
  })
  app.post('/api/duty', { schema: { body: setDutySchema, response: { 200: dutySchema } } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const here = communityFor(actor, request.body.community, hasTask)
    if (isRefused(here)) return sendRefusal(reply, here)
    const done = await setDuty({ ...served, actor }, here, request.body)
    return isRefused(done) ? sendRefusal(reply, done) : reply.send(await read(served, here, actor))
  })
}
