// Refuses writes that another site makes a browser send: by Sec-Fetch-Site, for older browsers by Origin (OWASP ASVS 5 V3.5.1).
import type { FastifyRequest } from 'fastify'
import type { Settings } from '../../settings.ts'

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What says neither is no browser, and carries no cookie that could be abused. */
export const isCrossSite = (request: FastifyRequest, { publicUrl }: Pick<Settings, 'publicUrl'>): boolean => {
  if (READS.has(request.method)) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  if (origin === undefined) return false
  const from = URL.parse(origin)
  return !from || (from.host !== request.host && from.host !== new URL(publicUrl).host)
}
