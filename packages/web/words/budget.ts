// The words of a shared budget: the list of projects, voting in two steps, the result, and what one's own share paid for.
import type { BudgetOccasion } from '@yishi/contract/budget'
import { decimal, shown } from '@yishi/domain/budget'
import type { LocalDate } from '@yishi/domain/calendar'
import { type Language, dictionary } from './dictionary.ts'
import { fullDay } from './moments.ts'

const zh = {
  mark: '分',
  status: { open: '正在投票', closed: '正在计算', decided: '投票结果', withdrawn: '投票已撤回' },
  lead: (amount: string, projects: number) => `共有 ${amount}，${projects} 个项目，由大家投票来定`,
  part: (name: string) => `由 ${name} 的居民投票`,
  turnout: (cast: number, of: number) => `已有 ${cast} 人投票，共 ${of} 人`,
  turnoutOver: (cast: number, of: number) => `名单上 ${of} 人，${cast} 人投了票`,
  until: (day: string) => `投票到 ${day} 24 点`,
  over: (day: string) => `投票已在 ${day} 24 点截止`,
  about: '这笔钱用来做什么',
  yuan: (amount: string) => `${amount} 元`,
  yourVote: '您的一票',
  choose: '想做的都可以勾，几个都行',
  chooseHint: '勾得越多，您那份钱越有机会用上；排在前面的不加分。',
  noPhone:
    '没有手机的邻居，可以到居委会投：当面说，或填一张纸票，由两个人核对记下。一人一票，投了两次的，以最后一次为准。',
  notedFor: {
    desk: '这张票是您在居委会当面说、由两个人核对记下的。',
    paper: '这张票是照您交的纸票、由两个人核对录入的。',
  },
  channels: (online: number, desk: number, paper: number) =>
    `这些票里，手机投的 ${online} 张，居委会当面记的 ${desk} 张，纸票 ${paper} 张。`,
  unread: (n: number) => `另有 ${n} 份交到居委会的，截止前没有核对完，不算票。`,
  next: '下一步，核对',
  check: '请核对',
  youChose: (n: number) => `您勾了 ${n} 个项目`,
  confirm: '确认投票',
  change: '返回重选',
  confirmHint: '点“确认投票”才算数。别人看不到您选了什么，结果公布时票上没有姓名。',
  voted: '您投给了这些项目',
  mayChange: '想改？截止前可以再投，以最后一次为准',
  problems: {
    missing: '请先勾一个想做的项目',
    'list-changed': '项目表和您刚才看到的不一样，请看清楚再投',
    'other-row-voted': '名单上有两行都是您，您已经投过一票，那一票算数，刚才这一票没有记下。想改，在这里改就行。',
  },
  standing: {
    'sign-in': '要投票，请先用手机号登录。',
    'not-listed': '这次由名册上的居民投票，名册里没有您。您可以看结果，有话可以跟居委会说。',
    over: '投票已经截止，系统正在计算结果。',
    withdrawn: '这次投票撤回了，不作数。',
  },
  signIn: '登录后投票',
  projects: '候选项目',
  place: (place: string) => `地点：${place}`,
  votes: (n: number) => `${n} 票`,
  chosen: '入选的项目',
  none: '没有项目入选。',
  spent: (cost: string, amount: string) => `一共用 ${cost}，总金额 ${amount}`,
  each: (cap: string) => `由投给它的人分担，每人最多出 ${cap}`,
  filled: '用剩下的钱做，不花谁的份额',
  others: '没有入选',
  yourShare: '您的份额用在了哪里',
  shareOf: (share: string) => `投了票的人平分总金额，每人先分到 ${share}。`,
  raisedTo: (share: string) => `因为钱没有用完，每个人的份额又一起加到 ${share}。`,
  paid: (name: string, amount: string) => `${name}：您出了 ${amount}`,
  paidNothing: '您选的项目没有用到您的份额：要么支持的人凑不够，要么是用剩下的钱做的。',
  left: (amount: string) => `您的份额里没有用出去的：${amount}`,
  notVoted: '您没有投票，所以没有份额。',
  how: '这样算，人人分量一样',
  steps: [
    '投了票的人平分总金额，每人一份。',
    '一个项目，只由投给它的人用自己的份额来分担；凑得齐才做。',
    '谁分担得最轻，就先做谁：同样的钱，让更多人如愿。',
    '份额用完的人，就不再替后面的项目出钱，所以一群人不能把钱全占了。',
    '钱没用完，就给每人的份额一起往上加，一元一元地加，直到装不下为止；最后按票数把剩下的用掉。',
    '几个项目不分先后的：先做便宜的，再看票多的，再看表上的次序。',
  ],
  byVotes: '如果只看票数',
  byVotesSame: '只按票数从多到少来选，结果也一样。',
  byVotesOther: (names: string) => `只按票数从多到少来选，会是：${names}。`,
  checkTitle: '自己动手核对',
  checkLead: '下载选票文件（没有姓名），放进“一事”程序的文件夹，在那里运行下面这一行，就在您自己的电脑上重算一遍：',
  download: '下载选票文件',
  beside: '正在投票',
  sentences: {
    opened: (day: string) => `请您来选项目：想做的都勾上，${day} 24 点前还可以改。`,
    decided: '结果出来了。点开看哪些项目入选，您的那一份用在了哪里。',
    withdrawn: '这次投票撤回了，您不用再投，投过的也不算。',
    noted: '居委会两个人核对后，替您记下了一张票。点开看记了什么；不是您的意思，请在截止前重新投，或到居委会说。',
  },
}

