// The law is cited in one way wherever Chinese is read: 《民法典》第二百七十八条.
import { readFileSync, readdirSync } from 'node:fs'
import { BASES } from '@yishi/domain/notice'
import { proxyRuleFor } from '@yishi/domain/paper-ballot'
import { POLL_RULES } from '@yishi/domain/poll'
import { ELECTION_LAWS } from '@yishi/domain/secret-election'
import { describe, expect, test } from 'vitest'

const NUMERALS = '一二三四五六七八九十百零'
/** A law with a bare number behind it, an article in digits, or a code without its marks. */
const WRONG = new RegExp(
  [
    '(?:民法典|组织法|管理条例|管理规定|指导规则|司法解释)》?(?:（[^）]*）)?\\s?\\d',
    '第 ?\\d+(?:[、–-]\\d+)* ?条(?![为消])',
    `(?:民法典|物业管理条例|村民委员会组织法)(?:（[^）]*）)?第[${NUMERALS}]+条`,
  ].join('|'),
  'u',
)

const folder = new URL('.', import.meta.url)
const texts: readonly (readonly [string, string])[] = [
  ['poll rules', JSON.stringify(POLL_RULES)],
  ['laws of secret elections', JSON.stringify(ELECTION_LAWS)],
  ['periods of notices', JSON.stringify(BASES)],
  ['proxies', JSON.stringify(proxyRuleFor('CN'))],
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
]

describe('a law is cited by its marks and its article', () => {
  test.each(texts)('in %s', (_, text) => {
    expect(WRONG.exec(text)?.[0] ?? null).toBeNull()
  })
  test.each([
    '民法典 278',
    '民法典第 278 条',
    '《民法典》278',
    '民法典第二百七十八条',
    '村民委员会组织法（2018）第 26 条',
  ])('and not as %s', (text) => {
    expect(WRONG.test(text)).toBe(true)
  })
  test.each(['《民法典》第二百七十八条', '《村民委员会组织法》（2018）第二十六条', '第 5 条消息'])(
    'but as %s',
    (text) => {
      expect(WRONG.test(text)).toBe(false)
    },
  )
})
