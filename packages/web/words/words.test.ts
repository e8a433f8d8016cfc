// Moments, deadlines and stories as sentences, in both languages.
import type { StoryItem } from '@yishi/contract/matter'
import { describe, expect, test } from 'vitest'
import { nextSentence, promiseSentence } from './follow.ts'
import { deadlineInWords, momentInWords } from './moments.ts'
import { restSentence } from './rest.ts'
import { eventName } from './events.ts'
import { STORY_TYPES, storyNote, storySentence } from './story.ts'
import { closed, inHand, overdue, received, toRate } from '../pages/samples/matters.ts'

const item = (type: string, facts: StoryItem['facts'] = {}): StoryItem => ({
  at: '2026-11-21T00:30:00.000Z',
  type,
  by: { name: '周师傅', party: '维修班' },
  text: null,
  stage: { zh: '办理', en: 'Doing' },
  outcome: null,
  photos: [],
  figures: [],
  facts,
})

describe('moments', () => {
  const asOf = '2026-11-21T06:00:00.000Z'
  test.each([
    ['2026-11-21T00:30:00.000Z', '今天 08:30', 'today 08:30'],
    ['2026-11-20T15:59:00.000Z', '昨天 23:59', 'yesterday 23:59'],
    ['2026-11-21T16:00:00.000Z', '明天 00:00', 'tomorrow 00:00'],
    ['2026-11-19T11:42:00.000Z', '11 月 19 日 19:42', '19 Nov 19:42'],
    ['2025-12-31T16:00:00.000Z', '1 月 1 日 00:00', '1 Jan 00:00'],
    ['2025-12-31T15:59:00.000Z', '2025 年 12 月 31 日 23:59', '31 Dec 2025 23:59'],
  ])('%s', (at, zh, en) => {
    expect(momentInWords(at, asOf, 'zh')).toBe(zh)
    expect(momentInWords(at, asOf, 'en')).toBe(en)
  })

  test('a limit that ends at midnight belongs to the day that it ends', () => {
    expect(deadlineInWords('2026-11-21T16:00:00.000Z', asOf, 'zh')).toBe('今天 24:00')
    expect(deadlineInWords('2026-11-27T16:00:00.000Z', asOf, 'en')).toBe('27 Nov 24:00')
    expect(deadlineInWords('2026-11-21T11:42:00.000Z', asOf, 'zh')).toBe('今天 19:42')
  })
})

describe('the story', () => {
  test.each(STORY_TYPES)('%s has a sentence and a name in both languages', (type) => {
    for (const lang of ['zh', 'en'] as const)
      for (const facts of [
        {},
        {
          party: '安居物业',
          until: '2026-11-25T02:00:00.000Z',
          score: 4,
          end: 'solved',
          to: 'YL8K3M',
          title: '停车公约',
          field: 'where',
        },
      ]) {
        const sentence = storySentence(item(type, facts), lang)
        expect(sentence.length).toBeGreaterThan(2)
        expect(sentence).not.toMatch(/undefined|null|NaN|\(\)|（）|：$|: $/)
        expect(sentence).not.toContain(type)
        expect(eventName(type, lang)).not.toBe(eventName('NoSuchType', lang))
      }
  })

  test('an unknown kind of event is still told, without its raw name', () => {
    expect(storySentence(item('SomethingNew'), 'zh')).toBe('有一条新记录')
  })

  test('a reason takes the place of a missing text', () => {
    expect(storyNote(item('OrderDeclined', { reason: '不归我们管' }))).toBe('不归我们管')
    expect(storyNote(item('OrderDeclined'))).toBeNull()
  })
})

describe('what comes next', () => {
  test('names who has accepted, and what they said', () => {
    expect(nextSentence(inHand, 'zh')).toBe('维修班周师傅已接单，今天下午上门更换灯具。')
  })
  test('the newest word counts', () => {
    expect(nextSentence(overdue, 'zh')).toBe('维修班周师傅说：线路老化，要换一段线，明天上午来。')
    const declined = { ...inHand, story: [...inHand.story, item('OrderDeclined')] }
    expect(nextSentence(declined, 'zh')).not.toContain('已接单')
  })
  test.each([received, toRate, closed])('is told in phase $phase', (view) => {
    expect(nextSentence(view, 'zh')).toMatch(/[。]$/)
    expect(nextSentence(view, 'en')).toMatch(/\.$/)
  })
})

test('the clock says what is left and what was promised', () => {
  expect(restSentence(inHand.clock!, 'zh')).toBe('还剩 5 小时 20 分')
  expect(restSentence(overdue.clock!, 'en')).toBe('6 h over')
  const still = { ...inHand.clock!, paused: { since: '', reason: '', until: '' } }
  expect(restSentence(still, 'zh')).toBe('时限暂停，还剩 5 小时 20 分')
  expect(restSentence(still, 'en')).toBe('Paused, 5 h 20 min left')
  expect(promiseSentence(inHand.clock!, inHand, 'zh')).toBe('快到期 · 承诺 48 小时办结')
  expect(promiseSentence(inHand.clock!, { ...inHand, act: 'sort' }, 'zh')).toBe('快到期 · 承诺 48 小时内受理')
  const paused = { since: inHand.asOf, reason: '等配件', until: '2026-11-24T02:00:00.000Z' }
  expect(promiseSentence({ ...inHand.clock!, paused }, inHand, 'zh')).toBe('暂停到 11 月 24 日 10:00：等配件')
})
