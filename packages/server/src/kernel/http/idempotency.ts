// The key under which a sender may send the same request twice.
import type { FastifyRequest } from 'fastify'

const LONGEST = 100

export const keyOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key.slice(0, LONGEST) : undefined
}
