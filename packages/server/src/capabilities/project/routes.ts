// Projects over HTTP: those of a matter, starting one, and what is said of its milestones. Parse, act, answer; no rule here.
import {
  type ProjectCommandName,
  projectCommandSchemas,
  projectsSchema,
  startProjectSchema,
} from '@yishi/contract/project'
import { type MatterId, type PersonActor, type ProjectId, isRefused, refuse } from '@yishi/domain/kernel'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { onceOf } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { communitiesOf, findMatter } from '../matter/index.ts'
import { askProject, askStart } from './asking.ts'
import { project } from './capability.ts'
import { readProjects } from './views.ts'

const sendProjects = async ({ ctx }: Served, reply: FastifyReply, subject: Subject<MatterId>, actor: PersonActor) => {
  const asking = { actor, now: ctx.clock.now() }
  const read = await inCommunities(ctx.db, [subject.community], (trx) => readProjects(trx, subject, asking))
  return reply.header('cache-control', 'no-store').send(read)
}

const ofMatter = { params: z.object({ matter: z.string() }), response: { 200: projectsSchema } }

const reading = (app: App, served: Served) =>
  app.get('/api/matters/:matter/projects', { schema: ofMatter }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
    const matter = await findMatter(served.ctx, actor, request.params.matter)
    return isRefused(matter) ? sendRefusal(reply, matter) : sendProjects(served, reply, matter, actor)
  })

const starting = (app: App, served: Served) => {
  const { ctx, performer } = served
  const schema = { ...ofMatter, body: startProjectSchema }
  app.post('/api/matters/:matter/projects', { schema }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
    const matter = await findMatter(ctx, actor, request.params.matter)
    if (isRefused(matter)) return sendRefusal(reply, matter)
    const { body } = request
    const id = ctx.ids('prj')
    const performed = await performer.perform(ctx, project, {
      subject: { community: matter.community, id },
      actor,
      ...onceOf(request, { matter: matter.id, body }),
      command: (trx) => askStart(trx, { matter, id }, body),
    })
    return isRefused(performed) ? sendRefusal(reply, performed) : sendProjects(served, reply, matter, actor)
  })
}

/** The project, for who may open the file of its matter. */
const findProject = async ({ ctx }: Served, actor: PersonActor, id: string) => {
  const communities = communitiesOf(actor)
  if (communities.length === 0) return refuse('project-unknown')
  const row = await inCommunities(ctx.db, communities, (trx) =>
    trx
      .selectFrom('project')
      .select(['community_id', 'matter_id'])
      .where('project_id', '=', id as ProjectId)
      .executeTakeFirst(),
  )
  if (!row) return refuse('project-unknown')
  const matter = await findMatter(ctx, actor, row.matter_id)
  return isRefused(matter) ? matter : { matter, project: { community: matter.community, id: id as ProjectId } }
}

const commanding = (app: App, served: Served) => {
  const { ctx, performer } = served
  const params = z.object({ project: z.string() })
  for (const name of Object.keys(projectCommandSchemas) as ProjectCommandName[]) {
    const schema = { params, body: projectCommandSchemas[name], response: { 200: projectsSchema } }
    app.post(`/api/projects/:project/${name}`, { schema }, async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const found = await findProject(served, actor, request.params.project)
      if (isRefused(found)) return sendRefusal(reply, found)
      const subject = found.project
      const { body } = request
      const performed = await performer.perform(ctx, project, {
        subject,
        actor,
        ...onceOf(request, { project: subject.id, name, body }),
        command: (trx) => askProject(trx, subject, name, body),
      })
      return isRefused(performed) ? sendRefusal(reply, performed) : sendProjects(served, reply, found.matter, actor)
    })
  }
}

export const projectRoutes = (app: App, served: Served): void => {
  reading(app, served)
  starting(app, served)
  commanding(app, served)
}
