// How long a committee waits for a workbook of 5,800 households: preview and confirmation.
import { workbookOf } from '../../packages/server/src/capabilities/roster/template.ts'
import { largeRoster } from '../../packages/server/src/capabilities/roster/testing/large-roster.ts'
import { type Figure, rounded } from './figure.ts'
import type { Scene } from './scene.ts'

const HOUSEHOLDS = 5800
const SECONDS = 10

const asked = async <Answer>(url: string, init: RequestInit): Promise<Answer> => {
  const answer = await fetch(url, { method: 'POST', ...init })
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  return (await answer.json()) as Answer
}

export const largeWorkbook = async ({ server, large }: Scene): Promise<Figure> => {
  const { community, cookie } = large
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await workbookOf(largeRoster(HOUSEHOLDS)))]), 'roster.xlsx')
  const began = performance.now()
  const { preview } = await asked<{ preview: string | null }>(
    `${server.url}/api/import/preview?community=${community}`,
    {
      headers: { cookie },
      body: form,
    },
  )
  const previewed = performance.now()
  await asked(`${server.url}/api/import/confirm`, {
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ community, preview }),
  })
  const confirmed = performance.now()
  const seconds = (confirmed - began) / 1000
  return {
    name: `workbook of ${HOUSEHOLDS} households`,
    values: rounded({ preview: (previewed - began) / 1000, confirm: (confirmed - previewed) / 1000, seconds }),
    goal: `preview and confirmation < ${SECONDS} s`,
    met: seconds < SECONDS,
  }
}
