// What everybody reads of a count, and the count against ballots emptied on a table. RULES R2.4, R7.30; PIPL art. 6.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import {
  type BoxCount,
  type ElectionFile,
  type Post,
  type SecretResult,
  electionFileSchema,
  keyedTurn,
  recountElection,
  resultOf,
  withoutWrittenNames,
} from './index.ts'
import { law, POSTS, SECTIONS, box, settled, lastOf } from './testing/two-posts.ts'

describe('what everybody reads', () => {
  test('names that voters wrote in are told only of who sits or stands again; votes and sums stay', () => {
    const written = [
      ['钱八', 6],
      ['欧阳九', 2],
      ['郑十', 1],
    ] as const
    const done = settled(40, box(40, { votes: [25, 6], written, spoiled: 0 }, { votes: [5, 30, 22] }))
    const [open] = withoutWrittenNames(law, [lastOf(done)])
    expect(open!.sections[0]!.candidates.map(({ name, votes }) => [name, votes])).toEqual([
      ['王芳', 25],
      ['李强', 6],
      ['钱*', 6],
      ['欧阳*', 2],
      ['郑*', 1],
    ])
    expect(JSON.stringify(open)).not.toMatch(/钱八|欧阳九|郑十/u)
    const short = settled(40, box(40, { votes: [20, 6], written: [['钱八', 14]] }, { votes: [5, 30, 22] }))
    const told = withoutWrittenNames(law, [lastOf(short)])
    expect(told[0]!.sections[0]).toMatchObject({ next: ['c1', 'w1'], candidates: [{}, { name: '钱八' }, {}] })
  })
})

test('a file of the time of one list is read and counted as it was', () => {
  const { writeIns: _, ...then } = law
  const file = electionFileSchema.parse({
    format: 'yishi-secret-election/1',
    election: 'elc_1',
    law: then,
    round: 1,
    seats: 1,
    candidates: [
      { key: 'c1', name: '甲' },
      { key: 'c2', name: '乙' },
    ],
    registered: 100,
    given: 60,
    boxes: [{ name: '东片', count: { collected: 60, spoiled: 2, blank: 1, votes: { c1: 40, c2: 17 } } }],
  })
  expect(recountElection(file)).toMatchObject({
    collected: 60,
    spoiled: 0,
    sections: [{ post: 'p1', spoiled: 2, blank: 1, elected: ['c1'], open: 0 }],
  })
})

/** A section as a voter filled it in: keys of the ballot, and names. */
type Filled = readonly string[]
type Ballot = { readonly whole: boolean; readonly head: Filled; readonly members: Filled }
const HEADS = ['王芳', '李强', '钱八', '周九']
const MEMBERS = ['王芳', '赵六', '孙七', '钱八', '郑十']
const filled = (names: readonly string[], likely: readonly Filled[]): fc.Arbitrary<Filled> =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: fc.subarray([...names]) })
/** Of a village that leans towards somebody. */
const ballotsFor = (favourite: string): fc.Arbitrary<Ballot> =>
  fc.record({
    whole: fc.constantFrom(false, false, false, false, false, false, false, true),
    head: filled(HEADS, [[favourite], [favourite], [favourite], ['李强']]),
    members: filled(MEMBERS, [[favourite, '赵六'], ['赵六', '孙七'], ['赵六'], ['孙七', favourite]]),
  })
