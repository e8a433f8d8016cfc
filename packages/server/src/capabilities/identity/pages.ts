// The page of one's own home: where one stands as an owner, claiming it, and vouching for another owner of it; forms without JavaScript.
import { type ClaimHome, HOME_SAID, type HomePage, claimHomeSchema } from '@yishi/contract/identity'
import type { FieldProblem } from '@yishi/contract/pages'
import { type CommunityId, type PersonActor, type Refused, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { communityTitle } from '../territory/index.ts'
import { type Acting, confirmByOwner, doubtClaim, lodgeClaim, withdrawClaim } from './acting.ts'
import { homeOf } from './homes-query.ts'
import { findClaim } from './routes.ts'

type Address = { Params: { community: string } }
type Showing = Partial<Pick<HomePage, 'draft' | 'problems' | 'problem' | 'said'>> & { readonly status?: number }
type At = { readonly community: CommunityId; readonly actor: PersonActor }

const EMPTY: ClaimHome = { node: '', door: '', name: '' }

const notFound = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

const isHere = (ctx: Context, community: CommunityId) =>
  ctx.db.selectFrom('community').select('id').where('id', '=', community).executeTakeFirst()

/** Null where that has been answered: no such community, or nobody signed in. */
const opened = async (served: Served, request: FastifyRequest<Address>, reply: FastifyReply): Promise<At | null> => {
  const community = request.params.community as CommunityId
  if (!(await isHere(served.ctx, community))) {
    await notFound(served, reply)
    return null
  }
  const { actor } = await served.whoAsks(request, community)
  if (actor.kind === 'person') return { community, actor }
  await reply.redirect(`/login?back=/c/${community}/home`, 303)
  return null
}

/** Somebody who is signed in and has no name here yet gets one by signing in from here. */
const NOT_HERE = { standing: 'not-here', owned: [], waiting: null, refused: null, asked: [], stairs: [] } as const

const standing = ({ ctx }: Served, { community, actor }: At) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const known = await trx
      .selectFrom('person')
      .select('person_id')
      .where('community_id', '=', community)
      .where('person_id', '=', actor.person)
      .executeTakeFirst()
    const someone = { community, person: actor.person }
    const home = known ? await homeOf(trx, someone, ctx.clock.now()) : NOT_HERE
    return { home, title: await communityTitle(trx, community) }
  })

const show = async (served: Served, reply: FastifyReply, at: At, showing: Showing) => {
  const { home, title } = await standing(served, at)
  const { draft = EMPTY, problems = {}, problem = null, said = null, status = 200 } = showing
  return sendPage(served, reply.code(status), 'own-home', {
    community: title,
    ...home,
    draft,
    problems,
    problem,
    said,
    key: served.ctx.ids('msg'),
    asOf: served.ctx.clock.now(),
  })
}

const draftOf = ({ field }: Form): ClaimHome => ({ node: field('node'), door: field('door'), name: field('name') })

const problemsOf = (draft: ClaimHome): HomePage['problems'] => {
  const read = claimHomeSchema.safeParse(draft)
  const wrong = read.success ? [] : read.error.issues
  return Object.fromEntries(
    wrong.map(({ path, code }): [string, FieldProblem] => [
      String(path[0]),
      code === 'too_big' ? 'too-long' : 'missing',
    ]),
  )
}

type Sent = { readonly acting: Acting; readonly at: At; readonly form: Form; readonly reply: FastifyReply }

/** Whatever else stands in the way, the page itself says: that one is an owner already, that a claim waits, or too many. */
const claiming = async (served: Served, { acting, at, form, reply }: Sent) => {
  const draft = draftOf(form)
  const problems = problemsOf(draft)
  if (Object.keys(problems).length > 0) return show(served, reply, at, { draft, problems, status: 422 })
  const done = await lodgeClaim(acting, at.community, claimHomeSchema.parse(draft))
  if (!isRefused(done)) return reply.redirect(`/c/${at.community}/home?said=claimed`, 303)
  if (done.refused === 'node-unknown')
    return show(served, reply, at, { draft, problems: { node: 'missing' }, status: 422 })
  return show(served, reply, at, { draft, status: 409 })
}

const ON_CLAIM = {
  withdraw: [withdrawClaim, 'withdrawn'],
  confirm: [confirmByOwner, 'confirmed'],
  doubt: [doubtClaim, 'doubted'],
} as const

const problemOf = ({ refused }: Refused): HomePage['problem'] => {
  if (refused === 'staff-needed') return 'staff-needed'
  return refused === 'not-in-this-state' || refused === 'claim-lapsed' ? 'claim-over' : 'not-yours'
}

const onClaim = async (served: Served, { acting, at, form, reply }: Sent, act: keyof typeof ON_CLAIM) => {
  const subject = await findClaim(served.ctx.db, form.field('claim').slice(0, 60))
  if (subject?.community !== at.community) return show(served, reply, at, { problem: 'not-yours', status: 409 })
  const [deed, said] = ON_CLAIM[act]
  const done = await deed(acting, subject)
  if (isRefused(done)) return show(served, reply, at, { problem: problemOf(done), status: 409 })
  return reply.redirect(`/c/${at.community}/home?said=${said}`, 303)
}

const isOnClaim = (act: string): act is keyof typeof ON_CLAIM => act in ON_CLAIM

export const homePages = (app: App, served: Served): void => {
  app.get<Address>('/c/:community/home', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request, reply)
    if (!at) return reply
    const asked = queryText(request, 'said')
    return show(served, reply, at, { said: HOME_SAID.find((each) => each === asked) ?? null })
  })
  app.post<Address>('/c/:community/home', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request, reply)
    if (!at) return reply
    const form = await readForm(request)
    const key = form.field('key').slice(0, 100) || undefined
    const sent: Sent = { acting: { ...served, actor: at.actor, key }, at, form, reply }
    const act = form.field('act')
    return isOnClaim(act) ? onClaim(served, sent, act) : claiming(served, sent)
  })
}
