// `yishi start`: serves until it is told to stop; with the living demo district, or with --empty for a community of one's own.
import { readSettings, startServer } from '@yishi/server'
import { assemble } from '@yishi/server/assembly'
import { buildAll } from '../../../scripts/build.ts'

type Environment = Readonly<Record<string, string | undefined>>

const ended = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    // Without signals (Windows services), the end of standard input from a parent process is the sign to stop.
    if (process.send) process.once('disconnect', () => resolve())
  })

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const start = async (args: readonly string[], environment: Environment): Promise<number> => {
  const demo = !args.includes('--empty')
  try {
    buildAll()
    const server = await startServer(readSettings(environment), { assemble: assemble({ demo }) })
    console.log(`\n一事已启动 / Yishi is running: ${server.url}`)
    await ended()
    await server.close()
    return 0
  } catch (error) {
    console.error(said(error))
    return 1
  }
}
