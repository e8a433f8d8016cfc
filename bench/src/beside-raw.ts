// What something costs beside the least that the same database can do: durable one-row inserts by the same driver, round by round in one run.
import { Pool } from 'pg'
import { median, rounded } from './figure.ts'
import { CONNECTIONS, type Load, keepBusy } from './load.ts'

const ROUNDS = 5
const SECONDS = 3
/** A server that has just started spends a fifth of its work on compiling what it runs often. */
const WARMING_SECONDS = 20
const TEXT = '三号楼二单元楼道的灯坏了三天，晚上下楼看不见台阶，家里有老人，请尽快来修。'

const insertRows = (pool: Pool): Promise<number> => {
  let next = 0
  const nonce = performance.now()
  return keepBusy(SECONDS, () => pool.query('insert into raw_row values ($1, $2)', [`${nonce} ${(next += 1)}`, TEXT]))
}

/** Medians over the rounds; `share` is of what the inserts came to in the same round. */
export const besideRaw = async (database: string, work: (seconds: number) => Promise<Load>) => {
  const pool = new Pool({ connectionString: database, max: CONNECTIONS })
  await pool.query('create table if not exists raw_row (id text primary key, body text not null)')
  await work(WARMING_SECONDS)
  const rounds: { readonly perSecond: number; readonly raw: number; readonly share: number; readonly p99: number }[] =
    []
  for (let round = 0; round < ROUNDS; round += 1) {
    const raw = await insertRows(pool)
    const { perSecond, p99 } = await work(SECONDS)
    rounds.push({ perSecond, raw, share: perSecond / raw, p99 })
  }
  await pool.end()
  const middle = (name: keyof (typeof rounds)[number]) => median(rounds.map((each) => each[name]))
  const values = { perSecond: middle('perSecond'), raw: middle('raw'), share: middle('share'), p99: middle('p99') }
  return { ...values, told: rounded(values) }
}
