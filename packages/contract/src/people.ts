// The HTTP promise about those who work for a community: who they are, whether they can sign in, and what may be done about it.
import { ACCESSES } from '@yishi/domain/account'
import { ROLES } from '@yishi/domain/kernel'
import { z } from 'zod'

export const PERSON_ACTS = ['invite', 'remove-factor', 'close-account'] as const
export type PersonAct = (typeof PERSON_ACTS)[number]

export const workerSchema = z.object({
  person: z.string(),
  name: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  hats: z.array(z.object({ role: z.enum(ROLES), node: z.string().nullable(), party: z.string().nullable() })),
  access: z.enum(ACCESSES),
  /** Whether a second factor is set up. */
  factor: z.boolean(),
  /** What the reader may do about this person's account now. */
  may: z.array(z.enum(PERSON_ACTS)),
})
export type Worker = z.infer<typeof workerSchema>

export const workersQuerySchema = z.object({ community: z.string().optional() })
export const personActSchema = z.object({ community: z.string().max(40) })

/** Told once; whoever opens it sets the password. */
export const invitedSchema = z.object({ link: z.string() })
export type Invited = z.infer<typeof invitedSchema>
