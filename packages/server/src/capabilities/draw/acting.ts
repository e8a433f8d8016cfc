// Announcing a draw and what is done with it; the matter that it decides is locked and read in the same transaction.
import type { AnnounceDraw, DrawCommandName, SourceDraft, drawCommandSchemas } from '@yishi/contract/draw'
import {
  type Announcement,
  type DrawCommand,
  type DrawSource,
  drawRules,
  roundFrom,
  timeOfRound,
} from '@yishi/domain/draw'
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
import { inCommunities } from '../../kernel/database/tenancy.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { lockMatter } from '../matter/index.ts'
import { draw } from './capability.ts'
import { readDraw } from './store.ts'

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
  'enter-source': (body) => ({ type: 'EnterSource', ...body, proved: false }),
  object: (body) => ({ type: 'ObjectToDraw', ...body }),
  'answer-objection': (body) => ({ type: 'AnswerDrawObjection', ...body }),
  annul: (body) => ({ type: 'AnnulDraw', ...body }),
}

/** The curve is loaded, and the pairing computed, only for somebody who may tell and has nothing but the proof to show. */
const withProof = async (
  ctx: Context,
  { subject, actor }: { readonly subject: Subject<DrawId>; readonly actor: Actor },
  command: DrawCommand,
): Promise<DrawCommand> => {
  if (command.type !== 'EnterSource' || typeof command.outcome !== 'string') return command
  const held = await inCommunities(ctx.db, [subject.community], (trx) => readDraw(trx, subject))
  if (!held) return command
  const answer = drawRules.decide(held.state, command, { actor, now: ctx.clock.now(), ids: ctx.ids })
  const source = held.state.announcement.sources[command.source]
  if (!isRefused(answer) || answer.refused !== 'signature-wrong' || source?.kind !== 'drand') return command
  const { isRoundSignature } = await import('@yishi/domain/beacon')
  return { ...command, proved: isRoundSignature(source.round, command.outcome) }
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
    command: await withProof(ctx, { subject, actor }, commands[name](body)),
    ...(key ? { once: { key, of: { subject: subject.id, name, body } } } : {}),
  })
  return isRefused(performed) ? performed : { done: true }
}
