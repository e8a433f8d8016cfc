// A secret election as a file: the law, the roll's number, and every box as it was settled, section by section; whoever holds it counts again.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { namedTwiceIn } from './adding.ts'
import {
  type BoxRefusal,
  type KeyedBox,
  candidateKeySchema,
  keyedBoxSchema,
  postKeySchema,
  sumOfBoxes,
  wrongKeyed,
} from './counting.ts'
import { electionLawSchema } from './law.ts'
import { type SecretResult, resultOf } from './result.ts'

const name = z.string().max(80)
const whole = z.int().min(0)
const seats = z.int().min(1).max(21)
const turn = {
  election: z.string().max(60),
  law: electionLawSchema,
  round: z.union([z.literal(1), z.literal(2)]),
  registered: whole,
  given: whole,
}

const kept = z.array(z.strictObject({ name, post: postKeySchema }))
const boxes = z.array(z.strictObject({ name, count: keyedBoxSchema })).min(1)
const sectionsWith = <Woman extends z.ZodType>(woman: Woman) =>
  z
    .array(
      z.strictObject({
        post: postKeySchema,
        title: name,
        seats,
        candidates: z.array(z.strictObject({ key: candidateKeySchema, name, written: z.boolean(), woman })).min(1),
      }),
    )
    .min(1)

const ofToday = z.strictObject({
  format: z.literal('yishi-secret-election/3'),
  ...turn,
  sections: sectionsWith(z.boolean().nullable()),
  boxes,
  /** Which post somebody keeps who was elected to several. */
  kept,
  /** Votes for a higher post are added to a lower one. */
  addsDown: z.boolean(),
  /** The post of which a seat is for a woman as long as votes elect none. */
  reserved: postKeySchema.nullable(),
})
export type ElectionFile = z.infer<typeof ofToday>

/** Files of the time when nobody noted of a written name whether it is a woman's. */
const ofPosts = z
  .strictObject({
    format: z.literal('yishi-secret-election/2'),
    ...turn,
    sections: sectionsWith(z.boolean().default(false)),
    boxes,
    kept,
    reserved: postKeySchema.nullable().default(null),
  })
  .transform(({ sections, ...rest }): ElectionFile => ({
    ...rest,
    format: 'yishi-secret-election/3',
    addsDown: false,
    sections: sections.map((section) => ({
      ...section,
      candidates: section.candidates.map((each) => ({ ...each, woman: each.written ? null : each.woman })),
    })),
  }))

/** Files of the time when there was one list. */
const ofOneList = z
  .strictObject({
    format: z.literal('yishi-secret-election/1'),
    ...turn,
    seats,
    candidates: z.array(z.strictObject({ key: candidateKeySchema, name })).min(1),
    boxes: z
      .array(
        z.strictObject({
          name,
          count: z.strictObject({
            collected: whole,
            spoiled: whole,
            blank: whole,
            votes: z.record(candidateKeySchema, whole),
          }),
        }),
      )
      .min(1),
  })
  .transform(({ seats: open, candidates, boxes: counted, ...rest }): ElectionFile => ({
    ...rest,
    format: 'yishi-secret-election/3',
    sections: [
      {
        post: 'p1',
        title: '',
        seats: open,
        candidates: candidates.map((each) => ({ ...each, written: false, woman: false })),
      },
    ],
    boxes: counted.map(({ name: box, count: { collected, spoiled, blank, votes } }) => ({
      name: box,
      count: { collected, spoiled: 0, posts: { p1: { spoiled, blank, votes } } },
    })),
    kept: [],
    addsDown: false,
    reserved: null,
  }))

export const electionFileSchema = z.union([ofToday, ofPosts, ofOneList])

type Keyed = { readonly sections: ElectionFile['sections']; readonly totals: KeyedBox }

/** Sections with the votes of all boxes. */
export const countedSections = ({ sections, totals }: Keyed) =>
  sections.map(({ post, title, seats: open, candidates }) => {
    const { spoiled, blank, votes } = totals.posts[post]!
    return {
      post,
      title,
      seats: open,
      spoiled,
      blank,
      candidates: candidates.map((each) => ({ ...each, votes: votes[each.key] ?? 0 })),
    }
  })

export const recountElection = (file: ElectionFile): SecretResult | Refused<BoxRefusal> => {
  const { law, round, sections, registered, given, boxes: counted, kept: settled, addsDown, reserved } = file
  const asked = sections.map(({ post, seats: open, candidates }) => ({
    post,
    seats: open,
    keys: candidates.map(({ key }) => key),
  }))
  for (const { name: box, count } of counted) {
    const wrong = wrongKeyed(asked, count)
    if (wrong) return refuse(wrong, { box })
    if (addsDown && namedTwiceIn(sections, count)) return refuse('box-named-twice', { box })
  }
  const totals = sumOfBoxes(
    asked,
    counted.map(({ count }) => count),
  )
  const { collected, spoiled } = totals
  return resultOf({
    law,
    round,
    registered,
    given,
    collected,
    spoiled,
    kept: settled,
    addsDown,
    reserved,
    sections: countedSections({ sections, totals }),
  })
}
