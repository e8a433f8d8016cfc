// Announcing a draw and what is done with it; the matter that it decides is locked and read in the same transaction.
import type { AnnounceDraw, DrawCommandName, SourceDraft, drawCommandSchemas } from '@yishi/contract/draw'
import { type Announcement, type DrawCommand, type DrawSource, roundFrom, timeOfRound } from '@yishi/domain/draw'
import {
  type Actor,
  type CommunityId,
  type DrawId,
  type Instant,
  type MatterId,
  type Refused,
  isRefused,
  refuse,
  toInstant,
} from '@yishi/domain/kernel'
import type { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { lockMatter } from '../matter/index.ts'
import { draw } from './capability.ts'

export type DrawAskRefusal = 'matter-unknown' | 'draw-unknown' | 'draw-not-made'

export type Acting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}

const instant = (text: string): Instant => toInstant(new Date(text))

/** A beacon is announced by its round, which has a moment of its own. */
const sourceOf = (asked: SourceDraft): DrawSource => {
  const at = instant(asked.at)
  if (asked.kind !== 'drand') return { ...asked, at }
  const round = roundFrom(at)
  return { kind: 'drand', round, at: timeOfRound(round) }
}

const announcementOf = ({ title, text, rounds, sources, objectionDays }: AnnounceDraw): Announcement => ({
  title,
  text,
  rounds,
  sources: sources.map(sourceOf),
  objectionDays,
})

export const announceDraw = async (
  acting: Acting,
  { community, matter }: { readonly community: CommunityId; readonly matter: MatterId | null },
  asked: AnnounceDraw,
): Promise<Subject<DrawId> | Refused> => {
  const { ctx, performer, actor, key } = acting
  const id = ctx.ids('drw')
  const command = async (trx: Transaction): Promise<DrawCommand | Refused<DrawAskRefusal>> => {
    const of = matter && (await lockMatter(trx, { community, id: matter }))
    if (of?.status === 'absent') return refuse('matter-unknown')
    return { type: 'AnnounceDraw', id, community, of, announcement: announcementOf(asked) }
  }
  const performed = await performer.perform(ctx, draw, {
    subject: { community, id },
    actor,
    command,
    ...(key ? { once: { key, of: { matter, asked } } } : {}),
  })
  return isRefused(performed) ? performed : { community, id: performed.id as DrawId }
}

type Body<Name extends DrawCommandName> = z.output<(typeof drawCommandSchemas)[Name]>

const commands: { readonly [Name in DrawCommandName]: (body: Body<Name>) => DrawCommand } = {
  'enter-source': (body) => ({ type: 'EnterSource', ...body }),
  object: (body) => ({ type: 'ObjectToDraw', ...body }),
  'answer-objection': (body) => ({ type: 'AnswerDrawObjection', ...body }),
  annul: (body) => ({ type: 'AnnulDraw', ...body }),
}

export const actOnDraw = async <Name extends DrawCommandName>(
  { ctx, performer, actor, key }: Acting,
  subject: Subject<DrawId>,
  name: Name,
  body: Body<Name>,
): Promise<{ readonly done: true } | Refused> => {
  const performed = await performer.perform(ctx, draw, {
    subject,
    actor,
    command: commands[name](body),
    ...(key ? { once: { key, of: { subject: subject.id, name, body } } } : {}),
  })
  return isRefused(performed) ? performed : { done: true }
}
