// How many matters a second are accepted over HTTP, each durable with its ledger entry, clock and jobs, as a share of durable one-row inserts.
import { besideRaw } from './beside-raw.ts'
import type { Figure } from './figure.ts'
import { load } from './load.ts'
import type { Scene } from './scene.ts'

const TEXT = '三号楼二单元楼道的灯坏了三天，晚上下楼看不见台阶，家里有老人，请尽快来修。'

export const acceptMatter = async ({ database, server, busy }: Scene): Promise<Figure> => {
  const body = { text: TEXT, place: busy.place, channel: 'code', where: '二单元' }
  const url = `${server.url}/api/matters`
  const { share, p99, told } = await besideRaw(database, (seconds) => load({ url, seconds, body }))
  return {
    name: 'accept a matter',
    values: told,
    goal: 'share ≥ 0.12 (stretch 0.25), p99 < 60 ms',
    met: share >= 0.12 && p99 < 60,
  }
}
