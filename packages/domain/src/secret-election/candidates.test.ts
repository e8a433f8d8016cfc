// Who stands and whether a woman is elected: more candidates than seats (art. 15), and a seat for a woman where votes elect none (art. 6). RULES R2.4.
import { describe, expect, test } from 'vitest'
import { type Ids, type Instant, isRefused } from '../kernel/index.ts'
import { COMMUNITY, STAFF } from '../matter/testing/community.ts'
import {
  type ElectionLaw,
  type Post,
  NO_ELECTION,
  candidateCautions,
  electionFileSchema,
  electionLawByKey,
  electionRules,
  recountElection,
  reservedIn,
  resultOf,
} from './index.ts'

const NOW: Instant = '2026-03-02T02:00:00.000Z'
const ids: Ids = (prefix) => `${prefix}_new`
const law = electionLawByKey('cn-village-election')!
const house = electionLawByKey('house-secret-election')!

/** With ♀ behind the name of a woman. */
const stands = (key: string, called: string) => ({
  key,
  name: called.replace('♀', ''),
  woman: called.endsWith('♀'),
  profile: '',
})
const post = (key: 'p1' | 'p2', seats: number, called: readonly string[], from = 1): Post => ({
  key,
  title: key === 'p1' ? '主任' : '委员',
  seats,
  candidates: called.map((each, index) => stands(`c${from + index}`, each)),
})

describe('more candidates than seats (R2.4, art. 15)', () => {
  const publish = (rules: ElectionLaw, posts: readonly Post[]) => {
    const plan = {
      title: '换届',
      purpose: '',
      posts,
      day: '2026-03-30',
      place: '大院',
      boxes: ['一号箱'],
      addsDown: false,
      furtherWithin: null,
      recall: null,
    } as const
    const draft = { type: 'DraftElection', id: 'elc_1', community: COMMUNITY, law: rules, plan } as const
    const meta = { actor: STAFF, now: NOW, ids }
    const drafted = electionRules.decide(NO_ELECTION, draft, meta)
    if (isRefused(drafted)) throw new Error(drafted.refused)
    const voters = [{ voter: 'vtr_1', person: null, name: '村民', group: '' }] as const
    return electionRules.decide(drafted.state, { type: 'PublishRoll', voters, strangers: 0 }, meta)
  }
  const HEAD = post('p1', 1, ['甲', '乙♀'])
  test('a draft may have too few; its roll is not published before enough stand for every post', () => {
    const short = post('p2', 3, ['丙', '丁'], 3)
    expect(candidateCautions(law, [HEAD, short]).short).toEqual([{ title: '委员', more: 2 }])
    expect(publish(law, [HEAD, short])).toMatchObject({
      refused: 'too-few-candidates',
      detail: { title: '委员', more: 2 },
    })
    expect(publish(law, [HEAD, post('p2', 3, ['丙', '丁', '戊'], 3)])).toMatchObject({
      refused: 'too-few-candidates',
    })
    expect(publish(law, [HEAD, post('p2', 3, ['丙', '丁', '戊', '己'], 3)])).toHaveProperty('events')
  })
  test('by how many is a number of the rules; a charter may ask for none', () => {
    const two = { ...law, moreCandidates: { ...law.moreCandidates!, more: 2 } }
    expect(candidateCautions(two, [HEAD]).short).toEqual([{ title: '主任', more: 1 }])
    expect(publish(house, [post('p1', 2, ['甲', '乙'])])).toHaveProperty('events')
  })
  test('where no woman stands the draft says so, and may still be published', () => {
    const men = [post('p1', 1, ['甲', '乙'])]
    expect(candidateCautions(law, men).noWoman).toBe(true)
    expect(candidateCautions(law, [HEAD]).noWoman).toBe(false)
    expect(candidateCautions(house, men).noWoman).toBe(false)
    expect(publish(law, men)).toHaveProperty('events')
  })
})

type Votes = Readonly<Record<string, number>>
/** Of a hundred ballots; the last post has a seat for a woman. */
const section = (key: string, seats: number, votes: Votes, written: Votes = {}) => ({
  post: key,
  title: key === 'p1' ? '主任' : '委员',
  seats,
  spoiled: 0,
  blank: 0,
  candidates: [
    ...Object.entries(votes).map(([called, each]) => {
      const { name, woman } = stands('', called)
      return { key: `c-${name}`, name, woman, written: false, votes: each }
    }),
    ...Object.entries(written).map(([name, each]) => ({
      key: `w-${name}`,
      name,
      woman: null as boolean | null,
      written: true,
      votes: each,
    })),
  ],
})
const counted = (
  sections: readonly ReturnType<typeof section>[],
  { rules = law, round = 1, reserved = 'p2' }: { rules?: ElectionLaw; round?: 1 | 2; reserved?: string | null } = {},
) =>
  resultOf({
    law: rules,
    round,
    registered: 120,
    given: 100,
    collected: 100,
    spoiled: 0,
    kept: [],
    addsDown: false,
    reserved,
    sections,
  })
const keys = (...names: readonly string[]) => names.map((name) => `c-${name}`)

