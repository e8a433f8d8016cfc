// The code on a sheet: read however it is typed, and of no use for any other sheet.
import { createSecretKey } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issueOf, paperCode, paperUrl, readPaperCode } from './code.ts'

const secret = createSecretKey(Buffer.alloc(32, 7))
const other = createSecretKey(Buffer.alloc(32, 8))
const SHEET = { ballot: 'bal_abc', issue: 1 } as const
const code = paperCode(secret, 151, SHEET)

describe('a code', () => {
  test('is the same whenever it is printed, and tells the number of its unit', () => {
    expect(code).toMatch(/^0151-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/u)
    expect(paperCode(secret, 151, SHEET)).toBe(code)
  })
  test('is read as typed, as scanned, in full-width letters and with look-alikes', () => {
    const wide = code.replaceAll(/[!-~]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0))
    const alike = code.toLowerCase().replaceAll('0', 'o').replace('1', 'l')
    const seal = code.slice(5).replace('-', '')
    for (const typed of [code, ` ${code} `, code.replaceAll('-', ''), wide])
      expect(readPaperCode(typed), typed).toEqual({ list: null, number: 151, seal })
    expect(readPaperCode(`0151-${alike.slice(5)}`)).toMatchObject({ seal })
    const url = paperUrl('https://yishi.example', 'pol_1', code)
    expect(readPaperCode(url)).toEqual({ list: 'pol_1', number: 151, seal })
  })
  test.each(['', '0151', 'hello', '0151-UUUUU-UUUUU', 'https://evil.example/0151', '151-7K3M9-QX2TD'])(
    'is not %j',
    (typed) => expect(readPaperCode(typed)).toBeNull(),
  )
})

describe('a seal', () => {
  const seal = readPaperCode(code)!.seal
  test('is of one ballot, one issue, one community', () => {
    expect(issueOf(secret, SHEET, seal)).toBe(1)
    expect(issueOf(secret, { ballot: 'bal_abd', issue: 1 }, seal)).toBeNull()
    expect(issueOf(other, SHEET, seal)).toBeNull()
  })
  test('of a sheet that was replaced is known as the older one', () => {
    expect(issueOf(secret, { ...SHEET, issue: 3 }, seal)).toBe(1)
    const third = readPaperCode(paperCode(secret, 151, { ...SHEET, issue: 3 }))!.seal
    expect(issueOf(secret, SHEET, third)).toBeNull()
  })
  test('with one letter changed is no seal', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (place, letter) => {
        fc.pre(seal[place] !== letter)
        expect(issueOf(secret, SHEET, seal.slice(0, place) + letter + seal.slice(place + 1))).toBeNull()
      }),
    )
  })
})
