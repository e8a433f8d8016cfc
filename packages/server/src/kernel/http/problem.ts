// Turns a refusal into application/problem+json (RFC 9457) in the reader's language.
import { PROBLEMS, type Problem, type ProblemCode, isProblemCode } from '@yishi/contract/problem'
import type { Refused } from '@yishi/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readingOf } from './language.ts'

type More = Pick<Problem, 'facts' | 'fields' | 'reference'>

export const problemOf = (code: ProblemCode, request: FastifyRequest, more: More = {}): Problem => {
  const { status, ...words } = PROBLEMS[code]
  const { title, detail } = words[readingOf(request).lang]
  const instance = request.url.split('?')[0]!
  return { type: `urn:yishi:problem:${code}`, title, status, detail, instance, code, ...more }
}

export const sendProblem = (reply: FastifyReply, code: ProblemCode, more: More = {}): FastifyReply => {
  const problem = problemOf(code, reply.request, more)
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(problem)
}

/** A code outside the catalogue is a bug, and is told as one. */
export const codeOf = ({ refused }: Refused): ProblemCode => {
  if (!isProblemCode(refused)) throw new Error(`the catalogue of problems lacks ${refused}`)
  return refused
}

export const sendRefusal = (reply: FastifyReply, refusal: Refused): FastifyReply =>
  sendProblem(reply, codeOf(refusal), refusal.detail ? { facts: refusal.detail } : {})
