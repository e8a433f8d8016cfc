// Urgent notices over HTTP, for those who issue them. Parse, act, answer; no rule here.
import {
  type AlertCommandName,
  type AlertFile,
  type Alerts,
  alertCommandSchemas,
  alertFileSchema,
  alertsSchema,
  issueAlertSchema,
} from '@yishi/contract/alert'
import { mayIssue } from '@yishi/domain/alert'
import {
  type Actor,
  type AlertId,
  type CommunityId,
  type Instant,
  type Refused,
  actorThere,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { isOnCallSomewhere } from '../duty/index.ts'
import { communityFor, hasTask } from '../territory/index.ts'
import { actOnAlert, issueAlert, maySpeak } from './acting.ts'
import { briefOf, newestAlerts } from './brief-query.ts'
import { reachOf, stairsSeen } from './reach-query.ts'
import { locateAlert, readAlert } from './view-query.ts'

/** For the whole community, for a part of it, or while on duty; for which places is said by the rule. */
const mayIssueSomewhere = async (
  trx: Transaction,
  { actor, community, now }: { actor: Actor; community: CommunityId; now: Instant },
): Promise<boolean> => {
  if (actor.kind !== 'person') return false
  const somewhere = actor.hats.some((hat) => hat.community === community && mayIssue(actor, community, hat.path))
  return somewhere || isOnCallSomewhere(trx, { community, person: actor.person }, now)
}

const list = ({ ctx }: Served, community: CommunityId, actor: Actor): Promise<Alerts> =>
  inCommunities(ctx.db, [community], async (trx) => {
    const now = ctx.clock.now()
    const alerts: Alerts['alerts'] = []
    for (const found of await newestAlerts(trx, community)) {
      const reach = await reachOf(trx, { community, id: found.alert_id })
      alerts.push({ ...(await briefOf(trx, found, now)), reach })
    }
    return {
      alerts,
      mayIssue: await mayIssueSomewhere(trx, { actor: actorThere(actor, community), community, now }),
      asOf: now,
    }
  })

const file = ({ ctx }: Served, subject: Subject<AlertId>, actor: Actor): Promise<AlertFile> =>
  inCommunities(ctx.db, [subject.community], async (trx) => {
    const now = ctx.clock.now()
    const view = await readAlert(trx, subject, now)
    return {
      ...view,
      reach: await reachOf(trx, subject),
      stairs: await stairsSeen(trx, subject),
      url: `${ctx.settings.publicUrl}/a/${subject.id}`,
      may:
        view.liftedAt === null &&
        (await maySpeak(
          { trx, community: subject.community, actor: actorThere(actor, subject.community), now },
          subject.id,
        )),
    }
  })

/** A notice of a community in which the asker has a task. */
const findAlert = async (
  { ctx }: Served,
  actor: Actor,
  id: string,
): Promise<Subject<AlertId> | Refused<'not-signed-in' | 'alert-unknown' | 'not-yours-to-do'>> => {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const subject = await locateAlert(ctx.db, id)
  if (!subject || !actor.hats.some(({ community }) => community === subject.community)) return refuse('alert-unknown')
  const here = communityFor(actor, subject.community, hasTask)
  return isRefused(here) ? here : subject
}

const reading = (app: App, served: Served) => {
  const querystring = z.object({ community: z.string().optional() })
  app.get('/api/alerts', { schema: { querystring, response: { 200: alertsSchema } } }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const here = communityFor(actor, request.query.community, hasTask)
    return isRefused(here) ? sendRefusal(reply, here) : reply.send(await list(served, here, actor))
  })
  const schema = { params: z.object({ alert: z.string().max(64) }), response: { 200: alertFileSchema } }
  app.get('/api/alerts/:alert', { schema }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const subject = await findAlert(served, actor, request.params.alert)
    return isRefused(subject) ? sendRefusal(reply, subject) : reply.send(await file(served, subject, actor))
  })
}

const commanding = (app: App, served: Served) => {
  const issuing = { body: issueAlertSchema, response: { 201: alertFileSchema } }
  app.post('/api/alerts', { schema: issuing }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    const here = communityFor(actor, request.body.community)
    if (isRefused(here)) return sendRefusal(reply, here)
    const issued = await issueAlert(
      { ...served, actor: actorThere(actor, here), key: idempotencyKey(request) },
      { ...request.body, community: here },
    )
    return isRefused(issued) ? sendRefusal(reply, issued) : reply.code(201).send(await file(served, issued, actor))
  })
  for (const name of Object.keys(alertCommandSchemas) as AlertCommandName[]) {
    const schema = {
      params: z.object({ alert: z.string().max(64) }),
      body: alertCommandSchemas[name],
      response: { 200: alertFileSchema },
    }
    app.post(`/api/alerts/:alert/${name}`, { schema }, async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      const subject = await findAlert(served, actor, request.params.alert)
      if (isRefused(subject)) return sendRefusal(reply, subject)
      const acting = { ...served, actor: actorThere(actor, subject.community), key: idempotencyKey(request) }
      const done = await actOnAlert(acting, subject, name, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : reply.send(await file(served, subject, actor))
    })
  }
}

export const alertRoutes = (app: App, served: Served): void => {
  reading(app, served)
  commanding(app, served)
}
