// The door that is open from the first moment: before the application stands it answers for its health and asks for patience.
import { type IncomingMessage, type RequestListener, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from '@yishi/domain/kernel'
import { startupProblem } from '../startup-problem.ts'
import { kernelProblems } from './kernel-problems.ts'
import { problemFor } from './problem.ts'

export type Front = {
  readonly port: number
  readonly open: (handle: RequestListener) => void
  readonly close: () => Promise<void>
}

const languageOf = ({ headers }: IncomingMessage) => (headers['accept-language']?.startsWith('en') ? 'en' : 'zh')

const warming: RequestListener = (request, response) => {
  if (request.url === '/healthz') {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    return response.end(JSON.stringify({ status: 'starting' }))
  }
  const problem = problemFor(refuse('starting'), kernelProblems.starting, languageOf(request))
  response.writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '2' })
  return response.end(JSON.stringify(problem))
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        startupProblem(
          `无法在 ${host}:${port} 提供服务（${error.code}）。请检查这个端口是否已被占用，或另设 PORT、HOST。`,
          `Cannot serve on ${host}:${port} (${error.code}). See whether the port is taken, or set another PORT or HOST.`,
          error,
        ),
      ),
    )
    server.listen(port, host, () => done((server.address() as AddressInfo).port))
  })

export const openFront = async (port: number, host: string): Promise<Front> => {
  let handle = warming
  const server = createServer((request, response) => handle(request, response))
  const given = await listen(server, port, host)
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeIdleConnections()
    })
  return { port: given, open: (ready) => void (handle = ready), close }
}
