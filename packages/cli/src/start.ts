// `yishi start`: serves until it is told to stop; with the living demo district, or with --empty for a community of one's own.
import { type Options, type RunningServer, readSettings, startServer } from '@yishi/server'
import { makeDemo } from './make-demo.ts'
import { running, waysIn } from './welcome.ts'

type Environment = Readonly<Record<string, string | undefined>>

const ended = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    // Without signals (Windows services), the end of standard input from a parent process is the sign to stop.
    if (process.send) process.once('disconnect', () => resolve())
  })

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The capabilities: most of what is to be loaded, and not needed before the database is there. */
const openHouse = async () => {
  const [{ assemble }, demo] = await Promise.all([import('@yishi/server/assembly'), import('@yishi/server/demo')])
  return { assemble, ...demo }
}
type House = Awaited<ReturnType<typeof openHouse>>

/** A demo is made only where nothing is, and what somebody founded themselves is never opened as one. */
const demoOr =
  (empty: boolean, environment: Environment, house: Promise<House>): Options['assemble'] =>
  async (ctx, ownerUrl) => {
    const { assemble, demoStanding, unfinishedDemo } = await house
    const standing = await demoStanding(ctx)
    if (standing === 'unfinished') throw unfinishedDemo()
    const fresh = standing === 'empty' && !empty
    const assembly = await assemble({ demo: fresh || standing === 'demo' })(ctx)
    if (fresh) {
      console.log('正在建示范社区，约十秒 / making the demo district, about ten seconds …')
      await makeDemo(environment, ctx.settings, ownerUrl)
    }
    return assembly
  }

const welcome = async ({ url, context }: RunningServer, house: House): Promise<string> => {
  const { demoStanding, demoEntrances, demoPlate } = house
  if ((await demoStanding(context)) !== 'demo') return running(url)
  const entrances = await demoEntrances(context)
  return running(url) + waysIn(context.settings.publicUrl, await demoPlate(context), entrances)
}

export const start = async (args: readonly string[], environment: Environment): Promise<number> => {
  try {
    const settings = readSettings(environment)
    const house = openHouse()
    const assemble = demoOr(args.includes('--empty'), environment, house)
    const server = await startServer(settings, { assemble })
    console.log(await welcome(server, await house))
    await ended()
    await server.close()
    return 0
  } catch (error) {
    console.error(said(error))
    return 1
  }
}
