// The least that an HTTP server can do, for comparison.
import { createServer } from 'node:http'

createServer((_, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end('{"hello":"world"}')
}).listen(Number(process.env['PORT']), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
