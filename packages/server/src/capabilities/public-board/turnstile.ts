// How many streams one address and one process may hold.
import type { ServerResponse } from 'node:http'
import type { Settings } from '../../settings.ts'

const MOST_VIEWERS = 5000
/** Many telephones share one address behind a carrier's gateway. */
const MOST_FROM_ADDRESS = 200
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

type Given = { readonly trustProxy: Settings['trustProxy']; readonly viewers: () => number }

/** How many streams each address holds; a proxy on this machine speaks for everybody, as for the limit of requests. */
export const turnstile = ({ trustProxy, viewers }: Given) => {
  const from = new Map<string, number>()
  const counts = (ip: string) => !(trustProxy === false && LOOPBACK.has(ip))
  return {
    mayEnter: (ip: string) => viewers() < MOST_VIEWERS && (from.get(ip) ?? 0) < MOST_FROM_ADDRESS,
    enter: (ip: string, viewer: Pick<ServerResponse, 'once'>) => {
      if (!counts(ip)) return
      from.set(ip, (from.get(ip) ?? 0) + 1)
      viewer.once('close', () => {
        const left = (from.get(ip) ?? 1) - 1
        if (left > 0) from.set(ip, left)
        else from.delete(ip)
      })
    },
  }
}
