// Doing what somebody asked of a poll or a ballot; what a command depends on is read once its subject is locked.
import type { PollDraft, PollRedraft } from '@yishi/contract/poll'
import type { AgendaQuestion } from '@yishi/contract/poll-agenda'
import type { QuestionDraft } from '@yishi/contract/question'
import { type Actor, type MatterId, type PollId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import {
  type BallotCommand,
  type Figures,
  type PollCommand,
  type PollRefusal,
  type Question,
  countBallots,
  pollRuleByKey,
} from '@yishi/domain/poll'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import { receiptFor } from '../../kernel/receipt.ts'
import type { Subject } from '../../kernel/store.ts'
import { lockMatter } from '../matter/index.ts'
import { asideOf, earlierOf } from './again-query.ts'
import { followersOf, itemsOf, listOfFirst, lockOthers } from './agenda-query.ts'
import { listedBallots } from './ballot-query.ts'
import { ballot, poll } from './capability.ts'
import { type DrawnUp, drawUp } from './electorate-query.ts'
import { objectionsTo } from './objections.ts'
import { matterOfPoll, pollStore, rowOfPoll } from './store.ts'

export type Acting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}

export const once = ({ key }: Acting, of: object) => (key ? { once: { key, of } } : {})

const keyAt = (index: number): string => `option-${index + 1}`

const questionOf = (draft: QuestionDraft): Question => {
  if (draft.type === 'for-against') return draft
  if (draft.type === 'candidates')
    return { ...draft, options: draft.options.map((candidate, index) => ({ key: keyAt(index), ...candidate })) }
  return { ...draft, options: draft.options.map((text, index) => ({ key: keyAt(index), text })) }
}

const draftedAs = ({ way, question, plan }: PollRedraft, { scope, ...electorate }: DrawnUp) => ({
  way,
  question: questionOf(question),
  electorate,
  plan: plan && scope ? { ...plan, scope } : null,
})

/** The new poll, or why it may not be begun. */
export const draftPoll = async (
  acting: Acting,
  matter: Subject<MatterId>,
  asked: PollDraft,
): Promise<Subject<PollId> | Refused> => {
  const { ctx, performer, actor } = acting
  const id = ctx.ids('pol')
  const rule = pollRuleByKey(asked.rule)
  const command = async (trx: Transaction): Promise<PollCommand | Refused> => {
    const of = await lockMatter(trx, matter)
    if (rule === null) return refuse('poll-rule-unknown')
    const here = { community: matter.community, now: ctx.clock.now(), ids: ctx.ids, rule }
    const drawn = await drawUp(trx, here, asked.electorate)
    if (isRefused(drawn)) return drawn
    const earlier = await earlierOf(trx, matter, asked)
    const aside = await asideOf(trx, matter, asked)
    return { type: 'DraftPoll', id, of, rule, ...draftedAs(asked, drawn), ...earlier, ...(aside && { aside }) }
  }
  const subject = { community: matter.community, id }
  const done = await performer.perform(ctx, poll, {
    subject,
    actor,
    command,
    ...once(acting, { matter: matter.id, asked }),
  })
  return isRefused(done) ? done : { community: matter.community, id: done.id as PollId }
}

export type Done = { readonly done: true } | Refused

export const redraftPoll = async (acting: Acting, subject: Subject<PollId>, asked: PollRedraft): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = async (trx: Transaction): Promise<PollCommand | Refused> => {
    const { rule, agenda_first: first, assembly } = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
    const here = { community: subject.community, now: ctx.clock.now(), ids: ctx.ids, rule }
    // A further question keeps the units of its agenda, whatever else is asked anew.
    if (first !== null && assembly) {
      const zones = assembly.scope.zones
      const electorate = await listOfFirst(trx, { community: subject.community, id: first }, { ...here, zones })
      const drafted = draftedAs(asked, { ...electorate, scope: assembly.scope })
      return { type: 'RedraftPoll', ...drafted, ...(await earlierOf(trx, subject, asked)) }
    }
    const drawn = await drawUp(trx, here, asked.electorate)
    if (isRefused(drawn)) return drawn
    const drafted = draftedAs(asked, drawn)
    const followers = await followersOf(trx, { ...subject, ids: ctx.ids }, drafted.electorate)
    return { type: 'RedraftPoll', ...drafted, followers, ...(await earlierOf(trx, subject, asked)) }
  }
  const done = await performer.perform(ctx, poll, { subject, actor, command, ...once(acting, { subject, asked }) })
  return isRefused(done) ? done : { done: true }
}

