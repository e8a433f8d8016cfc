// The HTTP promise about places: what a scanned code opens, and the plates that carry it.
import { NODE_KINDS, PLACE_KINDS } from '@yishi/domain/territory'
import { z } from 'zod'
import { publicMatterSchema } from './matter.ts'

/** The page behind a scanned code: where one is, who looks after it, and what is already under way here. */
export const placeViewSchema = z.object({
  code: z.string(),
  kind: z.enum(PLACE_KINDS),
  name: z.string(),
  community: z.object({ id: z.string(), name: z.string(), streetOffice: z.string().nullable() }),
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

export const territoryPlaceSchema = plateSchema
  .pick({ code: true, kind: true, name: true })
  .extend({ label: z.string().nullable() })

const nodeSchema = z.object({
  node: z.string(),
  key: z.string(),
  kind: z.enum(NODE_KINDS),
  name: z.string(),
  path: z.string(),
  units: z.number(),
  places: z.array(territoryPlaceSchema),
})
export type TerritoryNode = z.infer<typeof nodeSchema> & { children: TerritoryNode[] }
export const territoryNodeSchema: z.ZodType<TerritoryNode> = nodeSchema.extend({
  get children() {
    return z.array(territoryNodeSchema)
  },
})

/** The tree of a community; `places` at its root belong to no node. */
export const territorySchema = z.object({
  community: z.string(),
  places: z.array(territoryPlaceSchema),
  children: z.array(territoryNodeSchema),
})
export type Territory = z.infer<typeof territorySchema>

export const platesQuerySchema = z.object({
  community: z.string().optional(),
  kind: z.enum(PLACE_KINDS).optional(),
  /** The key of a node: only what lies in it. */
  node: z.string().max(16).optional(),
})
