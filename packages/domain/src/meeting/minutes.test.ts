// The minutes of a meeting, version by version, and who signs them.
import { describe, expect, test } from 'vitest'
import { BRANCH, PROPERTY } from '../matter/testing/community.ts'
import type { Meeting } from './index.ts'
import { CLOSED } from './testing/commands.ts'
import { called, closing, refusal, signingIn, told, when } from './testing/story.ts'

describe('minutes', () => {
  test('are drafted from what was noted', () => {
    const text = (CLOSED as Extract<Meeting, { status: 'closed' }>).minutes.text
    for (const words of [
      '楼道灯怎么换 纪要',
      '时间：2026 年 11 月 30 日（周一）19:00 至 19:00',
      '地点：居委会会议室',
      '形式：联席会议',
      '主持：来的人1',
      '党组织 党总支 来的人1',
      '未到：居民代表 李老师；居民代表',
      '应到 5 人，实到 3 人，过半数需要 3 人',
      '一、换什么灯',
      '居民代表：太暗了',
      '方案一：换声控灯（物业提出，约 2,400 元）',
      '好处：省电',
      '顾虑：要布线',
      '1. 换成声控灯（安居物业牵头负责：换十二盏声控灯，2026 年 12 月 10 日前办好）',
      '二、谁来换',
      '结果：大家谈妥了',
    ])
      expect(text).toContain(words)
  })

  test('corrected, they are a new version that nobody has signed', () => {
    const once = when(CLOSED, { type: 'SignMinutes', attendee: 1 })
    const corrected = when(once, { type: 'CorrectMinutes', text: '改过' })
    expect(corrected).toMatchObject({ minutes: { version: 2, text: '改过' }, signatures: [] })
    expect(refusal(corrected, { type: 'CorrectMinutes', text: '改过' })).toBe('minutes-unchanged')
  })

  test('stand once whoever presided and one more have signed', () => {
    const two = when(CLOSED, { type: 'SignMinutes', attendee: 2 }, { type: 'SignMinutes', attendee: 3 })
    expect(two.status).toBe('closed')
    expect(when(two, { type: 'SignMinutes', attendee: 1 }).status).toBe('minuted')
    expect(refusal(two, { type: 'SignMinutes', attendee: 2 })).toBe('already-signed')
    expect(refusal(two, { type: 'SignMinutes', attendee: 9 })).toBe('not-present')
  })

  test('people sign for themselves; the desk notes what stands on paper', () => {
    const meeting = when(
      when(called(), { ...signingIn(2, '小陈'), person: 'per_property' }, signingIn(1, '书记')),
      { type: 'OpenMeeting', chair: 2 },
      closing(null),
    )
    expect(told(meeting, { type: 'SignMinutes', attendee: 1 }, PROPERTY)).toMatchObject([
      { noted: false, complete: false },
    ])
    expect(refusal(meeting, { type: 'SignMinutes', attendee: 2 }, PROPERTY)).toBe('not-yours-to-do')
    expect(told(meeting, { type: 'SignMinutes', attendee: 2 }, BRANCH)).toMatchObject([{ noted: true }])
  })
})
