// Patrol over HTTP, as the script of its page hands things in.
import {
  patrolLookSchema,
  patrolLookedSchema,
  patrolNoteSchema,
  patrolNotedSchema,
  patrolPhotoSchema,
} from '@yishi/contract/patrol'
import { type CommunityId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { FastifyRequest } from 'fastify'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { type HandingIn, handInPhoto, lookAt, noteDown } from './handing-in.ts'

/** In their own community people act under the name that they have there. */
const handingIn = async (
  { ctx, performer, whoAsks }: Served,
  request: FastifyRequest,
  community: string,
): Promise<HandingIn | Refused<'not-signed-in'>> => {
  const { actor } = await whoAsks(request, community as CommunityId)
  if (actor.kind !== 'person') return refuse('not-signed-in')
  return { ctx, performer, actor, key: idempotencyKey(request) ?? ctx.ids('msg') }
}

export const patrolRoutes = (app: App, served: Served): void => {
  app.post(
    '/api/patrol/looks',
    { schema: { body: patrolLookSchema, response: { 200: patrolLookedSchema } } },
    async (request, reply) => {
      const handing = await handingIn(served, request, request.body.community)
      const done = isRefused(handing) ? handing : await lookAt(handing, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : reply.send(done)
    },
  )
  app.post(
    '/api/patrol/notes',
    { schema: { body: patrolNoteSchema, response: { 201: patrolNotedSchema } } },
    async (request, reply) => {
      const handing = await handingIn(served, request, request.body.community)
      const done = isRefused(handing) ? handing : await noteDown(handing, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : reply.code(201).send(done)
    },
  )
  const querystring = patrolNoteSchema.pick({ community: true, owner: true })
  app.post(
    '/api/patrol/photos',
    { schema: { querystring, response: { 201: patrolPhotoSchema } } },
    async (request, reply) => {
      const community = request.query.community as CommunityId
      const handing = await handingIn(served, request, community)
      if (isRefused(handing)) return sendRefusal(reply, handing)
      const [photo] = (await readForm(request)).photos
      const asked = { community, owner: request.query.owner }
      const stored = photo ? await handInPhoto(handing, asked, photo) : refuse('not-a-photo')
      return isRefused(stored) ? sendRefusal(reply, stored) : reply.code(201).send({ photo: stored })
    },
  )
}
