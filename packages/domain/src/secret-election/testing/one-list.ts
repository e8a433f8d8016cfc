// A secret election with one list of candidates for the tests of its rules: a hundred on the roll, two seats, two boxes.
import { type Actor, DAY, type Ids, type Instant, isRefused, later } from '../../kernel/index.ts'
import { COMMUNITY, STAFF, worker } from '../../matter/testing/community.ts'
import {
  type BoxCount,
  type Election,
  type ElectionCommand,
  type ElectionPlan,
  type VoterStanding,
  NO_ELECTION,
  electionLawByKey,
  electionRules,
} from '../index.ts'

/** A Monday in March 2026, ten o'clock in Shanghai. */
export const NOW: Instant = '2026-03-02T02:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`
export const law = { ...electionLawByKey('sh-village-election')!, women: null }
export const NAMES = ['甲', '乙', '丙', '丁', '戊', '己']
export const CANDIDATES = NAMES.slice(0, 4).map((name, index) => ({
  key: `c${index + 1}`,
  name,
  profile: '',
  woman: false,
}))
export const plan = (more: Partial<ElectionPlan> = {}): ElectionPlan => ({
  title: '村委会换届选举',
  purpose: '',
  posts: [{ key: 'p1', title: '', seats: 2, candidates: CANDIDATES }],
  day: '2026-03-30',
  place: '村委会大院，8:00–16:00',
  boxes: ['东片', '西片'],
  addsDown: false,
  furtherWithin: null,
  recall: null,
  ...more,
})
export const VOTERS = Array.from({ length: 100 }, (_, index) => ({
  voter: `vtr_${index}` as const,
  person: null,
  name: `村民${index}`,
  group: '一组',
}))
export const draft = (more: Partial<ElectionPlan> = {}): ElectionCommand => ({
  type: 'DraftElection',
  id: 'elc_1',
  community: COMMUNITY,
  law,
  plan: plan(more),
})
export const PUBLISH: ElectionCommand = { type: 'PublishRoll', voters: VOTERS, strangers: 0 }
export const POLLING = later(NOW, 28 * DAY)

export type Asked = readonly [ElectionCommand, Actor?, Instant?]
export const decide = (state: Election, [command, actor = STAFF, now = NOW]: Asked) =>
  electionRules.decide(state, command, { actor, now, ids })
export const after = (...asked: readonly Asked[]): Election =>
  asked.reduce((state: Election, each) => {
    const found = decide(state, each)
    if (isRefused(found)) throw new Error(`${each[0].type}: ${found.refused}`)
    return found.state
  }, NO_ELECTION)

export const standing = (n: number, more: Partial<VoterStanding> = {}): VoterStanding => ({
  voter: `vtr_${n}`,
  struck: false,
  taken: false,
  proxy: null,
  holds: 0,
  name: `村民${n}`,
  namesakes: 1,
  ...more,
})
export const OPEN: ElectionCommand = { type: 'OpenVoting', unruled: 0 }
export const give = (n: number, more: Partial<VoterStanding> = {}, to: 'self' | 'proxy' = 'self'): ElectionCommand => ({
  type: 'GiveBallot',
  voter: standing(n, more),
  to,
})
export const published = () => after([draft()], [PUBLISH])
export const voting = () => after([draft()], [PUBLISH], [OPEN, STAFF, POLLING])
const givenTo = (many: number, state = voting()): Election =>
  Array.from({ length: many }).reduce((known: Election, _, n) => {
    const found = decide(known, [give(n), STAFF, POLLING])
    if (isRefused(found)) throw new Error(found.refused)
    return found.state
  }, state)
export const closed = (many = 80): Election => {
  const found = decide(givenTo(many), [{ type: 'CloseVoting' }, STAFF, POLLING])
  if (isRefused(found)) throw new Error(found.refused)
  return found.state
}
export type Figures = { readonly collected?: number; readonly spoiled?: number; readonly blank?: number }
export const count = (
  votes: readonly number[],
  { collected = 40, spoiled = 2, blank = 1 }: Figures = {},
): BoxCount => ({
  collected,
  spoiled: 0,
  posts: {
    p1: {
      spoiled,
      blank,
      votes: Object.fromEntries(votes.map((given, index) => [`c${index + 1}`, given])),
      written: [],
    },
  },
})
export const elected = (...keys: readonly string[]) => keys.map((key) => ({ post: 'p1', key }))
export const FULL = count([30, 25, 9, 5])
export const enter = (box: number, counted: BoxCount): ElectionCommand => ({ type: 'EnterBox', box, count: counted })
const PLACE = '村委会大院'
/** Voted on again on the same day. */
export const AGAIN: readonly Asked[] = [
  [{ type: 'FixNextVote', day: '2026-03-30', place: PLACE, proxies: [] }, STAFF, POLLING],
  [{ type: 'OpenNextTurn', proxies: [] }, STAFF, POLLING],
]
export const BRANCH = worker('branch')
export const VOLUNTEER = worker('volunteer')
export const steps = (state: Election, ...asked: readonly Asked[]) => {
  let known = state
  for (const each of asked) {
    const found = decide(known, each)
    if (isRefused(found)) return found
    known = found.state
  }
  return known
}
