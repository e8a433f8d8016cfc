// The key under which a request may be sent twice and is done once.
import type { FastifyRequest } from 'fastify'

const LONGEST = 100

export const idempotencyKey = ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined => {
  const key = headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key.slice(0, LONGEST) : undefined
}
