// Hanging a notice: what it is hung for is locked and read in the same transaction, so that its rule decides on how things stand.
import type { hangNoticeSchema } from '@yishi/contract/notice'
import { localDateOf } from '@yishi/domain/calendar'
import {
  type Actor,
  type CommunityId,
  type MatterId,
  type NoticeId,
  type PhotoId,
  type Refused,
  isRefused,
  refuse,
} from '@yishi/domain/kernel'
import type { Ground, NoticeCommand, NoticeKind } from '@yishi/domain/notice'
import type { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import { lockMatter } from '../matter/index.ts'
import { knowsPhotos } from '../photo/index.ts'
import { notice } from './capability.ts'
import { spotsFor } from './spots.ts'
import { matterOfNotice, nextNumber, noticeStore } from './store.ts'

export type NoticeAskRefusal =
  | 'photo-unknown'
  | 'node-unknown'
  | 'matter-unknown'
  | 'notice-unknown'
  | 'objection-unknown'

export type Acting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}

type Hang = Omit<z.output<typeof hangNoticeSchema>, 'matter' | 'community' | 'kind'>

/** What it is to be hung for, as it was asked. */
export type HungFor =
  | { readonly for: 'stage'; readonly matter: MatterId }
  | { readonly for: 'result'; readonly of: NoticeId }
  | { readonly for: 'itself'; readonly kind: NoticeKind }

/** The matter before its notice, as everywhere. */
const groundOf = async (
  trx: Transaction,
  community: CommunityId,
  asked: HungFor,
): Promise<Ground | Refused<'matter-unknown'>> => {
  switch (asked.for) {
    case 'stage': {
      const matter = await lockMatter(trx, { community, id: asked.matter })
      return matter.status === 'absent' ? refuse('matter-unknown') : { for: 'stage', matter }
    }
    case 'result': {
      const first = { community, id: asked.of }
      const matter = await matterOfNotice(trx, first)
      if (matter) await lockMatter(trx, { community, id: matter })
      return { for: 'result', of: await noticeStore.lock(trx, first) }
    }
    case 'itself':
      return asked
  }
}

type Hanging = { readonly id: NoticeId; readonly community: CommunityId; readonly asked: HungFor; readonly body: Hang }

const commandOf = async (
  trx: Transaction,
  { ctx }: Acting,
  { id, community, asked, body }: Hanging,
): Promise<NoticeCommand | Refused<NoticeAskRefusal>> => {
  const ground = await groundOf(trx, community, asked)
  if (isRefused(ground)) return ground
  if (!(await knowsPhotos(trx, community, body.photos))) return refuse('photo-unknown')
  const spots = await spotsFor(trx, community, body)
  if (!spots) return refuse('node-unknown')
  const year = Number(localDateOf(ctx.clock.now()).slice(0, 4))
  const { title, text, figures, days, basis } = body
  return {
    type: 'HangNotice',
    id,
    community,
    ground,
    number: { year, count: await nextNumber(trx, community, year) },
    basis,
    days,
    spots,
    wording: { title, text, figures, photos: body.photos as readonly PhotoId[] },
  }
}

export const hangNotice = async (
  acting: Acting,
  community: CommunityId,
  asked: HungFor,
  body: Hang,
): Promise<{ readonly notice: NoticeId } | Refused> => {
  const { ctx, performer, actor, key } = acting
  const id = ctx.ids('ntc')
  const performed = await performer.perform(ctx, notice, {
    subject: { community, id },
    command: (trx) => commandOf(trx, acting, { id, community, asked, body }),
    actor,
    ...(key ? { once: { key, of: { asked, body } } } : {}),
  })
  return isRefused(performed) ? performed : { notice: performed.id as NoticeId }
}
