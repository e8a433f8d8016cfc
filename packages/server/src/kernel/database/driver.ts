// Speaks with PostgreSQL for Kysely, in few writes. What is asked in one turn goes out together, in a transaction too; there a statement that gives nothing back
// waits for the next one, goes out with it, and fails where that one is answered, at the latest with the commit (docs/decisions/0014).
import type { Socket } from 'node:net'
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
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
  WRITES.has(query.kind)
    ? !('returning' in query && query.returning)
    : /^\s*(?:set local|call|insert into) /iu.test(sql) && !/\breturning\b/iu.test(sql)

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

/** When everybody who may go on without waiting has gone on. */
const endOfTurn = () => new Promise<void>((turn) => process.nextTick(turn))

/** What is asked of one connection in one turn leaves in one write. */
const openLine = (client: PoolClient) => {
  const waiting: QueryConfig[] = []
  let sending: Promise<readonly Answer[]> | null = null
  const send = (): Promise<readonly Answer[]> => {
    sending = null
    const { stream } = (client as unknown as Wired).connection
    stream.cork()
    const answers = waiting.splice(0).map((query) => client.query(query))
    stream.uncork()
    return Promise.all(answers)
  }
  return {
    /** Keeps them for the next write; gives the place of the last. */
    add: (...statements: readonly QueryConfig[]): number => waiting.push(...statements) - 1,
    /** Sends all that was kept; the first that failed is the error of every one. */
    answer: async (place: number): Promise<Answer> => {
      sending ??= endOfTurn().then(send)
      return (await sending)[place]!
    },
    drop: () => void waiting.splice(0),
  }
}
type Line = ReturnType<typeof openLine>

/** Each statement of a reading is a transaction of its own: in any other each would see its own moment too (read committed). `before`: what it says first. */
const askAlone = (line: Line, before: readonly string[], statement: QueryConfig): Promise<Answer> => {
  line.add({ text: ['begin read only', ...before].join(';') })
  const place = line.add(statement)
  line.add({ text: 'commit' })
  return line.answer(place)
}

const openSession = (client: PoolClient): Session => {
  const line = openLine(client)
  let mode: 'plain' | 'transaction' | 'reading' | 'ending' = 'plain'
  let before: string[] = []
  return {
    begin: ({ accessMode }) => {
      mode = accessMode === 'read only' ? 'reading' : 'transaction'
      before = []
      if (mode === 'transaction') line.add({ text: 'begin' })
    },
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      // Somebody goes on beside one that failed: what they write now would stand alone.
      if (mode === 'ending') throw new AbortedTransactionError()
      const statement = prepared(query.sql, query.parameters)
      if (mode === 'reading' && query.sql.startsWith('set local ')) before.push(query.sql)
      else if (mode === 'reading') return resultOf<Row>(await askAlone(line, before, statement))
      else {
        const place = line.add(statement)
        if (mode === 'plain' || !givesNothing(query)) return resultOf<Row>(await line.answer(place))
      }
      return { rows: [] }
    },
    streamQuery: () => {
      throw new Error('rows are not streamed here')
    },
    async end(word) {
      const reading = mode === 'reading'
      mode = reading ? 'plain' : 'ending'
      if (reading) return
      if (word === 'rollback') line.drop()
      const { command } = await line.answer(line.add({ text: word })).finally(() => (mode = 'plain'))
      if (word === 'commit' && command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    release: () => client.release(),
  }
}

export const openDriver = (pool: Pool): Driver => ({
  init: () => Promise.resolve(),
  acquireConnection: async () => openSession(await pool.connect()),
  beginTransaction: async (session, settings) => (session as Session).begin(settings),
  commitTransaction: (session) => (session as Session).end('commit'),
  rollbackTransaction: (session) => (session as Session).end('rollback'),
  releaseConnection: async (session) => (session as Session).release(),
  destroy: () => pool.end(),
})
