// Kysely over our driver: what is asked in one transaction at once leaves at once, in the order in which it is asked. Kysely alone has each wait for the one before.
import {
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  type DialectAdapter,
  Kysely,
  PostgresDialect,
  type QueryCompiler,
} from 'kysely'
import type { Pool } from 'pg'
import { openDriver } from './driver.ts'

const unqueued = (provider: ConnectionProvider): ConnectionProvider => {
  let provided: Promise<DatabaseConnection> | undefined
  return {
    provideConnection: async (consumer) =>
      consumer(await (provided ??= provider.provideConnection((connection) => Promise.resolve(connection)))),
  }
}

class SideBySide extends DefaultQueryExecutor {
  readonly #compiler: QueryCompiler
  constructor(compiler: QueryCompiler, adapter: DialectAdapter, provider: ConnectionProvider) {
    super(compiler, adapter, provider)
    this.#compiler = compiler
  }
  /** For each transaction, with its connection. */
  override withConnectionProvider(provider: ConnectionProvider): SideBySide {
    return new SideBySide(this.#compiler, this.adapter, unqueued(provider))
  }
}

/** The pool must be one of connections that take a statement before they have answered the last (`pipeline`). */
export const kyselyOver = <Tables>(pool: Pool): Kysely<Tables> => {
  const dialect = new PostgresDialect({ pool })
  const driver = openDriver(pool)
  const provider = new DefaultConnectionProvider(driver)
  const executor = new SideBySide(dialect.createQueryCompiler(), dialect.createAdapter(), provider)
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor })
}
