// Photos over HTTP: handed in by whoever has a part in the community, shown to whoever holds a photo's unguessable id.
import { photoViewSchema } from '@yishi/contract/matter'
import { type CommunityId, type PhotoId, isRefused } from '@yishi/domain/kernel'
import { z } from 'zod'
import { everyCommunity } from '../../kernel/communities.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { readPhoto, storePhotos } from './photos.ts'
import { communityFor } from '../territory/index.ts'

const answer = z.object({ photos: z.array(photoViewSchema) })

const view = (community: CommunityId, id: PhotoId) => ({
  id,
  thumb: `/photos/${community}/${id}?small=1`,
  full: `/photos/${community}/${id}`,
})

const upload = (app: App, served: Served) => {
  const schema = { querystring: z.object({ community: z.string().optional() }), response: { 201: answer } }
  app.post('/api/photos', { schema }, async (request, reply) => {
    const community = communityFor((await served.whoAsks(request)).actor, request.query.community)
    if (isRefused(community)) return sendRefusal(reply, community)
    const stored = await storePhotos(served.ctx, community, (await readForm(request)).photos)
    if (isRefused(stored)) return sendRefusal(reply, stored)
    return reply.code(201).send({ photos: stored.map((id) => view(community, id)) })
  })
}

const show = (app: App, { ctx }: Served) => {
  const schema = {
    hide: true,
    params: z.object({ community: z.string().regex(/^com_[a-z0-9]+$/), id: z.string().regex(/^pho_[a-z0-9]+$/) }),
    querystring: z.object({ small: z.string().optional() }),
  }
  app.get('/photos/:community/:id', { schema }, async (request, reply) => {
    const { community, id } = request.params as { community: CommunityId; id: PhotoId }
    if (!(await everyCommunity(ctx.db)).includes(community)) return sendProblem(reply, 'not-found')
    const size = request.query.small ? 'small' : 'large'
    const content = await inCommunities(ctx.db, [community], (trx) => readPhoto(ctx, trx, { community, id, size }))
    if (!content) return sendProblem(reply, 'not-found')
    return reply.type('image/webp').header('cache-control', 'private, max-age=31536000, immutable').send(content)
  })
}

export const photoRoutes = (app: App, served: Served): void => {
  upload(app, served)
  show(app, served)
}
