import { expect, test } from 'vitest'
import { type Actor, type Role, isRefused } from '../kernel/index.ts'
import { SHIPPED_TIPS, type Tip, type TipCommand, tipRules, tipsFor } from './index.ts'

const WRITE: TipCommand = { type: 'WriteTip', community: 'com_a', keywords: ['吵'], text: '请轻一点' }
const DROP: TipCommand = { type: 'DropTip', community: 'com_a' }
const worker = (role: Role, path = ''): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role, community: 'com_a', path, party: null }],
})
const decide = (tip: Tip, command: TipCommand, actor: Actor) => {
  const answer = tipRules.decide(tip, command, { actor, now: '2026-03-02T01:00:00.000Z', ids: (p) => `${p}_1` })
  return isRefused(answer) ? answer.refused : answer.events.map(({ type }) => type)
}

test('the desk alone sets the tone of the house', () => {
  expect(decide({ status: 'absent' }, WRITE, worker('staff'))).toEqual(['TipWritten'])
  expect(decide({ status: 'written' }, DROP, worker('branch'))).toEqual(['TipDropped'])
  for (const actor of [worker('staff', 'A'), worker('grid-worker'), worker('property')])
    expect(decide({ status: 'absent' }, WRITE, actor)).toBe('not-yours-to-do')
  expect(decide({ status: 'dropped' }, DROP, worker('staff'))).toBe('not-in-this-state')
  expect(decide({ status: 'dropped' }, WRITE, worker('staff'))).toEqual(['TipWritten'])
})

test.each([
  ['楼上半夜拖椅子', ['tip_noise']],
  ['谁家狗屎没人捡，还不牵绳', ['tip_pets']],
  ['有人把电瓶车上楼充电', ['tip_e-bikes']],
  ['又有人高空抛物，烟头扔到我家阳台', ['tip_throwing']],
  ['消防通道被车堵住了', ['tip_parking']],
  ['今天停水吗', []],
])('“%s” calls for %j', (text, expected) => {
  expect(tipsFor(text, SHIPPED_TIPS).map(({ tip }) => tip)).toEqual(expected)
})

test('every tip that comes along is short, gentle and has a name of its own', () => {
  expect(new Set(SHIPPED_TIPS.map(({ tip }) => tip)).size).toBe(SHIPPED_TIPS.length)
  for (const { text } of SHIPPED_TIPS) {
    expect(text).toMatch(/^温馨提示：.*请/u)
    expect([...text].length).toBeLessThan(90)
  }
})
