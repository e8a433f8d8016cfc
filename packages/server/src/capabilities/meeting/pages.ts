// The page of a meeting behind its QR code, its sign-in without an account, its calendar file, and its papers for the desk.
import type { SignInDraft, SignInField } from '@yishi/contract/meeting-pages'
import type { FieldProblem, Pages } from '@yishi/contract/pages'
import { type MeetingId, type Refused, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import { queryText } from '../../kernel/http/query.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { signInByPhone } from './acting.ts'
import { calendarOf } from './calendar.ts'
import { meetingUrl, readMeetingFile } from './file-query.ts'
import { findMeeting, meetingOfCode } from './finding.ts'
import { readPublicMeeting } from './public-query.ts'
import { readMeeting } from './store.ts'

type Said = Pages['meeting']['said']
type Coded = { Params: { code: string } }

const SAID: readonly Said[] = ['signed-in', 'too-late', 'too-early']
const GUEST = 'guest'
const LONGEST = 40

const unknown = (served: Served, reply: FastifyReply) =>
  sendPage(served, reply.code(404), 'error', { status: 404, title: null, detail: null, reference: null, back: '/' })

type Showing = { readonly draft: SignInDraft; readonly said: Said }

const show = async (served: Served, reply: FastifyReply, subject: Subject<MeetingId>, { draft, said }: Showing) => {
  const { ctx } = served
  const meeting = await inCommunities(ctx.db, [subject.community], (trx) =>
    readPublicMeeting(trx, subject, ctx.clock.now()),
  )
  if (!meeting) return unknown(served, reply)
  const wrong = Object.keys(draft.problems).length > 0
  return sendPage(served, reply.code(wrong ? 422 : 200), 'meeting', { meeting, draft, said })
}

const draftOf = (form: Form): SignInDraft => ({
  place: form.field('place'),
  name: form.field('name').trim(),
  household: form.field('household').trim().slice(0, LONGEST),
  door: form.field('door').normalize('NFKC').replaceAll(/\s/gu, ''),
  problems: {},
})

const problemsOf = ({ place, name, door }: SignInDraft): SignInDraft['problems'] => ({
  ...(place === GUEST || /^\d{1,3}$/.test(place) ? {} : { place: 'missing' as const }),
  ...(name === '' ? { name: 'missing' as const } : name.length > LONGEST ? { name: 'too-long' as const } : {}),
  ...(door === '' ? { door: 'missing' as const } : {}),
})

const FIELD_OF: Readonly<Record<string, readonly [SignInField, FieldProblem]>> = {
  'seat-taken': ['place', 'seat-taken'],
  'seat-not-here': ['place', 'missing'],
  'already-signed-in': ['name', 'signed-in-already'],
  'wrong-door-code': ['door', 'wrong-door-code'],
}

/** What the form can mend comes back with it; whoever is too early or too late is told so. */
const afterRefusal = ({ refused }: Refused, draft: SignInDraft): Showing => {
  const field = FIELD_OF[refused]
  if (field) return { draft: { ...draft, problems: { [field[0]]: field[1] } }, said: null }
  return { draft, said: refused === 'sign-in-not-open' ? 'too-early' : 'too-late' }
}

const signIn = async (served: Served, request: FastifyRequest, reply: FastifyReply, subject: Subject<MeetingId>) => {
  const draft = draftOf(await readForm(request))
  const problems = problemsOf(draft)
  if (Object.keys(problems).length > 0)
    return show(served, reply, subject, { draft: { ...draft, problems }, said: null })
  const { actor } = await served.whoAsks(request, subject.community)
  const { name, household, door, place } = draft
  const asked = { name, household, door, invitee: place === GUEST ? null : Number(place) }
  const done = await signInByPhone({ ...served, actor, subject, key: undefined }, asked)
  if (isRefused(done)) return show(served, reply, subject, afterRefusal(done, draft))
  return reply.redirect(`${request.url.replace(/\/sign-in(?:\?.*)?$/u, '')}?said=signed-in`, 303)
}

const publicPage = (app: App, served: Served) => {
  app.get<Coded>('/meetings/:code', { schema: { hide: true } }, async (request, reply) => {
    const subject = await meetingOfCode(served.ctx.db, request.params.code)
    if (!subject) return unknown(served, reply)
    const door = queryText(request, 'door').slice(0, 6)
    const said = SAID.find((each) => each === queryText(request, 'said')) ?? null
    return show(served, reply, subject, { draft: { place: '', name: '', household: '', door, problems: {} }, said })
  })
  app.post<Coded>('/meetings/:code/sign-in', { schema: { hide: true } }, async (request, reply) => {
    const subject = await meetingOfCode(served.ctx.db, request.params.code)
    return subject ? signIn(served, request, reply, subject) : unknown(served, reply)
  })
}

const calendar = (app: App, served: Served) =>
  app.get<Coded>('/meetings/:code/calendar.ics', { schema: { hide: true } }, async (request, reply) => {
    const { ctx } = served
    const subject = await meetingOfCode(ctx.db, request.params.code)
    if (!subject) return sendProblem(reply, 'meeting-unknown')
    const [view, meeting] = await inCommunities(ctx.db, [subject.community], async (trx) => [
      await readPublicMeeting(trx, subject, ctx.clock.now()),
      await readMeeting(trx, subject),
    ])
    if (!view || !meeting) return sendProblem(reply, 'meeting-unknown')
    const url = meetingUrl(ctx, view.code)
    const words = {
      title: view.talk?.title ?? `${view.community.name} 议事会`,
      description: (view.talk?.agenda ?? []).map(({ item, text }) => `${item}. ${text}`).join('\n'),
      url,
      host: new URL(url).host,
    }
    return reply
      .type(`text/calendar; charset=utf-8; method=${meeting.status === 'cancelled' ? 'CANCEL' : 'PUBLISH'}`)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="meeting-${view.code}.ics"`)
      .send(calendarOf(meeting, words))
  })

/** With names: for those who may open the file of its matter. */
const papers = (app: App, served: Served) =>
  app.get<{ Params: { meeting: string } }>(
    '/papers/meetings/:meeting',
    { schema: { hide: true } },
    async (request, reply) => {
      const { ctx } = served
      const { actor } = await served.whoAsks(request)
      if (actor.kind !== 'person') return reply.redirect(`/staff/login?back=${encodeURIComponent(request.url)}`, 303)
      const found = await findMeeting(ctx, actor, request.params.meeting)
      if (isRefused(found)) return sendRefusal(reply, found)
      const { community } = found.meeting
      const [file, view] = await inCommunities(ctx.db, [community], async (trx) => [
        await readMeetingFile(ctx, trx, found.meeting, actor),
        await readPublicMeeting(trx, found.meeting, ctx.clock.now()),
      ])
      if (!file || !view) return sendProblem(reply, 'meeting-unknown')
      const sheet = queryText(request, 'sheet') === 'minutes' && file.minutes ? 'minutes' : 'sign-in'
      return sendPage(served, reply, 'meeting-paper', {
        sheet,
        meeting: file,
        community: view.community,
        asOf: file.asOf,
      })
    },
  )

export const meetingPages = (app: App, served: Served): void => {
  publicPage(app, served)
  calendar(app, served)
  papers(app, served)
}
