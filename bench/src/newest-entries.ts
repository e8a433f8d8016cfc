// The newest twenty entries of the ledger with their number, asked for by somebody signed in, as a share of a bare server's hello.
import { type Figure, median, rounded } from './figure.ts'
import { load } from './load.ts'
import { runProgram } from './program.ts'
import type { Scene } from './scene.ts'

const ROUNDS = 5
const SECONDS = 2
const GOAL = 1700 / 50_000

export const newestEntries = async ({ server, busy }: Scene): Promise<Figure> => {
  const hello = await runProgram('bench/src/hello.ts', [], {})
  await hello.answered('/')
  const url = `${server.url}/api/ledger/${busy.community}/entries`
  const read = () => load({ url, seconds: SECONDS, cookie: busy.cookie })
  await read()
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const { perSecond: bare } = await load({ url: hello.url, seconds: SECONDS })
    const { perSecond, p99 } = await read()
    rounds.push({ bare, perSecond, p99, share: perSecond / bare })
  }
  await hello.stop()
  const share = median(rounds.map((each) => each.share))
  const bare = median(rounds.map((each) => each.bare))
  const perSecond = median(rounds.map((each) => each.perSecond))
  const p99 = median(rounds.map((each) => each.p99))
  return {
    name: 'newest 20 of the ledger',
    values: rounded({ perSecond, hello: bare, share, p99 }),
    goal: `share ≥ ${GOAL} of hello`,
    met: share >= GOAL,
  }
}
