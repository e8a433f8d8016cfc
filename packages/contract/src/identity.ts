// The HTTP promise about claims to own a unit: what the committee reads and decides, and the props of a resident's own page.
import { LONGEST_NAME, LONGEST_REASON, STAFF_HOWS } from '@yishi/domain/identity'
import { z } from 'zod'
import type { FieldProblems } from './field-problem.ts'

export const claimHomeSchema = z.object({
  node: z.string().min(1).max(60),
  door: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(LONGEST_NAME),
})
export type ClaimHome = z.infer<typeof claimHomeSchema>

export const CLAIM_STATUSES = ['pending', 'confirmed', 'refused', 'withdrawn', 'lapsed'] as const

/** What the name fits: one owner of that door, none, or more than one; `no-door` where the roster has no such door. */
export const CLAIM_FITS = ['one', 'none', 'several', 'no-door'] as const

export const claimLineSchema = z.object({
  claim: z.string(),
  place: z.string(),
  /** Masked. */
  name: z.string(),
  status: z.enum(CLAIM_STATUSES),
  fit: z.enum(CLAIM_FITS).nullable(),
  doubted: z.boolean(),
  /** Other claims that wait for the same door. */
  rivals: z.int(),
  lodgedAt: z.string(),
  lapsesAt: z.string(),
  decidedAt: z.string().nullable(),
})
export type ClaimLine = z.infer<typeof claimLineSchema>
export const claimListSchema = z.object({ claims: z.array(claimLineSchema), asOf: z.string() })
export type ClaimList = z.infer<typeof claimListSchema>

const fitSchema = z.object({
  name: z.boolean(),
  phone: z.enum(['none', 'same', 'other']),
  account: z.enum(['none', 'own', 'living', 'closed']),
})
export const claimFileSchema = claimLineSchema.extend({
  community: z.string(),
  /** Unmasked: whoever reads this is noted. */
  name: z.string(),
  /** Masked. */
  phone: z.string(),
  door: z.string(),
  owners: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      /** Masked. */
      phone: z.string().nullable(),
      share: z.string(),
      fit: fitSchema,
      needsReason: z.boolean(),
    }),
  ),
  /** What the house's engine found, where it has one. */
  finding: z.object({ holds: z.boolean(), by: z.string() }).nullable(),
  how: z.enum([...STAFF_HOWS, 'co-owner']).nullable(),
  reason: z.string(),
  /** Whether the reader may decide: nobody decides about themselves. */
  may: z.boolean(),
})
export type ClaimFile = z.infer<typeof claimFileSchema>

export const confirmClaimSchema = z.object({
  owner: z.string().max(60),
  how: z.enum(STAFF_HOWS),
  reason: z.string().max(LONGEST_REASON).default(''),
})
export const refuseClaimSchema = z.object({ reason: z.string().trim().min(1).max(LONGEST_REASON) })

/** Why somebody can or cannot claim here and now. */
export type ClaimStanding = 'may-claim' | 'owner' | 'waits' | 'on-roster' | 'phone-unproved' | 'too-many' | 'not-here'

/** `GET|POST /c/:community/home`, with `act`: `claim` (`node`, `door`, `name`, `key`), or `withdraw`, `confirm`, `doubt` (`claim`). */
export type HomePage = {
  readonly community: { readonly id: string; readonly name: string; readonly streetOffice: string | null }
  readonly standing: ClaimStanding
  /** The doors of one's own. */
  readonly owned: readonly string[]
  readonly waiting: {
    readonly claim: string
    readonly place: string
    readonly name: string
    readonly lodgedAt: string
    readonly lapsesAt: string
  } | null
  /** The last claim, where it was refused. */
  readonly refused: { readonly place: string; readonly reason: string; readonly at: string } | null
  /** Claims of one's own home that one may vouch for. */
  readonly asked: readonly {
    readonly claim: string
    readonly place: string
    readonly name: string
    /** Masked. */
    readonly phone: string
    readonly lodgedAt: string
  }[]
  readonly stairs: readonly { readonly node: string; readonly name: string }[]
  readonly draft: ClaimHome
  readonly problems: FieldProblems<keyof ClaimHome>
  readonly problem: HomeProblem | null
  readonly said: HomeSaid | null
  readonly key: string
  readonly asOf: string
}
export const HOME_SAID = ['claimed', 'withdrawn', 'confirmed', 'doubted'] as const
export type HomeSaid = (typeof HOME_SAID)[number]
/** What an owner is told whose act did not go through. */
export const HOME_PROBLEMS = ['staff-needed', 'claim-over', 'not-yours'] as const
export type HomeProblem = (typeof HOME_PROBLEMS)[number]

/** Where somebody stands as an owner in one community. */
export type HomeStanding = {
  readonly community: string
  readonly name: string
  readonly standing: 'confirmed' | 'waits' | 'none'
  readonly owned: readonly string[]
}

/** What people are told about claims. */
export type ClaimOccasion =
  | { readonly told: 'lodged' | 'doubted' | 'vouch' | 'confirmed' | 'co-owner-confirmed' | 'replaced' | 'lapsed' }
  | { readonly told: 'refused'; readonly reason: string }
