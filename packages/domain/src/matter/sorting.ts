// The words in which a matter is sorted: level, colour, size and kind (PRODUCT section 3, act "sort").
import { z } from 'zod'

export const LEVELS = ['I', 'II', 'III'] as const
export const COLOURS = ['red', 'yellow', 'green'] as const
export const SIZES = ['big', 'small', 'private'] as const
export const KINDS = [
  'repair',
  'lift',
  'fire-safety',
  'sanitation',
  'parking',
  'noise',
  'greening',
  'lighting',
  'water-power-gas',
  'security',
  'neighbours',
  'property-service',
  'facilities',
  'care',
  'policy',
  'other',
] as const

export type Level = (typeof LEVELS)[number]
export type Colour = (typeof COLOURS)[number]
export type Size = (typeof SIZES)[number]
export type Kind = (typeof KINDS)[number]

export const sortingSchema = z.object({
  level: z.enum(LEVELS),
  colour: z.enum(COLOURS),
  size: z.enum(SIZES),
  kind: z.enum(KINDS),
})
export type Sorting = z.infer<typeof sortingSchema>
