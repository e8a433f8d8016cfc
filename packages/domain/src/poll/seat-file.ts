// The totals of an election by name as a file: whoever holds it judges each candidate and fills the seats again. RULES R1.64.
import { z } from 'zod'
import { type Refused, refuse } from '../kernel/index.ts'
import { candidatesSchema } from './candidates.ts'
import { type FiguresRefusal, figuresSchema, wrongFigures } from './figures.ts'
import { amountsSchema } from './measure.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { REGIMES, pollRuleSchema } from './rule.ts'

export const seatFileSchema = z.strictObject({
  format: z.literal('yishi-election/1'),
  poll: z.string().max(60),
  rule: pollRuleSchema,
  regime: z.enum(REGIMES),
  question: candidatesSchema,
  electorate: amountsSchema,
  figures: figuresSchema,
})
export type SeatFile = z.infer<typeof seatFileSchema>

export const recountSeats = ({
  rule,
  regime,
  question,
  electorate,
  figures,
}: SeatFile): Outcome | Refused<FiguresRefusal | 'regime-not-allowed'> => {
  if (!rule.silent.includes(regime)) return refuse('regime-not-allowed', { regime })
  const asking = { rule, electorate, question, regime }
  return wrongFigures(asking, figures, false) ?? outcomeOf(asking, figures)
}
