// The page of patrol: today's round as plain forms, and the worker that keeps it for when there is no network.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FieldProblems, Pages } from '@yishi/contract/pages'
import { LONGEST_NOTE, type PatrolField, type PatrolNoteAsked } from '@yishi/contract/patrol'
import { PROBLEMS } from '@yishi/contract/problem'
import { type CommunityId, type Hat, type PersonActor, type Refused, isRefused } from '@yishi/domain/kernel'
import { PATROLLERS } from '@yishi/domain/patrol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { codeOf } from '../../kernel/http/problem.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { boardReaderOf } from '../matter/index.ts'
import { storePhotosOnce } from '../photo/index.ts'
import { communityFor, communityTitle } from '../territory/index.ts'
import { lookAt, noteDown } from './handing-in.ts'
import { readRounds } from './round-query.ts'

const SAID = ['looked', 'noted', 'handed-over'] as const
const patrols = ({ role }: Hat): boolean => PATROLLERS.includes(role)

type Shown = Pick<Pages['patrol'], 'text' | 'kept' | 'problems' | 'said'> & {
  readonly chosen: string
  readonly key: string
}
const FRESH = { text: '', kept: [], problems: {} } as const

/** Whoever has no round any more still gets the page: their phone may hold what they saw while they had one. */
const pageOf = async ({ ctx }: Served, actor: PersonActor, asked: string, shown: Shown): Promise<Pages['patrol']> => {
  const now = ctx.clock.now()
  const community = communityFor(actor, asked || undefined, patrols)
  const { chosen, ...rest } = shown
  const own = { ...rest, owner: actor.person, asOf: now }
  if (isRefused(community)) return { ...own, community: null, rounds: [], elsewhere: [], today: [], chosen: null }
  const reader = boardReaderOf(actor, community)
  const hats = actor.hats.filter((hat) => hat.community === community)
  return inCommunities(ctx.db, [community], async (trx) => {
    const walker = { community, person: actor.person, hats }
    const read = await readRounds(trx, walker, isRefused(reader) ? null : reader, now)
    const round = read.rounds.find(({ node, code }) => node === chosen || (code !== null && code === chosen))
    return { ...own, ...read, community: await communityTitle(trx, community), chosen: round?.node ?? null }
  })
}

const personFor = async ({ whoAsks }: Served, request: FastifyRequest, community: string) => {
  const { actor } = await whoAsks(request, (community || undefined) as CommunityId | undefined)
  return actor.kind === 'person' ? actor : null
}

const toLogin = (reply: FastifyReply, back: string) => reply.redirect(`/login?back=${encodeURIComponent(back)}`, 303)

const sendTrouble = (served: Served, reply: FastifyReply, refusal: Refused) => {
  const { status, ...words } = PROBLEMS[codeOf(refusal)]
  const props = { status, ...words[readingOf(reply.request).lang], reference: null, back: '/patrol' }
  return sendPage(served, reply.code(status), 'error', props)
}

const showing = (app: App, served: Served) =>
  app.get('/patrol', { schema: { hide: true } }, async (request, reply) => {
    const community = queryText(request, 'community')
    const actor = await personFor(served, request, community)
    if (!actor) return toLogin(reply, request.url)
    const said = SAID.find((each) => each === queryText(request, 'said')) ?? null
    const shown = { ...FRESH, said, chosen: queryText(request, 'at'), key: served.ctx.ids('msg') }
    return sendPage(served, reply, 'patrol', await pageOf(served, actor, community, shown))
  })

const looking = (app: App, served: Served) =>
  app.post('/patrol/looks', { schema: { hide: true } }, async (request, reply) => {
    const form = await readForm(request)
    const community = form.field('community')
    const actor = await personFor(served, request, community)
    if (!actor) return toLogin(reply, '/patrol')
    const here = communityFor(actor, community, patrols)
    if (isRefused(here)) return sendTrouble(served, reply, here)
    const { ctx, performer } = served
    const handing = { ctx, performer, actor, key: form.field('key') || ctx.ids('msg') }
    const seen = { owner: actor.person, community: here, node: form.field('node'), seenAt: ctx.clock.now() }
    const done = await lookAt(handing, seen)
    return isRefused(done) ? sendTrouble(served, reply, done) : reply.redirect('/patrol?said=looked', 303)
  })

const textOf = (form: Form): string =>
  [form.field('common'), form.field('text')]
    .map((each) => each.trim())
    .filter(Boolean)
    .join('：')

const problemsOf = (text: string, node: string): FieldProblems<PatrolField> => ({
  ...(text === '' ? { text: 'missing' as const } : {}),
  ...(text.length > LONGEST_NOTE ? { text: 'too-long' as const } : {}),
  ...(node === '' ? { node: 'missing' as const } : {}),
})

const noting = (app: App, served: Served) =>
  app.post('/patrol/notes', { schema: { hide: true } }, async (request, reply) => {
    const form = await readForm(request)
    const community = form.field('community')
    const actor = await personFor(served, request, community)
    if (!actor) return toLogin(reply, '/patrol')
    const { ctx, performer } = served
    const [text, node, key] = [textOf(form), form.field('node'), form.field('key') || ctx.ids('msg')]
    const problems = problemsOf(text, node)
    if (Object.keys(problems).length > 0) {
      const shown = { ...FRESH, text: form.field('text'), problems, said: null, chosen: node, key }
      return sendPage(served, reply.code(422), 'patrol', await pageOf(served, actor, community, shown))
    }
    const here = communityFor(actor, community, patrols)
    if (isRefused(here)) return sendTrouble(served, reply, here)
    const photos = await storePhotosOnce(ctx, here, form.photos, { actor, key })
    if (isRefused(photos)) return sendTrouble(served, reply, photos)
    const seen = { owner: actor.person, community: here, node, seenAt: ctx.clock.now() }
    const asked: PatrolNoteAsked = { ...seen, text, settled: form.field('settled') === '1', photos: [...photos] }
    const done = await noteDown({ ctx, performer, actor, key }, asked)
    if (isRefused(done)) return sendTrouble(served, reply, done)
    return reply.redirect(`/patrol?said=${done.handedOver ? 'handed-over' : 'noted'}`, 303)
  })

/** Null where the pages were not built. */
const workerOf = ({ webDirectory }: Served): Promise<Buffer | null> =>
  readFile(join(webDirectory, 'worker', 'patrol.js')).catch(() => null)

export const patrolPages = async (app: App, served: Served): Promise<void> => {
  showing(app, served)
  looking(app, served)
  noting(app, served)
  const worker = await workerOf(served)
  if (!worker) return
  // Under a name that never changes, and asked for anew each time: so a new build takes the place of the old one.
  app.get('/patrol/worker.js', { schema: { hide: true } }, (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', '/patrol')
      .send(worker),
  )
}
