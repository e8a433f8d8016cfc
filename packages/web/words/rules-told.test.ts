import { pollRuleByKey } from '@yishi/domain/poll'
import { describe, expect, test } from 'vitest'
import { amountText, ruleSentences } from './poll.ts'

const options = ['a', 'b', 'c'].map((key) => ({ key, text: key }))
const ranked = (seats: number) => ({ type: 'ranked', text: '?', explanation: '', options, seats }) as const

describe('what a rule asks', () => {
  const rule = pollRuleByKey('households-ranked')!
  test.each(['zh', 'en'] as const)('of several seats is told only where several are chosen (%s)', (lang) => {
    const [one, two, whole] = [ranked(1), ranked(2), undefined].map((question) => ruleSentences(rule, lang, question))
    expect(two).toEqual(whole)
    expect(one).toHaveLength(two!.length - 1)
    expect(one!.join()).not.toMatch(/选出几项|several/u)
  })
})

test.each([
  [{ heads: 31 }, 'heads', '31 人', '31 people'],
  [{ heads: 1 }, 'heads', '1 人', '1 person'],
  [{ households: 1 }, 'households', '1 户', '1 household'],
  [{ area: '1' }, 'area', '1 平方米', '1 m²'],
  [{}, 'heads', '–', '–'],
] as const)('%o as %s has its unit', (amounts, measure, zh, en) => {
  expect([amountText(amounts, measure, 'zh'), amountText(amounts, measure, 'en')]).toEqual([zh, en])
})
