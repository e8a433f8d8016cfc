// The regulation of a poll: who drafts, opens, counts and withdraws it, and what is refused. RULES R1.65, R2.2; ASVS V2.3.5 (two persons).
import { localDateOf } from '../calendar/index.ts'
import { type Meta, type Refused, during, holds, isRefused, refuse, rulebook } from '../kernel/index.ts'
import { canonicalText } from '../ledger/index.ts'
import { type Matter, type OpenMatter, mayOpen, stageOfMatter } from '../matter/index.ts'
import { type Electorate, digestOf, isEmpty, namesTwice, totalsOf } from './electorate.ts'
import {
  type CountablePoll,
  type Poll,
  type PollBody,
  type PollCommand,
  type PollEvent,
  type PollRefusal,
  type StandingPoll,
} from './poll.ts'
import { plainFigures, wrongFigures } from './figures.ts'
import { outcomeOf } from './outcome.ts'
import { type Question, questionFits } from './question.ts'
import { type PollRule, type Way, isInForce } from './rule.ts'

type CommandOf<Type extends PollCommand['type']> = Extract<PollCommand, { type: Type }>
type Answer = readonly PollEvent[] | Refused<PollRefusal>

type Asked = {
  readonly rule: PollRule
  readonly way: Way
  readonly question: Question
  readonly electorate: Electorate
}

/** Whether this may be asked of these voters in this way at all. */
const fits = ({ rule, way, question, electorate }: Asked): Refused<PollRefusal> | null => {
  const unfit = questionFits(question)
  if (unfit) return unfit
  if (!rule.questions.includes(question.type)) return refuse('question-unfit')
  if (rule.secrecy === 'secret' && way === 'ballots') return refuse('secret-on-paper')
  if (!rule.ways.includes(way) || (way === 'ballots' && 'totals' in electorate)) return refuse('way-unfit')
  if (isEmpty(electorate, rule)) return refuse('electorate-empty')
  return namesTwice(electorate) ? refuse('voters-twice') : null
}

const drawnUp = (poll: PollBody['id'], { rule, electorate }: Pick<Asked, 'rule' | 'electorate'>) => ({
  named: 'voters' in electorate ? electorate.voters.length : null,
  totals: totalsOf(electorate, rule),
  digest: digestOf(poll, electorate),
})

/** Where the procedure itself asks for a decision, it names the rule. */
const ruleDiffers = (matter: OpenMatter, rule: PollRule): Refused<PollRefusal> | null => {
  const stage = stageOfMatter(matter)
  return stage.act === 'decide' && stage.settings.rule !== rule.key
    ? refuse('poll-rule-differs', { rule: stage.settings.rule })
    : null
}

const mayKeep = (poll: Pick<PollBody, 'community' | 'path' | 'rule'>, { actor }: Meta): boolean =>
  holds(actor, poll.rule.openers, poll.community, poll.path)

const inForce = (rule: PollRule, { now }: Meta): Refused<PollRefusal> | null =>
  isInForce(rule, localDateOf(now))
    ? null
    : refuse('poll-rule-not-in-force', { from: rule.effectiveFrom, to: rule.effectiveTo ?? '' })

const standing = (matter: Matter, meta: Meta): OpenMatter | Refused<PollRefusal> => {
  const no = mayOpen(matter, 'poll', meta.actor)
  if (no) return no
  return matter.status === 'open' ? matter : refuse('not-at-this-stage')
}

const draft = (_: Poll, { id, of, rule, way, question, electorate }: CommandOf<'DraftPoll'>, meta: Meta): Answer => {
  const matter = standing(of, meta)
  if (isRefused(matter)) return matter
  if (rule === null) return refuse('poll-rule-unknown')
  const { community, path } = matter
  if (!mayKeep({ community, path, rule }, meta)) return refuse('not-your-poll')
  const asked = { rule, way, question, electorate }
  const no = inForce(rule, meta) ?? ruleDiffers(matter, rule) ?? fits(asked)
  if (no) return no
  const body = { id, community, matter: matter.id, path, rule, way, question, ...drawnUp(id, asked) }
  return [{ type: 'PollDrafted', ...body, electorate }]
}

const redraft = (poll: StandingPoll, asked: CommandOf<'RedraftPoll'>, meta: Meta): Answer => {
  if (!mayKeep(poll, meta)) return refuse('not-your-poll')
  const { way, question, electorate } = asked
  const no = fits({ rule: poll.rule, way, question, electorate })
  const list = { rule: poll.rule, electorate }
  return no ?? [{ type: 'PollRedrafted', way, question, electorate, ...drawnUp(poll.id, list) }]
}

