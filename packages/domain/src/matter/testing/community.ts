// A small community for tests: who lives and works there, and in which party.
import {
  type Actor,
  CLOCK,
  type Hat,
  type PartyId,
  type PersonId,
  ROLES,
  type Role,
  VISITOR,
} from '../../kernel/index.ts'
import type { Seating } from '../../procedure/index.ts'

export const COMMUNITY = 'com_lakeside'
export const PATH = 'east.b3'

/** Repairers work for the property company; every other role is a party of its own. */
export const partyOf = (role: Role): PartyId => (role === 'repair-worker' ? 'pty_property' : `pty_${role}`)

export const worker = (role: Role, path = ''): Actor => ({
  kind: 'person',
  person: `per_${role}`,
  hats: [{ role, community: COMMUNITY, path, party: role === 'resident' ? null : partyOf(role) }],
})
const STRANGER: Hat = { role: 'staff', community: 'com_hillside', path: '', party: 'pty_hillside' }

export const STAFF = worker('staff')
export const PROPERTY = worker('property')
export const BRANCH = worker('branch')
export const RAISER_ID: PersonId = 'per_raiser'
export const RAISER: Actor = { kind: 'person', person: RAISER_ID, hats: [] }
export const LINK_HOLDER: Actor = { kind: 'link-holder', matter: 'mat_1' }

/** Everybody who might try something, by the name that tables of expectations use. */
export const PEOPLE = {
  ...(Object.fromEntries(ROLES.map((role) => [role, worker(role)])) as Record<Role, Actor>),
  raiser: RAISER,
  'link-holder': LINK_HOLDER,
  'link-holder-of-another': { kind: 'link-holder', matter: 'mat_2' },
  'staff-of-the-west': worker('staff', 'west'),
  'staff-of-another-community': { kind: 'person', person: 'per_stranger', hats: [STRANGER] },
  visitor: VISITOR,
  clock: CLOCK,
} satisfies Record<string, Actor>
export type Who = keyof typeof PEOPLE

export const SEATING: Seating = {
  staff: 'pty_staff',
  branch: 'pty_branch',
  property: 'pty_property',
  police: 'pty_police',
  'street-office': 'pty_street-office',
}
