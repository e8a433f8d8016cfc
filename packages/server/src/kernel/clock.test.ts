import { expect, test } from 'vitest'
import { manualClock } from './clock.ts'
import { idBody, newIds } from './ids.ts'

test('the clock that is moved by hand runs what falls due before it arrives, and never goes back', async () => {
  const clock = manualClock('2026-01-01T00:00:00.000Z')
  const seen: string[] = []
  clock.onAdvance((until, set) => {
    set('2026-01-02T00:00:00.000Z')
    seen.push(clock.now(), until)
    return Promise.resolve()
  })
  await clock.advanceTo('2026-01-03T00:00:00.000Z')
  expect([...seen, clock.now()]).toEqual([
    '2026-01-02T00:00:00.000Z',
    '2026-01-03T00:00:00.000Z',
    '2026-01-03T00:00:00.000Z',
  ])
  await expect(clock.advanceTo('2026-01-01T00:00:00.000Z')).rejects.toThrow(RangeError)
})

test('ids sort by the time they were made and carry 80 bits of chance', () => {
  const none = new Uint8Array(10)
  const all = new Uint8Array(10).fill(255)
  expect(idBody(0, none)).toBe('0'.repeat(26))
  expect(idBody(1_767_225_600_000, all) < idBody(1_767_225_600_001, none)).toBe(true)
  expect(idBody(2 ** 48 - 1, all)).toBe(`7${'z'.repeat(25)}`)
  const ids = newIds(manualClock('2026-01-01T00:00:00.000Z'))
  expect(ids('mat')).toMatch(/^mat_[0-9a-hjkmnp-tv-z]{26}$/u)
  expect(new Set(Array.from({ length: 100 }, () => ids('mat'))).size).toBe(100)
})
