// A capability's routes: parse by the contract, act, answer; a refusal becomes the problem of its table.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Refused, isRefused } from '@yishi/domain/kernel'
import type { ZodType, z } from 'zod'
import type { Once } from '../once.ts'
import { type ProblemPage, sendRefusal } from './failure.ts'
import { kernelProblems } from './kernel-problems.ts'
import type { ProblemEntry, ProblemTable } from './problem.ts'

/** What the contract promises of a route; what has no schema is not there. */
export type ContractRoute = {
  readonly params?: ZodType
  readonly query?: ZodType
  readonly body?: ZodType
  readonly answer?: ZodType
}

type Part<Route, Name extends string> = Route extends { readonly [N in Name]: infer Schema extends ZodType }
  ? z.output<Schema>
  : undefined
type Answer<Route> = Route extends { readonly answer: infer Schema extends ZodType } ? z.input<Schema> : unknown

export type Asked<Route> = {
  readonly params: Part<Route, 'params'>
  readonly query: Part<Route, 'query'>
  readonly body: Part<Route, 'body'>
  readonly actor: Actor
  /** To be handed to `perform` where the request carries an Idempotency-Key. */
  readonly once?: Once
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type Handler<Route, Code extends string> = (
  asked: Asked<Route>,
) => Promise<Answer<Route> | Refused<Code> | FastifyReply>

export type RouteSetting = {
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>
  readonly page?: ProblemPage
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Problems = Readonly<Record<string, ProblemEntry>>

const onceOf = (request: FastifyRequest): { once?: Once } => {
  const key = request.headers['idempotency-key']
  const { params, query, body } = request
  return typeof key === 'string' ? { once: { key, of: { route: request.routeOptions.url, params, query, body } } } : {}
}

const askedOf = async (request: FastifyRequest, reply: FastifyReply, { actorOf }: RouteSetting) => {
  const { params, query, body } = request
  return { params, query, body, actor: await actorOf(request), ...onceOf(request), request, reply }
}

const entryFor = (problems: Problems, code: string): ProblemEntry => {
  const entry = problems[code] ?? (kernelProblems as Problems)[code]
  if (!entry) throw new Error(`no problem is written for the refusal ${code}`)
  return entry
}

const schemaOf = ({ params, query, body, answer }: ContractRoute) => ({
  ...(params ? { params } : {}),
  ...(query ? { querystring: query } : {}),
  ...(body ? { body } : {}),
  ...(answer ? { response: { 200: answer } } : {}),
})

export const routes = <Code extends string>(
  app: FastifyInstance,
  setting: RouteSetting,
  problems: ProblemTable<Code>,
) => {
  const add =
    (method: Method) =>
    <const Route extends ContractRoute>(url: string, contract: Route, handler: Handler<Route, Code>) => {
      app.route({
        method,
        url,
        schema: schemaOf(contract),
        handler: async (request, reply) => {
          const answer = await handler((await askedOf(request, reply, setting)) as Asked<Route>)
          if (typeof answer !== 'object' || answer === null || !isRefused(answer)) return answer
          return sendRefusal({ request, reply, page: setting.page }, answer, entryFor(problems, answer.refused))
        },
      })
      return all
    }
  const all = { get: add('GET'), post: add('POST'), put: add('PUT'), delete: add('DELETE') }
  return all
}
