// Objecting to a notice, and what becomes of the objection: its receipt is a link that follows it, and a promise of the ledger.
import type { LodgeObjection } from '@yishi/contract/notice'
import { type NoticeId, type ObjectionId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import type { ObjectionCommand } from '@yishi/domain/objection'
import { readPhone } from '@yishi/domain/privacy'
import type { Transaction } from '../../kernel/database/tables.ts'
import { receiptFor } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { linkDigest, linkKeyOf, linkToken, lockMatter } from '../matter/index.ts'
import { objection } from './capability.ts'
import type { Acting } from './hanging.ts'
import { objectedBefore } from './objection-store.ts'
import { matterOfNotice, shareNotice } from './store.ts'

type Lodging = {
  readonly id: ObjectionId
  readonly to: Subject<NoticeId>
  readonly said: LodgeObjection & { readonly phone: string }
  readonly token: string
}

/** The matter is locked first, for it hears of the objection; the notice is only shared, so that it cannot end before this is kept. */
const commandOf = async (
  trx: Transaction,
  { actor }: Acting,
  { id, to, said, token }: Lodging,
): Promise<ObjectionCommand> => {
  const matter = await matterOfNotice(trx, to)
  if (matter) await lockMatter(trx, { community: to.community, id: matter })
  const hanging = await shareNotice(trx, to)
  const already =
    actor.kind === 'person' && (await objectedBefore(trx, to.community, { notice: to.id, person: actor.person }))
  return {
    type: 'LodgeObjection',
    id,
    to: hanging,
    already,
    text: said.text,
    name: said.name || null,
    phone: said.phone || null,
    linkDigest: linkDigest(token),
  }
}

export type Lodged = { readonly objection: ObjectionId; readonly token: string; readonly receipt: string }

export const lodgeObjection = async (
  acting: Acting,
  to: Subject<NoticeId>,
  asked: LodgeObjection,
): Promise<Lodged | Refused> => {
  const { ctx, performer, actor, key } = acting
  const phone = asked.phone ? readPhone(asked.phone) : ''
  if (phone === null) return refuse('not-a-phone')
  const { community } = to
  const secret = await linkKeyOf(ctx.db, community)
  const id = ctx.ids('obj')
  const said = { ...asked, phone }
  const performed = await performer.perform(ctx, objection, {
    subject: { community, id },
    command: (trx) => commandOf(trx, acting, { id, to, said, token: linkToken(secret, id) }),
    actor,
    ...(key ? { once: { key, of: { notice: to.id, said } } } : {}),
  })
  if (isRefused(performed)) return performed
  const lodged = performed.id as ObjectionId
  const receipt = await receiptFor(ctx, community, performed.entries[0]!)
  return { objection: lodged, token: linkToken(secret, lodged), receipt }
}

/** An answer, or its author taking it back. */
export const actOnObjection = async (
  { ctx, performer, actor, key }: Acting,
  subject: Subject<ObjectionId>,
  command: Exclude<ObjectionCommand, { type: 'LodgeObjection' }>,
): Promise<{ readonly done: true } | Refused> => {
  const once = key ? { once: { key, of: { subject: subject.id, command } } } : {}
  const performed = await performer.perform(ctx, objection, { subject, command, actor, ...once })
  return isRefused(performed) ? performed : { done: true }
}
