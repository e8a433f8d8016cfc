// A court bundle (表决卷宗) is made on request and kept for a week; its list, and each time that it leaves the house, are told for ever (民法典 280, 解释 12, 个人信息保护法 51; R1.17, R3.10, R3.11).
import {
  type Actor,
  type CommunityId,
  DAY,
  type Instant,
  type Language,
  type Meta,
  type PersonId,
  type PollId,
  type Refused,
  type Role,
  holds,
  later,
  refuse,
  rulebook,
} from '../kernel/index.ts'
import type { EntriesOf, EntryDraft } from '../ledger/index.ts'
import type { StandingPoll } from '../poll/index.ts'

/** What a bundle is made of, as it stood when it was read. */
export type BundledPoll = {
  readonly id: PollId
  readonly community: CommunityId
  readonly path: string
  readonly status: StandingPoll['status']
  readonly tellers: readonly Role[]
  /** Ballots of units of a list that is kept here; nothing else has registers and proofs. */
  readonly ofUnits: boolean
}

/** A file with every name and choice in it does not lie about: a court's term for evidence is longer, but another bundle is one click away. */
export const KEPT_DAYS = 7

type Listed = {
  readonly files: number
  readonly bytes: number
  /** SHA-256 of the list of files, in hex: it stands in the log, and the list names the digest of every file. */
  readonly manifest: string
}
export type BundleFailure = 'disk-full' | 'result-missing' | 'broken'
export type BundleEnd = 'time' | 'replaced' | 'result-missing' | 'lost'

export type CourtBundle =
  | { readonly status: 'absent' }
  /** It waits for its turn, or is being made; `listed` once the log has its list. */
  | { readonly status: 'asked'; readonly poll: PollId; readonly listed: Listed | null }
  | { readonly status: 'ready'; readonly poll: PollId; readonly listed: Listed; readonly goesAt: Instant }
  | { readonly status: 'failed' | 'gone'; readonly poll: PollId }

export type CourtBundleCommand =
  | { readonly type: 'AskForCourtBundle'; readonly of: BundledPoll; readonly lang: Language }
  | ({ readonly type: 'ListCourtBundle'; readonly of: BundledPoll } & Listed)
  | { readonly type: 'FinishCourtBundle'; readonly name: string; readonly size: number }
  | { readonly type: 'GiveUpCourtBundle'; readonly why: BundleFailure }
  | { readonly type: 'TakeCourtBundle'; readonly of: BundledPoll }
  | { readonly type: 'EndCourtBundle'; readonly why: BundleEnd }
export type CourtBundleEvent =
  | { readonly type: 'CourtBundleAsked'; readonly poll: PollId; readonly by: PersonId; readonly lang: Language }
  | ({ readonly type: 'CourtBundleMade'; readonly poll: PollId } & Listed)
  | {
      readonly type: 'CourtBundleReady'
      readonly poll: PollId
      /** Under which the archive is saved. */
      readonly name: string
      /** Of the archive, in bytes. */
      readonly size: number
      readonly goesAt: Instant
    }
  | { readonly type: 'CourtBundleFailed'; readonly poll: PollId; readonly why: BundleFailure }
  | ({ readonly type: 'CourtBundleTaken'; readonly poll: PollId; readonly by: PersonId } & Listed)
  | { readonly type: 'CourtBundleEnded'; readonly poll: PollId; readonly why: BundleEnd }
export type CourtBundleRefusal =
  | 'not-your-poll'
  | 'way-unfit'
  | 'result-missing'
  | 'bundle-unready'
  | 'bundle-gone'
  | 'bundle-failed'

type Of<Status extends CourtBundle['status']> = Extract<CourtBundle, { status: Status }>
type Answer = readonly CourtBundleEvent[] | Refused<CourtBundleRefusal>

const WITH_A_RESULT: readonly StandingPoll['status'][] = ['preliminary', 'decided']

/** Why there is none of this vote: before the result nobody learns who chose what. */
const unfit = ({ ofUnits, status }: BundledPoll): Refused<'way-unfit' | 'result-missing'> | null => {
  if (!ofUnits) return refuse('way-unfit')
  return WITH_A_RESULT.includes(status) ? null : refuse('result-missing')
}

