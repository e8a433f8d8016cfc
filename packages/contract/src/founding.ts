// The HTTP promise about founding an empty installation: street office, first community, first person.
import { z } from 'zod'

const named = (longest: number) => z.string().trim().min(1).max(longest)

export const foundSchema = z.object({
  streetOffice: named(60),
  district: z.string().trim().max(60).default(''),
  community: named(60),
  kind: z.enum(['residential', 'village', 'block']).default('residential'),
  name: named(40),
  phone: named(24),
  password: z.string().min(1).max(200),
  /** The founder acts for the street office too. */
  streetOfficeToo: z.boolean().default(false),
})
export type Found = z.infer<typeof foundSchema>

export const foundedSchema = z.object({ community: z.string(), person: z.string() })
