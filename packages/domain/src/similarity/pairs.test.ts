import { expect, test } from 'vitest'
import { bigrams, jaccard } from './index.ts'

const alike = (a: string, b: string) => jaccard(bigrams(a), bigrams(b))

test('the same words are wholly alike, whatever their width, case and punctuation', () => {
  expect(alike('３号楼，灯不亮', '3号楼灯不亮！')).toBe(1)
  expect(alike('LED 灯', 'led灯')).toBe(1)
})

test('the more pairs two texts share, the more alike they are', () => {
  expect(alike('楼道灯不亮', '楼道灯坏了')).toBeCloseTo(2 / 6)
  expect(alike('楼道灯不亮', '楼道灯不亮')).toBeGreaterThan(alike('楼道灯不亮', '楼道灯坏了'))
  expect(alike('楼道灯不亮', '停车位不够')).toBe(0)
})

test('what has no pair is like nothing, and it is the same both ways round', () => {
  expect(alike('', '')).toBe(0)
  expect(alike('灯', '灯')).toBe(0)
  expect(alike('楼道灯不亮了', '灯不亮')).toBe(alike('灯不亮', '楼道灯不亮了'))
})
