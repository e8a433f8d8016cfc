// The shipped poll rules, by ids that stay.
import type { PollRule } from '../rule.ts'
import { CONSULTATIONS } from './consultations.ts'
import { ELECTIONS } from './elections.ts'
import { MEETINGS, SHOWS_OF_HANDS } from './meetings.ts'
import { OWNERS } from './owners.ts'
import { PREFERENCES } from './preferences.ts'
import { VILLAGES } from './villages.ts'

export const POLL_RULES: readonly PollRule[] = [
  ...SHOWS_OF_HANDS,
  ...MEETINGS,
  ...CONSULTATIONS,
  ...OWNERS,
  ...ELECTIONS,
  ...VILLAGES,
  ...PREFERENCES,
]

export const pollRuleByKey = (key: string): PollRule | null => POLL_RULES.find((rule) => rule.key === key) ?? null