const elections = fc.constantFrom('王芳', '钱八').chain((favourite) =>
  fc.record({
    boxes: fc.array(fc.array(ballotsFor(favourite), { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 }),
    absent: fc.nat(30),
    round: fc.constantFrom(1 as const, 2 as const),
  }),
)

/** One section of a box emptied on a table, sheet by sheet. */
const tally = (post: Post, sheets: readonly Filled[]) => {
  const votes: Record<string, number> = Object.fromEntries(post.candidates.map(({ key }) => [key, 0]))
  const written = new Map<string, number>()
  let [spoiled, blank] = [0, 0]
  for (const names of sheets) {
    if (names.length === 0) blank += 1
    else if (names.length > post.seats) spoiled += 1
    else
      for (const name of names) {
        const listed = post.candidates.find((each) => each.name === name)
        if (listed) votes[listed.key]! += 1
        else written.set(name, (written.get(name) ?? 0) + 1)
      }
  }
  return { spoiled, blank, votes, written: [...written].map(([name, each]) => ({ name, votes: each })) }
}
const emptied = (all: readonly Ballot[]): BoxCount => {
  const whole = all.filter((ballot) => !ballot.whole)
  return {
    collected: all.length,
    spoiled: all.length - whole.length,
    posts: {
      p1: tally(
        POSTS[0]!,
        whole.map(({ head }) => head),
      ),
      p2: tally(
        POSTS[1]!,
        whole.map(({ members }) => members),
      ),
    },
  }
}

type Hand = { readonly all: readonly Ballot[]; readonly round: 1 | 2 }

/** Who has enough of all ballots and is ahead of the others, said in the plainest way. */
const byHand = ({ all, round }: Hand, seats: number, of: (ballot: Ballot) => Filled): readonly string[] => {
  const valid = all.filter((ballot) => !ballot.whole && of(ballot).length <= seats)
  const names = [...new Set(valid.flatMap(of))]
  const amount = (name: string) => valid.filter((ballot) => of(ballot).includes(name)).length
  const passing = names.filter((name) => (round === 1 ? 2 * amount(name) > all.length : 3 * amount(name) >= all.length))
  return passing.filter((name) => passing.filter((other) => amount(other) >= amount(name)).length <= seats).toSorted()
}

type Held = { readonly boxes: readonly (readonly Ballot[])[]; readonly registered: number; readonly round: 1 | 2 }

const fileOf = ({ boxes, registered, round }: Held): ElectionFile => {
  const turn = keyedTurn(SECTIONS, boxes.map(emptied))
  return electionFileSchema.parse({
    format: 'yishi-secret-election/3',
    election: 'elc_1',
    law,
    round,
    registered,
    given: boxes.flat().length,
    sections: turn.sections,
    boxes: turn.boxes.map((count, index) => ({ name: `${index}`, count })),
    kept: [],
    addsDown: false,
    reserved: null,
  })
}
const namesElected = ({ sections }: SecretResult) =>
  sections.map(({ elected, candidates }) =>
    candidates
      .filter(({ key }) => elected.includes(key))
      .map(({ name }) => name)
      .toSorted(),
  )

test('in any election the same are elected to each post as by a count of every ballot on one table', () => {
  const seen = { elected: 0, void: 0, written: 0, doubled: 0, short: 0, tied: 0 }
  fc.assert(
    fc.property(elections, ({ boxes, absent, round }) => {
      const all = boxes.flat()
      const found = recountElection(fileOf({ boxes, registered: all.length + absent, round }))
      if (isRefused(found)) throw new Error(found.refused)
      const isValid = round === 2 || 2 * all.length > all.length + absent
      const hands = isValid
        ? [byHand({ all, round }, 1, ({ head }) => head), byHand({ all, round }, 2, ({ members }) => members)]
        : [[], []]
      expect(namesElected(found)).toEqual(hands)
      expect(found.void).toBe(isValid ? null : 'too-few-voted')
      expect(found.open).toBe(3 - hands.flat().length)
      const twice = hands[0]!.filter((name) => hands[1]!.includes(name))
      for (const name of twice) expect(found.doubles.map((each) => each.name)).toContain(name)
      expect(withoutWrittenNames(law, [found])[0]).toMatchObject({ open: found.open, doubles: found.doubles })
      seen.elected += hands.flat().length
      seen.void += isValid ? 0 : 1
      seen.written += hands.flat().some((name) => name === '钱八') ? 1 : 0
      seen.doubled += twice.length
      seen.short += found.open > 0 ? 1 : 0
      seen.tied += JSON.stringify(found.sections).includes('"tied"') ? 1 : 0
    }),
    { numRuns: 500 },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5)
})

test('names put in another order change no result', () => {
  const counted = resultOf({
    law,
    round: 1,
    registered: 60,
    given: 40,
    collected: 40,
    spoiled: 0,
    kept: [],
    addsDown: false,
    reserved: null,
    sections: [
      {
        post: 'p1',
        title: '主任',
        seats: 1,
        spoiled: 0,
        blank: 0,
        candidates: [
          { key: 'c1', name: '甲', written: false, woman: false, votes: 19 },
          { key: 'w1', name: '乙', written: true, woman: false, votes: 21 },
        ],
      },
    ],
  })
  expect(counted.sections[0]!.elected).toEqual(['w1'])
})
