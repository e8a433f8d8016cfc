import { expect, test } from 'vitest'
import { draws } from '../pages/samples/draws.ts'
import { drawPosterSheet } from './draw-poster.ts'

const sheet = (name: string, lang: 'zh' | 'en' = 'zh') => drawPosterSheet(draws[name]!.draw, lang)

test('before the numbers there is no table, and nobody is asked to object to a result', () => {
  const { head, figures, box, after } = sheet('announced')
  expect([head, figures]).toEqual(['抽签公告', []])
  expect(box.head).toBe('不用托人，也托不了人：')
  expect(after[0]).toContain('1）1 号 · 张**')
})

test('in two rounds each turn has what each round gave, and both pools stand below', () => {
  const { columns, figuresHead, figures, after } = sheet('plots')
  expect([columns, figuresHead]).toEqual([
    ['narrow', 'wide', 'wide'],
    ['先后', '签', '地块'],
  ])
  expect(figures).toHaveLength(6)
  expect(figures.every((row) => row.length === 3)).toBe(true)
  expect(after.filter((text) => text.startsWith('签池（'))).toHaveLength(2)
})

test.each([
  ['drawn', '有不同意见：'],
  ['objected', '有不同意见：'],
  ['settled', '结果生效：'],
  ['annulled', '这次不作数：'],
])('%s says what may be done now', (name, head) => {
  expect(sheet(name).box.head).toBe(head)
})

test('a beacon is named by its round and its random value', () => {
  expect(sheet('beacon', 'en').after.join('\n')).toMatch(/round 34236105.*fc1873a13f35/u)
})
