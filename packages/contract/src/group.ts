// The HTTP promise about chat groups: the groups, pasted excerpts with their drafts, the cards owed, and tips.
import { FATES } from '@yishi/domain/excerpt'
import { KINDS, PHASES, PUBLICITIES } from '@yishi/domain/matter'
import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const instant = z.iso.datetime()
const community = z.string().max(40).optional()

export const ofCommunitySchema = z.object({ community })

const personSchema = z.object({ person: z.string(), name: z.string() })

export const groupSchema = z.object({
  group: z.string(),
  name: z.string(),
  /** Path and name of the node it belongs to; '' is the whole community. */
  path: z.string(),
  node: z.string(),
  keeper: personSchema.nullable(),
  /** Drafts that wait for a decision and the oldest excerpt with some, and cards to post. */
  waiting: z.number(),
  excerpt: z.string().nullable(),
  owed: z.number(),
})
export type Group = z.infer<typeof groupSchema>

export const groupsSchema = z.object({
  community: z.string(),
  groups: z.array(groupSchema),
  /** Where the reader may open a group. */
  nodes: z.array(z.object({ path: z.string(), name: z.string() })),
  /** Who may keep one. */
  people: z.array(personSchema),
  /** May the reader open one for every building or stairway at once? */
  mayFill: z.boolean(),
})
export type Groups = z.infer<typeof groupsSchema>

const naming = { name: text(60), keeper: z.string().max(40).nullable().default(null) }
export const openGroupSchema = z.object({ community, path: z.string().max(200), ...naming })
export const changeGroupSchema = z.object(naming)
export const fillGroupsSchema = z.object({ community, kind: z.enum(['building', 'stairway']) })
export const groupsFilledSchema = z.object({ opened: z.number() })
export const groupOpenedSchema = z.object({ group: z.string() })

/** The limit of a paste is told by the rule that reads it, so more than it gets as far as there. */
export const LONGEST_PASTE = 4_000_000
export const pasteSchema = z.object({ text: z.string().max(LONGEST_PASTE) })

/** A matter that may be the same, as those who handle it see it. */
export const similarMatterSchema = z.object({
  matter: z.string(),
  code: z.string(),
  title: z.string(),
  place: z.string(),
  status: z.enum(['open', 'closed']),
  phase: z.enum(PHASES),
  raisedAt: instant,
  voices: z.number(),
  /** How it is linked already, if it is. */
  relation: z.string().nullable(),
})
export type SimilarMatter = z.infer<typeof similarMatterSchema>

export const draftSchema = z.object({
  draft: z.number(),
  fate: z.enum(FATES),
  speaker: z.string().nullable(),
  at: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  path: z.string().nullable(),
  place: z.string(),
  door: z.string().nullable(),
  whereFrom: z.enum(['nickname', 'text']).nullable(),
  kind: z.enum(KINDS).nullable(),
  pictures: z.number(),
  voices: z.number(),
  also: z.array(z.string()),
  similar: z.array(similarMatterSchema),
  /** What became of it. */
  matter: z.object({ matter: z.string(), code: z.string(), title: z.string() }).nullable(),
  reason: z.string(),
})
export type DraftView = z.infer<typeof draftSchema>

export const tipSchema = z.object({ tip: z.string(), keywords: z.array(z.string()), text: z.string() })
export type Tip = z.infer<typeof tipSchema>

export const excerptSchema = z.object({
  excerpt: z.string(),
  community: z.string(),
  group: z.object({ group: z.string(), name: z.string(), path: z.string() }),
  pastedAt: instant,
  messages: z.number(),
  passed: z.number(),
  /** What was pasted, for as long as something of it waits. */
  text: z.string().nullable(),
  drafts: z.array(draftSchema),
  tips: z.array(tipSchema),
  /** Where a draft may be placed by the reader. */
  nodes: z.array(z.object({ path: z.string(), name: z.string() })),
})
export type Excerpt = z.infer<typeof excerptSchema>

export const confirmDraftSchema = z.object({
  title: text(60),
  text: text(4000),
  path: z.string().max(200),
  where: z.string().trim().max(120).default(''),
  publicity: z.enum(PUBLICITIES).default('nameless'),
  /** Whether those who said “the same with me” are counted as voices. */
  also: z.boolean().default(true),
})
export const joinDraftSchema = z.object({ to: z.string().max(60) })
export const dismissDraftSchema = z.object({ reason: text(200) })

export const owedCardSchema = z.object({
  card: z.string(),
  group: z.string(),
  groupName: z.string(),
  matter: z.string(),
  code: z.string(),
  title: z.string(),
  phase: z.enum(PHASES),
  owedAt: instant,
})
export type OwedCard = z.infer<typeof owedCardSchema>

export const replyCardSchema = z.object({ text: z.string(), svg: z.string(), width: z.number(), height: z.number() })
export type ReplyCard = z.infer<typeof replyCardSchema>

export const tipsSchema = z.object({ tips: z.array(tipSchema), mayWrite: z.boolean() })
export const writeTipSchema = z.object({
  community,
  keywords: z.array(text(20)).min(1).max(20),
  text: text(300),
})

/** Matters of one kind, the largest class first. */
export const matterClassSchema = z.object({
  matters: z.array(similarMatterSchema),
  open: z.number(),
  voices: z.number(),
  places: z.number(),
  kind: z.enum(KINDS).nullable(),
})
export type MatterClass = z.infer<typeof matterClassSchema>
export const classesSchema = z.object({ classes: z.array(matterClassSchema), looked: z.number(), days: z.number() })
export type Classes = z.infer<typeof classesSchema>
