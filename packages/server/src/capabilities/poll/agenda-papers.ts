// What all questions of one assembly came to on one paper: a page for the printer, the notice and the certificate as PDF, and the file that anybody recomputes.
import type { AgendaSheet } from '@yishi/contract/poll-page'
import type { Actor, PollId } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { App } from '../../kernel/http/app.ts'
import { readingOf } from '../../kernel/http/language.ts'
import { sendProblem } from '../../kernel/http/problem.ts'
import { sendTagged } from '../../kernel/http/tagged.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { countedOf } from './ballot-query.ts'
import { type ShownPoll, agendaCertificateFile } from './certificate-file.ts'
import { agendaPdf } from './paper.ts'
import { agendaAt } from './public-agenda.ts'
import { findPoll, ownIn, readShown } from './public-query.ts'

type Address = { Params: { poll: string } }
type Asking = { readonly subject: Subject<PollId>; readonly actor: Actor }
type Sheet = Pick<AgendaSheet, 'first'> & { readonly questions: readonly (ShownPoll & { readonly number: number })[] }

/** Null where a question stands alone, where one has no result yet, and for whom the matter is closed to. */
const readSheet = async (
  trx: Transaction,
  { subject: { community, id }, actor }: Asking,
  asOf: string,
): Promise<Sheet | null> => {
  const places = await agendaAt(trx, { community, id })
  const questions = []
  for (const { poll, number, status } of places) {
    if (status === 'withdrawn') continue
    const here = { community, id: poll as PollId }
    const listed = (await ownIn(trx, here, actor)).length > 0
    const shown = await readShown(trx, here, { listed, asOf, counted: await countedOf(trx, here) })
    if (!shown?.result) return null
    questions.push({ ...shown, number })
  }
  return questions.length > 1 ? { first: places[0]!.poll, questions } : null
}

const askedOf = async (served: Served, request: FastifyRequest<Address>) => {
  const { ctx } = served
  const subject = await findPoll(ctx.db, request.params.poll)
  if (!subject) return null
  const { community } = subject
  const { actor } = await served.whoAsks(request, community)
  const sheet = await inCommunities(ctx.db, [community], (trx) => readSheet(trx, { subject, actor }, ctx.clock.now()))
  if (!sheet) return null
  const { first, questions } = sheet
  const url = `${ctx.settings.publicUrl}/polls/${first}/agenda`
  const file = agendaCertificateFile(ctx, { community, id: first as PollId }, questions)
  return { sheet: { ...sheet, url }, file }
}

const notFound = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

const attached = (reply: FastifyReply, type: string, name: string) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`)

const printed = (app: App, served: Served, kind: 'certificate' | 'result') =>
  app.get<Address>(`/polls/:poll/agenda/${kind}.pdf`, { schema: { hide: true } }, async (request, reply) => {
    const found = await askedOf(served, request)
    const certificate = kind === 'certificate' ? await found?.file.facts() : null
    if (!found || certificate === undefined || (kind === 'certificate' && certificate === null))
      return notFound(served, reply)
    const paper = await agendaPdf(served, found.sheet, { certificate, lang: readingOf(request).lang })
    return sendTagged(attached(reply, 'application/pdf', `${kind}-agenda-${found.sheet.first}.pdf`), paper)
  })

export const agendaPapers = (app: App, served: Served): void => {
  app.get<Address>('/polls/:poll/agenda/sheet', { schema: { hide: true } }, async (request, reply) => {
    const found = await askedOf(served, request)
    return found ? sendPage(served, reply, 'poll-agenda-sheet', found.sheet) : notFound(served, reply)
  })
  app.get<Address>('/polls/:poll/agenda/certificate.json', { schema: { hide: true } }, async (request, reply) => {
    const found = await askedOf(served, request)
    const facts = await found?.file.facts()
    if (!found || !facts) return sendProblem(reply, 'poll-unknown')
    const name = `certificate-agenda-${found.sheet.first}.json`
    const named = attached(reply, 'application/json; charset=utf-8', name)
    return sendTagged(named, { tag: `"${facts.sha256}"`, content: found.file.text })
  })
  printed(app, served, 'result')
  printed(app, served, 'certificate')
}
