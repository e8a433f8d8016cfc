// What is done with a notice once it hangs: its places are seen to, it is withdrawn, its result is told.
import type { NoticeCommandName, noticeCommandSchemas } from '@yishi/contract/notice'
import { type NoticeId, type PhotoId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { NoticeCommand } from '@yishi/domain/notice'
import type { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { knowsPhotos } from '../photo/index.ts'
import { notice } from './capability.ts'
import type { Acting, NoticeAskRefusal } from './hanging.ts'

export type NoticeAct = Exclude<NoticeCommandName, 'result'>
type Body<Name extends NoticeAct> = z.output<(typeof noticeCommandSchemas)[Name]>

const proving =
  (type: 'ProveHung' | 'ProveTakenDown') =>
  async (
    trx: Transaction,
    { community }: Subject,
    { spot, photos }: Body<'prove-hung'>,
  ): Promise<NoticeCommand | Refused<NoticeAskRefusal>> =>
    (await knowsPhotos(trx, community, photos))
      ? { type, spot, photos: photos as readonly PhotoId[] }
      : refuse('photo-unknown')

type Ask<Name extends NoticeAct> = (
  trx: Transaction,
  subject: Subject,
  body: Body<Name>,
) => Promise<NoticeCommand | Refused<NoticeAskRefusal>>

const asks: { readonly [Name in NoticeAct]: Ask<Name> } = {
  'prove-hung': proving('ProveHung'),
  'prove-taken-down': proving('ProveTakenDown'),
  withdraw: (_, __, { reason }) => Promise.resolve({ type: 'WithdrawNotice', reason }),
}

export const actOnNotice = async <Name extends NoticeAct>(
  { ctx, performer, actor, key }: Acting,
  subject: Subject<NoticeId>,
  name: Name,
  body: Body<Name>,
): Promise<{ readonly done: true } | Refused> => {
  const performed = await performer.perform(ctx, notice, {
    subject,
    command: (trx) => asks[name](trx, subject, body),
    actor,
    ...(key ? { once: { key, of: { subject: subject.id, name, body } } } : {}),
  })
  return isRefused(performed) ? performed : { done: true }
}
