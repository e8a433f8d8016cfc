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
  Record<Exclude<PollEvent['type'], 'PollRedrafted' | 'ProofsRecorded' | 'CountEntered'>, Teller>
>(
  {
    PollDrafted: (item) => `拟好了表决${fact(item, 'title') && `：${fact(item, 'title')}`}`,
    PollOpened: (item) => (fact(item, 'named') ? `开始表决，名册上 ${fact(item, 'named')} 人` : '开始表决'),
    PollAnnounced: () => '业主表决的会前公告挂出来了，名册开始听取异议',
    ElectorateRedrawn: (item) => `表决人名册改过了${fact(item, 'named') && `，共 ${fact(item, 'named')} 户`}`,
    PollExtended: () => '表决时间按规则延长了',
    PollClosed: () => '表决截止，不再收票',
    CountingBegun: () => '收票结束，开始清点',
    ResultFound: (item) => `初步结果出来了${zhVotes(item)}`,
    ResultShown: () => '初步结果挂出来了，听取异议',
    RecountOrdered: () => '有异议成立，重新清点',
    CountsDiffered: () => '两个人计的票数对不上，重新点一遍',
    PollDecided: (item) => `${item.facts['passed'] === true ? '表决通过' : '表决没有通过'}${zhVotes(item)}`,
    PollWithdrawn: () => '表决撤回了',
  },
  {
    PollDrafted: (item) => `A vote was drafted${fact(item, 'title') && `: ${fact(item, 'title')}`}`,
    PollOpened: (item) => (fact(item, 'named') ? `Voting begins; ${fact(item, 'named')} on the list` : 'Voting begins'),
    PollAnnounced: () => 'The notice of the owners’ vote hangs; objections to the list are taken',
    ElectorateRedrawn: (item) =>
      `The list of voters was corrected${fact(item, 'named') && `; ${fact(item, 'named')} units on it`}`,
    PollExtended: () => 'Voting goes on for longer, as the rule declares',
    PollClosed: () => 'Voting is over; no further ballot is taken',
    CountingBegun: () => 'No more ballots are taken; the count has begun',
    ResultFound: (item) => `There is a preliminary result${enVotes(item)}`,
    ResultShown: () => 'The preliminary result hangs for objections',
    RecountOrdered: () => 'An objection was right; the ballots are counted again',
    CountsDiffered: () => 'The two counts differed; both count again',
    PollDecided: (item) =>
      `${item.facts['passed'] === true ? 'The vote passed' : 'The vote did not pass'}${enVotes(item)}`,
    PollWithdrawn: () => 'The vote was withdrawn',
  },
)
