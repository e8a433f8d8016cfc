// Doing what somebody asked of the paper of a poll; of many units at once, each by itself.
import type { z } from 'zod'
import type { paperDeliverySchema } from '@yishi/contract/paper-ballot'
import { type BallotId, type PhotoId, type Refused, isRefused } from '@yishi/domain/kernel'
import type { PaperCommand } from '@yishi/domain/paper-ballot'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Served } from '../../kernel/http/served.ts'
import type { Subject } from '../../kernel/store.ts'
import { knowsPhotos } from '../photo/index.ts'
import { type Asking, type FoundSheet, ballotsOf, sheetBehind } from './asking.ts'
import { paperBallot } from './capability.ts'

export type Acting = Asking & { readonly served: Served; readonly key: string | undefined }

/** Null where it was done. */
export const actOnPaper = async (
  { served: { ctx, performer }, actor, key }: Acting,
  subject: Subject<BallotId>,
  command: PaperCommand,
): Promise<Refused | null> => {
  const once = key ? { once: { key: `${key} ${subject.id}`, of: { subject, command } } } : {}
  const done = await performer.perform(ctx, paperBallot, { subject, actor, command, ...once })
  return isRefused(done) ? done : null
}

type Delivery = z.infer<typeof paperDeliverySchema>

/** Those before the first that is refused are done, and stay done when the rest is sent again under the same key. */
export const deliverMany = async (
  acting: Acting,
  { voters, ...how }: Delivery,
): Promise<{ done: number } | Refused> => {
  const { subject, served } = acting
  const ballots = await inCommunities(served.ctx.db, [subject.community], (trx) => ballotsOf(trx, subject, voters))
  if (isRefused(ballots)) return ballots
  for (const id of ballots) {
    const command = { type: 'DeliverPaper', ...how, seenAt: null } as const
    const refused = await actOnPaper(acting, { community: subject.community, id }, command)
    if (refused) return refused
  }
  return { done: ballots.length }
}

export const actOnUnit = async (
  acting: Acting,
  voter: string,
  command: PaperCommand,
): Promise<{ done: number } | Refused> => {
  const { subject, served } = acting
  const ballots = await inCommunities(served.ctx.db, [subject.community], (trx) => ballotsOf(trx, subject, [voter]))
  if (isRefused(ballots)) return ballots
  const refused = await actOnPaper(acting, { community: subject.community, id: ballots[0]! }, command)
  return refused ?? { done: 1 }
}

/** A photo that nobody uploaded proves nothing. */
export const photoIn = async ({ served, subject }: Acting, photo: string | null): Promise<PhotoId | null | Refused> => {
  if (photo === null) return null
  const known = await inCommunities(served.ctx.db, [subject.community], (trx) =>
    knowsPhotos(trx, subject.community, [photo]),
  )
  return known ? (photo as PhotoId) : { refused: 'photo-unknown' }
}

/** The sheet that was acted on, for whoever goes on with it. */
export const actOnSheet = async (
  acting: Acting,
  code: string,
  commandOf: (issue: number) => PaperCommand,
): Promise<FoundSheet | Refused> => {
  const sheet = await sheetBehind(acting.served, acting.subject, code)
  if (isRefused(sheet)) return sheet
  return (await actOnPaper(acting, sheet.ballot, commandOf(sheet.issue))) ?? sheet
}
