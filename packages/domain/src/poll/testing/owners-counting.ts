// Ballots of owners over one question, counted by an ordinary rule.
import type { Ids, Instant } from '../../kernel/index.ts'
import { type Figures, type ListedBallot, type PollRule, countBallots, pollRuleByKey } from '../index.ts'

export const NOW: Instant = '2026-11-18T02:00:00.000Z'
export const ids: Ids = (prefix) => `${prefix}_new`
export const rule = (key: string): PollRule => pollRuleByKey(key)!
export const ordinary = rule('cn-civil-code-278-ordinary')
export const COMPANY = { type: 'for-against', text: '换物业？', explanation: '' } as const

export const ballot = (
  head: number,
  area: string,
  choice: string | null,
  more: Partial<ListedBallot> = {},
): ListedBallot => ({
  head,
  zone: '',
  amounts: { area },
  choice: choice === null ? null : [choice],
  proof: 'none',
  ...more,
})
export const counted = (listed: readonly ListedBallot[], under = ordinary): Figures =>
  countBallots({ rule: under, question: COMPANY }, listed)
