// A secret election for a head and two members for the tests of its rules: sixty on the roll, one box, names written in.
import { type Actor, DAY, type Ids, type Instant, isRefused, later } from '../../kernel/index.ts'
import { COMMUNITY, STAFF, worker } from '../../matter/testing/community.ts'
import {
  type BoxCount,
  type Election,
  type ElectionCommand,
  type ElectionLaw,
  type ElectionPlan,
  type Post,
  type SecretResult,
  type VoterStanding,
  NO_ELECTION,
  electionLawByKey,
  electionRules,
  sectionsOf,
} from '../index.ts'

export const NOW: Instant = '2026-03-02T02:00:00.000Z'
const POLLING: Instant = later(NOW, 28 * DAY)
const ids: Ids = (prefix) => `${prefix}_new`
export const law = { ...electionLawByKey('cn-village-election')!, women: null, moreCandidates: null }
export const BRANCH = worker('branch')
export const VOLUNTEER = worker('volunteer')

export const stand = (from: number, ...names: readonly string[]) =>
  names.map((name, index) => ({ key: `c${from + index}`, name, profile: '', woman: false }))
/** 王芳 stands for head and for member. */
export const POSTS: readonly Post[] = [
  { key: 'p1', title: '主任', seats: 1, candidates: stand(1, '王芳', '李强') },
  { key: 'p2', title: '委员', seats: 2, candidates: stand(3, '王芳', '赵六', '孙七') },
]
export const SECTIONS = sectionsOf(POSTS)
export const draft = (posts: readonly Post[] = POSTS, more: Partial<ElectionPlan> = {}): ElectionCommand => ({
  type: 'DraftElection',
  id: 'elc_1',
  community: COMMUNITY,
  law,
  plan: {
    title: '村委会换届选举',
    purpose: '',
    posts,
    day: '2026-03-30',
    place: '大院',
    boxes: ['一号箱'],
    addsDown: false,
    furtherWithin: null,
    recall: null,
    ...more,
  },
})
export const VOTERS = Array.from({ length: 60 }, (_, index) => ({
  voter: `vtr_${index}` as const,
  person: null,
  name: `村民${index}`,
  group: '',
}))
const standing = (n: number): VoterStanding => ({
  voter: `vtr_${n}`,
  struck: false,
  taken: false,
  proxy: null,
  holds: 0,
  name: `村民${n}`,
  namesakes: 1,
})

type Asked = readonly [ElectionCommand, Actor?, Instant?]
export const decide = (state: Election, [command, actor = STAFF, now = POLLING]: Asked) =>
  electionRules.decide(state, command, { actor, now, ids })
export const after = (state: Election, ...asked: readonly Asked[]): Election =>
  asked.reduce((known: Election, each) => {
    const found = decide(known, each)
    if (isRefused(found)) throw new Error(`${each[0].type}: ${found.refused}`)
    return found.state
  }, state)
export const voting = (more: Partial<ElectionPlan> = {}, rules: ElectionLaw = law) =>
  after(
    NO_ELECTION,
    [{ ...draft(POSTS, more), law: rules } as ElectionCommand, STAFF, NOW],
    [{ type: 'PublishRoll', voters: VOTERS, strangers: 0 }, STAFF, NOW],
    [{ type: 'OpenVoting', unruled: 0 }],
  )
export const counting = (given: number, state = voting()) =>
  after(
    state,
    ...Array.from({ length: given }, (_, n): Asked => [{ type: 'GiveBallot', voter: standing(n), to: 'self' }]),
    [{ type: 'CloseVoting' }],
  )

type Marks = {
  readonly votes: readonly number[]
  readonly written?: readonly (readonly [string, number])[]
  readonly spoiled?: number
  readonly blank?: number
}
const section = (from: number, { votes, written = [], spoiled = 0, blank = 0 }: Marks) => ({
  spoiled,
  blank,
  votes: Object.fromEntries(votes.map((each, index) => [`c${from + index}`, each])),
  written: written.map(([name, each]) => ({ name, votes: each })),
})
export const box = (collected: number, head: Marks, members: Marks, spoiled = 0): BoxCount => ({
  collected,
  spoiled,
  posts: { p1: section(1, head), p2: section(3, members) },
})
export const enter = (count: BoxCount): ElectionCommand => ({ type: 'EnterBox', box: 0, count })
export const settled = (given: number, count: BoxCount, state?: Election): Election =>
  after(counting(given, state), [enter(count)], [enter(count), BRANCH])
export const lastOf = (state: Election): SecretResult => {
  if (!('results' in state)) throw new Error(state.status)
  return state.results.at(-1)!
}
