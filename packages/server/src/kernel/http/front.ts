// The door that is open from the first moment: before the application stands it answers for its health and asks for patience.
import { type IncomingMessage, type RequestListener, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PROBLEMS, type Problem } from '@yishi/contract/problem'
import { startupProblem } from '../startup-problem.ts'

export type Front = {
  readonly port: number
  /** From now on this listener answers. */
  readonly open: (listener: RequestListener) => void
  readonly close: () => Promise<void>
}

const startingProblem = ({ headers, url = '/' }: IncomingMessage): Problem => {
  const { status, ...words } = PROBLEMS.starting
  const said = words[headers['accept-language']?.startsWith('en') ? 'en' : 'zh']
  return { type: 'urn:yishi:problem:starting', ...said, status, instance: url.split('?')[0]!, code: 'starting' }
}

const warming: RequestListener = (request, response) => {
  if (request.url === '/healthz') {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    return response.end(JSON.stringify({ status: 'starting' }))
  }
  response.writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '2' })
  return response.end(JSON.stringify(startingProblem(request)))
}

const cannotServe = (place: string, error: NodeJS.ErrnoException) =>
  error.code === 'EADDRINUSE'
    ? startupProblem(
        `${place} 已被占用。请先停掉占用它的程序，或换一个端口：PORT=3001 npm start`,
        `${place} is in use. Stop the program that uses it, or choose another port: PORT=3001 npm start`,
        error,
      )
    : startupProblem(
        `无法在 ${place} 提供服务（${error.code}）。请检查 HOST 和 PORT。`,
        `Cannot serve on ${place} (${error.code}). Check HOST and PORT.`,
        error,
      )

const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((done, fail) => {
    server.once('error', (error) => fail(cannotServe(`${host}:${port}`, error)))
    server.listen(port, host, () => done((server.address() as AddressInfo).port))
  })

export const openFront = async (port: number, host: string): Promise<Front> => {
  let listener = warming
  const server = createServer((request, response) => listener(request, response))
  const given = await listen(server, port, host)
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeIdleConnections()
    })
  return { port: given, open: (ready) => void (listener = ready), close }
}
