// What a story tells of a poll; what its counters do among themselves is not told.
import type { StoryItem } from '@yishi/contract/matter'
import type { PollEvent } from '@yishi/domain/poll'
import { dictionary } from './dictionary.ts'
import { type Teller, fact } from './telling.ts'

/** Options have their own words; only a question for or against is told in numbers here. */
const zhVotes = (item: StoryItem): string =>
  fact(item, 'votes-for') &&
  `：同意 ${fact(item, 'votes-for')}，反对 ${fact(item, 'votes-against')}，弃权 ${fact(item, 'abstain')}`
const enVotes = (item: StoryItem): string =>
  fact(item, 'votes-for') &&
  `: ${fact(item, 'votes-for')} for, ${fact(item, 'votes-against')} against, ${fact(item, 'abstain')} abstaining`

export const pollTellers = dictionary<
  Record<Exclude<PollEvent['type'], 'PollRedrafted' | 'PollClosed' | 'CountEntered'>, Teller>
>(
  {
    PollDrafted: (item) => `拟好了表决${fact(item, 'title') && `：${fact(item, 'title')}`}`,
    PollOpened: (item) => (fact(item, 'named') ? `开始表决，名册上 ${fact(item, 'named')} 人` : '开始表决'),
    CountsDiffered: () => '两个人计的票数对不上，重新点一遍',
    PollDecided: (item) => `${item.facts['passed'] === true ? '表决通过' : '表决没有通过'}${zhVotes(item)}`,
    PollWithdrawn: () => '表决撤回了',
  },
  {
    PollDrafted: (item) => `A vote was drafted${fact(item, 'title') && `: ${fact(item, 'title')}`}`,
    PollOpened: (item) => (fact(item, 'named') ? `Voting begins; ${fact(item, 'named')} on the list` : 'Voting begins'),
    CountsDiffered: () => 'The two counts differed; both count again',
    PollDecided: (item) =>
      `${item.facts['passed'] === true ? 'The vote passed' : 'The vote did not pass'}${enVotes(item)}`,
    PollWithdrawn: () => 'The vote was withdrawn',
  },
)
