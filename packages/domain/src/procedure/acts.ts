// The acts (动作) of the loop: for each the settings that a stage may give it. A new act is one entry here and its schema in the union.
import { z } from 'zod'
import { limitSchema } from '../calendar/index.ts'

/** In which circle a matter is talked over (domain/meeting says who sits in each). */
export const TALK_FORMATS = [
  'online',
  'neighbourhood-spot',
  'party-members',
  'open',
  'joint',
  'five-party',
  'hall',
  'bench',
  'owners-committee',
] as const
export type TalkFormat = (typeof TALK_FORMATS)[number]

export const actSettingsSchemas = {
  raise: z.object({}),
  sort: z.object({}),
  assign: z.object({
    /** The least and the most parties that get an order at once. */
    parties: z.object({ min: z.int().min(1), max: z.int().max(12) }).default({ min: 1, max: 6 }),
  }),
  discuss: z.object({
    format: z.enum(TALK_FORMATS).default('open'),
    /** Whether only a meeting can settle it, and which seats must be taken there for it to be quorate. */
    meeting: z.boolean().default(false),
    present: z.array(z.string()).default([]),
  }),
  review: z.object({}),
  decide: z.object({
    /** The poll rule by which it is decided (domain/poll). */
    rule: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
  }),
  publish: z.object({
    what: z.enum(['plan', 'decision', 'result']),
    /** Whole calendar days that it hangs; the day it is hung does not count (Civil Code 201). */
    days: z.int().min(1).max(60),
  }),
  do: z.object({
    /** How often the responsible party owes the raiser a word while the work goes on. */
    reportEvery: limitSchema.optional(),
  }),
  inspect: z.object({}),
  rate: z.object({ scale: z.literal(5).default(5) }),
  revisit: z.object({
    /** How long after the stage begins the visit may first take place. */
    after: limitSchema,
    /** Who goes back: the party that did the work ("谁调处谁跟进") or the actors of the stage. */
    by: z.enum(['doer', 'actors']).default('doer'),
  }),
  codify: z.object({}),
  close: z.object({}),
} as const

export type Act = keyof typeof actSettingsSchemas
