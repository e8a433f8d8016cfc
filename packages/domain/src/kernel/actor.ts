// Who acts: a person with the memberships in force now, the holder of a matter's own link, somebody without an account, or the clock.
import type { CommunityId, MatterId, PartyId, PersonId } from './ids.ts'

export const ROLES = [
  'resident',
  'building-leader',
  'grid-worker',
  'staff',
  'branch',
  'owners-committee',
  'property',
  'police',
  'counsel',
  'department',
  'partner',
  'self-management',
  'volunteer',
  'repair-worker',
  'street-office',
] as const
export type Role = (typeof ROLES)[number]

/** A role held in one node of the territory tree; `path` is the node's path from the community down, `''` for all of it. */
export type Hat = {
  readonly role: Role
  readonly community: CommunityId
  readonly path: string
  readonly party: PartyId | null
}

/** Who somebody is in one community. */
export type Self = { readonly community: CommunityId; readonly person: PersonId }

export type Actor =
  | {
      readonly kind: 'person'
      readonly person: PersonId
      readonly hats: readonly Hat[]
      /** Wherever their account is somebody, where it is so in more than one place. */
      readonly selves?: readonly Self[]
    }
  | { readonly kind: 'link-holder'; readonly matter: MatterId }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'clock' }

/** Somebody who is signed in. */
export type PersonActor = Extract<Actor, { kind: 'person' }>

export const VISITOR: Actor = { kind: 'visitor' }
export const CLOCK: Actor = { kind: 'clock' }

/** In each community people act under the name that they have there: two names of one person would be two people. */
export const actorThere = <Acting extends Actor>(actor: Acting, community: CommunityId): Acting => {
  if (actor.kind !== 'person') return actor
  const there = (actor.selves ?? []).filter((self) => self.community === community)
  const [first] = there
  return !first || there.some(({ person }) => person === actor.person) ? actor : { ...actor, person: first.person }
}

/** Every name that their account has anywhere. */
export const namesOf = (actor: Actor): readonly PersonId[] =>
  actor.kind === 'person' ? [...new Set([actor.person, ...(actor.selves ?? []).map(({ person }) => person)])] : []

/** Paths are dot-separated node keys; a node covers itself and everything below. */
export const covers = (path: string, below: string): boolean =>
  path === '' || below === path || below.startsWith(`${path}.`)

/** Does the actor hold one of these roles over this place of this community? */
export const holds = (actor: Actor, roles: readonly Role[], community: CommunityId, path: string): boolean =>
  actor.kind === 'person' &&
  actor.hats.some((hat) => hat.community === community && roles.includes(hat.role) && covers(hat.path, path))

/** Does the actor speak for this party at this place? A member whose hat covers one grid does not speak for the party in another. */
export const belongsTo = (actor: Actor, party: PartyId, path: string): boolean =>
  actor.kind === 'person' && actor.hats.some((hat) => hat.party === party && covers(hat.path, path))
