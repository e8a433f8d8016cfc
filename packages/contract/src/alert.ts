// The HTTP promise about urgent notices: what may be asked of one, what anyone reads, and what those who issue it see of its reach.
import { ADVICE_LONGEST, ALERT_KINDS, SEVERITIES, TITLE_LONGEST } from '@yishi/domain/alert'
import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const instant = z.iso.datetime()

/** Where nothing narrower will do, the id of the community stands for all of it. */
const nodes = z.array(z.string().max(40)).min(1).max(300)

/** Null: whoever is on call by the duty roster. A party without a number lends its own from the roster of parties. */
const contact = z.object({ party: z.string().max(40), phone: z.string().trim().max(24).default('') }).nullable()

export const issueAlertSchema = z.object({
  community: z.string().max(40),
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(SEVERITIES),
  title: text(TITLE_LONGEST),
  advice: text(ADVICE_LONGEST),
  nodes,
  /** Absent: from now on. */
  from: instant.optional(),
  until: instant.nullable(),
  contact: contact.default(null),
})
export type IssueAlert = z.input<typeof issueAlertSchema>

export const alertCommandSchemas = {
  progress: z.object({ text: text(400) }),
  end: z.object({ until: instant.nullable(), reason: z.string().trim().max(200).default('') }),
  correct: z.object({ advice: text(ADVICE_LONGEST), reason: text(200) }),
  lift: z.object({ words: text(400) }),
} as const
export type AlertCommandName = keyof typeof alertCommandSchemas
export type AlertCommandBody<Name extends AlertCommandName> = z.output<(typeof alertCommandSchemas)[Name]>

/** What stands in a banner: enough to know whether it concerns oneself. */
export const alertBriefSchema = z.object({
  alert: z.string(),
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(SEVERITIES),
  title: z.string(),
  /** Names of the places, largest first; empty for the whole community. */
  areas: z.array(z.string()),
  from: instant,
  until: instant.nullable(),
  liftedAt: instant.nullable(),
  /** The newest word of its progress. */
  latest: z.object({ at: instant, text: z.string() }).nullable(),
  call: z.object({ name: z.string(), phone: z.string() }).nullable(),
})
export type AlertBrief = z.infer<typeof alertBriefSchema>

/** As it stands on the page of a place. */
export type AlertHere = AlertBrief & {
  /** The code of the place, '' where it has none. */
  readonly at: string
  /** Names of the parts of the place that it is about; empty where it is about all of it. */
  readonly parts: readonly string[]
}

export const ALERT_ENTRY_TYPES = [
  'AlertIssued',
  'AlertProgressTold',
  'AlertEndMoved',
  'AlertCorrected',
  'AlertLifted',
] as const

export const alertViewSchema = alertBriefSchema.extend({
  community: z.object({ id: z.string(), name: z.string(), streetOffice: z.string().nullable() }),
  advice: z.string(),
  /** Oldest first. `until` is set where an entry moved the expected end, null where nobody can say. */
  entries: z.array(
    z.object({
      at: instant,
      type: z.enum(ALERT_ENTRY_TYPES),
      text: z.string(),
      until: instant.nullable(),
      by: z.string().nullable(),
    }),
  ),
  asOf: instant,
})
export type AlertView = z.infer<typeof alertViewSchema>

/** How far it got in one stairway, by households; `known` and `viewed` count telephones without an account. */
export const stairSeenSchema = z.object({
  node: z.string(),
  path: z.string(),
  name: z.string(),
  units: z.number(),
  reached: z.number(),
  known: z.number(),
  viewed: z.number(),
})
export type StairSeen = z.infer<typeof stairSeenSchema>

const reachSchema = z.object({ units: z.number(), reached: z.number(), known: z.number(), viewed: z.number() })

export const alertRowSchema = alertBriefSchema.extend({ reach: reachSchema })
export type AlertRow = z.infer<typeof alertRowSchema>

export const alertsSchema = z.object({
  alerts: z.array(alertRowSchema),
  /** Whether the reader may issue one for the whole community, or at all. */
  mayIssue: z.boolean(),
  asOf: instant,
})
export type Alerts = z.infer<typeof alertsSchema>

export const alertFileSchema = alertViewSchema.extend({
  reach: reachSchema,
  stairs: z.array(stairSeenSchema),
  /** Addresses of the public page, absolute. */
  url: z.string(),
  may: z.boolean(),
})
export type AlertFile = z.infer<typeof alertFileSchema>

/** Doors of one stairway that nobody has reached yet, and those told in person. */
export type StairDoors = {
  readonly name: string
  readonly open: readonly { readonly unit: string; readonly door: string }[]
  readonly told: readonly { readonly unit: string; readonly door: string; readonly way: 'door' | 'phone' }[]
  readonly units: number
}
