import { expect, test } from 'vitest'
import { inviteesOf } from './invitees.ts'

test('a guest has no seat, and what was left open is not sent', () => {
  expect(inviteesOf([{ seat: '', name: '王五' }])).toEqual([{ seat: null, name: '王五' }])
  expect(inviteesOf([{ seat: 'residents', party: null, person: 'per_1' }])).toEqual([
    { seat: 'residents', name: '', person: 'per_1' },
  ])
  expect(inviteesOf([{ seat: 'residents', party: 'pty_1' }])).toEqual([{ seat: 'residents', name: '', party: 'pty_1' }])
})
