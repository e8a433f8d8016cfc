// The page behind a scanned code: what is under way here, and the form that raises a matter, for oneself without an account or for a neighbour.
import type { HelpDraft } from '@yishi/contract/helping'
import { type RaiseMatter, raiseMatterSchema } from '@yishi/contract/matter'
import type { FieldProblems, RaiseDraft, RaiseField } from '@yishi/contract/pages'
import { type Actor, holds, isRefused } from '@yishi/domain/kernel'
import { mayHelp } from '@yishi/domain/helping'
import { NOTE_TAKERS, PUBLICITIES } from '@yishi/domain/matter'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { sendPage, type Served } from '../../kernel/http/served.ts'
import { type FoundPlace, placeByCode } from '../territory/index.ts'
import type { ReadBeside } from './beside.ts'
import { openMatters } from './follow-query.ts'
import { NO_HELP, helpOfForm } from './help-form.ts'
import { raiseMatter } from './raise.ts'
import { type TakenIn, takeIn } from './taking-in.ts'

const OPEN_SHOWN = 5
const LONGEST = { text: 4000, where: 120, name: 40 } as const

const EMPTY: RaiseDraft = { text: '', where: '', name: '', phone: '', publicity: 'nameless', kept: [] }

type Serving = { readonly served: Served; readonly beside: ReadBeside['place'] }

type Problems = FieldProblems<RaiseField>
type Shown = {
  readonly draft: RaiseDraft
  readonly problems: Problems
  readonly key: string
  readonly help: HelpDraft | null
}

const statusOf = ({ problems, help }: Shown): number => {
  if (problems.photos === 'disk-full' || problems.recording === 'disk-full') return 507
  return Object.keys({ ...problems, ...help?.problems }).length > 0 ? 422 : 200
}

type Raising = { readonly found: FoundPlace; readonly forNeighbour: boolean; readonly actor: Actor }

const showPlace = async ({ served, beside }: Serving, reply: FastifyReply, { found, actor }: Raising, shown: Shown) => {
  const { ctx } = served
  const { help, ...rest } = shown
  const { community, path } = found
  const read = await inCommunities(ctx.db, [community], async (trx) => ({
    open: await openMatters(trx, { community, path, limit: OPEN_SHOWN }, ctx.clock.now()),
    beside: await beside(trx, found, reply),
  }))
  const patrols = !help && holds(actor, NOTE_TAKERS, found.community, found.path)
  return sendPage(served, reply.code(statusOf(shown)), 'place', {
    ...rest,
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

const raise = async (serving: Serving, request: FastifyRequest, reply: FastifyReply, raising: Raising) => {
  const { served } = serving
  const { found, forNeighbour, actor } = raising
  const { community, place, path } = found
  const form = await readForm(request)
  const key = form.field('key') || served.ctx.ids('msg')
  const taken = await takeIn({ ctx: served.ctx, community, form })
  const help = forNeighbour ? await helpOfForm(served.ctx, community, form) : null
  const draft = draftOf(form, taken)
  const problems = { ...problemsOf(draft, help), ...taken.problems }
  const shown = { draft, problems, key, help }
  if (statusOf(shown) !== 200) return showPlace(serving, reply, raising, shown)
  const receipt = await raiseMatter({ ...served, actor, key }, askedOf(found, draft, help), { community, place, path })
  if (!isRefused(receipt)) return reply.redirect(`${receipt.link}?new=1`, 303)
  return showPlace(serving, reply, raising, { ...shown, problems: problemOfRefusal(receipt.refused) })
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

const raisingHere = (app: App, serving: Serving, forNeighbour: boolean): void => {
  const { served } = serving
  const path = forNeighbour ? '/p/:code/help' : '/p/:code'
  app.get<Asked>(path, { schema: { hide: true } }, async (request, reply) => {
    const entered = await enter(served, request, forNeighbour)
    if ('away' in entered) return sendAway(served, reply, entered.away)
    const draft = { ...EMPTY, where: entered.found.label ?? '' }
    const help = forNeighbour ? NO_HELP : null
    return showPlace(serving, reply, entered, { draft, problems: {}, key: served.ctx.ids('msg'), help })
  })
  app.post<Asked>(path, { schema: { hide: true } }, async (request, reply) => {
    const entered = await enter(served, request, forNeighbour)
    return 'away' in entered ? sendAway(served, reply, entered.away) : raise(serving, request, reply, entered)
  })
}

export const placePages = (app: App, served: Served, beside: ReadBeside['place']): void => {
  raisingHere(app, { served, beside }, false)
  raisingHere(app, { served, beside }, true)
}
