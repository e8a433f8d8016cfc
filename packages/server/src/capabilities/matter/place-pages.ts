// The page behind a scanned code: what is under way here, and the form that raises a matter or joins the one it is, for oneself without an account or for a neighbour.
import type { HelpDraft } from '@yishi/contract/helping'
import type { SimilarHere } from '@yishi/contract/joining'
import { type RaiseMatter, raiseMatterSchema } from '@yishi/contract/matter'
import type { FieldProblems, RaiseDraft, RaiseField } from '@yishi/contract/pages'
import { type Actor, type CommunityId, type Refused, holds, isRefused } from '@yishi/domain/kernel'
import { mayHelp } from '@yishi/domain/helping'
import { NOTE_TAKERS, PUBLICITIES } from '@yishi/domain/matter'
import { readPhone } from '@yishi/domain/privacy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { sendPage, type Served } from '../../kernel/http/served.ts'
import { wasDone } from '../../kernel/once.ts'
import { type FoundPlace, placeByCode } from '../territory/index.ts'
import type { ReadBeside } from './beside.ts'
import { openMatters } from './follow-query.ts'
import { NO_HELP, helpOfForm } from './help-form.ts'
import { raiseMatter } from './raise.ts'
import { similarHere } from './similar-query.ts'
import { type TakenIn, takeIn } from './taking-in.ts'

const OPEN_SHOWN = 5
const LONGEST = { text: 4000, where: 120, name: 40 } as const

const EMPTY: RaiseDraft = { text: '', where: '', name: '', phone: '', publicity: 'nameless', kept: [] }

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

type Serving = { readonly served: Served; readonly beside: ReadBeside['place']; readonly join: Join }

type Problems = FieldProblems<RaiseField>
type Shown = {
  readonly draft: RaiseDraft
  readonly problems: Problems
  readonly key: string
  readonly help: HelpDraft | null
  readonly similar?: SimilarHere | null
  readonly closedMeanwhile?: boolean
}

const statusOf = ({ problems, help }: Shown): number => {
  if (problems.photos === 'disk-full' || problems.recording === 'disk-full') return 507
  return Object.keys({ ...problems, ...help?.problems }).length > 0 ? 422 : 200
}

type Raising = { readonly found: FoundPlace; readonly forNeighbour: boolean; readonly actor: Actor }

type Answering = Serving & { readonly reply: FastifyReply; readonly raising: Raising }

const showPlace = async ({ served, beside, reply, raising }: Answering, shown: Shown) => {
  const { ctx } = served
  const { found, actor } = raising
  const { help, similar = null, closedMeanwhile = false, ...rest } = shown
  const { community, path } = found
  const read = await inCommunities(ctx.db, [community], async (trx) => ({
    open: await openMatters(trx, { community, path, limit: OPEN_SHOWN }, ctx.clock.now()),
    beside: await beside(trx, found, reply),
  }))
  const patrols = !help && holds(actor, NOTE_TAKERS, found.community, found.path)
  return sendPage(served, reply.code(statusOf(shown)), 'place', {
    ...rest,
    similar,
    closedMeanwhile,
    place: { ...found.view, open: read.open },
    beside: read.beside,
    patrols,
    asOf: ctx.clock.now(),
    ...(help ? { help } : {}),
  })
}

const refusePage = (served: Served, reply: FastifyReply, status: 403 | 404) =>
  sendPage(served, reply.code(status), 'error', { status, title: null, detail: null, reference: null, back: '/' })

const draftOf = (form: Form, { photos, recording }: TakenIn): RaiseDraft => ({
  text: form.field('text'),
  where: form.field('where').trim(),
  name: form.field('name').trim(),
  phone: form.field('phone').trim(),
  publicity: PUBLICITIES.find((each) => each === form.field('publicity')) ?? 'nameless',
  kept: photos,
  recording,
})

const problemsOf = (draft: RaiseDraft, help: HelpDraft | null): Problems => ({
  ...(draft.text.trim() === '' && !draft.recording ? { text: 'nothing-said' as const } : {}),
  ...(draft.text.length > LONGEST.text ? { text: 'too-long' as const } : {}),
  ...(draft.where.length > LONGEST.where ? { where: 'too-long' as const } : {}),
  ...(draft.name.length > LONGEST.name ? { name: 'too-long' as const } : {}),
  ...(draft.phone !== '' && readPhone(draft.phone) === null ? { phone: 'not-a-phone' as const } : {}),
  ...(help && draft.name === '' ? { name: 'missing' as const } : {}),
})

const askedOf = (found: FoundPlace, draft: RaiseDraft, help: HelpDraft | null): RaiseMatter =>
  raiseMatterSchema.parse({
    text: draft.text,
    place: found.view.code,
    where: draft.where,
    ...(draft.name ? { name: draft.name } : {}),
    ...(draft.phone ? { phone: draft.phone } : {}),
    publicity: draft.publicity,
    channel: 'code',
    photos: draft.kept.map(({ id }) => id),
    ...(draft.recording ? { recording: draft.recording.id } : {}),
    ...(help ? { help: { way: help.way, unit: help.unit, ...(help.paper ? { paper: help.paper } : {}) } } : {}),
  })

const problemOfRefusal = (refused: string): Problems => {
  if (refused === 'not-a-phone') return { phone: 'not-a-phone' }
  return refused === 'recording-unknown' ? { recording: 'malformed' } : { photos: 'malformed' }
}

const ANOTHER = 'none'

const similarTo = (served: Served, { community, path }: FoundPlace, text: string) =>
  inCommunities(served.ctx.db, [community], (trx) =>
    similarHere(trx, { community, path, text }, served.ctx.clock.now()),
  )

