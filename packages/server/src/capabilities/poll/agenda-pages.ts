// All questions that are asked together on one page: what stands on the reader's own ballots, with their receipts, and what each came to.
import type { PollAgenda } from '@yishi/contract/poll-page'
import type { Actor, PollId } from '@yishi/domain/kernel'
import type { FastifyReply } from 'fastify'
import type { Transaction } from '../../kernel/database/tables.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import type { Context } from '../../kernel/context.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { type Own, countedOf } from './ballot-query.ts'
import { agendaAt } from './public-agenda.ts'
import { castable, findPoll, mineOf, ownIn, readShown, standingOf } from './public-query.ts'

type Address = { Params: { poll: string } }
type Line = PollAgenda['lines'][number]

const receiptsOf = async (ctx: Context, trx: Transaction, subject: Subject, own: readonly Own[]) => {
  const receipts: string[] = []
  for (const { ballot, choice } of castable(own))
    if (choice !== null) {
      const receipt = await receiptOf(ctx, trx, { ...subject, id: ballot }, { lastOf: 'BallotCast' })
      if (receipt) receipts.push(receipt)
    }
  return receipts.length > 0 ? receipts.join('\n') : null
}

/** One paper holds them all, or there is none yet. */
const papersOf = (lines: readonly Line[]): PollAgenda['papers'] => {
  const standing = lines.filter(({ status }) => status !== 'withdrawn')
  if (standing.length === 0 || !standing.every(({ status }) => status === 'preliminary' || status === 'decided'))
    return 'none'
  return standing.every(({ status }) => status === 'decided') ? 'certificate' : 'results'
}

type Asking = { readonly subject: Subject<PollId>; readonly actor: Actor }

/** Null where one stands alone, and for whom the matter is closed to. */
const readAgenda = async (ctx: Context, trx: Transaction, { subject, actor }: Asking): Promise<PollAgenda | null> => {
  const places = await agendaAt(trx, subject)
  const asOf = ctx.clock.now()
  const lines: Line[] = []
  let around: (Pick<PollAgenda, 'community'> & { readonly assembly: PollAgenda['assembly'] | null }) | null = null
  for (const place of places) {
    const here = { community: subject.community, id: place.poll as PollId }
    const own = await ownIn(trx, here, actor)
    const shown = await readShown(trx, here, { listed: own.length > 0, asOf, counted: await countedOf(trx, here) })
    if (!shown) continue
    around ??= shown
    lines.push({
      ...place,
      question: shown.question,
      rule: shown.rule,
      standing: standingOf(shown, actor, own),
      mine: mineOf(own),
      turnout: shown.turnout,
      passed: shown.status === 'decided' ? (shown.result?.passed ?? null) : null,
      chosen: shown.status === 'decided' ? (shown.result?.chosen ?? []) : [],
      receipt: await receiptsOf(ctx, trx, here, own),
    })
  }
  const papers = papersOf(lines)
  return around?.assembly && lines[0]
    ? { first: lines[0].poll, papers, community: around.community, assembly: around.assembly, lines, asOf }
    : null
}

const notFound = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

export const pollAgendaPages = (app: App, served: Served): void => {
  app.get<Address>('/polls/:poll/agenda', { schema: { hide: true } }, async (request, reply) => {
    const { ctx } = served
    const subject = await findPoll(ctx.db, request.params.poll)
    if (!subject) return notFound(served, reply)
    const { actor } = await served.whoAsks(request, subject.community)
    const agenda = await inCommunities(ctx.db, [subject.community], (trx) => readAgenda(ctx, trx, { subject, actor }))
    return agenda ? sendPage(served, reply, 'poll-agenda', agenda) : notFound(served, reply)
  })
}
