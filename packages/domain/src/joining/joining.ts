// “I have met this too” (同感): one more voice for a matter that is under way, once for each person; whoever joins hears how it goes.
import { GROUP_KEEPERS } from '../group/index.ts'
import {
  type CommunityId,
  type JoiningId,
  type MatterId,
  type Meta,
  type PersonId,
  type PhotoId,
  type Refused,
  holds,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { EntriesOf } from '../ledger/index.ts'
import type { Channel, Publicity } from '../matter/index.ts'

export type Voice = {
  readonly person: PersonId | null
  readonly name: string | null
  readonly phone: string | null
  readonly text: string
  readonly photos: readonly PhotoId[]
  readonly channel: Channel
  /** What makes two joinings the same person's: a number, an account, or the key of one form. */
  readonly who: string
  readonly linkDigest: string
}
/** A voice that somebody else brings along, as from a group. */
export type NewJoining = { readonly joining: JoiningId } & Voice

export type Joining = { readonly status: 'absent' } | { readonly status: 'joined'; readonly matter: MatterId }
export type JoiningCommand = {
  readonly type: 'JoinMatter'
  readonly community: CommunityId
  readonly matter: MatterId
  /** How the matter stands, while nobody can change it. */
  readonly standing: { readonly status: 'open' | 'closed'; readonly publicity: Publicity; readonly path: string }
  readonly raiser: PersonId | null
} & Voice
export type JoiningEvent = {
  readonly type: 'MatterJoined'
  readonly community: CommunityId
  readonly matter: MatterId
} & Voice
export type JoiningRefusal = 'matter-closed' | 'matter-unknown' | 'raised-by-you' | 'not-yours-to-do'

type Answer = readonly JoiningEvent[] | Refused<JoiningRefusal>

const join = (_: Joining, command: JoiningCommand, { actor }: Meta): Answer => {
  const { type: _type, standing, raiser, ...voice } = command
  const noted = voice.channel === 'group'
  if (noted && actor.kind !== 'clock' && !holds(actor, GROUP_KEEPERS, command.community, standing.path))
    return refuse('not-yours-to-do')
  if (!noted && standing.publicity === 'closed') return refuse('matter-unknown')
  if (standing.status === 'closed') return refuse('matter-closed')
  if (raiser !== null && voice.person === raiser) return refuse('raised-by-you')
  return [{ type: 'MatterJoined', ...voice }]
}

export const joiningRules = rulebook<Joining, JoiningCommand, JoiningEvent, JoiningRefusal>(
  {
    absent: { JoinMatter: join },
    /** Said twice is said once, and whoever asks is told nothing of who said it before. */
    joined: { JoinMatter: () => [] },
  },
  (_, { matter }) => ({ status: 'joined', matter }),
)

export const joiningEntry: EntriesOf<JoiningEvent> = {
  MatterJoined: ({ matter, channel, person, name, phone, text, photos, linkDigest }) => ({
    facts: { matter, channel },
    sealed: { person, name, phone, text, photos, link: linkDigest },
  }),
}
