// Speaks with PostgreSQL for Kysely. In a transaction, a statement that gives nothing back is not sent at once:
// it waits for the next one, goes out with it in one write, and fails where that one is answered, at the latest with the commit.
import type { Socket } from 'node:net'
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type QueryResult,
} from 'kysely'
import type { Pool, PoolClient, QueryConfig, QueryResult as Answer } from 'pg'

/** What pg does not say of its clients: the socket under them. */
type Wired = { readonly connection: { readonly stream: Socket } }

type Session = DatabaseConnection & {
  readonly begin: () => void
  readonly end: (word: 'commit' | 'rollback') => Promise<void>
  readonly release: () => void
}

const WRITES: ReadonlySet<string> = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])

const givesNothing = ({ sql, query }: CompiledQuery): boolean =>
  /^(?:set local|call) /u.test(sql) || (WRITES.has(query.kind) && !('returning' in query && query.returning))

const resultOf = <Row>({ command, rowCount, rows }: Answer): QueryResult<Row> =>
  command === 'SELECT' ? { rows: rows as Row[] } : { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }

const names = new Map<string, string>()
const MOST_NAMES = 500

/** A statement with a name is parsed once per connection, and planned a few times at most. */
const prepared = (text: string, values: readonly unknown[]): QueryConfig => {
  if (values.length === 0) return { text }
  const known = names.get(text)
  if (known === undefined && names.size < MOST_NAMES) names.set(text, `y${names.size}`)
  const name = names.get(text)
  return { text, values: [...values], ...(name ? { name } : {}) }
}

const openSession = (client: PoolClient): Session => {
  const waiting: QueryConfig[] = []
  let within = false
  /** Sends what has waited, all in one write; the first that failed is the error. */
  const flush = async (): Promise<Answer> => {
    const { stream } = (client as unknown as Wired).connection
    stream.cork()
    const answers = waiting.splice(0).map((query) => client.query(query))
    stream.uncork()
    return (await Promise.all(answers)).at(-1)!
  }
  return {
    begin: () => {
      within = true
      waiting.push({ text: 'begin' })
    },
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      waiting.push(prepared(query.sql, query.parameters))
      return within && givesNothing(query) ? { rows: [] } : resultOf<Row>(await flush())
    },
    streamQuery: () => {
      throw new Error('rows are not streamed here')
    },
    async end(word) {
      within = false
      if (word === 'rollback') waiting.splice(0)
      waiting.push({ text: word })
      const { command } = await flush()
      if (word === 'commit' && command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    release: () => client.release(),
  }
}

const openDriver = (pool: Pool): Driver => ({
  init: () => Promise.resolve(),
  acquireConnection: async () => openSession(await pool.connect()),
  beginTransaction: async (session) => (session as Session).begin(),
  commitTransaction: (session) => (session as Session).end('commit'),
  rollbackTransaction: (session) => (session as Session).end('rollback'),
  releaseConnection: async (session) => (session as Session).release(),
  destroy: () => pool.end(),
})

/** The pool must be one of connections that take a statement before they have answered the last (`pipeline`). */
export const dialectOver = (pool: Pool): Dialect => {
  const dialect = new PostgresDialect({ pool })
  return {
    createDriver: () => openDriver(pool),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}
