// The tally of any vote against a count that goes through every ballot by hand.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Amounts, POLL_RULES, impossible, tally } from './index.ts'
import { counts, heads, rule } from './testing/tallying.ts'

type Flat = { readonly area: number; readonly says: 'for' | 'against' | 'abstain' | 'invalid' | 'silent' | 'away' }
const anyFlats = fc.array(
  fc.record({
    area: fc.integer({ min: 1, max: 40_000 }),
    says: fc.constantFrom<Flat['says']>('for', 'for', 'against', 'abstain', 'invalid', 'silent', 'away'),
  }),
  { minLength: 1, maxLength: 40 },
)
const metres = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`
const amounts = (flats: readonly Flat[]): Amounts => ({
  heads: flats.length,
  area: metres(flats.reduce((sum, { area }) => sum + area, 0)),
})

/** The law again, ballot by ballot, in small numbers that a float holds exactly. */
const byHand = (flats: readonly Flat[], special: boolean) => {
  const sum = (of: readonly Flat['says'][], each: (flat: Flat) => number) =>
    flats.filter(({ says }) => of.includes(says)).reduce((total, flat) => total + each(flat), 0)
  return [(): number => 1, ({ area }: Flat): number => area].every((each) => {
    const all = flats.reduce((total, flat) => total + each(flat), 0)
    const part = sum(['for', 'against', 'abstain'], each)
    const yes = sum(['for'], each)
    return 3 * part >= 2 * all && part > 0 && (special ? 4 * yes >= 3 * part : 2 * yes > part)
  })
}

test.each(['ordinary', 'special'] as const)('the tally of any vote (%s) is that of a count by hand', (kind) => {
  fc.assert(
    fc.property(anyFlats, (flats) => {
      const says = (what: Flat['says']) => amounts(flats.filter((flat) => flat.says === what))
      const given = counts({
        for: says('for'),
        against: says('against'),
        abstain: says('abstain'),
        invalid: says('invalid'),
        silent: says('silent'),
      })
      expect(impossible(amounts(flats), given)).toBeNull()
      const verdict = tally(rule(`cn-civil-code-278-${kind}`), amounts(flats), given)
      expect(verdict.passed).toBe(byHand(flats, kind === 'special'))
      expect(verdict.passed).toBe(verdict.lines.every(({ holds }) => holds === true))
    }),
    { numRuns: 500 },
  )
})

test('one more for instead of against never turns a passed vote into a failed one', () => {
  const anyRule = fc.constantFrom(...POLL_RULES.filter(({ measures }) => measures.join() === 'heads'))
  const votes = fc.record({
    yes: fc.nat(40),
    no: fc.integer({ min: 1, max: 40 }),
    abstain: fc.nat(40),
    away: fc.nat(40),
  })
  fc.assert(
    fc.property(anyRule, votes, (each, { yes, no, abstain, away }) => {
      const of = (agreed: number, against: number) =>
        tally(
          each,
          heads(yes + no + abstain + away),
          counts({ for: heads(agreed), against: heads(against), abstain: heads(abstain) }),
        )
      expect(of(yes, no).passed && !of(yes + 1, no - 1).passed).toBe(false)
    }),
  )
})
