import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, PRECEDENCES, holdingOf } from '../poll/index.ts'
import { standingsOf } from './index.ts'

describe('of several ballots of one unit', () => {
  test.each([
    ['latest', ['online', 'paper'], ['replaced', 'holds']],
    ['own-hand', ['paper', 'online', 'door'], ['replaced', 'holds', 'ranks-below']],
    ['signed', ['online', 'paper', 'online'], ['replaced', 'holds', 'ranks-below']],
    ['signed', ['paper', 'hall'], ['replaced', 'holds']],
    ['first', ['online', 'paper'], ['holds', 'first-stands']],
    ['latest', ['door'], ['holds']],
    ['latest', [], []],
  ] as const)('%s of %j', (precedence, channels, standings) => {
    expect(standingsOf(precedence, channels)).toEqual(standings)
  })

  test('exactly the one holds that the count takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRECEDENCES),
        fc.array(fc.constantFrom(...CHANNELS), { minLength: 1 }),
        (by, all) => {
          const standings = standingsOf(by, all)
          expect(standings.filter((each) => each === 'holds')).toHaveLength(1)
          expect(standings.indexOf('holds')).toBe(holdingOf(by, all))
        },
      ),
    )
  })
})
