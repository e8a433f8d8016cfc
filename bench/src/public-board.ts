// How long anybody waits for the public board of a community with fifty thousand matters: its page, and the big screen.
import { type Figure, percentile, rounded } from './figure.ts'
import type { Scene } from './scene.ts'

const TURNS = 60

const ask = async (url: string): Promise<number> => {
  const began = performance.now()
  const answer = await fetch(url, { headers: { accept: 'text/html' } })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}`)
  return performance.now() - began
}

/** After the figure `board`, which fills the community. */
export const publicBoard = async ({ server, large }: Scene): Promise<Figure> => {
  const pages = ['/c', '/hall'].map((page) => `${server.url}${page}/${large.community}`)
  for (const page of pages) for (let turn = 0; turn < 10; turn += 1) await ask(page)
  const times = []
  for (let turn = 0; turn < TURNS; turn += 1) for (const page of pages) times.push(await ask(page))
  const p95 = percentile(times, 0.95)
  return {
    name: 'public board of 50000 matters',
    values: rounded({ p50: percentile(times, 0.5), p95, worst: percentile(times, 1) }),
    goal: 'p95 < 50 ms',
    met: p95 < 50,
  }
}
