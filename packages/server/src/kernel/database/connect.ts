// Connections to PostgreSQL, and how its values arrive: counts as numbers, moments as UTC text, days and numerics as text.
import { type Instant, toInstant } from '@yishi/domain/kernel'
import { Pool, type PoolConfig, types } from 'pg'
import { kyselyOver } from './side-by-side.ts'
import type { Database, Tables } from './tables.ts'

const { builtins } = types
type TypeId = Parameters<typeof types.getTypeParser>[0]
const INT8_ARRAY = 1016 as TypeId

const parseMoment = (text: string): Instant => toInstant(types.getTypeParser(builtins.TIMESTAMPTZ)(text) as Date)
const parseInts = (text: string): number[] => (types.getTypeParser(INT8_ARRAY)(text) as string[]).map(Number)

const PARSERS = new Map<TypeId, (text: string) => unknown>([
  [builtins.INT8, Number],
  [INT8_ARRAY, parseInts],
  [builtins.TIMESTAMPTZ, parseMoment],
  [builtins.DATE, (text) => text],
])

const parserOf = ((oid: TypeId, format?: 'text') =>
  PARSERS.get(oid) ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser

export const openPool = (connectionString: string, config: PoolConfig = {}): Pool => {
  const pool = new Pool({ connectionString, max: 20, pipeline: true, types: { getTypeParser: parserOf }, ...config })
  // A connection that breaks while idle is replaced by the pool; whoever queries next hears of a real outage.
  pool.on('error', () => undefined)
  return pool
}

export const openDatabase = (pool: Pool): Database => kyselyOver<Tables>(pool)

export const connect = (url: string, config?: PoolConfig): Database => openDatabase(openPool(url, config))