/** Only those who count the vote ask for its bundle, and take it. */
export const mayNotTake = (
  of: BundledPoll,
  actor: Actor,
): Refused<'not-your-poll' | 'way-unfit' | 'result-missing'> | null =>
  holds(actor, of.tellers, of.community, of.path) ? unfit(of) : refuse('not-your-poll')

const personOf = (actor: Actor): PersonId => {
  if (actor.kind !== 'person') throw new Error(`${actor.kind} holds no role`)
  return actor.person
}

/** There is nothing to take now; whoever may not is told no more than that. */
const nothing =
  (why: 'bundle-unready' | 'bundle-gone' | 'bundle-failed') =>
  (_: CourtBundle, { of }: { readonly of: BundledPoll }, { actor }: Meta): Answer =>
    mayNotTake(of, actor) ?? refuse(why)

const take = ({ listed, goesAt, poll }: Of<'ready'>, { of }: { of: BundledPoll }, { actor, now }: Meta): Answer => {
  const no = mayNotTake(of, actor)
  if (no) return no
  if (now >= goesAt) return refuse('bundle-gone')
  return [{ type: 'CourtBundleTaken', poll, by: personOf(actor), ...listed }]
}

const evolve = (bundle: CourtBundle, event: CourtBundleEvent): CourtBundle => {
  const { poll } = event
  switch (event.type) {
    case 'CourtBundleAsked':
      return { status: 'asked', poll, listed: null }
    case 'CourtBundleMade': {
      const { files, bytes, manifest } = event
      return { status: 'asked', poll, listed: { files, bytes, manifest } }
    }
    case 'CourtBundleReady': {
      if (bundle.status !== 'asked' || !bundle.listed) throw new Error('a bundle is ready that was never listed')
      return { status: 'ready', poll, listed: bundle.listed, goesAt: event.goesAt }
    }
    case 'CourtBundleFailed':
      return { status: 'failed', poll }
    case 'CourtBundleTaken':
      return bundle
    case 'CourtBundleEnded':
      return { status: 'gone', poll }
  }
}

export const courtBundles = rulebook<CourtBundle, CourtBundleCommand, CourtBundleEvent, CourtBundleRefusal>(
  {
    absent: {
      AskForCourtBundle: (_, { of, lang }, { actor }) =>
        mayNotTake(of, actor) ?? [{ type: 'CourtBundleAsked', poll: of.id, by: personOf(actor), lang }],
    },
    asked: {
      // Begun anew it has another list: the log then has both, and the archive proves its own.
      ListCourtBundle: ({ poll }, { files, bytes, manifest, of }) =>
        unfit(of) ?? [{ type: 'CourtBundleMade', poll, files, bytes, manifest }],
      FinishCourtBundle: ({ poll, listed }, { name, size }, { now }) =>
        listed
          ? [{ type: 'CourtBundleReady', poll, name, size, goesAt: later(now, KEPT_DAYS * DAY) }]
          : refuse('bundle-unready'),
      GiveUpCourtBundle: ({ poll }, { why }) => [{ type: 'CourtBundleFailed', poll, why }],
      TakeCourtBundle: nothing('bundle-unready'),
      // What it was to tell is no longer so.
      EndCourtBundle: ({ poll }) => [{ type: 'CourtBundleFailed', poll, why: 'result-missing' }],
    },
    ready: {
      TakeCourtBundle: take,
      EndCourtBundle: ({ poll }, { why }) => [{ type: 'CourtBundleEnded', poll, why }],
    },
    failed: { TakeCourtBundle: nothing('bundle-failed') },
    gone: { TakeCourtBundle: nothing('bundle-gone') },
  },
  evolve,
)

const listedFacts = ({ poll, files, bytes, manifest }: Listed & { readonly poll: PollId }): EntryDraft => ({
  facts: { poll, files, bytes, manifest },
  sealed: {},
})

/** Made: the digest of the list is there before anything can leave. Taken: the same again, each time that it leaves, under whoever took it. */
export const courtBundleEntry: EntriesOf<CourtBundleEvent, EntryDraft | null> = {
  CourtBundleAsked: () => null,
  CourtBundleMade: listedFacts,
  CourtBundleReady: () => null,
  CourtBundleFailed: () => null,
  CourtBundleTaken: listedFacts,
  CourtBundleEnded: () => null,
}
