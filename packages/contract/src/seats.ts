// Who has a seat after an election by name, as the pages and the console are told.
import { z } from 'zod'

export const allocationSchema = z.object({
  seats: z.number(),
  ranking: z.array(
    z.object({
      choice: z.string(),
      place: z.number().nullable(),
      standing: z.enum(['elected', 'reserve', 'tied', 'not-passed']),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  open: z.number(),
  again: z.array(z.string()),
})
