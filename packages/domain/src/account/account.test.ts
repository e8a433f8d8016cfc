import { expect, test } from 'vitest'
import { HOUR, type Instant, MINUTE, ROLES, later } from '../kernel/index.ts'
import { isIdle, mayActIn, needsSecondFactor, passwordProblem, sessionEnds } from './index.ts'

const START: Instant = '2026-11-21T08:00:00.000Z'

test.each([
  'password',
  'PassWord',
  '12345678',
  'q1w2e3r4',
  '88888888',
  '12121212',
  '87654321',
  'poiuytrewq',
  '19900101',
  '2001-12-31',
])('everybody would try %s', (password) => {
  expect(passwordProblem(password)).toBe('weak-password')
})

test('length is all that is asked of a password nobody would guess, whatever it is made of', () => {
  for (const good of ['楼下的石榴又红了三颗', 'correct horse', '  two  spaces  ', '7203918465', '🙂🍎🚲🌧️🎺🧵🪟🐟'])
    expect(passwordProblem(good)).toBeNull()
  expect(passwordProblem('石榴又红了三颗')).toBe('too-short')
  expect(passwordProblem('🙂'.repeat(7))).toBe('too-short')
  expect(passwordProblem('ab'.repeat(65))).toBe('too-long')
})

test('a password is not the phone or the name with a little around it', () => {
  const own = ['13800138000', '王小明', '6班']
  expect(passwordProblem('13800138000', own)).toBe('weak-password')
  expect(passwordProblem('13800138000abc', own)).toBe('weak-password')
  expect(passwordProblem('王小明13800138000!', own)).toBe('weak-password')
  expect(passwordProblem('王小明种的石榴又红了', own)).toBeNull()
})

test('staff work eight hours without a pause and twelve in all; residents stay for thirty days', () => {
  expect(sessionEnds('factor', START)).toBe('2026-11-21T20:00:00.000Z')
  expect(sessionEnds('code', START)).toBe('2026-12-21T08:00:00.000Z')
  expect(isIdle('factor', START, later(START, 8 * HOUR - 1))).toBe(false)
  expect(isIdle('factor', START, later(START, 8 * HOUR))).toBe(true)
  expect(isIdle('password', START, later(START, 15 * MINUTE))).toBe(true)
})

test('a code to the phone opens no role that needs a second factor, a password alone opens none', () => {
  expect(ROLES.filter((role) => mayActIn(role, 'code'))).toEqual([
    'resident',
    'building-leader',
    'grid-worker',
    'partner',
    'self-management',
    'volunteer',
    'repair-worker',
  ])
  expect(ROLES.some((role) => mayActIn(role, 'password'))).toBe(false)
  expect(ROLES.every((role) => mayActIn(role, 'factor') && mayActIn(role, 'link'))).toBe(true)
  expect(needsSecondFactor('street-office')).toBe(true)
})
