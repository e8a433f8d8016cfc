// The page of a notice for anyone, with the form that objects; its check against the ledger; and an objection's own page. No account, no JavaScript.
import { type NoticePages, type ObjectionField, lodgeObjectionSchema } from '@yishi/contract/notice'
import { type NoticeId, type ObjectionId, isRefused } from '@yishi/domain/kernel'
import { checkPublished, noteKeyText, parseNoteKey } from '@yishi/domain/ledger'
import { LONGEST_OBJECTION } from '@yishi/domain/objection'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { qrSvg } from '../territory/index.ts'
import { actOnObjection, lodgeObjection } from './objecting.ts'
import { fingerprintOf, proofOf } from './proof.ts'
import { findPublic, objectionOfLink, readOwnObjection, readPublic } from './public-query.ts'

type Shown = Pick<NoticePages['notice'], 'draft' | 'problems' | 'refused' | 'key'>

const EMPTY: Shown['draft'] = { text: '', name: '', phone: '' }

const unknown = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

const statusOf = ({ problems, refused }: Shown): number => {
  if (refused) return 409
  return Object.keys(problems).length > 0 ? 422 : 200
}

const show = async (served: Served, reply: FastifyReply, subject: Subject<NoticeId>, shown: Shown) => {
  const asOf = served.ctx.clock.now()
  const notice = await inCommunities(served.ctx.db, [subject.community], (trx) => readPublic(trx, subject, asOf))
  if (!notice) return unknown(served, reply)
  return sendPage(served, reply.code(statusOf(shown)), 'notice', { notice, ...shown, asOf })
}

const LONGEST = { text: LONGEST_OBJECTION, name: 40, phone: 24 } as const satisfies Record<ObjectionField, number>

const problemsOf = (draft: Shown['draft']): Shown['problems'] => ({
  ...(draft.text === '' ? { text: 'missing' as const } : {}),
  ...Object.fromEntries(
    Object.entries(LONGEST).flatMap(([field, longest]) =>
      draft[field as ObjectionField].length > longest ? [[field, 'too-long' as const]] : [],
    ),
  ),
})

const REFUSED = ['period-over', 'already-objected', 'notice-not-hanging'] as const satisfies readonly Shown['refused'][]

const object = async (served: Served, request: FastifyRequest, reply: FastifyReply, subject: Subject<NoticeId>) => {
  const form = await readForm(request)
  const field = (name: ObjectionField) => form.field(name).trim()
  const draft = { text: field('text'), name: field('name'), phone: field('phone') }
  const key = form.field('key') || served.ctx.ids('msg')
  const problems = problemsOf(draft)
  const again = (more: Partial<Shown>) =>
    show(served, reply, subject, { draft, problems: {}, refused: null, key, ...more })
  if (Object.keys(problems).length > 0) return again({ problems })
  const { actor } = await served.whoAsks(request, subject.community)
  const lodged = await lodgeObjection({ ...served, actor, key }, subject, lodgeObjectionSchema.parse(draft))
  if (!isRefused(lodged)) return reply.redirect(`/o/${lodged.token}?new=1`, 303)
  const refused = REFUSED.find((code) => code === lodged.refused) ?? null
  return refused ? again({ refused }) : again({ problems: { phone: 'not-a-phone' } })
}

const check = async (served: Served, reply: FastifyReply, subject: Subject<NoticeId>) => {
  const { ctx } = served
  const { notice, proof, fingerprint } = await inCommunities(ctx.db, [subject.community], async (trx) => ({
    notice: await readPublic(trx, subject, ctx.clock.now()),
    proof: await proofOf(trx, subject),
    fingerprint: await fingerprintOf(trx, subject),
  }))
  if (!notice || !proof || !fingerprint) return unknown(served, reply)
  const key = parseNoteKey(noteKeyText(ctx.signer(subject.community)))
  if (isRefused(key)) throw new Error(`the key of ${subject.community} does not read`)
  const { wording: value, ...rest } = proof
  const { opened: wording, included, signed } = checkPublished({ name: 'wording', value, ...rest }, [key])
  const url = `${ctx.settings.publicUrl}/api/notices/${subject.id}/proof`
  return sendPage(served, reply, 'notice-check', {
    notice,
    checks: { wording, included, signed },
    proof,
    fingerprint,
    url,
  })
}

const receiptFor = async ({ ctx }: Served, subject: Subject<ObjectionId>, token: string) => {
  const url = `${ctx.settings.publicUrl}/o/${token}`
  const proof = await inCommunities<string | null>(ctx.db, [subject.community], (trx) => receiptOf(ctx, trx, subject))
  return { url, qr: await qrSvg(url), proof: proof ?? '' }
}

const own = (app: App, served: Served) => {
  type Link = { Params: { token: string } }
  app.get<Link>('/o/:token', { schema: { hide: true } }, async (request, reply) => {
    const { token } = request.params
    const subject = await objectionOfLink(served.ctx.db, token)
    if (!subject) return sendPage(served, reply.code(404), 'ended', { why: 'link-unknown' })
    const asOf = served.ctx.clock.now()
    const objection = await inCommunities(served.ctx.db, [subject.community], (trx) =>
      readOwnObjection(trx, subject, asOf),
    )
    const receipt = queryText(request, 'new') === '1' ? await receiptFor(served, subject, token) : null
    return sendPage(served, reply, 'objection', { objection, token, receipt, asOf })
  })
  app.post<Link>('/o/:token/take-back', { schema: { hide: true } }, async (request, reply) => {
    const { token } = request.params
    const subject = await objectionOfLink(served.ctx.db, token)
    if (!subject) return sendPage(served, reply.code(404), 'ended', { why: 'link-unknown' })
    const { actor } = await served.whoAsks(request, subject.community)
    // Refused only where it was answered or taken back meanwhile, which the page then shows.
    await actOnObjection({ ...served, actor, key: undefined }, subject, { type: 'TakeBackObjection', byLink: true })
    return reply.redirect(`/o/${token}`, 303)
  })
}

export const noticePages = (app: App, served: Served): void => {
  type Address = { Params: { notice: string } }
  const at =
    (then: (request: FastifyRequest, reply: FastifyReply, subject: Subject<NoticeId>) => Promise<unknown>) =>
    async (request: FastifyRequest<Address>, reply: FastifyReply) => {
      const subject = await findPublic(served.ctx.db, request.params.notice)
      return subject ? then(request, reply, subject) : unknown(served, reply)
    }
  const schema = { hide: true }
  app.get<Address>(
    '/n/:notice',
    { schema },
    at((_, reply, subject) =>
      show(served, reply, subject, { draft: EMPTY, problems: {}, refused: null, key: served.ctx.ids('msg') }),
    ),
  )
  app.post<Address>(
    '/n/:notice/objections',
    { schema },
    at((request, reply, subject) => object(served, request, reply, subject)),
  )
  app.get<Address>(
    '/n/:notice/check',
    { schema },
    at((_, reply, subject) => check(served, reply, subject)),
  )
  own(app, served)
}
