// What most shipped rules have in common, so that each one tells only what is its own.
import type { PollRule, Threshold } from '../rule.ts'

type Own = Pick<
  PollRule,
  'key' | 'names' | 'source' | 'effectiveFrom' | 'electorate' | 'measures' | 'quorum' | 'majority'
> &
  Partial<PollRule>

/** Open, by hands or by named ballots, counted alike by two persons; silence is never a vote. */
export const ruleOf = (own: Own): PollRule => ({
  version: 1,
  jurisdiction: 'CN',
  effectiveTo: null,
  caution: null,
  questions: ['for-against', 'choose-one', 'choose-some'],
  ways: ['counted', 'ballots'],
  secrecy: 'open',
  abstaining: 'participates',
  invalid: 'absent',
  silent: ['strict'],
  precedence: 'own-hand',
  ballotOf: 'person',
  contradiction: 'reject',
  topics: [],
  scopes: [],
  noticeDays: 0,
  objectionDays: 0,
  extension: null,
  zones: null,
  ties: null,
  openers: ['staff', 'branch', 'owners-committee', 'self-management', 'street-office'],
  tellers: [
    'staff',
    'branch',
    'owners-committee',
    'self-management',
    'grid-worker',
    'building-leader',
    'volunteer',
    'street-office',
  ],
  closers: 2,
  ...own,
})

type Basis = Pick<Threshold, 'article' | 'ref'>
type Compared = Pick<Threshold, 'part' | 'whole' | 'share'>

export const atLeast = (compared: Compared, basis: Basis): Threshold => ({ ...compared, at: 'least', ...basis })
export const moreThan = (compared: Compared, basis: Basis): Threshold => ({ ...compared, at: 'more', ...basis })
