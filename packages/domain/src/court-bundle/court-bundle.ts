// A court bundle (表决卷宗) takes all that an owners' vote left behind out of the house, so its taking is told for ever (民法典 280, 解释 12, 个人信息保护法 51; R1.17, R3.10, R3.11).
import { type CommunityId, type PersonId, type PollId, type Role, holds, refuse, rulebook } from '../kernel/index.ts'
import type { EntriesOf } from '../ledger/index.ts'
import type { StandingPoll } from '../poll/index.ts'

/** What a bundle is taken of, as it stood when it was read. */
export type BundledPoll = {
  readonly id: PollId
  readonly community: CommunityId
  readonly path: string
  readonly status: StandingPoll['status']
  readonly tellers: readonly Role[]
  /** Ballots of units of a list that is kept here; nothing else has registers and proofs. */
  readonly ofUnits: boolean
}

export type CourtBundle = { readonly status: 'absent' } | { readonly status: 'taken' }

type Taken = {
  readonly files: number
  readonly bytes: number
  /** SHA-256 of the list of files, in hex: it stands in the log, and the list names the digest of every file. */
  readonly manifest: string
}
export type CourtBundleCommand = { readonly type: 'TakeCourtBundle'; readonly of: BundledPoll } & Taken
export type CourtBundleEvent = {
  readonly type: 'CourtBundleTaken'
  readonly poll: PollId
  readonly by: PersonId
} & Taken
export type CourtBundleRefusal = 'not-your-poll' | 'way-unfit' | 'result-missing'

const WITH_A_RESULT: readonly StandingPoll['status'][] = ['preliminary', 'decided']

export const courtBundles = rulebook<CourtBundle, CourtBundleCommand, CourtBundleEvent, CourtBundleRefusal>(
  {
    absent: {
      TakeCourtBundle(_, { type: __, of, ...taken }, { actor }) {
        if (actor.kind !== 'person' || !holds(actor, of.tellers, of.community, of.path)) return refuse('not-your-poll')
        if (!of.ofUnits) return refuse('way-unfit')
        if (!WITH_A_RESULT.includes(of.status)) return refuse('result-missing')
        return [{ type: 'CourtBundleTaken', poll: of.id, by: actor.person, ...taken }]
      },
    },
    taken: {},
  },
  () => ({ status: 'taken' }),
)

export const courtBundleEntry: EntriesOf<CourtBundleEvent> = {
  CourtBundleTaken: ({ poll, files, bytes, manifest }) => ({ facts: { poll, files, bytes, manifest }, sealed: {} }),
}
