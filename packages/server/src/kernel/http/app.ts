// The HTTP application without any capability: parsers, limits, headers, the refusal of cross-site writes, and how faults are told.
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerFactory,
  type RawServerDefault,
} from 'fastify'
import {
  type ZodTypeProvider,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Settings } from '../../settings.ts'
import { isCrossSite } from './cross-site.ts'
import { type Telling, onFault } from './fault.ts'
import { sendProblem } from './problem.ts'

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

export const PHOTO_BYTES = 10 * 1024 * 1024
const BODY_BYTES = 256 * 1024
const YEAR_SECONDS = 31_536_000

const contentSecurity = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: null,
  },
}

/** Somebody on this very machine is not limited, unless a proxy stands between. */
const isLocal = (settings: Settings) => (_: unknown, key: string) =>
  !settings.trustProxy && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(key)

const plugins = async (app: App, settings: Settings) => {
  const https = settings.publicUrl.startsWith('https:')
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: BODY_BYTES })
  await app.register(multipart, {
    limits: { fileSize: PHOTO_BYTES, files: 6, fields: 30, parts: 40, fieldSize: BODY_BYTES },
  })
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurity,
    enableCSPNonces: true,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: YEAR_SECONDS } : false,
  })
  await app.register(rateLimit, { max: 600, timeWindow: '1 minute', allowList: isLocal(settings) })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yishi',
        version: '1',
        description: 'One matter, one deliberation; every matter gets its answer.',
      },
    },
    transform: jsonSchemaTransform,
  })
}

const logger = (quiet: boolean) =>
  quiet
    ? false
    : {
        level: 'info',
        base: null,
        timestamp: () => `,"time":"${new Date(Date.now()).toISOString()}"`,
        // Addresses and query strings can name people; the log keeps what happened and not to whom.
        serializers: {
          req: ({ method }: { method: string }) => ({ method }),
          res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        },
      }

export type AppOptions = {
  readonly settings: Settings
  readonly quiet: boolean
  readonly tell: Telling
  readonly serverFactory?: FastifyServerFactory
}

export const newApp = async ({ settings, quiet, tell, serverFactory }: AppOptions): Promise<App> => {
  const app = Fastify({
    logger: logger(quiet),
    disableRequestLogging: true,
    trustProxy: settings.trustProxy,
    bodyLimit: BODY_BYTES,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    ...(serverFactory ? { serverFactory } : {}),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(onFault(tell))
  app.setNotFoundHandler((_, reply) => tell(reply, 'not-found', {}))
  app.addHook('onRequest', async (request, reply) => {
    if (isCrossSite(request)) return sendProblem(reply, 'cross-site')
    return undefined
  })
  await plugins(app, settings)
  return app
}
