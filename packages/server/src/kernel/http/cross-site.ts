// Refuses writes that another site makes a browser send: by Sec-Fetch-Site, for older browsers by Origin (OWASP ASVS 5 V3.5.1).
import type { FastifyRequest } from 'fastify'

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

const sameHost = (origin: string, host: string): boolean => URL.parse(origin)?.host === host

/** A request without either header comes from no browser and carries no cookie that it was not given. */
export const isCrossSite = (request: FastifyRequest): boolean => {
  if (READS.has(request.method)) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  return origin !== undefined && !sameHost(origin, request.host)
}
