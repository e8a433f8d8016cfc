import { announceDrawSchema } from '@yishi/contract/draw'
import { expect, test } from 'vitest'
import { type DrawValues, drawOf, numbersIn } from './draft-body.ts'

const AT = '2026-12-01T13:15:00.000Z'
const values: DrawValues = {
  title: '晾衣区排位',
  rounds: [{ pool: ' 1 号 \n\n2 号\n3 号' }],
  sources: [{ choice: 'double-colour-red', name: '2026140 期', at: AT }],
  objectionDays: 3,
}

test('a pool is a line for each lot, and without a number all of it is drawn', () => {
  const draw = drawOf(values, { community: 'com_1' })
  expect(draw).toMatchObject({ community: 'com_1', rounds: [{ name: '', pool: ['1 号', '2 号', '3 号'], count: 3 }] })
  expect(announceDrawSchema.safeParse(draw).success).toBe(true)
  expect(drawOf({ ...values, count: 2 }, {}).rounds[0]).toMatchObject({ count: 2 })
})

test('every round draws as many as the first', () => {
  const rounds = [
    { name: '先后', pool: '甲\n乙' },
    { name: '地块', pool: '东一\n东二\n东三' },
  ]
  expect(drawOf({ ...values, rounds }, {}).rounds).toEqual([
    { name: '先后', pool: ['甲', '乙'], count: 2 },
    { name: '地块', pool: ['东一', '东二', '东三'], count: 2 },
  ])
})

test('a lottery brings its own shape, dice their throws, a beacon its moment alone', () => {
  const sources: DrawValues['sources'] = [
    { choice: 'double-colour-red', name: '2026140 期', at: AT },
    { choice: 'dice', name: '活动室', throws: 8, at: AT },
    { choice: 'drand', at: AT },
  ]
  const draw = drawOf({ ...values, sources }, {})
  expect(draw.sources).toEqual([
    { kind: 'lottery', name: '2026140 期', numbers: 6, least: 1, most: 33, at: AT },
    { kind: 'dice', name: '活动室', throws: 8, sides: 6, at: AT },
    { kind: 'drand', at: AT },
  ])
  expect(announceDrawSchema.safeParse(draw).success).toBe(true)
})

test('a source without its moment is refused by the contract', () => {
  expect(announceDrawSchema.safeParse(drawOf({ ...values, sources: [{ choice: 'drand' }] }, {})).success).toBe(false)
})

test('numbers are read in any spacing, and nothing else is', () => {
  expect(numbersIn(' 3, 8、17 21，26;33 ')).toEqual([3, 8, 17, 21, 26, 33])
  for (const text of ['', '  ', '3 x', '-1', '1234']) expect(numbersIn(text)).toBeNull()
})
