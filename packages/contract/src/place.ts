// The HTTP promise about places: what a scanned code opens, and the plates that carry it.
import { z } from 'zod'
import { publicMatterSchema } from './matter.ts'

export const PLACE_KINDS = ['grid', 'building', 'stairway', 'lamp-post', 'point', 'community'] as const

/** The page behind a scanned code: where one is, who looks after it, and what is already under way here. */
export const placeViewSchema = z.object({
  code: z.string(),
  kind: z.enum(PLACE_KINDS),
  name: z.string(),
  community: z.object({ name: z.string(), streetOffice: z.string().nullable() }),
  /** The grid worker in charge, with the number that they gave for residents. */
  keeper: z.object({ name: z.string(), phone: z.string().nullable(), area: z.string() }).nullable(),
  open: z.array(publicMatterSchema),
})
export type PlaceView = z.infer<typeof placeViewSchema>

export const plateSchema = z.object({
  code: z.string(),
  kind: z.enum(PLACE_KINDS),
  name: z.string(),
  community: z.string(),
  /** The address in the QR code, absolute from PUBLIC_URL. */
  url: z.string(),
  /** The QR code as SVG text. */
  svg: z.string(),
})
export type Plate = z.infer<typeof plateSchema>
