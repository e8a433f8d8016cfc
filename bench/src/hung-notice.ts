// How long it takes until a notice hangs for 5,800 households and everybody there has been told of it; needs the community of the workbook.
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { type Figure, rounded } from './figure.ts'
import type { Scene } from './scene.ts'

const SECONDS = 2
const PATIENCE_MS = 30_000

const NOTICE = { title: '住宅专项维修资金使用方案', text: '现将方案公示如下。', days: 7, everywhere: true }

const toldOf = async (client: Client, notice: string): Promise<number> => {
  const { rows } = await client.query<{ n: string }>('select count(*) as n from app.message where link = $1', [
    `/n/${notice}`,
  ])
  return Number(rows[0]!.n)
}

export const hungNotice = async ({ database, server, large }: Scene): Promise<Figure> => {
  const client = new Client({ connectionString: database })
  await client.connect()
  const began = performance.now()
  const answer = await fetch(`${server.url}/api/notices`, {
    method: 'POST',
    headers: { cookie: large.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ ...NOTICE, community: large.community }),
  })
  if (answer.status !== 201) throw new Error(`the notice was answered with ${answer.status} ${await answer.text()}`)
  const hung = performance.now()
  const { notice } = (await answer.json()) as { notice: string }
  let told = 0
  while (told === 0 && performance.now() - hung < PATIENCE_MS) {
    await pause(20)
    told = await toldOf(client, notice)
  }
  const seconds = (performance.now() - began) / 1000
  await client.end()
  return {
    name: 'notice to 5800 households',
    values: rounded({ hung: (hung - began) / 1000, told, seconds }),
    goal: `hung and everybody told < ${SECONDS} s`,
    met: told > 5000 && seconds < SECONDS,
  }
}
