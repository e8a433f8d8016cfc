import type { Receipt } from '@yishi/contract/matter'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { MOON, SUN } from '../../fences/building.ts'
import { type Town, openTown } from '../../fences/town.ts'
import { spareCode } from './spare-codes.ts'

/** What chance brings next. */
const next = vi.hoisted((): string[] => [])
vi.mock('./code.ts', async (load) => {
  const real = await load<typeof import('./code.ts')>()
  return { ...real, newCode: () => next.shift() ?? real.newCode() }
})

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

test('a code is given out once, whoever asks at the same moment, and never one that a matter has', async () => {
  const raised = await town.as('visitor', {
    method: 'POST',
    url: '/api/matters',
    json: { place: town.plate, text: '灯坏了' },
  })
  const { code: taken } = raised.json() as Receipt
  const ask = (count: number) => Promise.all(Array.from({ length: count }, () => spareCode(town.ctx.db, SUN)))
  next.push(...Array.from({ length: 3 }, () => taken))
  const codes = [...(await ask(250)), ...(await ask(250))]
  expect(next).toEqual([])
  expect(new Set(codes).size).toBe(500)
  expect(codes).not.toContain(taken)
})

test('what could not be drawn is drawn anew for whoever asks next', async () => {
  vi.spyOn(town.ctx.db, 'transaction').mockImplementationOnce(() => {
    throw new Error('away')
  })
  await expect(spareCode(town.ctx.db, MOON)).rejects.toThrow('away')
  expect(await spareCode(town.ctx.db, MOON)).toMatch(/^\d{9}$/u)
})