/** Asked back once: not of a form that was taken in already. */
const askBack = async ({ served, raising: { found, actor } }: Answering, { draft, key }: Shown) => {
  const matters = await similarTo(served, found, draft.text)
  if (matters.length === 0) return null
  const done = await inCommunities(served.ctx.db, [found.community], (trx) =>
    wasDone(trx, found.community, { actor, key }),
  )
  return done ? null : { matters, chosen: null }
}

const raiseAnew = async (answering: Answering, shown: Shown) => {
  const { served, reply, raising } = answering
  const { found, actor } = raising
  const { draft, key, help } = shown
  const { community, place, path } = found
  const receipt = await raiseMatter({ ...served, actor, key }, askedOf(found, draft, help), { community, place, path })
  if (!isRefused(receipt)) return reply.redirect(`${receipt.link}?new=1`, 303)
  return showPlace(answering, { ...shown, problems: problemOfRefusal(receipt.refused) })
}

const joinThe = async (answering: Answering, code: string, shown: Shown) => {
  const { served, reply, raising } = answering
  const { found, actor } = raising
  const { draft, key } = shown
  const joined = await answering.join(served, { actor, community: found.community, code, draft, key })
  if (!isRefused(joined)) return reply.redirect(`${joined.link}?new=1`, 303)
  if (joined.refused === 'raised-by-you') return reply.redirect('/me', 303)
  if (joined.refused !== 'not-a-phone') return showPlace(answering, { ...shown, closedMeanwhile: true })
  const similar = { matters: await similarTo(served, found, draft.text), chosen: code }
  return showPlace(answering, { ...shown, problems: { phone: 'not-a-phone' }, similar })
}

const take = async (answering: Answering, request: FastifyRequest) => {
  const { served, raising } = answering
  const { found, forNeighbour } = raising
  const form = await readForm(request)
  const key = form.field('key') || served.ctx.ids('msg')
  const taken = await takeIn({ ctx: served.ctx, community: found.community, form })
  const help = forNeighbour ? await helpOfForm(served.ctx, found.community, form) : null
  const draft = draftOf(form, taken)
  const shown = { draft, problems: { ...problemsOf(draft, help), ...taken.problems }, key, help }
  const chosen = form.field('same')
  if (statusOf(shown) !== 200) {
    const similar = chosen ? { matters: await similarTo(served, found, draft.text), chosen } : null
    return showPlace(answering, { ...shown, similar })
  }
  // Joining carries words and photos: what was spoken, or noted for a neighbour, stays whole in a matter of its own.
  if (chosen === ANOTHER || help || draft.recording) return raiseAnew(answering, shown)
  if (chosen !== '') return joinThe(answering, chosen, shown)
  const similar = await askBack(answering, shown)
  return similar ? showPlace(answering, { ...shown, similar }) : raiseAnew(answering, shown)
}

/** While somebody types: the same page with what seems to be the same, of which the script takes that part. A POST, so that nobody's words stand in an address. */
const look = async (answering: Answering, request: FastifyRequest) => {
  const text = (await readForm(request)).field('text').slice(0, LONGEST.text)
  const matters = await similarTo(answering.served, answering.raising.found, text)
  const similar = matters.length > 0 ? { matters, chosen: null } : null
  return showPlace(answering, { draft: { ...EMPTY, text }, problems: {}, key: '', help: null, similar })
}

type Asked = { Params: { code: string } }

/** Who may not raise here, or only after signing in, gets the answer with which they are sent on. */
const enter = async (served: Served, request: FastifyRequest<Asked>, forNeighbour: boolean) => {
  const found = await placeByCode(served.ctx, request.params.code)
  if (!found) return { away: 404 } as const
  const { actor } = await served.whoAsks(request, found.community)
  if (forNeighbour && actor.kind !== 'person') return { away: `/login?back=/p/${found.view.code}/help` } as const
  if (forNeighbour && !mayHelp(actor, found.community)) return { away: 403 } as const
  return { found, forNeighbour, actor }
}

const sendAway = (served: Served, reply: FastifyReply, away: 403 | 404 | string) =>
  typeof away === 'string' ? reply.redirect(away, 303) : refusePage(served, reply, away)

const hidden = { schema: { hide: true } }

const raisingHere = (app: App, serving: Serving, forNeighbour: boolean): void => {
  const { served } = serving
  const path = forNeighbour ? '/p/:code/help' : '/p/:code'
  app.get<Asked>(path, hidden, async (request, reply) => {
    const raising = await enter(served, request, forNeighbour)
    if ('away' in raising) return sendAway(served, reply, raising.away)
    const draft = { ...EMPTY, where: raising.found.label ?? '' }
    const help = forNeighbour ? NO_HELP : null
    return showPlace({ ...serving, reply, raising }, { draft, problems: {}, key: served.ctx.ids('msg'), help })
  })
  app.post<Asked>(path, hidden, async (request, reply) => {
    const raising = await enter(served, request, forNeighbour)
    return 'away' in raising ? sendAway(served, reply, raising.away) : take({ ...serving, reply, raising }, request)
  })
}

export const placePages = (app: App, serving: Serving): void => {
  const { served } = serving
  raisingHere(app, serving, false)
  raisingHere(app, serving, true)
  app.post<Asked>('/p/:code/similar', hidden, async (request, reply) => {
    const raising = await enter(served, request, false)
    return 'away' in raising ? sendAway(served, reply, raising.away) : look({ ...serving, reply, raising }, request)
  })
}
