// Closing and counting a poll: two persons come to the same figures, and what owners decided is shown for objections before it stands. ASVS V2.3.5, R1.62.
import { type Meta, type Refused, holds, refuse } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import { plainFigures, wrongFigures } from './figures.ts'
import { outcomeOf } from './outcome.ts'
import type { CountablePoll, Poll, PollCommand, PollEvent, PollRefusal, StandingPoll } from './poll.ts'
import { mayKeep, overObjections } from './poll-powers.ts'

type CommandOf<Type extends PollCommand['type']> = Extract<PollCommand, { type: Type }>
type Answer = readonly PollEvent[] | Refused<PollRefusal>
type Of<Status extends Poll['status']> = Extract<Poll, { status: Status }>

const same = (one: unknown, other: unknown): boolean => canonicalText(one) === canonicalText(other)

/** By the clock at the declared moment, or by hand once it has come. */
export const close = (poll: Of<'open'>, _: CommandOf<'ClosePoll'>, meta: Meta): Answer => {
  if (meta.actor.kind !== 'clock' && !mayKeep(poll, meta)) return refuse('not-your-poll')
  if (!poll.assembly) return refuse('poll-running')
  return meta.now < poll.assembly.closesAt ? refuse('poll-running') : [{ type: 'PollClosed' }]
}

/** What has to happen before a count: a poll with a declared end runs until then. */
const ending = (poll: CountablePoll, { now }: Meta): readonly PollEvent[] | Refused<PollRefusal> => {
  if (poll.status === 'counting') return []
  if (poll.status === 'closed') return [{ type: 'CountingBegun' }]
  if (!poll.assembly) return [{ type: 'PollClosed' }]
  return now < poll.assembly.closesAt ? refuse('poll-running') : [{ type: 'PollClosed' }, { type: 'CountingBegun' }]
}

/** The first to count closes the poll; a second person comes to the same figures, or both count anew. */
export const count = (poll: CountablePoll, command: CommandOf<'EnterCount'>, meta: Meta): Answer => {
  const { actor } = meta
  const teller = actor.kind === 'person' && holds(actor, poll.rule.tellers, poll.community, poll.path)
  if (!teller) return refuse('not-your-poll')
  const by = actor.person
  const figures = plainFigures(command.figures)
  const { rule, totals, question, way, assembly, lots } = poll
  const regime = assembly?.regime ?? 'strict'
  const asking = { rule, electorate: totals, question, regime, lots: lots?.order ?? null } as const
  const first = poll.status === 'counting' ? poll.first : null
  if (first?.by === by) return refuse('second-person-needed')
  const closing = ending(poll, meta)
  if ('refused' in closing) return closing
  const wrong = wrongFigures(asking, figures, way === 'counted')
  if (wrong) return wrong
  const entered: readonly PollEvent[] = [...closing, { type: 'CountEntered', by, figures }]
  if (first === null && rule.closers === 2) return entered
  if (first && !same(first.figures, figures)) return [...entered, { type: 'CountsDiffered' }]
  const outcome = outcomeOf(asking, figures)
  return [...entered, { type: assembly && rule.objectionDays > 0 ? 'ResultFound' : 'PollDecided', figures, outcome }]
}

const isShown = ({ assembly }: Pick<StandingPoll, 'assembly'>): boolean => Boolean(assembly?.resultNotice)

/** One notice holds all of an agenda: every question that stands has its result, and none hangs already. */
const othersUnfit = (poll: StandingPoll, { notice, others }: CommandOf<'ShowResult'>): Refused<PollRefusal> | null => {
  if (!others) return null
  if (poll.agenda) return refuse('on-agenda', { first: poll.agenda.first })
  const waiting = others.filter(({ status }) => status !== 'decided' && status !== 'withdrawn')
  if (waiting.some(({ status }) => status !== 'preliminary')) return refuse('agenda-uncounted')
  const tooShort = (each: StandingPoll) => !('days' in notice) || notice.days < each.rule.objectionDays
  return waiting.some((each) => isShown(each) || tooShort(each)) ? refuse('notice-unfit') : null
}

/** The preliminary result hangs in public for as long as the rule says; of an agenda, for as long as the strictest of its rules says. */
export const show = (poll: Of<'preliminary'>, command: CommandOf<'ShowResult'>, meta: Meta): Answer => {
  const { notice, others } = command
  if (!mayKeep(poll, meta)) return refuse('not-your-poll')
  const fits = notice.status === 'hanging' && notice.community === poll.community && notice.kind === 'result'
  if (!fits || notice.days < poll.rule.objectionDays || isShown(poll)) return refuse('notice-unfit')
  return othersUnfit(poll, command) ?? [{ type: 'ResultShown', notice: notice.id, together: others !== undefined }]
}

/** An objection was right: both count anew. */
export const recount = (poll: Of<'preliminary'>, { reason }: CommandOf<'OrderRecount'>, meta: Meta): Answer =>
  mayKeep(poll, meta) ? [{ type: 'RecountOrdered', reason }] : refuse('not-your-poll')

export const confirm = (poll: Of<'preliminary'>, { objections }: CommandOf<'ConfirmResult'>, meta: Meta): Answer => {
  if (!mayKeep(poll, meta)) return refuse('not-your-poll')
  const { figures, outcome } = poll
  const no = overObjections(poll.assembly?.resultNotice ?? null, objections)
  return no ?? [{ type: 'PollDecided', figures, outcome }]
}
