// Who may let somebody in, take a lost second factor away, or close an account: those who answer for every place where that person works.
import { type Actor, type Hat, type PersonId, type Refused, type Role, holds, refuse } from '../kernel/index.ts'
import { needsSecondFactor } from './sign-in.ts'

const TENDERS: readonly Role[] = ['staff', 'branch']

export type TendingRefusal = 'not-yours-to-do' | 'not-yourself'

/** The street office stands above the committee: only its own people let one another in. */
const answersFor = (actor: Actor, { role, community }: Hat): boolean =>
  holds(actor, role === 'street-office' ? ['street-office'] : TENDERS, community, '')

/** `persons` are all that one account is, `hats` all that it wears, in every community. */
export const tendAccount = (
  actor: Actor,
  { persons, hats }: { readonly persons: readonly PersonId[]; readonly hats: readonly Hat[] },
): Refused<TendingRefusal> | null => {
  if (actor.kind !== 'person') return refuse('not-yours-to-do')
  if (persons.includes(actor.person)) return refuse('not-yourself')
  const tasks = hats.filter(({ role }) => role !== 'resident')
  return tasks.length > 0 && tasks.every((hat) => answersFor(actor, hat)) ? null : refuse('not-yours-to-do')
}

export const ACCESSES = ['account', 'by-phone', 'invited', 'none', 'closed'] as const
/** `by-phone`: a code to their telephone lets them in, without any preparation. */
export type Access = (typeof ACCESSES)[number]

type Known = {
  readonly roles: readonly Role[]
  readonly mobile: boolean
  readonly account: boolean
  readonly password: boolean
  readonly invited: boolean
  readonly closed: boolean
}

export const accessOf = ({ roles, mobile, account, password, invited, closed }: Known): Access => {
  if (closed) return 'closed'
  const byPassword = roles.some(needsSecondFactor)
  if (byPassword ? password : account) return 'account'
  if (!byPassword) return mobile ? 'by-phone' : 'none'
  return invited ? 'invited' : 'none'
}
