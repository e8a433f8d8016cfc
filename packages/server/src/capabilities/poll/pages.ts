// The public pages of a poll: its question and how it stands, voting in two plain steps without JavaScript, the result on paper, and the file to check it by.
import type { PollPage } from '@yishi/contract/poll-page'
import { type Actor, type PollId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { type Question, questionDigest } from '@yishi/domain/poll'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { readForm } from '../../kernel/http/form.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { sendTagged } from '../../kernel/http/tagged.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { receiptOf } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { handIn } from './acting.ts'
import { pollAgendaPages } from './agenda-pages.ts'
import { agendaPapers } from './agenda-papers.ts'
import { answerIn, problemOf } from './answer-form.ts'
import { agendaNow } from './public-agenda.ts'
import { certificateFile } from './certificate-file.ts'
import { whyNotListed } from './not-listed.ts'
import { resultPdf } from './paper.ts'
import {
  castable,
  countedNow,
  findPoll,
  mineOf,
  ownIn,
  ownNow,
  readShown,
  standingOf,
  tallyFileOf,
  unitsOf,
  weightOf,
} from './public-query.ts'
import { rowOfPoll } from './store.ts'

type Address = { Params: { poll: string } }
type Showing = Partial<Pick<PollPage, 'step' | 'choice' | 'typed' | 'problem' | 'after'>> & {
  readonly status?: number
  readonly withReceipt?: boolean
}

const notFound = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

/** Everybody acts under the name that they have in the poll's community. */
const opened = async (served: Served, request: FastifyRequest<Address>) => {
  const subject = await findPoll(served.ctx.db, request.params.poll)
  if (!subject) return null
  const { actor } = await served.whoAsks(request, subject.community)
  return { subject, actor }
}

type Opened = { readonly subject: Subject<PollId>; readonly actor: Actor }

const read = async ({ ctx }: Served, { subject, actor }: Opened, withReceipt = false) => {
  const counted = await countedNow(ctx, subject)
  return inCommunities(ctx.db, [subject.community], async (trx) => {
    const own = await ownIn(trx, subject, actor)
    const shown = await readShown(trx, subject, { listed: own.length > 0, asOf: ctx.clock.now(), counted })
    if (!shown) return null
    const cast = withReceipt ? castable(own).filter(({ choice }) => choice !== null) : []
    const receipts = await Promise.all(
      cast.map(({ ballot }) => receiptOf(ctx, trx, { ...subject, id: ballot }, { lastOf: 'BallotCast' })),
    )
    const receipt = receipts.length > 0 ? receipts.join('\n') : null
    const standing = standingOf(shown, actor, own)
    const why =
      standing === 'not-listed' && actor.kind === 'person'
        ? await whyNotListed(trx, subject, { shown, person: actor.person, now: ctx.clock.now() })
        : null
    return { shown, own, receipt, standing: why ?? standing }
  })
}

const show = async (served: Served, reply: FastifyReply, at: Opened, showing: Showing) => {
  const found = await read(served, at, showing.withReceipt)
  if (!found) return notFound(served, reply)
  const { digest: _, ...shown } = found.shown
  const { step = 'look', choice = [], typed = {}, problem = null, status = 200, after = null } = showing
  return sendPage(served, reply.code(problem ? 422 : status), 'poll', {
    ...shown,
    standing: found.standing,
    mine: mineOf(found.own),
    units: unitsOf(found.own),
    weight: weightOf(found.own),
    step,
    choice,
    typed,
    problem,
    after,
    asked: questionDigest(shown.question),
    receipt: found.receipt,
    key: served.ctx.ids('msg'),
  })
}

const looking = (app: App, served: Served) =>
  app.get<Address>('/polls/:poll', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request)
    if (!at) return notFound(served, reply)
    const after = /^[1-9]$/u.exec(queryText(request, 'after'))
    return show(served, reply, at, {
      withReceipt: queryText(request, 'cast') === '1',
      after: after ? Number(after[0]) : null,
    })
  })

const questionIn = ({ ctx }: Served, { subject }: Opened): Promise<Question | null> =>
  inCommunities(ctx.db, [subject.community], async (trx) => {
    const row = await rowOfPoll(trx, subject).executeTakeFirst()
    return row?.question ?? null
  })

