import { expect, test } from 'vitest'
import { type Actor, type Hat, type Role, VISITOR } from '../kernel/index.ts'
import { accessOf, tendAccount } from './index.ts'

const hat = (role: Role, community: Hat['community'] = 'com_a', path = ''): Hat => ({
  role,
  community,
  path,
  party: null,
})
const wearing = (...hats: Hat[]): Actor => ({ kind: 'person', person: 'per_me', hats })
const target = (...hats: Hat[]) => ({ persons: ['per_you'], hats }) as const

test.each([
  ['staff for a grid worker', wearing(hat('staff')), target(hat('grid-worker', 'com_a', 'G1')), null],
  ['the branch for staff', wearing(hat('branch')), target(hat('staff')), null],
  [
    'staff of one grid',
    wearing(hat('staff', 'com_a', 'G1')),
    target(hat('grid-worker', 'com_a', 'G1')),
    'not-yours-to-do',
  ],
  ['a property company', wearing(hat('property')), target(hat('property')), 'not-yours-to-do'],
  [
    'staff for who works elsewhere too',
    wearing(hat('staff')),
    target(hat('police'), hat('police', 'com_b')),
    'not-yours-to-do',
  ],
  ['staff for who only lives elsewhere', wearing(hat('staff')), target(hat('police'), hat('resident', 'com_b')), null],
  ['staff for the street office', wearing(hat('staff')), target(hat('street-office')), 'not-yours-to-do'],
  ['the street office for its own', wearing(hat('street-office')), target(hat('street-office')), null],
  ['staff for a resident', wearing(hat('staff')), target(hat('resident')), 'not-yours-to-do'],
  ['a visitor', VISITOR, target(hat('staff')), 'not-yours-to-do'],
])('%s', (_, actor, them, refused) => {
  expect(tendAccount(actor, them)?.refused ?? null).toBe(refused)
})

test('nobody does it to themselves', () => {
  expect(tendAccount(wearing(hat('staff')), { persons: ['per_me'], hats: [hat('staff')] })?.refused).toBe(
    'not-yourself',
  )
})

const known = { roles: ['staff'], mobile: true, account: true, password: false, invited: false, closed: false } as const
test.each([
  [{}, 'none'],
  [{ invited: true }, 'invited'],
  [{ invited: true, password: true }, 'account'],
  [{ password: true, closed: true }, 'closed'],
  [{ roles: ['grid-worker'], account: false }, 'by-phone'],
  [{ roles: ['grid-worker'], account: false, mobile: false }, 'none'],
  [{ roles: ['grid-worker'] }, 'account'],
  [{ roles: ['grid-worker', 'staff'] }, 'none'],
] as const)('%j: %s', (more, access) => {
  expect(accessOf({ ...known, ...more })).toBe(access)
})
