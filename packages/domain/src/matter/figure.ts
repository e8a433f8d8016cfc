// Figures told with a matter (money, counts, days …): typed and exact, so that another route can read back what one wrote.
import { z } from 'zod'

export const FIGURE_KINDS = ['money', 'count', 'days', 'hours', 'minutes', 'area', 'length', 'share'] as const

/** `value` is a decimal text: money in yuan, area in m², length in m, share in percent. */
export const figureSchema = z.object({
  what: z.string().trim().min(1).max(60),
  kind: z.enum(FIGURE_KINDS),
  value: z.string().regex(/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/),
  unit: z.string().trim().max(16).optional(),
})
export type Figure = z.infer<typeof figureSchema>
export const figuresSchema = z.array(figureSchema).max(20)
