// The HTTP promise about the duty roster: the shifts of a community and its parts, and who is on call now.
import { REPEATING } from '@yishi/domain/duty'
import { localDateSchema } from '@yishi/domain/calendar'
import { z } from 'zod'

const wallTime = z.templateLiteral([z.string().regex(/^(?:[01]\d|2[0-3])$/), ':', z.string().regex(/^[0-5]\d$/)])

export const shiftSchema = z.object({
  day: z.union([z.enum(REPEATING), localDateSchema]),
  begins: wallTime,
  ends: wallTime,
  person: z.string().max(40).nullable(),
  party: z.string().max(40).nullable(),
  phone: z.string().trim().max(24),
})

export const setDutySchema = z.object({
  community: z.string().max(40),
  /** Null: the roster of the whole community. */
  node: z.string().max(40).nullable(),
  shifts: z.array(shiftSchema).max(100),
  revision: z.number().int().min(0),
})
export type SetDuty = z.infer<typeof setDutySchema>

const onCallSchema = z.object({ name: z.string(), phone: z.string() })
/** As everybody may know it: the party, the person's name masked, and the number of the duty. */
export type OnCall = z.infer<typeof onCallSchema>

export const dutySchema = z.object({
  rosters: z.array(
    z.object({
      node: z.string().nullable(),
      nodeName: z.string().nullable(),
      shifts: z.array(shiftSchema),
      revision: z.number(),
      now: z.array(onCallSchema),
    }),
  ),
  /** Who may be put on the roster. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  parties: z.array(z.object({ id: z.string(), name: z.string() })),
  may: z.boolean(),
})
export type Duty = z.infer<typeof dutySchema>
