// Makes the demo in a process of its own, beside the server that waits for it: what that takes in memory is gone when it ends.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Settings, readSettings, startServer } from '@yishi/server'

type Environment = Readonly<Record<string, string | undefined>>

const SILENT = { info: () => undefined, warn: () => undefined, error: (facts: object) => console.error(facts) }

/** The command by which the server calls this process. */
export const madeDemo = async (_: readonly string[], environment: Environment): Promise<number> => {
  const { assemble } = await import('@yishi/server/assembly')
  const { seedDemo } = await import('@yishi/server/demo')
  const server = await startServer(readSettings(environment), {
    background: false,
    log: SILENT,
    assemble: async (ctx) => {
      const assembly = await assemble({ demo: true })(ctx)
      await seedDemo(ctx, assembly)
      return assembly
    },
  })
  await server.close()
  return 0
}

export const makeDemo = (environment: Environment, settings: Settings, ownerUrl: string): Promise<void> => {
  const { dataDirectory, publicUrl } = settings
  const same = { DATA_DIR: dataDirectory, DATABASE_URL: ownerUrl, PUBLIC_URL: publicUrl }
  const env = { ...environment, ...same, HOST: '127.0.0.1', PORT: '0' }
  const program = [...process.execArgv, join(import.meta.dirname, 'yishi.ts'), 'make-demo']
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('示范社区没有建成 / The demo could not be made.')),
    )
  })
}