const open = (poll: StandingPoll, _: CommandOf<'OpenPoll'>, meta: Meta): Answer => {
  if (!mayKeep(poll, meta)) return refuse('not-your-poll')
  const { digest, named, rule } = poll
  return inForce(rule, meta) ?? [{ type: 'PollOpened', digest, named, rule }]
}

const same = (one: unknown, other: unknown): boolean => canonicalText(one) === canonicalText(other)

/** The first to count closes the poll; a second person comes to the same figures, or both count anew. */
const count = (poll: CountablePoll, command: CommandOf<'EnterCount'>, { actor }: Meta): Answer => {
  const teller = actor.kind === 'person' && holds(actor, poll.rule.tellers, poll.community, poll.path)
  if (!teller) return refuse('not-your-poll')
  const by = actor.person
  const figures = plainFigures(command.figures)
  const { rule, totals, question, way } = poll
  const asking = { rule, electorate: totals, question }
  const first = poll.status === 'counting' ? poll.first : null
  if (first?.by === by) return refuse('second-person-needed')
  const wrong = wrongFigures(asking, figures, way === 'counted')
  if (wrong) return wrong
  const entered: PollEvent = { type: 'CountEntered', by, figures }
  const closing: readonly PollEvent[] = poll.status === 'open' ? [{ type: 'PollClosed' }, entered] : [entered]
  if (first === null && rule.closers === 2) return closing
  if (first && !same(first.figures, figures)) return [...closing, { type: 'CountsDiffered' }]
  return [...closing, { type: 'PollDecided', figures, outcome: outcomeOf(asking, figures) }]
}

/** A person says why; the clock takes it back when the matter has left its stage. */
const withdraw = (poll: StandingPoll, { reason }: CommandOf<'WithdrawPoll'>, meta: Meta): Answer => {
  const byStage = meta.actor.kind === 'clock'
  return byStage || mayKeep(poll, meta) ? [{ type: 'PollWithdrawn', reason, byStage }] : refuse('not-your-poll')
}

/** A poll that has ended does not mind that its matter goes on. */
const stays = (poll: StandingPoll, _: CommandOf<'WithdrawPoll'>, meta: Meta): Answer => {
  if (meta.actor.kind === 'clock') return []
  return refuse(mayKeep(poll, meta) ? 'poll-ended' : 'not-your-poll')
}

const evolve = (poll: Poll, event: PollEvent): Poll => {
  switch (event.type) {
    case 'PollDrafted': {
      const { type: _, electorate: __, ...body } = event
      return { ...body, status: 'draft' }
    }
    case 'PollRedrafted': {
      const { type: _, electorate: __, ...drawn } = event
      return { ...during(poll, 'draft'), ...drawn }
    }
    case 'PollOpened':
      return { ...during(poll, 'draft'), status: 'open' }
    case 'PollClosed':
      return { ...during(poll, 'open'), status: 'counting', first: null, recounts: 0 }
    case 'CountEntered': {
      const { by, figures } = event
      const counting = during(poll, 'counting')
      return { ...counting, first: counting.first ?? { by, figures } }
    }
    case 'CountsDiffered': {
      const counting = during(poll, 'counting')
      return { ...counting, first: null, recounts: counting.recounts + 1 }
    }
    case 'PollDecided': {
      const { first: _, recounts: __, ...body } = during(poll, 'counting')
      return { ...body, status: 'decided', figures: event.figures, outcome: event.outcome }
    }
    case 'PollWithdrawn': {
      const left = during(poll, 'draft', 'open', 'counting')
      const {
        first: _,
        recounts: __,
        ...body
      } = left.status === 'counting' ? left : { ...left, first: null, recounts: 0 }
      return { ...body, status: 'withdrawn' }
    }
  }
}

export const pollRules = rulebook<Poll, PollCommand, PollEvent, PollRefusal>(
  {
    absent: { DraftPoll: draft },
    draft: { RedraftPoll: redraft, OpenPoll: open, WithdrawPoll: withdraw },
    open: { EnterCount: count, WithdrawPoll: withdraw },
    counting: { EnterCount: count, WithdrawPoll: withdraw },
    decided: { WithdrawPoll: stays },
    withdrawn: { WithdrawPoll: stays },
  },
  evolve,
)
