// The HTTP promise about picking the units that a question affects: those below a node, and a pasted list with a verdict for each line.
import { LINE_VERDICTS, UNIT_USES } from '@yishi/domain/territory'
import { z } from 'zod'

export const unitChoiceSchema = z.object({
  unit: z.string(),
  /** As it stands on a plate, with its door: `12号楼 2单元 302`. */
  name: z.string(),
  /** Null where its door does not tell. */
  floor: z.number().nullable(),
  use: z.enum(UNIT_USES),
  area: z.string(),
})
export type UnitChoice = z.infer<typeof unitChoiceSchema>

export const unitsQuerySchema = z.object({ community: z.string().max(60), node: z.string().max(60) })

export const unitLinesSchema = z.object({
  community: z.string().max(60),
  uses: z.array(z.enum(UNIT_USES)).min(1),
  text: z.string().max(100_000),
})
export const unitVerdictsSchema = z.array(
  z.object({ line: z.string(), verdict: z.enum(LINE_VERDICTS), units: z.array(unitChoiceSchema) }),
)
export type UnitVerdicts = z.infer<typeof unitVerdictsSchema>
