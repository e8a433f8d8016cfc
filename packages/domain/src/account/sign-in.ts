// How somebody signed in, how long that lasts (ASVS V7.3), and which roles it lets them act in (ASVS V6.3.3).
import { DAY, HOUR, type Instant, MINUTE, type Role, later } from '../kernel/index.ts'

/**
 * `code`: a code sent to the phone. `password`: a password alone, good for nothing but adding the second factor.
 * `factor`: password and second factor. `link`: a one-time link of the demo, opened on the machine itself.
 */
export const SIGN_IN_METHODS = ['code', 'password', 'factor', 'link'] as const
export type SignInMethod = (typeof SIGN_IN_METHODS)[number]

type Limit = { readonly idle: number; readonly absolute: number }

const LIMITS: Readonly<Record<SignInMethod, Limit>> = {
  code: { idle: 30 * DAY, absolute: 30 * DAY },
  password: { idle: 15 * MINUTE, absolute: 30 * MINUTE },
  factor: { idle: 8 * HOUR, absolute: 12 * HOUR },
  link: { idle: 8 * HOUR, absolute: 12 * HOUR },
}

export const sessionEnds = (method: SignInMethod, begun: Instant): Instant => later(begun, LIMITS[method].absolute)

export const isIdle = (method: SignInMethod, seen: Instant, now: Instant): boolean =>
  now >= later(seen, LIMITS[method].idle)

/** Those who see many people's data or direct others: a lost phone alone must not open their work. */
const WITH_SECOND_FACTOR: ReadonlySet<Role> = new Set<Role>([
  'staff',
  'branch',
  'owners-committee',
  'property',
  'police',
  'counsel',
  'department',
  'street-office',
])

export const needsSecondFactor = (role: Role): boolean => WITH_SECOND_FACTOR.has(role)

export const mayActIn = (role: Role, method: SignInMethod): boolean => {
  if (method === 'password') return false
  return method !== 'code' || !needsSecondFactor(role)
}

export const CODE_LASTS = 10 * MINUTE
export const CODE_TRIES = 5
export const INVITATION_LASTS = 7 * DAY
export const DEMO_LINK_LASTS = DAY
