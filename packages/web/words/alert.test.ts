// What an urgent notice says in a banner, and in the short text for messages and groups.
import { expect, test } from 'vitest'
import { alertSamples } from '../pages/samples/alerts.ts'
import { alertText, areasInWords, entryInWords, leadInWords, spanInWords } from './alert.ts'

const { view, url } = alertSamples.alert['running']!
const lifted = alertSamples.alert['lifted']!.view
const asOf = view.asOf

test('when it holds is said from the reader’s day', () => {
  const span = (from: string, until: string | null, liftedAt: string | null = null) =>
    spanInWords({ from, until, liftedAt }, asOf, 'zh')
  expect(span('2026-11-21T05:40:00.000Z', '2026-11-21T10:00:00.000Z')).toBe('今天 13:40 至 18:00')
  expect(span('2026-11-21T05:40:00.000Z', '2026-11-22T10:00:00.000Z')).toBe('今天 13:40 至明天 18:00')
  expect(span('2026-11-21T05:40:00.000Z', null)).toBe('今天 13:40 起，恢复时间待定')
  expect(span('2026-11-21T05:40:00.000Z', asOf)).toBe('原定今天 14:22 恢复，还没有恢复')
  expect(span('2026-11-21T05:40:00.000Z', null, '2026-11-21T06:00:00.000Z')).toBe('今天 13:40 至 14:00')
})

test('many places are counted, none is all of them', () => {
  expect(areasInWords({ areas: ['1号楼', '2号楼', '3号楼', '4号楼', '5号楼'] }, 'zh')).toBe(
    '1号楼、2号楼、3号楼等 5 处',
  )
  expect(areasInWords({ areas: [] }, 'en')).toBe('the whole community')
})

test('where only a part of a place is covered, the first words say which', () => {
  const water = { kind: 'water', severity: 'notable' } as const
  expect(leadInWords(water, 'zh')).toBe('停水 · 请知晓')
  expect(leadInWords({ ...water, parts: ['3号楼二单元'] }, 'zh')).toBe('3号楼二单元停水 · 请知晓')
  expect(leadInWords({ ...water, parts: ['3号楼', '4号楼'] }, 'en')).toBe('Water off at 3号楼, 4号楼 · Please note')
})

test('progress speaks for itself, another end is named, a correction says why', () => {
  expect(view.entries.map((entry) => entryInWords(entry, asOf, 'zh').title)).toEqual([
    '发出通知',
    '总阀已关，3 号楼地下室积水在抽。',
    '预计恢复改到今天 18:00',
    '抢修队到场，正在开挖。',
  ])
})

test.each(['zh', 'en'] as const)(
  'the short text in %s holds where, until when, whom to call and the link, in 300 characters',
  (lang) => {
    const long = {
      ...view,
      title: '水'.repeat(60),
      advice: '请接水。'.repeat(150),
      areas: view.areas.map((area) => area.repeat(4)),
    }
    for (const each of [view, long, { ...long, call: null, until: null }, lifted]) {
      const text = alertText(each, url, lang)
      expect([...text].length).toBeLessThanOrEqual(300)
      expect(text.endsWith(url)).toBe(true)
      if (each.call && !each.liftedAt) expect(text).toContain(each.call.phone)
    }
    expect(alertText(view, url, lang)).not.toMatch(/今天|明天|today|tomorrow/u)
    expect(alertText(view, url, lang)).toContain(lang === 'zh' ? '11 月 21 日' : '21 Nov')
    expect(alertText(long, url, lang)).toContain('…')
    expect(alertText(lifted, url, lang)).toContain('已经通水')
  },
)
