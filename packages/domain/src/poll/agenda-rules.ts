// The questions of an agenda: how a further one joins an assembly that is still a draft, and how it goes the way of the first. RULES R1.15, R1.45.
import { type Meta, type Refused, refuse } from '../kernel/index.ts'
import { MOST_QUESTIONS, planBeside, shareAssembly, shareSheet } from './agenda.ts'
import { type Asked, drawnUp, inForce, planned, unfit, unfitList } from './asking.ts'
import type { AssemblyPlan } from './assembly.ts'
import type { Led, Poll, PollBody, PollCommand, PollEvent, PollRefusal, StandingPoll } from './poll.ts'
import { drawLotsAt } from './lots.ts'
import { mayKeep } from './poll-powers.ts'

type CommandOf<Type extends PollCommand['type']> = Extract<PollCommand, { type: Type }>
type Answer = readonly PollEvent[] | Refused<PollRefusal>
type LedTo<Does extends Led['does']> = Extract<Led, { does: Does }>

/** Only to the first question of an assembly of units whose ballots are kept, and only while it is a draft. */
const joinable = (to: Poll): Refused<PollRefusal> | Extract<Poll, { status: 'draft' }> => {
  if (to.status !== 'draft') return refuse('agenda-closed')
  if (to.agenda) return refuse('on-agenda', { first: to.agenda.first })
  const fits = to.assembly !== null && to.way === 'ballots' && to.rule.ballotOf === 'unit'
  return fits ? to : refuse('agenda-unfit')
}

const joining = (
  first: Extract<Poll, { status: 'draft' }>,
  { standing, rule }: CommandOf<'AddQuestion'>,
  meta: Meta,
): Refused<PollRefusal> | null => {
  if (!mayKeep(first, meta)) return refuse('not-your-poll')
  if (rule === null) return refuse('poll-rule-unknown')
  if (standing >= MOST_QUESTIONS) return refuse('agenda-full', { most: MOST_QUESTIONS })
  return shareSheet(first.rule, rule) ? inForce(rule, meta) : refuse('agenda-unfit')
}

/** Of the same matter; it has the first one's units, and the rule that the law asks of this question. */
export const add = (_: Poll, command: CommandOf<'AddQuestion'>, meta: Meta): Answer => {
  const first = joinable(command.to)
  if ('refused' in first) return first
  const no = joining(first, command, meta)
  if (no) return no
  const { id, item, question, electorate, earlier } = command
  const [rule, plan] = [command.rule!, planBeside(first.assembly!, command)]
  const { community, matter, path, way } = first
  const asked: Asked = { rule, way, question, electorate, plan, earlier }
  const unfitting = unfit(asked)
  if (unfitting) return unfitting
  const body = { id, community, matter, path, rule, way, question, assembly: planned(plan), lots: null }
  const drawn = drawnUp(id, asked)
  if (!shareAssembly(first, { ...body, ...drawn })) return refuse('agenda-unfit')
  return [{ type: 'PollDrafted', ...body, agenda: { first: first.id, item }, ...drawn }]
}

/** Drafted anew, a further question keeps the units and dates of its assembly. */
export const ownTerms = (
  { agenda, assembly }: Pick<PollBody, 'agenda' | 'assembly'>,
  asked: AssemblyPlan | null,
): AssemblyPlan | null => (agenda && assembly && asked ? planBeside(assembly, asked) : asked)

const redrawn = (poll: StandingPoll, { plan, electorate }: LedTo<'redraw'>): Answer => {
  const { rule, way, question, assembly } = poll
  if (!assembly) return refuse('assembly-missing')
  const asked: Asked = { rule, way, question, electorate, plan: planBeside(plan, assembly) }
  const no = unfitList(asked)
  if (no) return no
  const drawn = { ...drawnUp(poll.id, asked), followers: [] }
  return poll.status === 'draft'
    ? [{ type: 'PollRedrafted', way, question, assembly: planned(asked.plan), ...drawn }]
    : [{ type: 'ElectorateRedrawn', ...drawn }]
}

const OVER: readonly StandingPoll['status'][] = ['decided', 'withdrawn']

const led = (poll: StandingPoll, command: Led, { now }: Meta): Answer => {
  const { assembly, digest, named, rule, question } = poll
  switch (command.does) {
    case 'redraw':
      return redrawn(poll, command)
    case 'announce': {
      const { opensAt, closesAt } = assembly!
      return [{ type: 'PollAnnounced', notice: command.notice, opensAt, closesAt }]
    }
    case 'open':
      return [{ type: 'PollOpened', digest, named, rule, lots: rule.ties ? drawLotsAt(question, digest, now) : null }]
    case 'extend': {
      const { closesAt, extensions } = command
      return [{ type: 'PollExtended', closesAt, extensions }]
    }
    case 'show':
      return poll.status === 'preliminary' ? [{ type: 'ResultShown', notice: command.notice, together: true }] : []
    case 'withdraw':
      return [{ type: 'PollWithdrawn', reason: command.reason, byStage: false }]
  }
}

/** Where the first one stands, those that follow stand too, but for the ones that were taken back or decided before. */
export const follow = (poll: StandingPoll, command: CommandOf<'FollowFirst'>, meta: Meta): Answer => {
  if (poll.agenda?.first !== command.first) return refuse('on-agenda', { first: poll.agenda?.first ?? '' })
  return OVER.includes(poll.status) ? [] : led(poll, command.led, meta)
}
