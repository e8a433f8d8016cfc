// What somebody wears, as the server asks: whoever has not the hat is not shown the way, and asks nothing that would be refused.
import type { Me } from '@yishi/contract/account'

export const OFFICE = ['staff', 'street-office', 'branch'] as const
export const KEEPERS = [...OFFICE, 'grid-worker', 'building-leader'] as const

export const wears = (me: Me, roles: readonly string[]): boolean => me.hats.some(({ role }) => roles.includes(role))

/** These answer for a whole community, not for a part of it. */
export const answersForAll = (me: Me, roles: readonly string[]): boolean =>
  me.hats.some(({ role, node }) => node === null && roles.includes(role))
