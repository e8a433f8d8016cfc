// The regulation of a round: who draws it up, opens and withdraws it; the clock closes it and allocates what was voted.
import { endOfDay } from '../calendar/index.ts'
import { type Meta, type Refused, during, holds, refuse, rulebook } from '../kernel/index.ts'
import { digestOf, unfit } from './plan.ts'
import {
  KEEPERS,
  METHOD,
  type Plan,
  type Round,
  type RoundCommand,
  type RoundEvent,
  type RoundRefusal,
  type StandingRound,
} from './round.ts'
import { resultOf } from './round-result.ts'

type CommandOf<Type extends RoundCommand['type']> = Extract<RoundCommand, { type: Type }>
type In<Status extends Round['status']> = Extract<Round, { status: Status }>
type Answer = readonly RoundEvent[] | Refused<RoundRefusal>

const mayKeep = ({ community, path }: Pick<StandingRound, 'community' | 'path'>, { actor }: Meta): boolean =>
  holds(actor, KEEPERS, community, path)

const draft = (_: Round, { id, community, plan }: CommandOf<'DraftRound'>, meta: Meta): Answer => {
  if (!mayKeep({ community, path: plan.path }, meta)) return refuse('not-your-budget')
  return unfit(plan, meta.now) ?? [{ type: 'RoundDrafted', id, community, ...plan, method: METHOD }]
}

/** Also where the plan now names another part of the community, it is theirs to keep. */
const redraft = (round: In<'draft'>, { plan }: CommandOf<'RedraftRound'>, meta: Meta): Answer => {
  if (!mayKeep(round, meta) || !mayKeep({ ...round, path: plan.path }, meta)) return refuse('not-your-budget')
  return unfit(plan, meta.now) ?? [{ type: 'RoundRedrafted', plan }]
}

const planOf = ({ title, purpose, path, amount, projects, lastDay }: StandingRound): Plan => ({
  title,
  purpose,
  path,
  amount,
  projects,
  lastDay,
})

const open = (round: In<'draft'>, { voters }: CommandOf<'OpenRound'>, meta: Meta): Answer => {
  if (!mayKeep(round, meta)) return refuse('not-your-budget')
  const plan = planOf(round)
  const no = unfit(plan, meta.now)
  if (no) return no
  if (voters.length === 0) return refuse('electorate-empty')
  const { amount, projects, lastDay, method } = round
  const costs = projects.map(({ cost }) => cost)
  const digest = digestOf(plan, method)
  return [{ type: 'RoundOpened', closesAt: endOfDay(lastDay), digest, amount, costs, method, voters }]
}

const close = (round: In<'open'>, _: CommandOf<'CloseRound'>, { actor, now }: Meta): Answer => {
  if (actor.kind !== 'clock') return refuse('not-your-budget')
  return now < round.closesAt ? refuse('ballots-open') : [{ type: 'RoundClosed' }]
}

const allocate = (round: In<'closed'>, { ballots }: CommandOf<'AllocateRound'>, { actor }: Meta): Answer =>
  actor.kind === 'clock'
    ? [{ type: 'RoundDecided', result: resultOf(planOf(round), round.method, ballots) }]
    : refuse('not-your-budget')

/** Once ballots are closed nobody can stop the count. */
const withdraw = (round: In<'draft' | 'open'>, { reason }: CommandOf<'WithdrawRound'>, meta: Meta): Answer => {
  if (!mayKeep(round, meta)) return refuse('not-your-budget')
  if (round.status === 'open' && meta.now >= round.closesAt) return refuse('budget-ended')
  return [{ type: 'RoundWithdrawn', reason }]
}

const evolve = (round: Round, event: RoundEvent): Round => {
  switch (event.type) {
    case 'RoundDrafted': {
      const { type: _, ...body } = event
      return { ...body, status: 'draft' }
    }
    case 'RoundRedrafted':
      return { ...during(round, 'draft'), ...event.plan }
    case 'RoundOpened': {
      const { closesAt, digest, voters } = event
      return { ...during(round, 'draft'), status: 'open', closesAt, digest, listed: voters.length }
    }
    case 'RoundClosed':
      return { ...during(round, 'open'), status: 'closed' }
    case 'RoundDecided':
      return { ...during(round, 'closed'), status: 'decided', result: event.result }
    case 'RoundWithdrawn': {
      const left = during(round, 'draft', 'open')
      const { id, community, method } = left
      return { ...planOf(left), id, community, method, status: 'withdrawn' }
    }
  }
}

export const roundRules = rulebook<Round, RoundCommand, RoundEvent, RoundRefusal>(
  {
    absent: { DraftRound: draft },
    draft: { RedraftRound: redraft, OpenRound: open, WithdrawRound: withdraw },
    open: { CloseRound: close, WithdrawRound: withdraw },
    closed: { AllocateRound: allocate },
    decided: {},
    withdrawn: {},
  },
  evolve,
)
