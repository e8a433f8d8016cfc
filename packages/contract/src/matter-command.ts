// The HTTP promise about acting: a body schema for each command on a matter or an order.
import { localDateSchema } from '@yishi/domain/calendar'
import { CORRECTABLE_FIELDS, LINK_RELATIONS, figuresSchema, sortingSchema } from '@yishi/domain/matter'
import { MOST_PHOTOS } from '@yishi/domain/photo'
import { REVISIT_RESULTS, TALK_RESULTS, VERDICTS } from '@yishi/domain/procedure'
import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const photos = z.array(z.string()).max(MOST_PHOTOS).default([])

/** The commands on a matter, one body schema for each; the path is `/api/matters/:matter/<name>`. */
export const matterCommandSchemas = {
  sort: sortingSchema.extend({ procedure: z.string().optional() }),
  'place-orders': z.object({
    orders: z
      .array(
        z.object({
          party: z.string(),
          lead: z.boolean().default(false),
          task: text(500),
          by: localDateSchema.optional(),
        }),
      )
      .min(1)
      .max(12),
    whistle: z.boolean().default(false),
  }),
  'record-talk': z.object({
    result: z.enum(TALK_RESULTS),
    summary: text(4000),
    figures: figuresSchema.default([]),
  }),
  sign: z.object({
    seat: z.string(),
    verdict: z.enum(VERDICTS),
    reason: z.string().trim().max(1000).default(''),
    conditions: z.array(text(300)).max(6).default([]),
  }),
  'meet-condition': z.object({ condition: z.string(), note: text(1000), photos }),
  answer: z.object({ text: text(2000), figures: figuresSchema.default([]) }),
  rate: z.object({ score: z.number().int().min(1).max(5), text: z.string().trim().max(1000).default('') }),
  revisit: z.object({
    found: z.enum(REVISIT_RESULTS),
    note: text(2000),
    photos,
    figures: figuresSchema.default([]),
  }),
  codify: z.object({ title: text(80), text: text(4000) }),
  'take-outcome': z.object({ outcome: z.string(), note: z.string().trim().max(1000).default('') }),
  pause: z.object({ reason: text(500), until: z.iso.datetime() }),
  resume: z.object({}),
  list: z.object({ reason: text(500) }),
  unlist: z.object({ reason: text(500) }),
  remark: z
    .object({ text: z.string().trim().max(2000).default(''), photos, recording: z.string().optional() })
    .refine(({ text, recording }) => text !== '' || recording !== undefined, { path: ['text'] }),
  nudge: z.object({}),
  correct: z.object({ field: z.enum(CORRECTABLE_FIELDS), value: text(4000), reason: text(500) }),
  link: z.object({ to: z.string(), relation: z.enum(LINK_RELATIONS) }),
  reopen: z.object({ reason: text(1000) }),
  transcribe: z.object({ recording: z.string(), text: text(4000) }),
  'withdraw-consent': z.object({}),
} as const
export type MatterCommandName = keyof typeof matterCommandSchemas

/** The commands on an order; the path is `/api/orders/:order/<name>`. */
export const orderCommandSchemas = {
  accept: z.object({ note: z.string().trim().max(500).default('') }),
  decline: z.object({ reason: text(500) }),
  report: z.object({
    text: text(2000),
    photos,
    figures: figuresSchema.default([]),
    underControl: z.boolean().default(false),
  }),
  complete: z.object({ text: text(2000), photos, figures: figuresSchema.default([]) }),
  transfer: z.object({ to: z.string(), reason: text(500) }),
} as const
export type OrderCommandName = keyof typeof orderCommandSchemas
