import { expect, test } from 'vitest'
import { safeBack } from './back.ts'

test.each(['/me', '/c/com_sun?page=2', '/p/ABCD1234', '/'])('%s leads back', (back) => {
  expect(safeBack(back)).toBe(back)
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
])('%j leads nowhere', (back) => {
  expect(safeBack(back)).toBe('')
})
