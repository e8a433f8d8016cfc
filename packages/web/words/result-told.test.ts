// What a notice says of questions and of results, kind by kind: options with how they are marked, what all have alike told once, and every round of an order.
import { pollRuleByKey } from '@yishi/domain/poll'
import { describe, expect, test } from 'vitest'
import { polls } from '../pages/samples/polls.ts'
import { preferences } from '../pages/samples/preferences.ts'
import { askedTold } from './asked-told.ts'
import { agendaTold, resultTold } from './result-told.ts'

const [passed, options, elected] = [polls['passed']!, polls['options']!, polls['elected']!]
const [ranked, scored] = [preferences['ranked-result']!, preferences['scored-result']!]
const timesIn = (lines: readonly string[], of: string) => lines.filter((line) => line === of).length

describe('a result', () => {
  test.each([
    ['a proposal', passed, '初步结果：通过。'],
    ['options', options, /^初步结果：选定：/u],
    ['an order', ranked, '初步结果：选定：日立。'],
    ['points', scored, /^初步结果：选定：方案二/u],
    ['names', elected, /^初步结果：选出 5 位：/u],
  ])('of %s begins with what it came to', (_, page, said) => {
    expect(resultTold(page, 'zh')[0]).toMatch(said)
    expect(resultTold({ ...page, result: null }, 'zh')).toEqual([])
  })
  test('tells what all options have alike once, and of each its own', () => {
    const lines = resultTold(options, 'zh')
    const alike = options.result!.verdicts[0]!.lines.filter(({ zh }) =>
      options.result!.verdicts.every((each) => each.lines.some((line) => line.zh === zh)),
    )
    expect(alike.length).toBeGreaterThan(0)
    for (const { zh } of alike) expect(timesIn(lines, zh), zh).toBe(1)
    for (const { lines: own } of options.result!.verdicts) for (const { zh } of own) expect(lines).toContain(zh)
  })
  test('of an order has every round with its votes, and of points every sum', () => {
    const rounds = resultTold(ranked, 'zh').filter((line) => line.startsWith('第 '))
    expect(rounds[0]).toBe(
      '第 1 轮：三菱 14 票、日立 11 票、通力 9 票、奥的斯 9 票、广日 4 票。“广日”票最少，退出。它的票：转给“奥的斯” 4 票。',
    )
    expect(rounds).toHaveLength(4)
    expect(resultTold(scored, 'en')).toContain('方案一：多留草坪: Points 60, Average 5')
    expect(resultTold(preferences['nobody-voted']!, 'zh').at(-1)).toBe('没有一张票选了任何一项。')
  })
  test('of an agenda stands question after question, and says at the end that anybody may object', () => {
    const text = agendaTold(
      [
        { ...passed, number: 1 },
        { ...ranked, number: 3 },
      ],
      'zh',
    )
    expect(text).toMatch(/^（1）.*\n初步结果：通过。/u)
    expect(text).toMatch(/\n\n（3）.*\n初步结果：选定：日立。/u)
    expect(text).toMatch(/提出，居委会逐件答复。$/u)
  })
})

describe('a question', () => {
  const rule = pollRuleByKey('owners-ranked')!
  test('offers its options with how they are marked, and how most votes win where no law says so', () => {
    const both = [
      { number: 1, question: options.question, rule: options.rule },
      { number: 2, question: ranked.question, rule },
    ]
    const text = askedTold(both, 'zh', false)
    expect(text).toMatch(/（1）.*\n[^]*1\. /u)
    expect(text).toMatch(/（2）[^]*请排个先后[^]*\n1\. 三菱\n[^]*怎样决定：按业主人数算/u)
    expect(askedTold(both, 'en', false)).toContain('Counted by owners')
  })
  test('that stands alone has no number, and a proposal offers nothing', () => {
    const { text, explanation } = passed.question
    const told = askedTold([{ number: 1, question: passed.question, rule: passed.rule }], 'zh', false)
    expect(told).toBe([text, explanation].filter(Boolean).join('\n'))
  })
})
