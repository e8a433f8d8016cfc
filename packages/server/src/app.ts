// Builds the web application out of its capabilities' routes; listening is another matter.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import statics from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { PROBLEMS } from '@yishi/contract/problem'
import { type App, newApp } from './kernel/http/app.ts'
import type { Telling } from './kernel/http/fault.ts'
import { readingOf } from './kernel/http/language.ts'
import { sendProblem } from './kernel/http/problem.ts'
import { type Served, sendPage } from './kernel/http/served.ts'

/** Adds the routes of one capability. */
export type Routes = (app: App, served: Served) => Promise<void> | void

const wantsPage = (reply: FastifyReply): boolean =>
  !reply.request.url.startsWith('/api/') && (reply.request.headers.accept ?? '').includes('text/html')

/** People get a page that says what to do, programs get problem JSON. */
const tellWith =
  (served: Served): Telling =>
  (reply, code, more) => {
    if (!wantsPage(reply)) return sendProblem(reply, code, more)
    const { status, ...words } = PROBLEMS[code]
    const { title, detail } = words[readingOf(reply.request).lang]
    const props = { status, title, detail, reference: more.reference ?? null, back: null }
    return sendPage(served, reply.code(status), 'error', props)
  }

/** File names change with their content, so a browser may keep them for a year. */
const serveAssets = async (app: App, root: string, prefix: string) => {
  if (!existsSync(root)) return
  const kept = { preCompressed: true, immutable: true, maxAge: '365d' }
  await app.register(statics, { root, prefix, index: false, decorateReply: false, ...kept })
}

export const buildApp = async (served: Served, routes: readonly Routes[]): Promise<App> => {
  const { settings, log } = served.ctx
  const app = await newApp({ settings, log, tell: tellWith(served) })
  await serveAssets(app, join(served.webDirectory, 'client', 'assets'), '/assets/')
  await serveAssets(app, join(served.webDirectory, 'console', 'assets'), '/console/assets/')
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  for (const add of routes) await add(app, served)
  await app.ready()
  return app
}
