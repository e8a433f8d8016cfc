// The page behind a scanned code: what is under way here, and the form that raises a matter; it needs no account and no JavaScript.
import { type RaiseMatter, raiseMatterSchema } from '@yishi/contract/matter'
import type { SimilarHere } from '@yishi/contract/joining'
import type { FieldProblems, RaiseDraft, RaiseField } from '@yishi/contract/pages'
import { type Actor, type CommunityId, type PhotoId, type Refused, holds, isRefused } from '@yishi/domain/kernel'
import { NOTE_TAKERS, PUBLICITIES } from '@yishi/domain/matter'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { sendPage, type Served } from '../../kernel/http/served.ts'
import { wasDone } from '../../kernel/once.ts'
import { storePhotos } from '../photo/index.ts'
import { type FoundPlace, placeByCode } from '../territory/index.ts'
import { openAround } from './follow-query.ts'
import { raiseMatter } from './raise.ts'
import { photoProblem } from './photo-problem.ts'
import { similarHere } from './similar-query.ts'
import { photoView } from './views.ts'

const OPEN_SHOWN = 5
const LONGEST = { text: 4000, where: 120, name: 40 } as const

const EMPTY: RaiseDraft = { text: '', where: '', name: '', phone: '', publicity: 'nameless', kept: [] }

type Shown = {
  readonly draft: RaiseDraft
  readonly problems: FieldProblems<RaiseField>
  readonly key: string
  readonly similar?: SimilarHere | null
  readonly closedMeanwhile?: boolean
}

const statusOf = (problems: FieldProblems<RaiseField>): number => {
  if (problems.photos === 'disk-full') return 507
  return Object.keys(problems).length > 0 ? 422 : 200
}

const showPlace = async (served: Served, reply: FastifyReply, found: FoundPlace, shown: Shown) => {
  const { ctx } = served
  const { draft, problems, key, similar = null, closedMeanwhile = false } = shown
  const { matters } = await inCommunities(ctx.db, [found.community], (trx) =>
    openAround(trx, { community: found.community, path: found.path, limit: OPEN_SHOWN }, ctx.clock.now()),
  )
  const place = { ...found.view, open: matters }
  const { actor } = await served.whoAsks(reply.request, found.community)
  const patrols = holds(actor, NOTE_TAKERS, found.community, found.path)
  return sendPage(served, reply.code(statusOf(problems)), 'place', {
    place,
    draft,
    problems,
    key,
    patrols,
    asOf: ctx.clock.now(),
    similar,
    closedMeanwhile,
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

/** Another capability's: joins the matter of this code in the community of the place. */
export type Join = (
  served: Pick<Served, 'ctx' | 'performer'>,
  asked: {
    readonly actor: Actor
    readonly community: CommunityId
    readonly code: string
    readonly draft: RaiseDraft
    readonly key: string
  },
) => Promise<{ readonly link: string } | Refused>

const ANOTHER = 'none'

const similarTo = (served: Served, { community, path }: FoundPlace, { text }: Pick<RaiseDraft, 'text'>) =>
  inCommunities(served.ctx.db, [community], (trx) =>
    similarHere(trx, { community, path, text }, served.ctx.clock.now()),
  )

/** Asked back once: not of a form that was taken in already, nor of one that says what it is. */
const askBack = async (served: Served, found: FoundPlace, { draft, key, actor }: Sent) => {
  const matters = await similarTo(served, found, draft)
  if (matters.length === 0) return null
  const done = await inCommunities(served.ctx.db, [found.community], (trx) =>
    wasDone(trx, found.community, { actor, key }),
  )
  return done ? null : matters
}

type Sent = { readonly draft: RaiseDraft; readonly key: string; readonly actor: Actor }
type Answering = { readonly served: Served; readonly reply: FastifyReply; readonly found: FoundPlace }

const raiseAnew = async ({ served, reply, found }: Answering, { draft, key, actor }: Sent) => {
  const { community, place, path } = found
  const receipt = await raiseMatter({ ...served, actor, key }, askedOf(found, draft), { community, place, path })
  if (!isRefused(receipt)) return reply.redirect(`${receipt.link}?new=1`, 303)
  const field = receipt.refused === 'not-a-phone' ? { phone: 'not-a-phone' as const } : { photos: 'malformed' as const }
  return showPlace(served, reply, found, { draft, problems: field, key })
}

const join = async ({ served, reply, found }: Answering, sent: Sent & { readonly code: string }, joinIn: Join) => {
  const { draft, key, code } = sent
  const joined = await joinIn(served, { ...sent, community: found.community })
  if (!isRefused(joined)) return reply.redirect(`${joined.link}?new=1`, 303)
  if (joined.refused === 'raised-by-you') return reply.redirect('/me', 303)
  if (joined.refused === 'not-a-phone') {
    const similar = { matters: await similarTo(served, found, draft), chosen: code }
    return showPlace(served, reply, found, { draft, problems: { phone: 'not-a-phone' }, key, similar })
  }
  return showPlace(served, reply, found, { draft, problems: {}, key, closedMeanwhile: true })
}

const take = async (answering: Answering, request: FastifyRequest, joinIn: Join) => {
  const { served, reply, found } = answering
  const form = await readForm(request)
  const key = form.field('key') || served.ctx.ids('msg')
  const { draft, problems } = await keepPhotos(served, found, draftOf(found, form), form)
  const wrong = { ...problemsOf(draft), ...problems }
  const chosen = form.field('same')
  if (Object.keys(wrong).length > 0) {
    const similar = chosen ? { matters: await similarTo(served, found, draft), chosen } : null
    return showPlace(served, reply, found, { draft, problems: wrong, key, similar })
  }
  const { actor } = await served.whoAsks(request, found.community)
  const sent = { draft, key, actor }
  if (chosen !== '' && chosen !== ANOTHER) return join(answering, { ...sent, code: chosen }, joinIn)
  const matters = chosen === ANOTHER ? null : await askBack(served, found, sent)
  if (matters) return showPlace(served, reply, found, { draft, problems: {}, key, similar: { matters, chosen: null } })
  return raiseAnew(answering, sent)
}

/** While somebody types: the same page with what seems to be the same, of which the script takes that part. A POST, so that nobody's words stand in an address. */
const look = async ({ served, reply, found }: Answering, request: FastifyRequest) => {
  const text = (await readForm(request)).field('text').slice(0, LONGEST.text)
  const matters = await similarTo(served, found, { text })
  const similar = matters.length > 0 ? { matters, chosen: null } : null
  return showPlace(served, reply, found, { draft: { ...EMPTY, text }, problems: {}, key: '', similar })
}

type Coded = { Params: { code: string } }

export const placePages = (app: App, served: Served, joinIn: Join): void => {
  const at = (answer: (answering: Answering, request: FastifyRequest) => Promise<FastifyReply>) => {
    return async (request: FastifyRequest<Coded>, reply: FastifyReply) => {
      const found = await placeByCode(served.ctx, request.params.code)
      return found ? answer({ served, reply, found }, request) : unknownPlace(served, reply)
    }
  }
  const hidden = { schema: { hide: true } }
  app.get<Coded>(
    '/p/:code',
    hidden,
    at(({ reply, found }) => {
      const draft = { ...EMPTY, where: found.label ?? '' }
      return showPlace(served, reply, found, { draft, problems: {}, key: served.ctx.ids('msg') })
    }),
  )
  app.post<Coded>(
    '/p/:code',
    hidden,
    at((answering, request) => take(answering, request, joinIn)),
  )
  app.post<Coded>('/p/:code/similar', hidden, at(look))
}
