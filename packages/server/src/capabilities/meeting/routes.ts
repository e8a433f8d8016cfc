// Meetings over HTTP: lists, the beginning of a call, the desk's view and its commands. Parse, act, answer; no rule here.
import {
  type MeetingCommandName,
  callMeetingSchema,
  callVoteSchema,
  matterMeetingsSchema,
  meetingCommandSchemas,
  meetingDraftSchema,
  meetingFileSchema,
  meetingsSchema,
} from '@yishi/contract/meeting'
import { type Actor, type MeetingId, isRefused } from '@yishi/domain/kernel'
import { TALK_FORMATS } from '@yishi/domain/procedure'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { boardReaderOf, findMatter } from '../matter/index.ts'
import { actOnMeeting } from './acting.ts'
import { callMeeting, draftMeeting } from './calling.ts'
import { readMeetingFile } from './file-query.ts'
import { findMeeting } from './finding.ts'
import { readMatterMeetings, readMeetings } from './list-query.ts'
import { callVote } from './voting.ts'

const sendFile = async ({ ctx }: Served, reply: FastifyReply, subject: Subject<MeetingId>, actor: Actor) => {
  const file = await inCommunities(ctx.db, [subject.community], (trx) => readMeetingFile(ctx, trx, subject, actor))
  return file ? reply.send(file) : sendProblem(reply, 'meeting-unknown')
}

const listing = (app: App, { ctx, whoAsks }: Served) =>
  app.get(
    '/api/meetings',
    { schema: { querystring: z.object({ community: z.string().optional() }), response: { 200: meetingsSchema } } },
    async (request, reply) => {
      const reader = boardReaderOf((await whoAsks(request)).actor, request.query.community)
      if (isRefused(reader)) return sendRefusal(reply, reader)
      return reply.send(
        await inCommunities(ctx.db, reader.communities, (trx) => readMeetings(trx, reader, ctx.clock.now())),
      )
    },
  )

const aboutMatter = (app: App, { ctx, whoAsks }: Served) => {
  const params = z.object({ matter: z.string() })
  app.get(
    '/api/matters/:matter/meetings',
    { schema: { params, response: { 200: matterMeetingsSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const subject = await findMatter(ctx, actor, request.params.matter)
      if (isRefused(subject)) return sendRefusal(reply, subject)
      return reply.send(
        await inCommunities(ctx.db, [subject.community], (trx) => readMatterMeetings(trx, subject, actor)),
      )
    },
  )
  const querystring = z.object({ format: z.enum(TALK_FORMATS).optional() })
  app.get(
    '/api/matters/:matter/meeting-draft',
    { schema: { params, querystring, response: { 200: meetingDraftSchema } } },
    async (request, reply) => {
      const { actor } = await whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const subject = await findMatter(ctx, actor, request.params.matter)
      if (isRefused(subject)) return sendRefusal(reply, subject)
      const asked = { actor, format: request.query.format ?? null }
      const draft = await inCommunities(ctx.db, [subject.community], (trx) => draftMeeting(trx, subject, asked))
      return isRefused(draft) ? sendRefusal(reply, draft) : reply.send(draft)
    },
  )
}

const calling = (app: App, served: Served) =>
  app.post(
    '/api/matters/:matter/meetings',
    {
      schema: {
        params: z.object({ matter: z.string() }),
        body: callMeetingSchema,
        response: { 200: meetingFileSchema },
      },
    },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const subject = await findMatter(served.ctx, actor, request.params.matter)
      if (isRefused(subject)) return sendRefusal(reply, subject)
      const called = await callMeeting({ ...served, actor, key: idempotencyKey(request) }, subject, request.body)
      return isRefused(called) ? sendRefusal(reply, called) : sendFile(served, reply, called, actor)
    },
  )

const reading = (app: App, served: Served) =>
  app.get(
    '/api/meetings/:meeting',
    { schema: { params: z.object({ meeting: z.string() }), response: { 200: meetingFileSchema } } },
    async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const found = await findMeeting(served.ctx, actor, request.params.meeting)
      return isRefused(found) ? sendRefusal(reply, found) : sendFile(served, reply, found.meeting, actor)
    },
  )

const commanding = (app: App, served: Served) => {
  for (const name of Object.keys(meetingCommandSchemas) as MeetingCommandName[]) {
    const schema = { params: z.object({ meeting: z.string() }), body: meetingCommandSchemas[name] }
    app.post(`/api/meetings/:meeting/${name}`, { schema }, async (request, reply) => {
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
      const found = await findMeeting(served.ctx, actor, request.params.meeting)
      if (isRefused(found)) return sendRefusal(reply, found)
      const deed = { ...served, actor, subject: found.meeting, key: idempotencyKey(request) }
      const done = await actOnMeeting(deed, name, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : sendFile(served, reply, found.meeting, actor)
    })
  }
}

const voting = (app: App, served: Served) => {
  const schema = { params: z.object({ meeting: z.string() }), body: callVoteSchema }
  app.post('/api/meetings/:meeting/call-vote', { schema }, async (request, reply) => {
    const { actor } = await served.whoAsks(request)
    if (actor.kind !== 'person') return sendProblem(reply, 'not-signed-in')
    const found = await findMeeting(served.ctx, actor, request.params.meeting)
    if (isRefused(found)) return sendRefusal(reply, found)
    const deed = { ...served, actor, subject: found.meeting, key: idempotencyKey(request) }
    const called = await callVote(deed, request.body)
    return isRefused(called) ? sendRefusal(reply, called) : sendFile(served, reply, found.meeting, actor)
  })
}

export const meetingRoutes = (app: App, served: Served): void => {
  listing(app, served)
  aboutMatter(app, served)
  calling(app, served)
  reading(app, served)
  commanding(app, served)
  voting(app, served)
}
