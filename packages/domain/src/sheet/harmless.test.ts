import { expect, test } from 'vitest'
import { harmless } from './index.ts'

test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '\u200B=1', '﻿=1'])(
  '%j does not reach a spreadsheet as a formula',
  (text) => {
    expect(harmless(text)).toBe(`'${text}`)
  },
)

test.each(['楼道灯不亮', '3-2 室', 'a=b', '', '1+1'])('%j stays as it is', (text) => {
  expect(harmless(text)).toBe(text)
})
