// What went wrong with a request, as the problem that its sender is told; only what nobody foresaw is logged as an error.
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Refused, refuse } from '@yishi/domain/kernel'
import type { Log } from '../context.ts'
import { type HttpRefusal, kernelProblems } from './kernel-problems.ts'
import { languageOf } from './language.ts'
import { type Occurrence, type Problem, type ProblemEntry, problemFor } from './problem.ts'

/** A page for people instead of JSON, where the request asks for a page; null leaves it at JSON. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string | null

const RETRY_SECONDS = '5'
const BY_STATUS: Readonly<Record<number, HttpRefusal>> = {
  400: 'malformed-request',
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-format',
  429: 'too-many-requests',
}
const DATABASE_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P01', '57P02', '57P03', '53300'])
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', '53100'])

type Failure = { readonly code?: unknown; readonly statusCode?: number; readonly syscall?: string }

export const refusalOf = (error: Failure): HttpRefusal => {
  const code = String(error.code)
  if (DISK_FULL.has(code)) return 'disk-full'
  if (DATABASE_AWAY.has(code) && (error.syscall === 'connect' || /^\d/u.test(code))) return 'database-away'
  return BY_STATUS[error.statusCode ?? 500] ?? 'unexpected'
}

export const sendRefusal = (
  { request, reply, page }: { request: FastifyRequest; reply: FastifyReply; page?: ProblemPage | undefined },
  refusal: Refused,
  entry: ProblemEntry,
  occurrence?: Occurrence,
): FastifyReply => {
  const problem = problemFor(refusal, entry, languageOf(request), occurrence)
  void reply.code(problem.status).header('cache-control', 'no-store')
  if (problem.status === 503) void reply.header('retry-after', RETRY_SECONDS)
  const html = request.headers.accept?.includes('text/html') ? page?.(problem, request) : null
  if (html) return reply.type('text/html; charset=utf-8').send(html)
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

const fieldsOf = (error: unknown): Pick<Problem, 'fields'> =>
  hasZodFastifySchemaValidationErrors(error)
    ? {
        fields: error.validation.map(({ instancePath, keyword }) => ({
          path: instancePath.slice(1).replaceAll('/', '.'),
          problem: String(keyword),
        })),
      }
    : {}

/** For Fastify's `setErrorHandler`. */
export const onFailure =
  (log: Log, page?: ProblemPage) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refused = refusalOf(error as Failure)
    const instance = `urn:uuid:${randomUUID()}`
    const route = request.routeOptions.url ?? null
    const unforeseen = refused === 'unexpected' || refused === 'database-away' || refused === 'disk-full'
    if (unforeseen) log.error({ err: error, instance, route, method: request.method }, 'a request failed')
    const occurrence = unforeseen ? { instance } : fieldsOf(error)
    return sendRefusal({ request, reply, page }, refuse(refused), kernelProblems[refused], occurrence)
  }
