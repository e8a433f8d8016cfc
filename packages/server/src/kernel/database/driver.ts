// Speaks with PostgreSQL for Kysely, in few writes. What is asked in one turn goes out together; in a transaction, a statement that gives nothing back
// waits for the next one, goes out with it, and fails where that one is answered, at the latest with the commit (docs/decisions/0014).
import type { Socket } from 'node:net'
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Pool, PoolClient, QueryConfig, QueryResult as Answer } from 'pg'

/** What pg does not say of its clients: the socket under them. */
type Wired = { readonly connection: { readonly stream: Socket } }

type Session = DatabaseConnection & {
  readonly begin: (settings: TransactionSettings) => void
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

/** One statement between a transaction's begin and its end, for `reading`: each sees its own moment in any transaction (read committed). */
const alone = (before: readonly string[], statement: QueryConfig): readonly QueryConfig[] => [
  { text: ['begin read only', ...before].join(';') },
  statement,
  { text: 'commit' },
]

const openSession = (client: PoolClient): Session => {
  const waiting: QueryConfig[] = []
  let mode: 'plain' | 'transaction' | 'reading' = 'plain'
  /** What a reading says before each of its statements. */
  let before: string[] = []
  let sending: Promise<readonly Answer[]> | null = null
  const send = (): Promise<readonly Answer[]> => {
    sending = null
    const { stream } = (client as unknown as Wired).connection
    stream.cork()
    const answers = waiting.splice(0).map((query) => client.query(query))
    stream.uncork()
    return Promise.all(answers)
  }
  /** Sends what has waited with all that is asked in this turn, in one write; the first that failed is the error of all. */
  const answered = async (place: number): Promise<Answer> => {
    sending ??= Promise.resolve().then(send)
    return (await sending)[place]!
  }
  return {
    begin: ({ accessMode }) => {
      mode = accessMode === 'read only' ? 'reading' : 'transaction'
      before = []
      if (mode === 'transaction') waiting.push({ text: 'begin' })
    },
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      if (mode === 'reading' && query.sql.startsWith('set local ')) {
        before.push(query.sql)
        return { rows: [] }
      }
      const statement = prepared(query.sql, query.parameters)
      const place = waiting.length + (mode === 'reading' ? 1 : 0)
      waiting.push(...(mode === 'reading' ? alone(before, statement) : [statement]))
      return mode === 'transaction' && givesNothing(query) ? { rows: [] } : resultOf<Row>(await answered(place))
    },
    streamQuery: () => {
      throw new Error('rows are not streamed here')
    },
    async end(word) {
      const was = mode
      mode = 'plain'
      if (was === 'reading') return
      if (word === 'rollback') waiting.splice(0)
      const { command } = await answered(waiting.push({ text: word }) - 1)
      if (word === 'commit' && command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    release: () => client.release(),
  }
}

const openDriver = (pool: Pool): Driver => ({
  init: () => Promise.resolve(),
  acquireConnection: async () => openSession(await pool.connect()),
  beginTransaction: async (session, settings) => (session as Session).begin(settings),
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
