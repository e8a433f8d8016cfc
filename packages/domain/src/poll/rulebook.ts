// The regulation of a poll: who drafts, announces, opens, counts and withdraws it, and what is refused. RULES R1.15, R1.41, R1.65, R2.2; ASVS V2.3.5 (two persons).
import { localDateOf } from '../calendar/index.ts'
import { DAY, type Meta, type Refused, holds, isRefused, later, refuse, rulebook } from '../kernel/index.ts'
import { type Matter, type OpenMatter, mayOpen, stageOfMatter } from '../matter/index.ts'
import { extensionOf, lawOfAgenda } from './agenda.ts'
import { add, follow, ownTerms } from './agenda-rules.ts'
import { type Asked, drawnUp, inForce, planned, unfit, unfitList } from './asking.ts'
import { close, confirm, count, recount, show } from './counting-rules.ts'
import { evolvePoll } from './evolve.ts'
import { drawLotsAt } from './lots.ts'
import type { Aside, Poll, PollCommand, PollEvent, PollRefusal, StandingPoll } from './poll.ts'
import { mayKeep, overObjections } from './poll-powers.ts'
import type { PollRule } from './rule.ts'

type CommandOf<Type extends PollCommand['type']> = Extract<PollCommand, { type: Type }>
type Answer = readonly PollEvent[] | Refused<PollRefusal>
type Of<Status extends Poll['status']> = Extract<Poll, { status: Status }>

/** Where the procedure itself asks for a decision, it names the rule. */
const ruleDiffers = (matter: OpenMatter, rule: PollRule): Refused<PollRefusal> | null => {
  const stage = stageOfMatter(matter)
  return stage.act === 'decide' && stage.settings.rule !== rule.key
    ? refuse('poll-rule-differs', { rule: stage.settings.rule })
    : null
}

const standing = (matter: Matter, meta: Meta): OpenMatter | Refused<PollRefusal> => {
  const no = mayOpen(matter, 'poll', meta.actor)
  if (no) return no
  return matter.status === 'open' ? matter : refuse('not-at-this-stage')
}

/** Seats that a further question left open are voted on whatever has become of the matter, which never waited for that question; once, however often somebody asks. */
const besides = (of: Matter, { taken }: Aside): Exclude<Matter, { status: 'absent' }> | Refused<PollRefusal> => {
  if (of.status === 'absent') return refuse('not-at-this-stage')
  return taken ? refuse('again-unfit') : of
}

const draft = (_: Poll, command: CommandOf<'DraftPoll'>, meta: Meta): Answer => {
  const { id, of, rule, way, question, electorate, plan, earlier, aside } = command
  const matter = aside ? besides(of, aside) : standing(of, meta)
  if (isRefused(matter)) return matter
  if (rule === null) return refuse('poll-rule-unknown')
  const { community, path } = matter
  if (!mayKeep({ community, path, rule }, meta)) return refuse('not-your-poll')
  const asked: Asked = { rule, way, question, electorate, plan, earlier }
  const differs = aside || matter.status !== 'open' ? null : ruleDiffers(matter, rule)
  const no = inForce(rule, meta) ?? differs ?? unfit(asked)
  if (no) return no
  const body = { id, community, matter: matter.id, path, rule, way, question, assembly: planned(plan), lots: null }
  return [{ type: 'PollDrafted', agenda: null, ...body, ...drawnUp(id, asked) }]
}

const redraft = (poll: Of<'draft'>, command: CommandOf<'RedraftPoll'>, meta: Meta): Answer => {
  if (!mayKeep(poll, meta)) return refuse('not-your-poll')
  const { way, question, electorate, earlier, followers = [] } = command
  const plan = ownTerms(poll, command.plan)
  const asked: Asked = { rule: poll.rule, way, question, electorate, plan, earlier }
  const assembly = planned(plan)
  return unfit(asked) ?? [{ type: 'PollRedrafted', way, question, assembly, followers, ...drawnUp(poll.id, asked) }]
}

/** A further question goes the way of the first, by nobody's own command. */
const keeping = (poll: StandingPoll, meta: Meta): Refused<PollRefusal> | null => {
  if (!mayKeep(poll, meta)) return refuse('not-your-poll')
  return poll.agenda ? refuse('on-agenda', { first: poll.agenda.first }) : null
}

