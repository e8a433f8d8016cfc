// The public page of a round: its projects and how it stands, voting in two plain steps without JavaScript, the result, and the file to check it by.
import type { BudgetPage } from '@yishi/contract/budget'
import { type Actor, type BudgetId, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { castBudget } from './acting.ts'
import { budgetPaperPages } from './paper-pages.ts'
import {
  fileNameOf,
  findBudget,
  mineOf,
  ownIn,
  pbFileOf,
  readShown,
  standingOf,
  wouldBeListed,
} from './public-query.ts'

type Address = { Params: { budget: string } }
type Opened = { readonly subject: Subject<BudgetId>; readonly actor: Actor }
type Showing = Partial<Pick<BudgetPage, 'step' | 'choice' | 'problem'>> & {
  readonly status?: number
  readonly withReceipt?: boolean
}

const notFound = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

/** Everybody acts under the name that they have in the round's community. */
const opened = async (served: Served, request: FastifyRequest<Address>): Promise<Opened | null> => {
  const subject = await findBudget(served.ctx.db, request.params.budget)
  if (!subject) return null
  const { actor } = await served.whoAsks(request, subject.community)
  return { subject, actor }
}

const read = ({ ctx }: Served, { subject, actor }: Opened, withReceipt: boolean) =>
  inCommunities(ctx.db, [subject.community], async (trx) => {
    const shown = await readShown(trx, subject, ctx.clock.now())
    if (!shown) return null
    const own = await ownIn(trx, subject, actor)
    const slip = withReceipt && own?.choice ? { ...subject, id: own.ballot } : null
    const receipt = slip && (await receiptOf(ctx, trx, slip, 'last'))
    const standing = standingOf(shown, actor, own)
    const later = standing === 'not-listed' && (await wouldBeListed(trx, subject, { actor, now: ctx.clock.now() }))
    return { ...shown, mine: mineOf(shown, own), receipt, standing: later ? ('came-later' as const) : standing }
  })

const show = async (served: Served, reply: FastifyReply, at: Opened, showing: Showing) => {
  const { step = 'look', choice = [], problem = null, status = 200, withReceipt = false } = showing
  const found = await read(served, at, withReceipt)
  if (!found) return notFound(served, reply)
  const more = { step, choice, problem, key: served.ctx.ids('msg') }
  return sendPage(served, reply.code(status), 'budget', { ...found, ...more })
}

const looking = (app: App, served: Served) =>
  app.get<Address>('/budgets/:budget', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request)
    if (!at) return notFound(served, reply)
    return show(served, reply, at, { withReceipt: queryText(request, 'cast') === '1' })
  })

/** More boxes than any list has are nobody's choice. */
const MOST_BOXES = 80

const voting = (app: App, served: Served) =>
  app.post<Address>('/budgets/:budget', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request)
    if (!at) return notFound(served, reply)
    const form = await readForm(request)
    const choice = form.fields('choice').slice(0, MOST_BOXES)
    if (choice.length === 0) return show(served, reply, at, { problem: 'missing', status: 422 })
    if (form.field('step') !== 'cast') return show(served, reply, at, { step: 'confirm', choice })
    const marked = { choice, digest: form.field('digest') }
    const key = form.field('key').slice(0, 100) || undefined
    const done = await castBudget({ ...served, actor: at.actor, key }, at.subject, marked)
    // Whatever else stands in the way, the page itself says: over, or not on the list.
    if (isRefused(done)) {
      const changed = done.refused === 'list-changed' || done.refused === 'choice-unfit'
      if (done.refused === 'other-row-voted') return show(served, reply, at, { problem: done.refused, status: 409 })
      return show(served, reply, at, { choice, problem: changed ? 'list-changed' : null, status: 409 })
    }
    return reply.redirect(`/budgets/${at.subject.id}?cast=1`, 303)
  })

const checking = (app: App, served: Served) =>
  app.get<Address>('/budgets/:budget/ballots.pb', { schema: { hide: true } }, async (request, reply) => {
    const subject = await findBudget(served.ctx.db, request.params.budget)
    const file = subject && (await inCommunities(served.ctx.db, [subject.community], (trx) => pbFileOf(trx, subject)))
    if (!subject || !file) return sendProblem(reply, 'budget-unknown')
    return reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileNameOf(subject.id)}"`)
      .send(file)
  })

export const budgetPages = (app: App, served: Served): void => {
  looking(app, served)
  voting(app, served)
  checking(app, served)
  budgetPaperPages(app, served)
}
