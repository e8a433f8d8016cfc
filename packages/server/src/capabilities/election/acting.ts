// Doing what somebody asked of a secret election; how a voter or an objection stands is read once the election is locked.
import type { ElectionAct, ElectionBody, ElectionPlanDraft } from '@yishi/contract/election'
import {
  type Actor,
  type CommunityId,
  type ElectionId,
  type Ids,
  type ObjectionId,
  type PersonId,
  type Refused,
  type VoterId,
  isRefused,
} from '@yishi/domain/kernel'
import {
  type ElectionCommand,
  type ElectionPlan,
  type Registered,
  electionLawByKey,
  postsOfRecall,
} from '@yishi/domain/secret-election'
import type { Context } from '../../kernel/context.ts'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Performer } from '../../kernel/perform.ts'
import type { Subject } from '../../kernel/store.ts'
import { election } from './capability.ts'
import { proxiesIn } from './proxy-query.ts'
import { objectionIn, standingIn, unruledIn } from './roll-query.ts'
import { strangersAmong } from './roster-query.ts'

export type Acting = {
  readonly ctx: Context
  readonly performer: Performer
  readonly actor: Actor
  readonly key: string | undefined
}
type Done = { readonly done: true } | Refused

const once = ({ key }: Acting, of: object) => (key ? { once: { key, of } } : {})

/** Candidates are counted through all posts; those of a recall are its answers. */
const planOf = ({ posts, ...plan }: ElectionPlanDraft): ElectionPlan => {
  if (plan.recall) return { ...plan, posts: postsOfRecall(plan.recall.members) }
  let number = 0
  return {
    ...plan,
    posts: posts.map(({ candidates, ...post }, index) => ({
      key: `p${index + 1}`,
      ...post,
      candidates: candidates.map((each) => ({ key: `c${(number += 1)}`, ...each })),
    })),
  }
}

export const draftElection = async (
  acting: Acting,
  community: CommunityId,
  { law, ...plan }: ElectionPlanDraft & { readonly law: string },
): Promise<Subject<ElectionId> | Refused> => {
  const { ctx, performer, actor } = acting
  const id = ctx.ids('elc')
  const command = { type: 'DraftElection', id, community, law: electionLawByKey(law), plan: planOf(plan) } as const
  const subject = { community, id }
  const done = await performer.perform(ctx, election, {
    subject,
    actor,
    command,
    ...once(acting, { community, law, plan }),
  })
  return isRefused(done) ? done : { community, id: done.id as ElectionId }
}

type Listed = ElectionBody<'correct'>['add'][number] & { readonly person?: string | null }
const registered = (ids: Ids, all: readonly Listed[]): readonly Registered[] =>
  all.map(({ person = null, name, group }) => ({ voter: ids('vtr'), person: person as PersonId | null, name, group }))

type Asking = { readonly trx: Transaction; readonly subject: Subject<ElectionId>; readonly ids: Ids }
type Commands = { readonly [Act in ElectionAct]: (at: Asking, body: ElectionBody<Act>) => Promise<ElectionCommand> }

const COMMANDS: Commands = {
  redraft: (_, plan) => Promise.resolve({ type: 'RedraftElection', plan: planOf(plan) }),
  hear: (_, said) => Promise.resolve({ type: 'HearMember', ...said }),
  publish: async ({ trx, subject, ids }, body) => {
    const voters = registered(ids, body.voters)
    return { type: 'PublishRoll', voters, strangers: await strangersAmong(trx, subject.community, voters) }
  },
  object: ({ ids }, said) => Promise.resolve({ type: 'ObjectToRoll', objection: ids('obj'), ...said }),
  rule: async ({ trx, subject }, { objection, ...ruling }) => ({
    type: 'RuleOnObjection',
    objection: await objectionIn(trx, subject, objection as ObjectionId),
    ...ruling,
  }),
  correct: async ({ trx, subject, ids }, { add, strike, reason }) => {
    const standing = await Promise.all(strike.map((voter) => standingIn(trx, subject, voter)))
    const struck = standing.flatMap((each): VoterId[] => (each && !each.struck ? [each.voter] : []))
    return { type: 'CorrectRoll', add: registered(ids, add), strike: struck, reason }
  },
  proxy: async ({ trx, subject }, { principal, holder, relation }) => ({
    type: 'ArrangeProxy',
    principal: await standingIn(trx, subject, principal),
    holder: await standingIn(trx, subject, holder),
    relation,
  }),
  lapse: async ({ trx, subject }, { principal, reason }) => ({
    type: 'LapseProxy',
    principal: await standingIn(trx, subject, principal),
    reason,
  }),
  open: async ({ trx, subject }) => ({ type: 'OpenVoting', unruled: await unruledIn(trx, subject) }),
  give: async ({ trx, subject }, { voter, to }) => ({
    type: 'GiveBallot',
    voter: await standingIn(trx, subject, voter),
    to,
  }),
  close: () => Promise.resolve({ type: 'CloseVoting' }),
  box: (_, entered) => Promise.resolve({ type: 'EnterBox', ...entered }),
  double: (_, found) => Promise.resolve({ type: 'SettleDouble', ...found }),
  woman: (_, noted) => Promise.resolve({ type: 'NoteWoman', ...noted }),
  fix: async ({ trx, subject }, vote) => ({
    type: 'FixNextVote',
    ...vote,
    proxies: await proxiesIn(trx, subject),
  }),
  next: async ({ trx, subject }) => ({ type: 'OpenNextTurn', proxies: await proxiesIn(trx, subject) }),
  end: (_, { reason }) => Promise.resolve({ type: 'EndShort', reason }),
  withdraw: (_, { reason }) => Promise.resolve({ type: 'WithdrawElection', reason }),
}

export const actOn = async <Act extends ElectionAct>(
  acting: Acting,
  subject: Subject<ElectionId>,
  act: Act,
  body: ElectionBody<Act>,
): Promise<Done> => {
  const { ctx, performer, actor } = acting
  const command = (trx: Transaction) => COMMANDS[act]({ trx, subject, ids: ctx.ids }, body)
  const done = await performer.perform(ctx, election, {
    subject,
    actor,
    command,
    ...once(acting, { subject, act, body }),
  })
  return isRefused(done) ? done : { done: true }
}
