// The key under which a request may be sent twice and is done once.
import type { FastifyRequest } from 'fastify'
import type { Once } from '../once.ts'

const LONGEST = 100
type Keyed = Pick<FastifyRequest, 'headers'>

export const idempotencyKey = ({ headers }: Keyed): string | undefined => {
  const key = headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key.slice(0, LONGEST) : undefined
}

/** The part of a performed request that has it done once; `of` is all that was asked. */
export const onceOf = (request: Keyed, of: unknown): { readonly once?: Once } => {
  const key = idempotencyKey(request)
  return key ? { once: { key, of } } : {}
}
