// The HTTP application without any capability: parsers, limits, headers, the fence against other sites, and how faults are told.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyReply,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type RawServerDefault,
} from 'fastify'
import {
  type ZodTypeProvider,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import helmet, { contentSecurityPolicy } from 'helmet'
import type { Settings } from '../../settings.ts'
import type { Log } from '../context.ts'
import { MOST_PHOTOS, PHOTO_BYTES } from '@yishi/domain/photo'
import { isCrossSite } from './cross-site.ts'
import { type Telling, onFault } from './fault.ts'
import { sendProblem } from './problem.ts'
import { holdsUnkeepable } from './unkeepable.ts'

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** Ten thousand characters are 30 kB in Chinese; photos and workbooks have limits of their own. */
const BODY_BYTES = 256 * 1024
const YEAR_SECONDS = 31_536_000
const REQUESTS_A_MINUTE = 600
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** Built once: they are the same for every answer. */
const secure = (app: App, publicUrl: string) => {
  const headers = helmet({
    contentSecurityPolicy: CONTENT_SECURITY,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: YEAR_SECONDS } : false,
  })
  app.addHook('onRequest', (request, reply, next) => headers(request.raw, reply.raw, () => next()))
}

/** For a page whose parts make styles in the browser: those carry the nonce of their page. */
export const allowStyles = ({ raw, request }: FastifyReply, nonce: string): void => {
  const { useDefaults, directives } = CONTENT_SECURITY
  const styleSrc = [...directives.styleSrc, `'nonce-${nonce}'`]
  contentSecurityPolicy({ useDefaults, directives: { ...directives, styleSrc } })(request.raw, raw, () => undefined)
}

const OPENAPI = {
  openapi: '3.1.0',
  info: { title: 'Yishi', version: '1', description: 'One matter, one deliberation; every matter gets its answer.' },
}

const plugins = async (app: App, { publicUrl, trustProxy }: Settings) => {
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: BODY_BYTES })
  await app.register(multipart, {
    limits: { fileSize: PHOTO_BYTES, files: MOST_PHOTOS, fields: 30, parts: 40, fieldSize: BODY_BYTES },
  })
  secure(app, publicUrl)
  // Behind a proxy that is not trusted everybody has its address: a limit would then shut out all for one.
  const allowList = ({ ip }: FastifyRequest) => trustProxy === false && LOOPBACK.has(ip)
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: 60_000, allowList })
  await app.register(swagger, { openapi: OPENAPI, transform: jsonSchemaTransform })
}

const logAnswers = (app: App, log: Log) =>
  app.addHook('onResponse', async (request, reply) => {
    // The pattern of the route, never the address: links to a matter are secrets.
    const route = request.routeOptions.url ?? null
    const milliseconds = Math.round(reply.elapsedTime)
    log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'answered')
  })

const trusted = ({ trustProxy }: Settings) =>
  typeof trustProxy === 'number' ? (_: string, hop: number) => hop < trustProxy : trustProxy

export const newApp = async ({
  settings,
  log,
  tell,
}: {
  settings: Settings
  log: Log
  tell: Telling
}): Promise<App> => {
  const app = Fastify({
    logger: false,
    trustProxy: trusted(settings),
    bodyLimit: BODY_BYTES,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(onFault(log, tell))
  app.setNotFoundHandler((_, reply) => tell(reply, 'not-found', {}))
  logAnswers(app, log)
  await plugins(app, settings)
  // What somebody may see is kept by nothing between; a route that is for everybody says otherwise.
  app.addHook('onRequest', async ({ url }, reply) => {
    if (url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onRequest', async (request, reply) =>
    isCrossSite(request, settings) ? sendProblem(reply, 'cross-site') : undefined,
  )
  app.addHook('preValidation', async ({ params, query, body }, reply) =>
    holdsUnkeepable([params, query, body]) ? tell(reply, 'invalid-request', {}) : undefined,
  )
  return app
}
