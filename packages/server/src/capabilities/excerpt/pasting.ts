// Taking in what was pasted: read against the territory, kept with its drafts, decided by nobody yet.
import { type ExcerptCommand, readExcerpt } from '@yishi/domain/excerpt'
import {
  type Actor,
  type CommunityId,
  type ExcerptId,
  type GroupId,
  type Refused,
  isRefused,
} from '@yishi/domain/kernel'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Once } from '../../kernel/once.ts'
import type { Performer } from '../../kernel/perform.ts'
import { flatNodes } from '../territory/index.ts'
import { excerpt } from './capability.ts'

type Pasting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly group: { readonly community: CommunityId; readonly id: GroupId; readonly path: string }
  readonly once?: Once
}

export const pasteExcerpt = async (
  { ctx, performer, actor, group, ...once }: Pasting,
  text: string,
): Promise<ExcerptId | Refused> => {
  const { community, id, path } = group
  const ground = await inCommunities(ctx.db, [community], (trx) => flatNodes(trx, community))
  const read = readExcerpt(text, ground, path)
  if (isRefused(read)) return read
  const command: ExcerptCommand = { type: 'PasteExcerpt', community, group: id, path, text, ...read }
  const done = await performer.perform(ctx, excerpt, {
    subject: { community, id: ctx.ids('exc') },
    fresh: { status: 'absent' },
    actor,
    command,
    ...once,
  })
  return isRefused(done) ? done : (done.id as ExcerptId)
}
