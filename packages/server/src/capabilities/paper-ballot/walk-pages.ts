// The walk list as a page of the phone, below patrol's own address so that its worker keeps it too; and what its script hands in.
import {
  CALL_RESULTS,
  type CallAsked,
  callDoneSchema,
  callPhotoQuerySchema,
  callPhotoSchema,
  callSchema,
} from '@yishi/contract/paper-ballot'
import type { CallField, WalkPage } from '@yishi/contract/paper-pages'
import type { FieldProblems } from '@yishi/contract/pages'
import { PROBLEMS } from '@yishi/contract/problem'
import { type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { idempotencyKey } from '../../kernel/http/idempotency-key.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { codeOf, sendRefusal } from '../../kernel/http/problem.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { storePhotosOnce } from '../photo/index.ts'
import { findPoll, firstOf } from '../poll/index.ts'
import { type Calling, callAt, callPhoto } from './walking.ts'
import { readWalk } from './walk-query.ts'

type Address = { Params: { poll: string } }

/** In their own community people act under the name that they have there. */
const callingBy = async (served: Served, request: FastifyRequest, poll: string): Promise<Calling | Refused> => {
  const found = await findPoll(served.ctx.db, poll)
  const subject = found && (await inCommunities(served.ctx.db, [found.community], (trx) => firstOf(trx, found)))
  const { actor } = await served.whoAsks(request, subject?.community)
  if (actor.kind !== 'person') return refuse('not-signed-in')
  if (!subject || !actor.hats.some(({ community }) => community === subject.community)) return refuse('poll-unknown')
  return { served, actor, poll: subject, key: idempotencyKey(request) ?? served.ctx.ids('msg') }
}

const sendTrouble = (served: Served, reply: FastifyReply, refusal: Refused, back: string) => {
  const { status, ...words } = PROBLEMS[codeOf(refusal)]
  const props = { status, ...words[readingOf(reply.request).lang], reference: null, back }
  return sendPage(served, reply.code(status), 'error', props)
}

const here = (poll: string): string => `/patrol/walk/${poll}`

type Shown = Pick<WalkPage, 'path' | 'companion' | 'problems' | 'said' | 'key'>

const show = async ({ served, actor, poll }: Calling, reply: FastifyReply, shown: Shown) => {
  const walk = await inCommunities(served.ctx.db, [poll.community], (trx) => readWalk(trx, poll, actor, shown.path))
  if (!walk) return sendTrouble(served, reply, refuse('not-your-poll'), '/patrol')
  return sendPage(served, reply, 'walk', { poll: poll.id, owner: actor.person, ...walk, ...shown })
}

const refused = (served: Served, reply: FastifyReply, no: Refused, back: string) =>
  no.refused === 'not-signed-in'
    ? reply.redirect(`/login?back=${encodeURIComponent(back)}`, 303)
    : sendTrouble(served, reply, no, '/patrol')

const showing = (app: App, served: Served) =>
  app.get<Address>('/patrol/walk/:poll', { schema: { hide: true } }, async (request, reply) => {
    const calling = await callingBy(served, request, request.params.poll)
    if (isRefused(calling)) return refused(served, reply, calling, request.url)
    const path = queryText(request, 'path')
    return show(calling, reply, { path, companion: '', problems: {}, said: false, key: served.ctx.ids('msg') })
  })

type Filled = Omit<CallAsked, 'photo' | 'owner' | 'seenAt'>

const filledIn = (form: Form): Filled => ({
  voter: form.field('voter'),
  result: CALL_RESULTS.find((each) => each === form.field('result')) ?? 'absent',
  to: form.field('to').trim().slice(0, 100),
  told: form.field('told') === '1',
  warned: form.field('warned') === '1',
  signed: form.field('signed') === '1',
  whole: form.field('whole') === '1',
  companion: form.field('companion').trim().slice(0, 40),
})

const problemsOf = (form: Form, { voter, result, to, companion, whole }: Filled): FieldProblems<CallField> => ({
  ...(voter === '' ? { voter: 'missing' as const } : {}),
  ...(form.field('result') === '' ? { result: 'missing' as const } : {}),
  ...(result === 'handed' && to === '' ? { to: 'missing' as const } : {}),
  ...(companion === '' ? { companion: 'missing' as const } : {}),
  ...(result === 'collected' && form.photos.length === 0 ? { photos: 'missing' as const } : {}),
  ...(result === 'collected' && Number(form.field('pages')) > 1 && !whole ? { whole: 'missing' as const } : {}),
})

const send = async (calling: Calling, form: Form, filled: Filled) => {
  const { served, actor, poll, key } = calling
  const photos = await storePhotosOnce(served.ctx, poll.community, form.photos.slice(0, 1), { actor, key: `${key}-0` })
  if (isRefused(photos)) return photos
  const own = { owner: actor.person, seenAt: served.ctx.clock.now() }
  return callAt(calling, { ...filled, ...own, photo: photos[0] ?? null })
}

const noting = (app: App, served: Served) =>
  app.post<Address>('/patrol/walk/:poll', { schema: { hide: true } }, async (request, reply) => {
    const form = await readForm(request)
    const back = here(request.params.poll)
    const calling = await callingBy(served, request, request.params.poll)
    if (isRefused(calling)) return refused(served, reply, calling, back)
    const filled = filledIn(form)
    const problems = problemsOf(form, filled)
    const key = form.field('key').slice(0, 100) || calling.key
    const shown = { path: form.field('path').slice(0, 200), companion: filled.companion }
    if (Object.keys(problems).length > 0)
      return show(calling, reply.code(422), { ...shown, problems, said: false, key })
    const done = await send({ ...calling, key }, form, filled)
    if (isRefused(done)) return sendTrouble(served, reply, done, back)
    // Who goes along stays on the form and out of the address; sent again, the same key does nothing twice.
    return show(calling, reply, { ...shown, problems: {}, said: true, key: served.ctx.ids('msg') })
  })

const params = z.object({ poll: z.string().max(60) })

const handingIn = (app: App, served: Served) => {
  app.post(
    '/api/polls/:poll/walk',
    { schema: { params, body: callSchema, response: { 200: callDoneSchema } } },
    async (request, reply) => {
      const calling = await callingBy(served, request, request.params.poll)
      const done = isRefused(calling) ? calling : await callAt(calling, request.body)
      return isRefused(done) ? sendRefusal(reply, done) : reply.send(done)
    },
  )
  app.post(
    '/api/polls/:poll/walk/photos',
    { schema: { params, querystring: callPhotoQuerySchema, response: { 201: callPhotoSchema } } },
    async (request, reply) => {
      const calling = await callingBy(served, request, request.params.poll)
      if (isRefused(calling)) return sendRefusal(reply, calling)
      const [photo] = (await readForm(request)).photos
      const stored = photo ? await callPhoto(calling, request.query.owner, photo) : refuse('not-a-photo')
      return isRefused(stored) ? sendRefusal(reply, stored) : reply.code(201).send({ photo: stored })
    },
  )
}

export const walkPages = (app: App, served: Served): void => {
  showing(app, served)
  noting(app, served)
  handingIn(app, served)
}
