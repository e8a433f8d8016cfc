// The stream of the public board on a real socket: one picture for all, nothing twice, no words of closed matters, and an end.
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SUN } from './fences/building.ts'
import { raise, sortAs } from './fences/ground.ts'
import { SECRETS } from './fences/secrets.ts'
import { type Town, openTown } from './fences/town.ts'

let town: Town
let url: string
beforeAll(async () => {
  town = await openTown()
  await town.app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(town.app.server.address() as AddressInfo).port}`
})
afterAll(() => town.close())

type Event = { readonly id: string; readonly html: string }

/** A viewer; `next` waits for the next picture. */
const watch = async (query = '', headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}/live/${SUN}/hall${query}`, { headers })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const events: Event[] = []
  let rest = ''
  const state = { ended: false }
  let told = () => {}
  const read = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value).split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) {
        const id = /^id: (.*)$/mu.exec(block)?.[1]
        if (id) events.push({ id, html: [...block.matchAll(/^data: (.*)$/gmu)].map(([, line]) => line).join('\n') })
      }
      told()
    }
    state.ended = true
    told()
  }
  const reading = read().catch(() => void (state.ended = true))
  const next = async (): Promise<Event | null> => {
    while (events.length === 0 && !state.ended) await new Promise<void>((done) => (told = done))
    return events.shift() ?? null
  }
  return { answer, events, next, ended: () => reading.then(() => state.ended), stop: () => reader.cancel() }
}

test('a viewer gets the board, then each change once; who has it already gets nothing until it changes', async () => {
  const first = await watch()
  expect(first.answer.headers.get('content-type')).toContain('text/event-stream')
  expect(first.answer.headers.get('x-accel-buffering')).toBe('no')
  expect(first.answer.headers.get('cache-control')).toContain('no-store')
  const begun = (await first.next())!
  const back = await watch('', { 'last-event-id': begun.id })
  const shown = await watch(`?has=${begun.id}`)
  await raise(town, { title: '北门的灯又不亮了' })
  const [one, two, three] = [await first.next(), await back.next(), await shown.next()]
  expect(one!.html).toContain('北门的灯又不亮了')
  expect(one!.id).not.toBe(begun.id)
  expect([two, three]).toEqual([one, one])
  const { matter } = await raise(town, { title: SECRETS.closedTitle, publicity: 'closed' })
  await sortAs(town, matter)
  await raise(town, { title: '南门的门坏了' })
  let last = one!
  while (!last.html.includes('南门的门坏了')) last = (await first.next())!
  expect(last.html).not.toContain(SECRETS.closedTitle)
  await Promise.all([first.stop(), back.stop(), shown.stop()])
})

test('an urgent notice comes to the screen and goes from it by itself', async () => {
  const viewer = await watch()
  const until = async (matches: (html: string) => boolean) => {
    for (;;) {
      const event = (await viewer.next())!
      if (matches(event.html)) return event
    }
  }
  const json = {
    community: SUN,
    kind: 'power',
    severity: 'serious',
    title: '全小区停电',
    advice: '请等一等',
    nodes: [SUN],
    until: null,
    contact: { party: 'pty_property', phone: '021-57650188' },
  }
  const issued = await town.as('staff', { method: 'POST', url: '/api/alerts', json })
  await until((html) => html.includes('全小区停电'))
  const { alert } = issued.json() as { alert: string }
  await town.as('staff', { method: 'POST', url: `/api/alerts/${alert}/lift`, json: { words: '来电了' } })
  await until((html) => !html.includes('全小区停电'))
  await viewer.stop()
})

test('whoever asks once gets one picture and an end; a board that is nowhere is not found', async () => {
  const once = await (await fetch(`${url}/live/${SUN}/board?once=1`, { headers: { cookie: 'lang=en' } })).text()
  expect(once).toMatch(/^id: [\w-]{16}\nevent: board\ndata: /u)
  expect(once).toContain('Under way')
  for (const path of ['com_none/hall', `${SUN}/none`]) expect((await fetch(`${url}/live/${path}`)).status).toBe(404)
})

test('the house closes although somebody still looks', async () => {
  const viewer = await watch()
  await viewer.next()
  await town.app.close()
  expect(await viewer.ended()).toBe(true)
})
