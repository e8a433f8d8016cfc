// The page behind a scanned code: what is under way here, and the form that raises a matter; it needs no account and no JavaScript.
import { type RaiseMatter, raiseMatterSchema } from '@yishi/contract/matter'
import type { FieldProblems, RaiseDraft, RaiseField } from '@yishi/contract/pages'
import { type PhotoId, holds, isRefused } from '@yishi/domain/kernel'
import { NOTE_TAKERS, PUBLICITIES } from '@yishi/domain/matter'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { sendPage, type Served } from '../../kernel/http/served.ts'
import { storePhotos } from '../photo/index.ts'
import { type FoundPlace, placeByCode } from '../territory/index.ts'
import type { ReadBeside } from './beside.ts'
import { openMatters } from './follow-query.ts'
import { raiseMatter } from './raise.ts'
import { photoProblem } from './photo-problem.ts'
import { photoView } from './views.ts'

const OPEN_SHOWN = 5
const LONGEST = { text: 4000, where: 120, name: 40 } as const

const EMPTY: RaiseDraft = { text: '', where: '', name: '', phone: '', publicity: 'nameless', kept: [] }

type Serving = { readonly served: Served; readonly beside: ReadBeside['place'] }

type Shown = { readonly draft: RaiseDraft; readonly problems: FieldProblems<RaiseField>; readonly key: string }

const statusOf = (problems: FieldProblems<RaiseField>): number => {
  if (problems.photos === 'disk-full') return 507
  return Object.keys(problems).length > 0 ? 422 : 200
}

const showPlace = async (
  { served, beside }: Serving,
  reply: FastifyReply,
  found: FoundPlace,
  { draft, problems, key }: Shown,
) => {
  const { ctx } = served
  const { community, path } = found
  const read = await inCommunities(ctx.db, [community], async (trx) => ({
    open: await openMatters(trx, { community, path, limit: OPEN_SHOWN }, ctx.clock.now()),
    beside: await beside(trx, found, reply),
  }))
  const place = { ...found.view, open: read.open }
  const { actor } = await served.whoAsks(reply.request, found.community)
  const patrols = holds(actor, NOTE_TAKERS, found.community, found.path)
  return sendPage(served, reply.code(statusOf(problems)), 'place', {
    place,
    draft,
    problems,
    key,
    beside: read.beside,
    patrols,
    asOf: ctx.clock.now(),
  })
}

const unknownPlace = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

const draftOf = (found: FoundPlace, form: Form): RaiseDraft => ({
  text: form.field('text'),
  where: form.field('where').trim(),
  name: form.field('name').trim(),
  phone: form.field('phone').trim(),
  publicity: PUBLICITIES.find((each) => each === form.field('publicity')) ?? 'nameless',
  kept: form.fields('kept').map((id) => photoView(found.community, id)),
})

const problemsOf = (draft: RaiseDraft): FieldProblems<RaiseField> => ({
  ...(draft.text.trim() === '' ? { text: 'missing' as const } : {}),
  ...(draft.text.length > LONGEST.text ? { text: 'too-long' as const } : {}),
  ...(draft.where.length > LONGEST.where ? { where: 'too-long' as const } : {}),
  ...(draft.name.length > LONGEST.name ? { name: 'too-long' as const } : {}),
})

/** Photos are taken in first, so that a mistake elsewhere does not lose them. */
const keepPhotos = async ({ ctx }: Served, found: FoundPlace, draft: RaiseDraft, form: Form) => {
  if (draft.kept.length + form.photos.length > 6) return { draft, problems: { photos: 'too-many-photos' as const } }
  const stored = await storePhotos(ctx, found.community, form.photos)
  if (isRefused(stored)) return { draft, problems: { photos: photoProblem(stored) } }
  const kept = [...draft.kept, ...stored.map((id: PhotoId) => photoView(found.community, id))]
  return { draft: { ...draft, kept }, problems: {} }
}

const askedOf = (found: FoundPlace, draft: RaiseDraft): RaiseMatter =>
  raiseMatterSchema.parse({
    text: draft.text,
    place: found.view.code,
    where: draft.where,
    ...(draft.name ? { name: draft.name } : {}),
    ...(draft.phone ? { phone: draft.phone } : {}),
    publicity: draft.publicity,
    channel: 'code',
    photos: draft.kept.map(({ id }) => id),
  })

const raise = async (serving: Serving, request: FastifyRequest, reply: FastifyReply, found: FoundPlace) => {
  const { served } = serving
  const form = await readForm(request)
  const key = form.field('key') || served.ctx.ids('msg')
  const { draft, problems } = await keepPhotos(served, found, draftOf(found, form), form)
  const wrong = { ...problemsOf(draft), ...problems }
  if (Object.keys(wrong).length > 0) return showPlace(serving, reply, found, { draft, problems: wrong, key })
  const { actor } = await served.whoAsks(request, found.community)
  const { community, place, path } = found
  const receipt = await raiseMatter({ ...served, actor, key }, askedOf(found, draft), { community, place, path })
  if (!isRefused(receipt)) return reply.redirect(`${receipt.link}?new=1`, 303)
  const field = receipt.refused === 'not-a-phone' ? { phone: 'not-a-phone' as const } : { photos: 'malformed' as const }
  return showPlace(serving, reply, found, { draft, problems: field, key })
}

export const placePages = (app: App, served: Served, beside: ReadBeside['place']): void => {
  const serving = { served, beside }
  app.get<{ Params: { code: string } }>('/p/:code', { schema: { hide: true } }, async (request, reply) => {
    const found = await placeByCode(served.ctx, request.params.code)
    if (!found) return unknownPlace(served, reply)
    const draft = { ...EMPTY, where: found.label ?? '' }
    return showPlace(serving, reply, found, { draft, problems: {}, key: served.ctx.ids('msg') })
  })
  app.post<{ Params: { code: string } }>('/p/:code', { schema: { hide: true } }, async (request, reply) => {
    const found = await placeByCode(served.ctx, request.params.code)
    return found ? raise(serving, request, reply, found) : unknownPlace(served, reply)
  })
}