describe('a woman among the members (art. 6)', () => {
  const HEAD = section('p1', 1, { 甲: 70, 乙: 20 })
  test('votes elect one: nothing changes', () => {
    const { woman, sections, lines } = counted([HEAD, section('p2', 2, { 丙: 80, '丁♀': 60, 戊: 55 })])
    expect([woman, sections[1]!.elected]).toEqual(['seated', keys('丙', '丁')])
    expect(lines.at(-1)).toMatchObject({
      holds: true,
      zh: expect.stringContaining('《村民委员会组织法》第六条') as string,
    })
  })
  test('one in a higher post is enough', () => {
    const found = counted([section('p1', 1, { '甲♀': 70 }), section('p2', 2, { 丙: 80, '丁♀': 51, 戊: 55 })])
    expect([found.woman, found.sections[1]!.elected]).toEqual(['seated', keys('丙', '戊')])
  })
  test('votes elect none, but a woman has enough: the one with most of them takes a seat first', () => {
    const { woman, sections, open, lines } = counted([HEAD, section('p2', 2, { 丙: 80, 戊: 70, '丁♀': 60, '己♀': 51 })])
    expect([woman, sections[1]!.elected, open]).toEqual(['first', keys('丙', '丁'), 0])
    expect(sections[1]!.candidates.map(({ standing }) => standing)).toEqual([
      'elected',
      'passed-over',
      'elected',
      'passed-over',
    ])
    expect(lines.at(-1)!.zh).toContain('丁 60 票最多')
  })
  test('none has enough: a seat is kept, and only women stand for it', () => {
    const { woman, sections, open } = counted([
      HEAD,
      section('p2', 2, { 丙: 80, 戊: 70, '丁♀': 50, '己♀': 30, '庚♀': 10 }),
    ])
    expect([woman, sections[1]!.elected, open]).toEqual(['separate', keys('丙'), 1])
    expect(sections[1]!.next).toEqual(keys('丁', '己'))
  })
  test('with more seats open women stand for theirs beside those with most votes', () => {
    const { sections } = counted([HEAD, section('p2', 3, { 丙: 80, 戊: 40, 辛: 38, 壬: 36, '丁♀': 9, '己♀': 5 })])
    expect([sections[1]!.open, sections[1]!.next]).toEqual([2, keys('戊', '辛', '壬', '丁', '己')])
  })
  test('two women alike are voted on again between them', () => {
    const { woman, sections } = counted([HEAD, section('p2', 1, { 丙: 80, '丁♀': 60, '己♀': 60, '庚♀': 51 })])
    expect([woman, sections[1]!.next]).toEqual(['separate', keys('丁', '己')])
  })
  test('where none stands the seat stays open and nobody is put forward: the election ends with a reason', () => {
    const { woman, sections } = counted([HEAD, section('p2', 2, { 丙: 80, 戊: 70, 辛: 60 })])
    expect([woman, sections[1]!.open, sections[1]!.next]).toEqual(['separate', 1, []])
  })
  test('the second round keeps the seat as well, with a third of the ballots', () => {
    const found = counted([section('p2', 2, { 戊: 60, 辛: 50, '丁♀': 34 })], { round: 2 })
    expect([found.woman, found.sections[0]!.elected]).toEqual(['first', keys('戊', '丁')])
    const fewer = counted([section('p2', 2, { 戊: 60, 辛: 50, '丁♀': 33 })], { round: 2 })
    expect([fewer.woman, fewer.sections[0]!.elected]).toEqual(['separate', keys('戊')])
  })
  test('somebody written in has enough votes, and nobody has noted it yet: it is said', () => {
    const { woman, sections, lines } = counted([HEAD, section('p2', 1, { 丙: 30, '丁♀': 52 }, { 癸: 60 })])
    expect([woman, sections[1]!.elected]).toEqual(['unclear', ['w-癸']])
    expect(lines.at(-1)!.holds).toBe(false)
  })
  test('rules may leave the way to people: votes decide, and it is said', () => {
    const told = { ...law, women: { ...law.women!, seat: 'told' as const } }
    const found = counted([HEAD, section('p2', 1, { 丙: 80, '丁♀': 60 })], { rules: told })
    expect([found.woman, found.sections[1]!.elected, found.lines.at(-1)!.holds]).toEqual(['none', keys('丙'), false])
    expect(counted([section('p1', 1, { 甲: 70 })]).woman).toBe('none')
  })
  test('rules that ask for none say nothing, nor does a void vote', () => {
    const men = section('p2', 1, { 丙: 80 })
    expect(counted([HEAD, men], { rules: house })).toMatchObject({ woman: null, open: 0 })
    const few = resultOf({
      law,
      round: 1,
      registered: 200,
      given: 100,
      collected: 100,
      spoiled: 0,
      kept: [],
      addsDown: false,
      reserved: 'p2',
      sections: [HEAD, men],
    })
    expect(few).toMatchObject({ void: 'too-few-voted', woman: null })
  })
  test('the seat is of the last post, until a woman sits', () => {
    const posts = [{ key: 'p1' }, { key: 'p2' }]
    const none = counted([HEAD, section('p2', 1, { 丙: 80, '丁♀': 10 })])
    expect(reservedIn(law, posts, [])).toBe('p2')
    expect(reservedIn(law, posts, [none])).toBe('p2')
    expect(reservedIn(law, posts, [none, counted([section('p2', 1, { '丁♀': 60 })])])).toBe(null)
    expect(reservedIn(house, posts, [])).toBe(null)
  })
  test('whoever counts again from the file comes to the same', () => {
    const file = electionFileSchema.parse({
      format: 'yishi-secret-election/2',
      election: 'elc_1',
      law,
      round: 1,
      registered: 120,
      given: 100,
      sections: [
        {
          post: 'p1',
          title: '',
          seats: 1,
          candidates: [
            { key: 'c1', name: '丙', written: false },
            { key: 'c2', name: '丁', written: false, woman: true },
          ],
        },
      ],
      boxes: [
        {
          name: '一号箱',
          count: { collected: 100, spoiled: 0, posts: { p1: { spoiled: 0, blank: 0, votes: { c1: 80, c2: 20 } } } },
        },
      ],
      kept: [],
      reserved: 'p1',
    })
    expect(recountElection(file)).toMatchObject({ woman: 'separate', open: 1 })
    expect(recountElection({ ...file, reserved: null })).toMatchObject({ woman: null, open: 0 })
  })
})
