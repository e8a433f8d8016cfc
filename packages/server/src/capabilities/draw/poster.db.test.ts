// The poster of a draw as a file: for anybody, on A3 and A4, before the numbers and after them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, openTown } from '../../fences/town.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { LOTS, announce, drawn, must } from './testing/drawing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

const PLOTS = ['东一', '东二', '东三', '西一', '西二', '西三']
const rounds = [
  { name: '先后', pool: LOTS, count: 6 },
  { name: '地块', pool: PLOTS, count: 6 },
]

/** The text of a file has no spaces. */
const close = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '')

const posterOf = async (draw: string, paper: string) => {
  const answer = must(await town.as('visitor', { method: 'GET', url: `/draws/${draw}/poster.pdf?paper=${paper}` }), 200)
  expect(answer.headers['content-type']).toBe('application/pdf')
  return answer.bytes
}

test('whoever passes by reads lots and sources before the numbers, and afterwards every turn', async () => {
  const { draw } = await announce(town, { rounds })
  const before = await pdfText(await posterOf(draw, 'a4'))
  for (const said of ['抽签公告', ...LOTS, ...PLOTS, '双色球红球', '扫码看每一步'])
    expect(before).toContain(close(said))
  expect(before).not.toContain('提出')

  const made = await drawn(town, { rounds })
  const poster = await posterOf(made.draw, 'a3')
  expect(poster.toString('latin1')).toMatch(/\[0 0 841\.8\d* 1190\.5\d*\]/u)
  const after = await pdfText(poster)
  for (const said of ['抽签结果', '3、8、17、21、26、33', '请在', made.digest]) expect(after).toContain(close(said))
  const turns = made.result!.turns.map((turn, at) => close([String(at + 1), ...turn].join('')))
  for (const turn of turns) expect(after).toContain(turn)
})

test('a draw that nobody knows has no poster', async () => {
  const { status } = await town.as('visitor', { method: 'GET', url: '/draws/drw_none/poster.pdf' })
  expect(status).toBe(404)
})
