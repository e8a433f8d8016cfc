// How many matters a second are accepted over HTTP, each durable with its ledger entry, clock and jobs, as a share of durable one-row inserts.
import { type Figure, median, rounded } from './figure.ts'
import { load } from './load.ts'
import { rawInserts } from './raw-inserts.ts'
import type { Scene } from './scene.ts'

const ROUNDS = 5
const SECONDS = 3
const TEXT = '三号楼二单元楼道的灯坏了三天，晚上下楼看不见台阶，家里有老人，请尽快来修。'

export const acceptMatter = async ({ database, server, busy }: Scene): Promise<Figure> => {
  const inserts = await rawInserts(database)
  const body = { text: TEXT, place: busy.place, channel: 'code', where: '二单元' }
  const raise = (seconds: number) => load({ url: `${server.url}/api/matters`, seconds, body })
  await raise(SECONDS)
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const raw = await inserts.perSecond(SECONDS)
    const { perSecond, p99 } = await raise(SECONDS)
    rounds.push({ raw, perSecond, p99, share: perSecond / raw })
  }
  await inserts.end()
  const share = median(rounds.map((each) => each.share))
  const p99 = median(rounds.map((each) => each.p99))
  const perSecond = median(rounds.map((each) => each.perSecond))
  const raw = median(rounds.map((each) => each.raw))
  return {
    name: 'accept a matter',
    values: rounded({ perSecond, raw, share, p99 }),
    goal: 'share ≥ 0.12 (stretch 0.25), p99 < 60 ms',
    met: share >= 0.12 && p99 < 60,
  }
}
