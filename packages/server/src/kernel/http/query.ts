// What stands behind the question mark of a page's address: anybody may write anything there, so it is text or nothing.
import type { FastifyRequest } from 'fastify'

const LONGEST = 500
const MOST_PAGES = 1_000_000

/** '' where the name is absent or given twice. */
export const queryText = ({ query }: Pick<FastifyRequest, 'query'>, name: string): string => {
  const value = (query as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value.slice(0, LONGEST) : ''
}

/** Pages count from 1; nonsense is the first page. */
export const queryPage = (request: Pick<FastifyRequest, 'query'>): number =>
  Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(queryText(request, 'page'))) || 1))
