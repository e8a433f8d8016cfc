// One command of each kind, as somebody would give it to a poll.
import type { PollCommand } from '../index.ts'
import { ANNOUNCE, OWNERS, RESULT_HANGS, RESULT_OVER, UNITS, UNITS_DRAFT } from './owners-poll.ts'
import { OPEN, QUESTION, WITHDRAW, draft, enter, votes } from './representatives-poll.ts'

export const COMMANDS: { readonly [Type in PollCommand['type']]: PollCommand } = {
  DraftPoll: draft(),
  AddQuestion: {
    type: 'AddQuestion',
    id: 'pol_2',
    to: UNITS_DRAFT,
    item: 2,
    standing: 1,
    rule: OWNERS,
    question: QUESTION,
    topic: 'other',
    regime: 'strict',
    basis: '',
    electorate: UNITS,
  },
  FollowFirst: { type: 'FollowFirst', first: 'pol_1', led: { does: 'open' } },
  RedraftPoll: {
    type: 'RedraftPoll',
    way: 'counted',
    question: QUESTION,
    electorate: { totals: { heads: 40 } },
    plan: null,
  },
  AnnouncePoll: ANNOUNCE,
  RedrawElectorate: { type: 'RedrawElectorate', electorate: UNITS },
  OpenPoll: OPEN,
  ExtendPoll: { type: 'ExtendPoll' },
  RecordProofs: { type: 'RecordProofs', proof: 'delivered', voters: ['vtr_1'], evidence: '签收表' },
  ClosePoll: { type: 'ClosePoll' },
  EnterCount: enter(votes(1, 2)),
  ShowResult: { type: 'ShowResult', notice: RESULT_HANGS },
  OrderRecount: { type: 'OrderRecount', reason: '漏计一张' },
  ConfirmResult: { type: 'ConfirmResult', objections: { notice: RESULT_OVER, unanswered: 0 } },
  WithdrawPoll: WITHDRAW,
}
