// A matter's own page, by its secret link or for who helps the raiser: the receipt at first, then its story, rating, remarks and reopening.
import type { MatterCommandName } from '@yishi/contract/matter-command'
import type { FollowDraft, FollowForm, Pages } from '@yishi/contract/pages'
import { type MatterId, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { qrSvg } from '../territory/index.ts'
import { actOnMatter } from './acting.ts'
import type { ReadBeside } from './beside.ts'
import { DOORS, type Door } from './doors.ts'
import { readFollow } from './follow-query.ts'
import { sendRecording } from './recording-routes.ts'
import { type TakenIn, takeIn } from './taking-in.ts'

type Following = { readonly served: Served; readonly beside: ReadBeside['follow'] }

type Said = NonNullable<Pages['follow']['said']>
const SAID: readonly Said[] = [
  'nudged',
  'rated',
  'remarked',
  'reopened',
  'withdrawn',
  'raised-for',
  'nudged-today',
  'not-now',
]
const AFTER = {
  rate: 'rated',
  remark: 'remarked',
  nudge: 'nudged',
  reopen: 'reopened',
  'withdraw-consent': 'withdrawn',
} as const satisfies Partial<Record<MatterCommandName, Said>>
type HolderForm = keyof typeof AFTER

const receiptFor = async ({ ctx }: Served, subject: Subject<MatterId>, token: string) => {
  const url = `${ctx.settings.publicUrl}/m/${token}`
  const proof = await inCommunities<string | null>(ctx.db, [subject.community], (trx) => receiptOf(ctx, trx, subject))
  return { url, qr: await qrSvg(url), proof: proof ?? '' }
}

type Showing = {
  readonly isNew: boolean
  readonly said: string
  readonly draft: FollowDraft | null
  readonly key?: string
}

const nowhere = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'ended', { why: 'link-unknown' })

const show = async (
  { served, beside }: Following,
  reply: FastifyReply,
  { subject, actor, at, token }: Door,
  { isNew, draft, said, key }: Showing,
) => {
  const { ctx } = served
  const read = await inCommunities(ctx.db, [subject.community], async (trx) => {
    const view = await readFollow(trx, subject, ctx.clock.now(), actor)
    return view && { view, beside: await beside(trx, subject, reply) }
  })
  if (!read) return nowhere(served, reply)
  return sendPage(served, reply.code(draft ? 422 : 200), 'follow', {
    ...read,
    at,
    receipt: isNew && token !== null ? await receiptFor(served, subject, token) : null,
    said: SAID.find((each) => each === said) ?? (isNew && token === null ? 'raised-for' : null),
    draft,
    key: key ?? ctx.ids('msg'),
  })
}

const bodyOf = (name: HolderForm, form: Form, { photos, recording }: TakenIn): object => {
  const text = form.field('text').trim()
  switch (name) {
    case 'rate':
      return { score: Number(form.field('score')), text }
    case 'remark':
      return { text, photos: photos.map(({ id }) => id), ...(recording ? { recording: recording.id } : {}) }
    case 'reopen':
      return { reason: form.field('reason').trim() || text }
    case 'nudge':
    case 'withdraw-consent':
      return {}
  }
}

const problemsOf = (name: HolderForm, form: Form, { recording }: TakenIn): FollowDraft['problems'] => {
  const words = `${form.field('text')}${form.field('reason')}`.trim()
  if (name === 'rate' && !/^[1-5]$/.test(form.field('score'))) return { score: 'missing' }
  if (name === 'remark' && words === '' && !recording) return { text: 'nothing-said' }
  if (name === 'reopen' && words === '') return { text: 'missing' }
  return words.length > (name === 'remark' ? 2000 : 1000) ? { text: 'too-long' } : {}
}

const hasWords = (name: HolderForm): name is FollowForm => name !== 'nudge' && name !== 'withdraw-consent'

const act = async (following: Following, request: FastifyRequest, reply: FastifyReply, asked: [Door, HolderForm]) => {
  const { served } = following
  const [door, name] = asked
  const { subject, actor, at } = door
  const form = await readForm(request)
  const taken = await takeIn({ ctx: served.ctx, community: subject.community, form })
  const problems = { ...problemsOf(name, form, taken), ...taken.problems }
  if (Object.keys(problems).length > 0 && hasWords(name)) {
    const draft: FollowDraft = {
      form: name,
      score: Number(form.field('score')) || null,
      text: form.field('text') || form.field('reason'),
      kept: taken.photos,
      recording: taken.recording,
      problems,
    }
    return show(following, reply, door, { isNew: false, said: '', draft, key: form.field('key') })
  }
  const key = form.field('key') || undefined
  const done = await actOnMatter({ ...served, actor, subject, key }, name, bodyOf(name, form, taken))
  const said: Said = isRefused(done) ? (done.refused === 'nudged-today' ? 'nudged-today' : 'not-now') : AFTER[name]
  // Whoever gives up helping has no page to come back to.
  return reply.redirect(said === 'withdrawn' && door.token === null ? '/me' : `${at}?said=${said}`, 303)
}

type Asked = { Params: { recording: string }; Querystring: { new?: string; said?: string } }

const throughDoor = (app: App, following: Following, { path, find }: (typeof DOORS)[number]): void => {
  const { served } = following
  app.get<Asked>(path, { schema: { hide: true } }, async (request, reply) => {
    const door = await find(served, request)
    if (!door) return nowhere(served, reply)
    const { new: isNew, said = '' } = request.query
    return show(following, reply, door, { isNew: isNew === '1', said, draft: null })
  })
  app.get<Asked>(`${path}/recordings/:recording`, { schema: { hide: true } }, async (request, reply) => {
    const door = await find(served, request)
    if (!door) return nowhere(served, reply)
    return sendRecording(served, door.subject, { request, reply, recording: request.params.recording }, null)
  })
  for (const name of Object.keys(AFTER) as HolderForm[])
    app.post<Asked>(`${path}/${name}`, { schema: { hide: true } }, async (request, reply) => {
      const door = await find(served, request)
      return door ? act(following, request, reply, [door, name]) : nowhere(served, reply)
    })
}

export const followPages = (app: App, served: Served, beside: ReadBeside['follow']): void => {
  for (const door of DOORS) throughDoor(app, { served, beside }, door)
}
