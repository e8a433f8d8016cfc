// What two who go from door to door hand in, as soon as their phone gets through; each call once, however often it is sent.
import type { CallAsked } from '@yishi/contract/paper-ballot'
import {
  type Instant,
  type PersonActor,
  type PhotoId,
  type PollId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import type { PaperCommand, PaperRefusal } from '@yishi/domain/paper-ballot'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { KernelRefusal } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { type PhotoRefusal, knowsPhotos, storePhotosOnce } from '../photo/index.ts'
import { type PaperAskRefusal, ballotsOf } from './asking.ts'
import { paperBallot } from './capability.ts'
import { readPaper } from './store.ts'
import { mayWalk } from './walk-query.ts'

export type Calling = {
  readonly served: Served
  readonly actor: PersonActor
  readonly poll: Subject<PollId>
  /** Made on the phone. */
  readonly key: string
}
export type CallRefusal =
  | PaperRefusal
  | PaperAskRefusal
  | KernelRefusal
  | PhotoRefusal
  | 'photo-unknown'
  | 'another-persons-note'

/** The sheet that was printed last: which one was in their hands, the desk finds out when it reads it. */
const commandOf = (asked: CallAsked, issue: number): PaperCommand => {
  const { result, to, told, warned, signed, companion, photo, whole } = asked
  const seenAt = asked.seenAt as Instant
  if (result === 'handed') return { type: 'DeliverPaper', how: 'handed', to, told, warned, companion, seenAt }
  if (result === 'collected')
    return {
      type: 'ReturnPaper',
      issue,
      where: 'door',
      signed,
      whole,
      photo: photo as PhotoId | null,
      companion,
      seenAt,
    }
  return { type: 'NoteFailure', why: result, note: to, companion, seenAt }
}

/** Two go together, whatever comes of it (R1.54). */
const incomplete = ({ companion }: CallAsked): Refused<'two-collectors-needed'> | null =>
  companion === '' ? refuse('two-collectors-needed') : null

export const callAt = async (
  { served: { ctx, performer }, actor, poll, key }: Calling,
  asked: CallAsked,
): Promise<{ readonly seenAt: string } | Refused<CallRefusal>> => {
  if (asked.owner !== actor.person) return refuse('another-persons-note')
  const no = incomplete(asked)
  if (no) return no
  const { photo } = asked
  const found = await inCommunities(ctx.db, [poll.community], async (trx) => {
    const known = photo === null || (await knowsPhotos(trx, poll.community, [photo]))
    return known ? ballotsOf(trx, poll, [asked.voter]) : refuse('photo-unknown')
  })
  if (isRefused(found)) return found
  const subject = { community: poll.community, id: found[0]! }
  const done = await performer.perform(ctx, paperBallot, {
    subject,
    actor,
    once: { key, of: asked },
    command: async (trx) => {
      const paper = await readPaper(trx, subject)
      return commandOf(asked, paper.status === 'absent' ? 1 : paper.issue)
    },
  })
  return isRefused(done) ? done : { seenAt: asked.seenAt }
}

export const callPhoto = async (
  { served: { ctx }, actor, poll, key }: Calling,
  owner: string,
  photo: Uint8Array,
): Promise<PhotoId | Refused<CallRefusal>> => {
  if (owner !== actor.person) return refuse('another-persons-note')
  const may = await inCommunities(ctx.db, [poll.community], (trx) => mayWalk(trx, poll, actor))
  if (!may) return refuse('not-your-poll')
  const stored = await storePhotosOnce(ctx, poll.community, [photo], { actor, key })
  return isRefused(stored) ? stored : stored[0]!
}