/** One choice for all units of one owner: what they say together can contradict itself on paper only (R1.9). Where the sheet of one unit goes first, the others are cast all the same. */
const castBy = async (
  served: Served,
  { subject, actor: asker }: Opened,
  answer: { readonly choice: readonly string[]; readonly asked?: string },
  key: string,
): Promise<Refused | null> => {
  const { own, actor } = await ownNow(served.ctx.db, subject, asker)
  const mine = castable(own)
  if (mine.length === 0) return refuse(own.length > 0 ? 'co-owner-votes' : 'not-your-ballot')
  const done = await Promise.all(
    mine.map(({ ballot }) => {
      const acting = { ...served, actor, key: key ? `${key} ${ballot}` : undefined }
      return handIn(acting, { ...subject, id: ballot }, { type: 'CastBallot', ...answer })
    }),
  )
  return done.every(isRefused) ? (done.find(isRefused) ?? null) : null
}

/** The next question that still takes ballots, and after the last one the overview of all; its receipt where it stands alone. */
const onwards = async ({ ctx }: Served, subject: Subject<PollId>): Promise<string> => {
  const questions = await agendaNow(ctx.db, subject)
  const here = questions.find(({ poll }) => poll === subject.id)
  if (!here) return `/polls/${subject.id}?cast=1`
  const next = questions.find(({ number, status }) => number > here.number && status === 'open')
  return next ? `/polls/${next.poll}?after=${here.number}` : `/polls/${subject.id}/agenda`
}

const voting = (app: App, served: Served) =>
  app.post<Address>('/polls/:poll', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request)
    if (!at) return notFound(served, reply)
    const form = await readForm(request)
    if (form.field('step') !== 'cast') {
      const question = await questionIn(served, at)
      return question ? show(served, reply, at, answerIn(question, form)) : notFound(served, reply)
    }
    const choice = form.fields('choice').slice(0, 20)
    if (choice.length === 0) return show(served, reply, at, { problem: { code: 'missing' } })
    const asked = form.field('asked')
    const [refused, next] = await Promise.all([
      castBy(served, at, { choice, ...(asked && { asked }) }, form.field('key').slice(0, 100)),
      onwards(served, at.subject),
    ])
    // Whatever else stands in the way, the page itself says: over, not on the list, or that a ballot holds already.
    if (refused) return show(served, reply, at, { choice, problem: problemOf(refused), status: 409 })
    return reply.redirect(next, 303)
  })

const onPaper = (app: App, served: Served) =>
  app.get<Address>('/polls/:poll/sheet', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request)
    const found = at && (await read(served, at))
    if (!found) return notFound(served, reply)
    const url = `${served.ctx.settings.publicUrl}/polls/${found.shown.poll}`
    return sendPage(served, reply, 'poll-sheet', { ...found.shown, url })
  })

const checking = (app: App, served: Served) =>
  app.get<Address>('/polls/:poll/tally.json', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request)
    const found = at && (await read(served, at))
    const file = found && tallyFileOf(found.shown)
    if (!file) return sendProblem(reply, 'poll-unknown')
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="tally-${found.shown.poll}.json"`)
      .send(JSON.stringify(file, null, 2))
  })

const certifying = (app: App, served: Served) => {
  const named = (reply: FastifyReply, type: string, name: string) =>
    reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
  app.get<Address>('/polls/:poll/certificate.json', { schema: { hide: true } }, async (request, reply) => {
    const at = await opened(served, request)
    const found = at && (await read(served, at))
    const file = found && certificateFile(served.ctx, at.subject, found.shown)
    const facts = await file?.facts()
    if (!file || !facts) return sendProblem(reply, 'poll-unknown')
    named(reply, 'application/json; charset=utf-8', `certificate-${found.shown.poll}.json`)
    return sendTagged(reply, { tag: `"${facts.sha256}"`, content: file.text })
  })
  for (const kind of ['certificate', 'result'] as const)
    app.get<Address>(`/polls/:poll/${kind}.pdf`, { schema: { hide: true } }, async (request, reply) => {
      const at = await opened(served, request)
      const found = at && (await read(served, at))
      if (!found?.shown.result) return notFound(served, reply)
      const certificate =
        kind === 'certificate' ? await certificateFile(served.ctx, at!.subject, found.shown).facts() : null
      if (kind === 'certificate' && !certificate) return notFound(served, reply)
      const paper = await resultPdf(served, found.shown, { certificate, lang: readingOf(request).lang })
      named(reply, 'application/pdf', `${kind}-${found.shown.poll}.pdf`)
      return sendTagged(reply, paper)
    })
}

export const pollPages = (app: App, served: Served): void => {
  looking(app, served)
  voting(app, served)
  onPaper(app, served)
  checking(app, served)
  pollAgendaPages(app, served)
  agendaPapers(app, served)
  certifying(app, served)
}
