// The page that follows a matter for ever by its secret link: the receipt at first, then its story, rating, remarks and reopening.
import type { MatterCommandName } from '@yishi/contract/matter-command'
import type { FollowDraft, FollowForm, Pages } from '@yishi/contract/pages'
import { type Actor, type MatterId, type PhotoId, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { storePhotos } from '../photo/index.ts'
import { qrSvg } from '../territory/index.ts'
import { actOnMatter } from './acting.ts'
import type { ReadBeside } from './beside.ts'
import { matterOfLink, readFollow } from './follow-query.ts'
import { photoProblem } from './photo-problem.ts'
import { photoView } from './views.ts'

type Following = { readonly served: Served; readonly beside: ReadBeside['follow'] }

type Said = NonNullable<Pages['follow']['said']>
const SAID: readonly Said[] = ['nudged', 'rated', 'remarked', 'reopened', 'nudged-today', 'not-now']
const AFTER = { rate: 'rated', remark: 'remarked', nudge: 'nudged', reopen: 'reopened' } as const satisfies Partial<
  Record<MatterCommandName, Said>
>
type HolderForm = keyof typeof AFTER

const receiptFor = async ({ ctx }: Served, subject: Subject<MatterId>, token: string) => {
  const url = `${ctx.settings.publicUrl}/m/${token}`
  const proof = await inCommunities<string | null>(ctx.db, [subject.community], (trx) => receiptOf(ctx, trx, subject))
  return { url, qr: await qrSvg(url), proof: proof ?? '' }
}

type Showing = {
  readonly token: string
  readonly isNew: boolean
  readonly said: string
  readonly draft: FollowDraft | null
  readonly key?: string
}

const show = async (
  { served, beside }: Following,
  reply: FastifyReply,
  subject: Subject<MatterId>,
  showing: Showing,
) => {
  const { ctx } = served
  const read = await inCommunities(ctx.db, [subject.community], async (trx) => {
    const view = await readFollow(trx, subject, ctx.clock.now())
    return view && { view, beside: await beside(trx, subject, reply) }
  })
  if (!read) return sendPage(served, reply.code(404), 'ended', { why: 'link-unknown' })
  const { token, isNew, draft } = showing
  return sendPage(served, reply.code(draft ? 422 : 200), 'follow', {
    ...read,
    token,
    receipt: isNew ? await receiptFor(served, subject, token) : null,
    said: SAID.find((each) => each === showing.said) ?? null,
    draft,
    key: showing.key ?? ctx.ids('msg'),
  })
}

const bodyOf = (name: HolderForm, form: Form, photos: readonly string[]): object => {
  const text = form.field('text').trim()
  switch (name) {
    case 'rate':
      return { score: Number(form.field('score')), text }
    case 'remark':
      return { text, photos }
    case 'nudge':
      return {}
    case 'reopen':
      return { reason: form.field('reason').trim() || text }
  }
}

const problemsOf = (name: HolderForm, form: Form): FollowDraft['problems'] => {
  const words = `${form.field('text')}${form.field('reason')}`.trim()
  if (name === 'rate' && !/^[1-5]$/.test(form.field('score'))) return { score: 'missing' }
  if ((name === 'remark' || name === 'reopen') && words === '') return { text: 'missing' }
  return words.length > (name === 'remark' ? 2000 : 1000) ? { text: 'too-long' } : {}
}

type Asked = { readonly name: HolderForm; readonly subject: Subject<MatterId>; readonly token: string }

const act = async (
  following: Following,
  request: FastifyRequest,
  reply: FastifyReply,
  { name, subject, token }: Asked,
) => {
  const { served } = following
  const form = await readForm(request)
  const stored = await storePhotos(served.ctx, subject.community, form.photos)
  const photos = [...form.fields('kept'), ...(isRefused(stored) ? [] : stored.map((id: PhotoId) => id))]
  const problems = isRefused(stored) ? { photos: photoProblem(stored) } : problemsOf(name, form)
  if (Object.keys(problems).length > 0 && name !== 'nudge') {
    const draft: FollowDraft = {
      form: name satisfies FollowForm,
      score: Number(form.field('score')) || null,
      text: form.field('text') || form.field('reason'),
      kept: photos.map((id) => photoView(subject.community, id)),
      problems,
    }
    return show(following, reply, subject, { token, isNew: false, said: '', draft, key: form.field('key') })
  }
  const actor: Actor = { kind: 'link-holder', matter: subject.id }
  const key = form.field('key') || undefined
  const done = await actOnMatter({ ...served, actor, subject, key }, name, bodyOf(name, form, photos))
  const said: Said = isRefused(done) ? (done.refused === 'nudged-today' ? 'nudged-today' : 'not-now') : AFTER[name]
  return reply.redirect(`/m/${token}?said=${said}`, 303)
}

export const followPages = (app: App, served: Served, beside: ReadBeside['follow']): void => {
  const following = { served, beside }
  type Link = { Params: { token: string }; Querystring: { new?: string; said?: string } }
  app.get<Link>('/m/:token', { schema: { hide: true } }, async (request, reply) => {
    const { token } = request.params
    const subject = await matterOfLink(served.ctx.db, token)
    if (!subject) return sendPage(served, reply.code(404), 'ended', { why: 'link-unknown' })
    const { new: isNew, said = '' } = request.query
    return show(following, reply, subject, { token, isNew: isNew === '1', said, draft: null })
  })
  for (const name of Object.keys(AFTER) as HolderForm[])
    app.post<Link>(`/m/:token/${name}`, { schema: { hide: true } }, async (request, reply) => {
      const { token } = request.params
      const subject = await matterOfLink(served.ctx.db, token)
      if (!subject) return sendPage(served, reply.code(404), 'ended', { why: 'link-unknown' })
      return act(following, request, reply, { name, subject, token })
    })
}
