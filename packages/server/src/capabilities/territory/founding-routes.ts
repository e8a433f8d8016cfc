// Founding over HTTP, as a form in three steps and as one request; both only while no community exists.
import type { FieldProblem, FieldProblems, FoundDraft, FoundField, SecondFactor } from '@yishi/contract/pages'
import { type Found, foundSchema, foundedSchema } from '@yishi/contract/founding'
import { type Refused, isRefused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../kernel/http/app.ts'
import { type Form, readForm } from '../../kernel/http/form.ts'
import { sendProblem, sendRefusal } from '../../kernel/http/problem.ts'
import { type Served, sendPage } from '../../kernel/http/served.ts'
import { type FoundingHelp, committeeName, foundInstallation, isEmpty } from './installation.ts'

/** Refusals of the account, told beside the field that they are about. */
export type AccountRefusal = 'not-a-phone' | 'taken' | 'too-short' | 'too-long' | 'weak-password'

type Cookies = { readonly cookies: readonly string[] }

/** What accounts bring to the founding; the session begins with the password and waits for the second factor. */
export type FoundingDoor = FoundingHelp<AccountRefusal> & {
  readonly begin: (
    request: FastifyRequest,
    founder: { readonly phone: string; readonly password: string; readonly name: string },
  ) => Promise<Cookies & { readonly factor: SecondFactor }>
  /** The factor that waits for its first code, for this request's session. */
  readonly pending: (request: FastifyRequest) => Promise<SecondFactor | null>
  readonly addFactor: (
    request: FastifyRequest,
    code: string,
  ) => Promise<(Cookies & { readonly recoveryCodes: readonly string[] }) | Refused<'wrong-code' | 'session-over'>>
}

type Standing = { readonly served: Served; readonly door: FoundingDoor }
type Answering = Standing & { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly form: Form }

const fieldOf = (refused: AccountRefusal): FoundField =>
  refused === 'not-a-phone' || refused === 'taken' ? 'phone' : 'password'

const FIELDS = ['streetOffice', 'community', 'name', 'phone'] as const
const LONGEST = { streetOffice: 60, community: 60, name: 40, phone: 24 } as const

const draftOf = (form: Form): FoundDraft => ({
  streetOffice: form.field('streetOffice').trim(),
  community: form.field('community').trim(),
  name: form.field('name').trim(),
  phone: form.field('phone').trim(),
})

const problemsOf = (draft: FoundDraft, password: string): FieldProblems<FoundField> => {
  const problems: { [Field in FoundField]?: FieldProblem } = {}
  for (const name of FIELDS) {
    if (draft[name] === '') problems[name] = 'missing'
    else if (Array.from(draft[name]).length > LONGEST[name]) problems[name] = 'too-long'
  }
  if (password === '') problems.password = 'missing'
  if (password.length > 200) problems.password = 'too-long'
  if (draft.streetOffice !== '' && draft.streetOffice === committeeName({ ...draft, kind: 'residential' }))
    problems.streetOffice = 'malformed'
  return problems
}

const EMPTY: FoundDraft = { streetOffice: '', community: '', name: '', phone: '' }

const askWho = (
  { served, reply }: Pick<Answering, 'served' | 'reply'>,
  draft: FoundDraft,
  problems: FieldProblems<FoundField> = {},
) => {
  const key = served.ctx.ids('msg')
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return sendPage(served, reply.code(status), 'found', { step: 'who', draft, problems, key })
}

const askedIn = (draft: FoundDraft, form: Form): Found =>
  foundSchema.parse({
    ...draft,
    password: form.field('password'),
    // Whoever founds a street office by the form looks after it until others come.
    streetOfficeToo: true,
  })

const whoStep = async (answering: Answering) => {
  const { served, door, request, reply, form } = answering
  const draft = draftOf(form)
  const problems = problemsOf(draft, form.field('password'))
  if (Object.keys(problems).length > 0) return askWho(answering, draft, problems)
  const asked = askedIn(draft, form)
  const founded = await foundInstallation(served.ctx, asked, door)
  if (isRefused(founded)) {
    if (founded.refused === 'already-founded') return sendRefusal(reply, founded)
    return askWho(answering, draft, { [fieldOf(founded.refused)]: founded.refused })
  }
  const { cookies, factor } = await door.begin(request, asked)
  return askFactor(answering, factor, cookies)
}

const askFactor = (
  { served, reply }: Pick<Answering, 'served' | 'reply'>,
  factor: SecondFactor,
  cookies: readonly string[],
  problems: FieldProblems<'code'> = {},
) => {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies])
  const key = served.ctx.ids('msg')
  return sendPage(served, reply, 'found', { step: 'second-factor', factor, problems, key })
}

const factorStep = async (answering: Answering) => {
  const { served, door, request, reply, form } = answering
  const added = await door.addFactor(request, form.field('code'))
  if (isRefused(added)) {
    const factor = added.refused === 'wrong-code' ? await door.pending(request) : null
    return factor ? askFactor(answering, factor, [], { code: 'wrong-code' }) : reply.redirect('/staff/login', 303)
  }
  reply.header('set-cookie', [...added.cookies])
  const { name } = await served.ctx.db
    .selectFrom('community')
    .select('name')
    .orderBy('created_at')
    .executeTakeFirstOrThrow()
  return sendPage(served, reply, 'found', { step: 'done', community: name, recoveryCodes: added.recoveryCodes })
}

export const foundingRoutes = (app: App, served: Served, door: FoundingDoor): void => {
  app.get('/found', { schema: { hide: true } }, async (_, reply) =>
    (await isEmpty(served.ctx)) ? askWho({ served, reply }, EMPTY) : reply.redirect('/', 303),
  )
  app.post('/found', { schema: { hide: true } }, async (request, reply) => {
    const form = await readForm(request)
    const answering = { served, door, request, reply, form }
    return form.field('step') === 'second-factor' ? factorStep(answering) : whoStep(answering)
  })
  app.post(
    '/api/found',
    { schema: { body: foundSchema, response: { 201: foundedSchema } } },
    async (request, reply) => {
      const founded = await foundInstallation(served.ctx, request.body, door)
      if (!isRefused(founded)) return reply.code(201).send(founded)
      if (founded.refused === 'already-founded') return sendRefusal(reply, founded)
      const { refused } = founded
      return sendProblem(reply, 'invalid-request', { fields: [{ field: fieldOf(refused), message: refused }] })
    },
  )
}
