// How much memory the server takes with the demo, and how soon it serves on data that are there already.
import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, rounded } from './figure.ts'
import { type Program, megabytesOf, yishi } from './program.ts'
import { temporaryDirectory } from './scene.ts'

const SETTLING_MS = 5000

const look = async ({ url }: Program) => {
  for (let turn = 0; turn < 20; turn += 1)
    for (const path of ['/', '/login', '/staff/login', '/console/']) await (await fetch(url + path)).arrayBuffer()
}

export const demoStart = async (): Promise<readonly Figure[]> => {
  const directory = temporaryDirectory()
  const first = await yishi([], { DATA_DIR: directory.path })
  await first.answered('/')
  await look(first)
  await pause(SETTLING_MS)
  const megabytes = megabytesOf(first)
  await first.stop()
  const again = await yishi([], { DATA_DIR: directory.path })
  const healthy = (await again.answered('/healthz')) / 1000
  const page = (await again.answered('/')) / 1000
  await again.stop()
  directory.remove()
  return [
    {
      name: 'server with the demo',
      values: rounded({ megabytes }),
      goal: 'resident memory < 200 MB',
      met: megabytes < 200,
    },
    {
      name: 'start on existing data',
      values: rounded({ healthy, firstPage: page }),
      goal: 'first page < 2 s',
      met: page < 2,
    },
  ]
}
