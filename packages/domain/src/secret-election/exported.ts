// A secret election as a file: the law, the roll's number, and every box as it was settled; whoever holds it counts again.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { type BoxRefusal, boxCountSchema, sumOfBoxes, wrongBox } from './counting.ts'
import { electionLawSchema } from './law.ts'
import { type SecretResult, resultOf } from './result.ts'

export const electionFileSchema = z.strictObject({
  format: z.literal('yishi-secret-election/1'),
  election: z.string().max(60),
  law: electionLawSchema,
  round: z.union([z.literal(1), z.literal(2)]),
  seats: z.int().min(1).max(21),
  candidates: z.array(z.strictObject({ key: z.string().regex(/^c\d{1,2}$/), name: z.string().max(80) })).min(1),
  registered: z.int().min(0),
  given: z.int().min(0),
  boxes: z.array(z.strictObject({ name: z.string().max(80), count: boxCountSchema })).min(1),
})
export type ElectionFile = z.infer<typeof electionFileSchema>

export const recountElection = (file: ElectionFile): SecretResult | Refused<BoxRefusal> => {
  const { law, round, seats, candidates, registered, given, boxes } = file
  for (const { name, count } of boxes) {
    const wrong = wrongBox({ candidates, seats }, count)
    if (wrong) return refuse(wrong, { box: name })
  }
  const totals = sumOfBoxes(
    candidates.map(({ key }) => key),
    boxes.map(({ count }) => count),
  )
  return resultOf({ law, round, seats, candidates, registered, given, totals })
}
