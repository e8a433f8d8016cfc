// Headers and checks that every request passes: content policy, no foreign writes, a limit of requests per address.
import cookie from '@fastify/cookie'
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '@yishi/domain/kernel'
import type { Settings } from '../../settings.ts'
import { type ProblemPage, sendRefusal } from './failure.ts'
import { kernelProblems } from './kernel-problems.ts'

const REQUESTS_A_MINUTE = 600
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Styles of the console's parts are made in the browser: they carry the nonce of their page (`reply.cspNonce.style`). */
const headers = ({ publicUrl }: Settings): FastifyHelmetOptions => ({
  enableCSPNonces: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // A form that posts to its own site must still say where it comes from.
  referrerPolicy: { policy: 'same-origin' },
  frameguard: { action: 'deny' },
  hsts: publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false,
})

/** Browsers say where a request comes from; what is no browser carries no cookie that could be abused. */
export const isForeign = (request: FastifyRequest, { publicUrl }: Settings): boolean => {
  if (SAFE.has(request.method)) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  if (origin === undefined) return false
  const from = URL.parse(origin)
  return !from || (from.host !== request.host && from.host !== new URL(publicUrl).host)
}

export const guard = async (app: FastifyInstance, settings: Settings, page?: ProblemPage): Promise<void> => {
  await app.register(cookie)
  await app.register(helmet, headers(settings))
  // Behind a proxy that is not trusted everybody has its address: a limit would then shut out all for one.
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: 60_000, allowList: ({ ip }) => LOOPBACK.has(ip) })
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request, settings))
      return sendRefusal({ request, reply, page }, refuse('cross-site'), kernelProblems['cross-site'])
    return undefined
  })
}