const en: typeof zh = {
  mark: '¥',
  status: { open: 'Voting is open', closed: 'Being computed', decided: 'Result', withdrawn: 'Withdrawn' },
  lead: (amount, projects) => `${amount} and ${projects} projects: everybody's votes decide`,
  part: (name) => `The residents of ${name} vote`,
  turnout: (cast, of) => `${cast} of ${of} people have voted`,
  turnoutOver: (cast, of) => `${cast} of ${of} people voted`,
  until: (day) => `Vote until the end of ${day}`,
  over: (day) => `Voting ended at the end of ${day}`,
  about: 'What this money is for',
  yuan: (amount) => `¥${amount}`,
  yourVote: 'Your vote',
  choose: 'Tick everything that you would like, as many as you want',
  chooseHint: 'The more you tick, the likelier your share is put to use. The order of the list gives no advantage.',
  noPhone:
    'Neighbours without a phone vote at the committee: in person or on a sheet of paper, noted by two people. One person, one vote: if somebody votes twice, the last ballot counts.',
  notedFor: {
    desk: 'You said this at the committee; two people noted it.',
    paper: 'This was entered from your sheet of paper by two people.',
  },
  channels: (online, desk, paper) =>
    `Of these ballots ${online} came by phone, ${desk} ${desk === 1 ? 'was' : 'were'} noted in person at the committee, and ${paper} came on paper.`,
  unread: (n) =>
    n === 1
      ? '1 more was handed in at the committee and not checked before the end: it is no ballot.'
      : `${n} more were handed in at the committee and not checked before the end: they are no ballots.`,
  next: 'Next: check',
  check: 'Please check',
  youChose: (n) => (n === 1 ? 'You ticked 1 project' : `You ticked ${n} projects`),
  confirm: 'Cast my vote',
  change: 'Back, choose again',
  confirmHint: 'Only “Cast my vote” counts. Nobody sees what you chose; ballots are published without names.',
  voted: 'You voted for these projects',
  mayChange: 'Changed your mind? Vote again before the end: the last one counts',
  problems: {
    missing: 'Tick at least one project',
    'list-changed': 'The list is not the one you saw: read it again before you vote',
    'other-row-voted':
      'Two rows of the list are you, and you had voted already: that ballot counts, and this one was not recorded. You may change it here.',
  },
  standing: {
    'sign-in': 'To vote, sign in with your phone number first.',
    'not-listed':
      'The residents on the list vote this time, and you are not on it. You can read the result, and tell the committee what you think.',
    over: 'Voting is over; the result is being computed.',
    withdrawn: 'This round was withdrawn and does not count.',
  },
  signIn: 'Sign in to vote',
  projects: 'The projects',
  place: (place) => `Where: ${place}`,
  votes: (n) => (n === 1 ? '1 vote' : `${n} votes`),
  chosen: 'What will be done',
  none: 'No project was chosen.',
  spent: (cost, amount) => `${cost} of ${amount} is spent`,
  each: (cap) => `shared by those who voted for it: ${cap} each at most`,
  filled: 'done with what was left over, from nobody’s share',
  others: 'Not chosen',
  yourShare: 'What your share paid for',
  shareOf: (share) => `Everybody who voted began with the same share of the amount: ${share}.`,
  raisedTo: (share) => `Because money was left, everybody’s share was raised alike, to ${share}.`,
  paid: (name, amount) => `${name}: you paid ${amount}`,
  paidNothing:
    'None of your projects used your share: too few supported them, or they were done with what was left over.',
  left: (amount) => `Of your share not spent: ${amount}`,
  notVoted: 'You did not vote, and so have no share.',
  how: 'How it is computed, so that everybody counts the same',
  steps: [
    'Everybody who voted gets an equal share of the amount.',
    'A project is paid for only by those who voted for it, out of their own shares; it is done if they can raise its cost.',
    'The one that burdens its supporters least comes first: the same money makes more people happy.',
    'Whoever has spent their share pays for nothing more, so that no group can take all the money.',
    'If money is left, everybody’s share is raised, one yuan at a time, until no more fits; what remains goes by votes.',
    'Where projects are equal: the cheaper first, then the one with more votes, then the order of the list.',
  ],
  byVotes: 'By votes alone',
  byVotesSame: 'Most votes first would have chosen the same.',
  byVotesOther: (names) => `Most votes first would have chosen: ${names}.`,
  checkTitle: 'Check it yourself',
  checkLead:
    'Download the ballots (without names) into the folder of the Yishi program and run this there; it computes the result again on your own computer:',
  download: 'Download the ballots',
  beside: 'Being voted on',
  sentences: {
    opened: (day) => `Choose the projects: tick all that you want. You may change it until the end of ${day}.`,
    decided: 'The result is there. Open it to see what was chosen and what your share paid for.',
    withdrawn: 'This vote was withdrawn: you need not vote, and ballots already cast do not count.',
    noted:
      'Two people of the committee noted a ballot for you. Open it to see what was noted; if it is not what you want, vote again before the end, or tell the committee.',
  },
}

export const budgetWords = dictionary(zh, en)

export const budgetSentence = (occasion: BudgetOccasion, lang: Language): string => {
  const { sentences } = budgetWords[lang]
  return occasion.told === 'opened'
    ? sentences.opened(fullDay(occasion.lastDay as LocalDate, lang))
    : sentences[occasion.told]
}

const grouped = (text: string): string => {
  const [whole = '', part] = text.split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? spaced : `${spaced}.${part.padEnd(2, '0')}`
}

/** `400,000 元`: an amount as it was written, to be read by people. */
export const moneyInWords = (amount: string, lang: Language): string => {
  const known = decimal(amount)
  return budgetWords[lang].yuan(grouped(known ? shown(known) : amount))
}
