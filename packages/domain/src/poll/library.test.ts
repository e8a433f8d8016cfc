// The shipped rules: their ids, and that each is a document that the schema accepts.
import { describe, expect, test } from 'vitest'
import { POLL_RULES, pollRuleSchema } from './index.ts'
import { isInForce } from './rule.ts'
import { rule } from './testing/tallying.ts'

describe('the shipped rules', () => {
  test('keep their ids', () => {
    expect(POLL_RULES.map(({ key }) => key)).toEqual([
      'show-of-hands',
      'show-of-hands-half',
      'show-of-hands-two-thirds',
      'cn-villagers-representatives',
      'cn-residents-representatives',
      'cn-party-members-meeting',
      'cn-owners-committee',
      'cn-residents-meeting-1989',
      'household-consultation-two-thirds',
      'household-consultation-80',
      'household-consultation-all',
      'household-choice-majority',
      'cn-civil-code-278-ordinary',
      'cn-civil-code-278-special',
      'sh-affected-owners-use',
      'sh-affected-owners-raise',
      'sh-lift-building',
      'sh-lift-common-parts',
      'sh-self-management',
      'owners-zone-by-zone',
      'owners-most-zones',
      'cn-housing-use-change',
      'cn-committee-election',
      'sh-committee-election',
      'hz-committee-election',
      'cn-villagers-meeting-adults',
      'cn-villagers-meeting-households',
      'cn-villagers-group-adults',
      'cn-villagers-group-households',
      'cn-four-deliberations-branch',
      'cn-four-deliberations-two-committees',
      'residents-ranked',
      'residents-scored',
      'residents-approval',
      'residents-limited',
      'households-ranked',
      'households-scored',
      'households-approval',
      'households-limited',
      'owners-ranked',
      'owners-scored',
      'owners-approval',
      'owners-limited',
      'hands-approval',
      'hands-limited',
    ])
  })

  test.each(POLL_RULES.map((each) => [each.key, each] as const))(
    '%s is a document that the schema accepts',
    (_, each) => {
      expect(pollRuleSchema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each)
      for (const { zh, en } of [each.names, each.source, ...(each.caution ? [each.caution] : [])])
        expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([true, false])
      expect(each.silent).toContain('strict')
    },
  )

  test('R2.8: the law of 1989 is for earlier results alone, and of the one that replaced it no number is guessed', () => {
    const old = rule('cn-residents-meeting-1989')
    expect([old.effectiveTo, old.caution?.zh]).toEqual(['2025-12-31', expect.stringContaining('2026-01-01')])
    expect(isInForce(old, '2025-12-31')).toBe(true)
    expect(isInForce(old, '2026-01-01')).toBe(false)
    const named = POLL_RULES.filter(({ quorum, majority }) =>
      [...quorum, ...majority].some(({ ref }) => ref === 'R2.8'),
    )
    expect(named).toEqual([old])
  })
})
