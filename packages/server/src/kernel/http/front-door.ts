// Answers from the first moment: /healthz at once, everything else as soon as the application behind it is ready.
import { type IncomingMessage, type RequestListener, type Server, type ServerResponse, createServer } from 'node:http'
import { startupProblem } from '../startup-problem.ts'

export type FrontDoor = {
  readonly server: Server
  readonly port: number
  /** From now on this listener answers. */
  readonly open: (listener: RequestListener) => void
}

const starting = (request: IncomingMessage, response: ServerResponse): void => {
  if (request.url === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('ok\n')
    return
  }
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' })
  response.end('正在启动，请过几秒再刷新。\nStarting: reload in a few seconds.\n')
}

const inUse = (port: number, cause: unknown) =>
  startupProblem(
    `端口 ${port} 已被占用，请换一个：PORT=3001 npm start`,
    `Port ${port} is in use: choose another, PORT=3001 npm start`,
    cause,
  )

export const openFrontDoor = async (host: string, port: number): Promise<FrontDoor> => {
  let listener: RequestListener = starting
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? inUse(port, error) : error),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    server,
    port: typeof address === 'object' && address ? address.port : port,
    open: (given) => void (listener = given),
  }
}