const act = async (acting: Acting, subject: Subject<PollId>, command: PollCommand): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const done = await performer.perform(ctx, poll, { subject, actor, command, ...once(acting, { subject, command }) })
  return isRefused(done) ? done : { done: true }
}

/** With how its notice stands at this moment, where one has been hung. */
export const openPoll = async (acting: Acting, subject: Subject<PollId>): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = async (trx: Transaction): Promise<PollCommand> => {
    const { assembly } = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
    const objections = await objectionsTo(trx, subject, assembly?.notice ?? null)
    return { type: 'OpenPoll', others: await lockOthers(trx, subject), ...(objections && { objections }) }
  }
  const done = await performer.perform(ctx, poll, { subject, actor, command, ...once(acting, { subject, open: true }) })
  return isRefused(done) ? done : { done: true }
}

/** The further question, or why it may not be asked with the others. */
export const addQuestion = async (
  acting: Acting,
  first: Subject<PollId>,
  { rule: key, question, ...terms }: AgendaQuestion,
): Promise<Subject<PollId> | Refused> => {
  const { ctx, performer, actor } = acting
  const { community } = first
  const subject = { community, id: ctx.ids('pol') }
  const rule = pollRuleByKey(key)
  const command = async (trx: Transaction): Promise<PollCommand | Refused> => {
    const matter = await matterOfPoll(trx, first)
    // The matter before its polls, as everywhere: whoever announces them at this moment holds it too.
    if (matter) await lockMatter(trx, { community, id: matter })
    const to = await pollStore.lock(trx, first)
    if (rule === null) return refuse('poll-rule-unknown')
    if (to.status === 'absent' || !to.assembly) return refuse('agenda-unfit')
    const items = await itemsOf(trx, first)
    const copying = { community, ids: ctx.ids, rule, zones: to.assembly.scope.zones }
    const electorate = await listOfFirst(trx, first, copying)
    const asked = { question: questionOf(question), ...terms, electorate }
    const earlier = await earlierOf(trx, first, { question })
    return { type: 'AddQuestion', id: subject.id, to, rule, ...items, ...asked, ...earlier }
  }
  const of = { first: first.id, key, question, terms }
  const done = await performer.perform(ctx, poll, { subject, actor, command, ...once(acting, of) })
  return isRefused(done) ? done : { community, id: done.id as PollId }
}

export const withdrawPoll = (acting: Acting, subject: Subject<PollId>, reason: string): Promise<Done> =>
  act(acting, subject, { type: 'WithdrawPoll', reason })

/** Where ballots are kept they are counted here, under the lock that lets no further one in. */
export const enterCount = async (
  acting: Acting,
  subject: Subject<PollId>,
  given: Figures | undefined,
): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = async (trx: Transaction): Promise<PollCommand | Refused<PollRefusal>> => {
    const { rule, question, way } = await rowOfPoll(trx, subject).executeTakeFirstOrThrow()
    if (way === 'ballots') {
      const figures = countBallots({ rule, question }, await listedBallots(trx, subject))
      return { type: 'EnterCount', figures }
    }
    return given ? { type: 'EnterCount', figures: given } : refuse('counts-incomplete')
  }
  const done = await performer.perform(ctx, poll, { subject, actor, command, ...once(acting, { subject, given }) })
  return isRefused(done) ? done : { done: true }
}

/** The receipt of a ballot that was taken. */
export const handIn = async (
  acting: Acting,
  subject: Subject,
  command: BallotCommand,
): Promise<{ readonly receipt: string } | Refused> => {
  const { ctx, performer, actor } = acting
  const done = await performer.perform(ctx, ballot, { subject, actor, command, ...once(acting, { subject, command }) })
  return isRefused(done) ? done : { receipt: await receiptFor(ctx, subject.community, done.entries[0]!) }
}

/** For the other questions of its agenda the same is done in the same transaction. */
export const chooseVoter = async (
  acting: Acting,
  subject: Subject,
  command: Extract<BallotCommand, { type: 'ChooseVoter' }>,
): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const done = await performer.perform(ctx, ballot, { subject, actor, command, ...once(acting, { subject, command }) })
  return isRefused(done) ? done : { done: true }
}