/** Its notice hangs; the draft is held against the law, and the list lies open for objections until the notice has elapsed. */
const announce = (poll: Of<'draft'>, { notice, others = [] }: CommandOf<'AnnouncePoll'>, meta: Meta): Answer => {
  const no = keeping(poll, meta)
  if (no) return no
  const { assembly } = poll
  if (!assembly) return refuse('assembly-missing')
  const unlawful = lawOfAgenda([poll, ...others], localDateOf(meta.now))
  if (unlawful) return unlawful
  const { opensAt, closesAt } = assembly
  const hangs = notice.status === 'hanging' && notice.community === poll.community && notice.endsAt <= opensAt
  return hangs ? [{ type: 'PollAnnounced', notice: notice.id, opensAt, closesAt }] : refuse('notice-unfit')
}

const redraw = (poll: Of<'announced'>, command: CommandOf<'RedrawElectorate'>, meta: Meta): Answer => {
  const no = keeping(poll, meta)
  if (no) return no
  const { electorate, followers = [] } = command
  const { rule, way, question, assembly: plan } = poll
  const asked: Asked = { rule, way, question, electorate, plan }
  return unfitList(asked) ?? [{ type: 'ElectorateRedrawn', followers, ...drawnUp(poll.id, asked) }]
}

const open = (poll: Of<'draft' | 'announced'>, command: CommandOf<'OpenPoll'>, meta: Meta): Answer => {
  const notYours = keeping(poll, meta)
  if (notYours) return notYours
  const { objections, others = [] } = command
  const { digest, named, rule, assembly, status, question } = poll
  if (others.length > 0 && !assembly) return refuse('agenda-unfit')
  if (assembly && status === 'draft') return refuse('poll-too-early', { opensAt: assembly.opensAt })
  if (assembly && meta.now < assembly.opensAt) return refuse('poll-too-early', { opensAt: assembly.opensAt })
  if (assembly && meta.now >= assembly.closesAt) return refuse('law-not-kept', { check: 'period', ref: 'R1.60' })
  const no = assembly && overObjections(assembly.notice, objections)
  const outdated = [poll, ...others].map((each) => inForce(each.rule, meta)).find((each) => each !== null)
  const lots = rule.ties ? drawLotsAt(question, digest, meta.now) : null
  return no ?? outdated ?? [{ type: 'PollOpened', digest, named, rule, lots }]
}

/** Only as often and as long as the rule declared, and only while it still runs. */
const extend = (poll: Of<'open'>, { others = [] }: CommandOf<'ExtendPoll'>, meta: Meta): Answer => {
  const no = keeping(poll, meta)
  if (no) return no
  const { assembly } = poll
  const days = extensionOf([poll, ...others])
  if (!assembly || days === null || meta.now >= assembly.closesAt) return refuse('no-extension')
  const closesAt = later(assembly.closesAt, days * DAY)
  return [{ type: 'PollExtended', closesAt, extensions: assembly.extensions + 1 }]
}

/** A proof is of one ballot, with what it rests on: a signed list, a receipt of the post, a photo. */
const prove = (
  poll: Of<'open' | 'closed'>,
  { proof, voters, evidence }: CommandOf<'RecordProofs'>,
  { actor }: Meta,
): Answer => {
  const teller = actor.kind === 'person' && holds(actor, poll.rule.tellers, poll.community, poll.path)
  if (!teller) return refuse('not-your-poll')
  // Of the sheet, and so noted at its first question.
  if (poll.agenda) return refuse('on-agenda', { first: poll.agenda.first })
  if (!poll.assembly || poll.named === null) return refuse('assembly-missing')
  return [{ type: 'ProofsRecorded', proof, voters, evidence, by: actor.person }]
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

export const pollRules = rulebook<Poll, PollCommand, PollEvent, PollRefusal>(
  {
    absent: { DraftPoll: draft, AddQuestion: add },
    draft: {
      RedraftPoll: redraft,
      AnnouncePoll: announce,
      OpenPoll: open,
      FollowFirst: follow,
      WithdrawPoll: withdraw,
    },
    announced: { RedrawElectorate: redraw, OpenPoll: open, FollowFirst: follow, WithdrawPoll: withdraw },
    open: {
      ExtendPoll: extend,
      RecordProofs: prove,
      ClosePoll: close,
      EnterCount: count,
      FollowFirst: follow,
      WithdrawPoll: withdraw,
    },
    closed: { RecordProofs: prove, EnterCount: count, FollowFirst: follow, WithdrawPoll: withdraw },
    counting: { EnterCount: count, FollowFirst: follow, WithdrawPoll: withdraw },
    preliminary: {
      ShowResult: show,
      OrderRecount: recount,
      ConfirmResult: confirm,
      FollowFirst: follow,
      WithdrawPoll: withdraw,
    },
    decided: { FollowFirst: follow, WithdrawPoll: stays },
    withdrawn: { FollowFirst: follow, WithdrawPoll: stays },
  },
  evolvePoll,
)
