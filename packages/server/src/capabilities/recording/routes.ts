// Recordings over HTTP: handed in by whoever has a part in the community; they are heard where their matter is.
import { recordingViewSchema } from '@yishi/contract/recording'
import { isRefused } from '@yishi/domain/kernel'
import { z } from 'zod'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import { communityFor } from '../territory/index.ts'
import { storeRecording } from './recordings.ts'

export const recordingRoutes = (app: App, served: Served): void => {
  const schema = {
    querystring: z.object({ community: z.string().optional() }),
    response: { 201: recordingViewSchema },
  }
  app.post('/api/recordings', { schema }, async (request, reply) => {
    const community = communityFor((await served.whoAsks(request)).actor, request.query.community)
    if (isRefused(community)) return sendRefusal(reply, community)
    const given = (await readForm(request)).file('recording')
    if (!given) return sendProblem(reply, 'not-a-recording')
    const stored = await storeRecording(served.ctx, community, given)
    return isRefused(stored) ? sendRefusal(reply, stored) : reply.code(201).send(stored)
  })
}
