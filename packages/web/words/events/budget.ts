// Names of what happens in the life of a shared budget and its ballots.
import type { BudgetBallotEvent, RoundEvent } from '@yishi/domain/budget'
import { dictionary } from '../dictionary.ts'

export const budgetEvents = dictionary<
  Record<RoundEvent['type'] | Exclude<BudgetBallotEvent['type'], 'RowCounts'>, string>
>(
  {
    RoundDrafted: '预算投票拟定',
    RoundRedrafted: '预算投票修改',
    RoundOpened: '预算投票开始',
    RoundClosed: '预算投票截止',
    RoundDecided: '预算投票结果',
    RoundWithdrawn: '预算投票撤回',
    BudgetBallotCast: '投预算票',
    BudgetBallotSetAside: '同一人投了两票，后一票不计',
    BudgetBallotRead: '录入一遍代记的预算选票',
    BudgetReadingsDiffered: '预算选票两遍录入不一致',
    BudgetBallotNoted: '居委会代记预算选票',
    BudgetReadingsDropped: '撤下未核对完的预算选票',
  },
  {
    RoundDrafted: 'Budget round drafted',
    RoundRedrafted: 'Budget round changed',
    RoundOpened: 'Budget round opened',
    RoundClosed: 'Budget ballots closed',
    RoundDecided: 'Budget allocated',
    RoundWithdrawn: 'Budget round withdrawn',
    BudgetBallotCast: 'Budget ballot cast',
    BudgetBallotSetAside: 'Second ballot of one person set aside',
    BudgetBallotRead: 'Budget ballot read at the desk',
    BudgetReadingsDiffered: 'Two readings of a budget ballot differ',
    BudgetBallotNoted: 'Budget ballot noted at the desk',
    BudgetReadingsDropped: 'Unchecked budget ballot taken off the desk',
  },
)
