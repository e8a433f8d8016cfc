// A recording is somebody's voice: heard by whoever may open the matter's file, which is noted, and by whose page of it this is.
import { type Actor, type MatterId, type RecordingId, actorThere } from '@yishi/domain/kernel'
import { isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { readRecording, sendSound } from '../recording/index.ts'
import { findMatter } from './finding.ts'
import { noteReading } from './sensitive-read.ts'

type PersonActor = Extract<Actor, { kind: 'person' }>
type Asked = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly recording: string }

/** `listener` is noted in the same transaction: what cannot be noted is not heard (docs/decisions/0026). */
export const sendRecording = async (
  { ctx }: Served,
  { community, id: matter }: Subject<MatterId>,
  { request, reply, recording }: Asked,
  listener: PersonActor | null,
): Promise<FastifyReply> => {
  const id = recording as RecordingId
  const sound = await inCommunities(ctx.db, [community], async (trx) => {
    const heard = await readRecording(ctx, trx, { community, matter, id })
    const note = { fields: ['voice'], at: ctx.clock.now() }
    if (heard && listener) await noteReading(trx, { community, id }, { person: listener.person, ...note })
    return heard
  })
  return sound ? sendSound(request, reply, sound) : sendProblem(reply, 'not-found')
}

export const fileRecording = (app: App, served: Served): void => {
  type Params = { Params: { matter: string; recording: string } }
  const schema = { hide: true }
  app.get<Params>('/api/matters/:matter/recordings/:recording', { schema }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
    const subject = await findMatter(served.ctx, actor, request.params.matter)
    if (isRefused(subject)) return sendRefusal(reply, subject)
    return sendRecording(
      served,
      subject,
      { request, reply, recording: request.params.recording },
      actorThere(actor, subject.community),
    )
  })
}
