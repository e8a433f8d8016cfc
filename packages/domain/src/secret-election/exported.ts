// A secret election as a file: the law, the roll's number, and every box as it was settled, section by section; whoever holds it counts again.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
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

const ofPosts = z.strictObject({
  format: z.literal('yishi-secret-election/2'),
  ...turn,
  sections: z
    .array(
      z.strictObject({
        post: postKeySchema,
        title: name,
        seats,
        candidates: z
          .array(
            z.strictObject({
              key: candidateKeySchema,
              name,
              written: z.boolean(),
              woman: z.boolean().default(false),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  boxes: z.array(z.strictObject({ name, count: keyedBoxSchema })).min(1),
  /** Which post somebody keeps who was elected to several. */
  kept: z.array(z.strictObject({ name, post: postKeySchema })),
  /** The post of which a seat is for a woman as long as votes elect none. */
  reserved: postKeySchema.nullable().default(null),
})
export type ElectionFile = z.infer<typeof ofPosts>

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
  .transform(({ seats: open, candidates, boxes, ...rest }): ElectionFile => ({
    ...rest,
    format: 'yishi-secret-election/2',
    sections: [
      {
        post: 'p1',
        title: '',
        seats: open,
        candidates: candidates.map((each) => ({ ...each, written: false, woman: false })),
      },
    ],
    boxes: boxes.map(({ name: box, count: { collected, spoiled, blank, votes } }) => ({
      name: box,
      count: { collected, spoiled: 0, posts: { p1: { spoiled, blank, votes } } },
    })),
    kept: [],
    reserved: null,
  }))

export const electionFileSchema = z.union([ofPosts, ofOneList])

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
  const { law, round, sections, registered, given, boxes, kept, reserved } = file
  const asked = sections.map(({ post, seats: open, candidates }) => ({
    post,
    seats: open,
    keys: candidates.map(({ key }) => key),
  }))
  for (const { name: box, count } of boxes) {
    const wrong = wrongKeyed(asked, count)
    if (wrong) return refuse(wrong, { box })
  }
  const totals = sumOfBoxes(
    asked,
    boxes.map(({ count }) => count),
  )
  const { collected, spoiled } = totals
  return resultOf({
    law,
    round,
    registered,
    given,
    collected,
    spoiled,
    kept,
    reserved,
    sections: countedSections({ sections, totals }),
  })
}
