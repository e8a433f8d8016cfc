// The living demo district for pictures and measurements: seeded in a database of its own, with a session for each of its roles.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings, startServer } from '@yishi/server'
import { assemble } from '@yishi/server/assembly'
import { demoEntrances, demoPlate, seedDemo } from '@yishi/server/demo'
import { type Session, log, signIn } from './hall.ts'

export type DemoHall = {
  readonly url: string
  /** The path of the page behind a lamp-post's code. */
  readonly place: string
  readonly session: (role: 'staff' | 'property' | 'resident') => Session
  readonly close: () => Promise<void>
}

export const openDemo = async (): Promise<DemoHall> => {
  const directory = mkdtempSync(join(tmpdir(), 'yishi-demo-'))
  const { url, context, close } = await startServer(readSettings({ PORT: '0', DATA_DIR: directory }), {
    log,
    assemble: async (ctx) => {
      const assembly = await assemble({ demo: true })(ctx)
      await seedDemo(ctx, assembly)
      return assembly
    },
  })
  const sessions = new Map<string, Session>()
  for (const entrance of await demoEntrances(context)) sessions.set(entrance.role, await signIn(url, entrance.url))
  return {
    url,
    place: new URL(await demoPlate(context)).pathname,
    session: (role) => {
      const session = sessions.get(role)
      if (!session) throw new Error(`nobody in the demo is ${role}`)
      return session
    },
    close: async () => {
      await close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
