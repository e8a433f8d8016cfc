// What a second of this machine's database is worth: durable inserts of one row each, against which all that is written is held.
import { Pool } from 'pg'
import { CONNECTIONS, keepBusy } from './load.ts'

const TEXT = '三号楼二单元楼道的灯坏了三天，晚上下楼看不见台阶，家里有老人，请尽快来修。'

export type RawInserts = { readonly perSecond: (seconds: number) => Promise<number>; readonly end: () => Promise<void> }

export const rawInserts = async (database: string): Promise<RawInserts> => {
  const pool = new Pool({ connectionString: database, max: CONNECTIONS })
  await pool.query('create table if not exists raw_row (id text primary key, body text not null)')
  const perSecond = (seconds: number) => {
    let next = 0
    const nonce = performance.now()
    return keepBusy(seconds, () => pool.query('insert into raw_row values ($1, $2)', [`${nonce} ${(next += 1)}`, TEXT]))
  }
  return { perSecond, end: () => pool.end() }
}
