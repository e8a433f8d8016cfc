// In which community somebody asks: the one that is named, or their own, if they have a part in it.
import { type Actor, type CommunityId, type Hat, type Refused, refuse } from '@yishi/domain/kernel'

/** Everybody with a task in the community; residents see it on its public pages. */
export const hasTask = ({ role }: Hat): boolean => role !== 'resident'
export const isStaff = ({ role, path }: Hat): boolean => role === 'staff' && path === ''

export const communityFor = (
  actor: Actor,
  asked: string | undefined,
  fits: (hat: Hat) => boolean = () => true,
): CommunityId | Refused<'not-signed-in' | 'not-yours-to-do'> => {
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const hat = actor.hats.find((hat) => fits(hat) && (asked === undefined || hat.community === asked))
  return hat ? hat.community : refuse('not-yours-to-do')
}
