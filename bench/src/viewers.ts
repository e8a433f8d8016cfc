// Two thousand people look at one board of one process: how long until the last of them sees a change, and what they weigh.
import { readFileSync } from 'node:fs'
import { type IncomingMessage, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, rounded } from './figure.ts'
import { megabytesOf } from './program.ts'
import type { Scene } from './scene.ts'

const VIEWERS = 2000
/** So many knock at once. */
const KNOCKING = 100
const PATIENCE_MS = 20_000
const TITLE = '北门的灯又不亮了'

type Viewer = { readonly stream: IncomingMessage; seenAt: number | null }

const enter = (url: string): Promise<Viewer> =>
  new Promise((done, fail) => {
    get(url, { agent: false }, (stream) => {
      if (stream.statusCode !== 200) return fail(new Error(`the stream was answered with ${stream.statusCode}`))
      const viewer: Viewer = { stream, seenAt: null }
      let rest = ''
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => {
        rest = (rest + part).slice(-part.length - TITLE.length)
        if (viewer.seenAt === null && rest.includes(TITLE)) viewer.seenAt = performance.now()
      })
      stream.on('error', () => undefined)
      done(viewer)
    }).on('error', fail)
  })

const enterAll = async (url: string): Promise<readonly Viewer[]> => {
  const viewers: Viewer[] = []
  while (viewers.length < VIEWERS)
    viewers.push(...(await Promise.all(Array.from({ length: KNOCKING }, () => enter(url)))))
  return viewers
}

const raise = async (url: string, place: string): Promise<number> => {
  const body = JSON.stringify({ text: TITLE, place, channel: 'code' })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/matters`, { method: 'POST', headers, body })
  if (answer.status !== 201) throw new Error(`the matter was answered with ${answer.status}`)
  return performance.now()
}

const allSeen = async (viewers: readonly Viewer[]) => {
  const until = performance.now() + PATIENCE_MS
  while (viewers.some(({ seenAt }) => seenAt === null) && performance.now() < until) await pause(20)
}

const processorSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

export const liveViewers = async ({ server, quiet }: Scene): Promise<Figure> => {
  const before = megabytesOf(server)
  const viewers = await enterAll(`${server.url}/live/${quiet.community}/hall`)
  await pause(3000)
  const megabytes = megabytesOf(server) - before
  const worked = processorSeconds(server.pid)
  const raised = await raise(server.url, quiet.place)
  await allSeen(viewers)
  const waited = viewers.flatMap(({ seenAt }) => (seenAt === null ? [] : [seenAt - raised]))
  const processor = processorSeconds(server.pid) - worked
  for (const { stream } of viewers) stream.destroy()
  const [first, last] = [Math.min(...waited) / 1000, Math.max(...waited) / 1000]
  return {
    name: `${VIEWERS} live viewers of one board`,
    values: rounded({ told: waited.length, first, last, spread: last - first, processor, megabytes }),
    goal: `all of ${VIEWERS} told, the last within 3 s`,
    met: waited.length === VIEWERS && last < 3,
  }
}
