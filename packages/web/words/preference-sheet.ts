// The words of sheets of households and residents: how to fill one in that ranks, scores or ticks, who signs it, and what spoils it.
import type { Invalidity } from '@yishi/contract/paper-ballot'
import type { PollRule, PreferenceQuestion, Question, Spoil } from '@yishi/domain/poll'
import { type Language, dictionary } from './dictionary.ts'
import { listText } from './list-text.ts'

type PerType = Readonly<Record<PreferenceQuestion['type'], string>>

const zh = {
  heads: { households: '各户表决票', residents: '居民表决票' },
  leads: {
    households: '一户一张，印好后按楼道送到户。送一户，在台账上登记一户。',
    residents: '一人一张，交到本人手里。送一张，在台账上登记一张。',
  },
  household: '房屋',
  person: '姓名',
  signatures: { households: '填票人签名（家里一位大人）', residents: '本人签名' },
  receipt: (name: string, code: string) => `回执：${name} 已收到表决票 ${code}，已说明表决内容`,
  onlineHousehold: '也可以用手机扫右上角的二维码投票。一户一票：家里商量好，填一张就行。',
  onlinePerson: '也可以用手机扫右上角的二维码投票，一人只计一次。',
  abstain: '弃权（在这里打“✓”，别的都空着）',
  ranked: '在方框里写数字：最想要的写 1，其次写 2，一个接一个往下写；不想要的空着。',
  scored: (highest: number) => `在方框里写 0 到 ${highest} 的整数：${highest} 分最好，0 分最差；没想法的空着。`,
  approval: '您觉得行的都打“✓”，打几个都可以。',
  limited: (most: number) => `最多打 ${most} 个“✓”。`,
  void: {
    ranked: '数字写重了、断了档，涂改看不清，或没有签名的，整张作废。',
    scored: '分数超出范围，涂改看不清，或没有签名的，整张作废。',
    approval: '涂改看不清，或没有签名的，作废。',
    limited: '多打了，涂改看不清，或没有签名的，整张作废。',
  } satisfies PerType,
  voidBeside: {
    ranked: '数字写重了、断了档，或涂改看不清的，只这一题作废。',
    scored: '分数超出范围，或涂改看不清的，只这一题作废。',
    approval: '涂改看不清的，只这一题作废。',
    limited: '多打了，或涂改看不清的，只这一题作废。',
  } satisfies PerType,
  publicOrders: '公布的是每一种排法各有几票，不写是谁排的。',
  how: '填写说明',
  deciding: '怎样决定',
  asWritten: '照票面录，写错了也照录，不要替人改。两个人分别录。',
  filled: '票上写了',
  marked: '按票面录',
  unclear: '作废（看不清，或自相矛盾）',
  place: (option: string) => `${option}：写了几`,
  points: (option: string) => `${option}：打了几分`,
  spoils: '照这样录，这张票作废',
  spoilsBeside: '照这样录，这一题作废，别的题照算',
  empty: '票上写了什么就录什么；一个字没写的，录弃权或作废',
  invalid: '计为废票的，和为什么',
  invalidities: {
    unsigned: '没有签名',
    unclear: '看不清，或自相矛盾',
    'rank-twice': '同一个名次写了两次',
    'rank-gap': '名次断了档',
    'score-out-of-range': '分数超出范围',
    'too-many-marks': '打的“✓”比规定的多',
  } satisfies Record<Invalidity, string>,
  rankTwice: (rank: number, options: string) => `${options}都写了 ${rank}`,
  rankGap: (rank: number) => `没有哪一项写了 ${rank}`,
  outOfRange: (most: number, options: string) => `${options}的分数不在 0 到 ${most} 之间`,
  tooMany: (most: number) => `最多 ${most} 个，打多了`,
  written: (option: string, number: number) => `${option} 写了 ${number}`,
  spoiled: (marks: string, why: string) => `${marks}（作废：${why}）`,
}

const en: typeof zh = {
  heads: { households: 'Ballot of a household', residents: 'Ballot of a resident' },
  leads: {
    households: 'One sheet for each home. Take them round by stairway, and note each delivery in the register.',
    residents: 'One sheet for each person, into their own hands. Note each delivery in the register.',
  },
  household: 'Home',
  person: 'Name',
  signatures: { households: 'Signature (an adult of the home)', residents: 'Your signature' },
  receipt: (name, code) => `Receipt: ${name} has received ballot ${code}, and was told what is asked`,
  onlineHousehold:
    'You can also scan the code above and vote by phone. One ballot for each household: agree at home, and fill in one.',
  onlinePerson: 'You can also scan the code above and vote by phone. Each person counts once.',
  abstain: 'Abstain (tick here, and leave everything else empty)',
  ranked:
    'Write numbers into the boxes: 1 for what you want most, 2 for the next, and so on without a gap; leave out what you do not want.',
  scored: (highest) =>
    `Write a whole number from 0 to ${highest} into the boxes: ${highest} is best, 0 is worst; leave out what you have no view on.`,
  approval: 'Tick all that you find good, as many as you like.',
  limited: (most) => `Tick at most ${most}.`,
  void: {
    ranked: 'With a number used twice, a gap, corrections that cannot be read, or unsigned, the whole sheet is void.',
    scored: 'With points out of range, corrections that cannot be read, or unsigned, the whole sheet is void.',
    approval: 'With corrections that cannot be read, or unsigned, it is void.',
    limited: 'With more ticks, corrections that cannot be read, or unsigned, the whole sheet is void.',
  },
  voidBeside: {
    ranked: 'With a number used twice, a gap, or corrections that cannot be read, this question alone is void.',
    scored: 'With points out of range, or corrections that cannot be read, this question alone is void.',
    approval: 'With corrections that cannot be read, this question alone is void.',
    limited: 'With more ticks, or corrections that cannot be read, this question alone is void.',
  },
  publicOrders: 'Published is how many ballots have each order, never whose they are.',
  how: 'How to fill it in',
  deciding: 'How it is decided',
  asWritten:
    'Enter what stands on the sheet, mistakes too, and put nothing right. Two people enter it without seeing each other’s.',
  filled: 'The sheet',
  marked: 'as written below',
  unclear: 'void (unreadable, or contradicts itself)',
  place: (option) => `${option}: number written`,
  points: (option) => `${option}: points written`,
  spoils: 'As entered, this sheet is void',
  spoilsBeside: 'As entered, this question is void; the others count',
  empty: 'Enter what stands on the sheet; one without any mark abstains or is void',
  invalid: 'Counted as invalid, and why',
  invalidities: {
    unsigned: 'not signed',
    unclear: 'unreadable, or contradicts itself',
    'rank-twice': 'one place written twice',
    'rank-gap': 'a gap between the places',
    'score-out-of-range': 'points out of range',
    'too-many-marks': 'more ticks than allowed',
  },
  rankTwice: (rank, options) => `${options} both have ${rank}`,
  rankGap: (rank) => `nothing has ${rank}`,
  outOfRange: (most, options) => `${options}: points not between 0 and ${most}`,
  tooMany: (most) => `at most ${most}, and there are more`,
  written: (option, number) => `${option}: ${number}`,
  spoiled: (marks, why) => `${marks} (void: ${why})`,
}

export const preferenceSheetWords = dictionary(zh, en)

const nameOf = (question: Question, key: string): string =>
  question.type === 'for-against' ? key : (question.options.find((option) => option.key === key)?.text ?? key)

/** What spoils a sheet, with its options and numbers. */
export const spoilSentence = (question: Question, spoil: Spoil, lang: Language): string => {
  const words = preferenceSheetWords[lang]
  const { code, rank = 0, options = [], most = 0 } = spoil
  const names = listText(
    options.map((key) => nameOf(question, key)),
    lang,
  )
  switch (code) {
    case 'rank-twice':
      return words.rankTwice(rank, names)
    case 'rank-gap':
      return words.rankGap(rank)
    case 'score-out-of-range':
      return words.outOfRange(most, names)
    case 'too-many-marks':
      return words.tooMany(most)
  }
}

/** How the boxes of a sheet are filled in: told above them. */
export const fillingSentence = (question: PreferenceQuestion, lang: Language): string => {
  const words = preferenceSheetWords[lang]
  if (question.type === 'scored') return words.scored(question.highest)
  return question.type === 'limited' ? words.limited(question.most) : words[question.type]
}

/** What voids a sheet, and what is published of it: told below. */
export const voidingSentences = (
  { type }: PreferenceQuestion,
  lang: Language,
  /** Other questions on the same sheet are not void with it. */
  beside = false,
): readonly string[] => {
  const words = preferenceSheetWords[lang]
  return [(beside ? words.voidBeside : words.void)[type], ...(type === 'ranked' ? [words.publicOrders] : [])]
}

type Asking = Pick<PollRule, 'electorate' | 'ballotOf'>

/** What a sheet is called, and who signs it, where no owners are asked; null where they are. */
export const sheetNames = ({ electorate, ballotOf }: Asking, lang: Language) => {
  if (electorate === 'owners') return null
  const words = preferenceSheetWords[lang]
  const whose = ballotOf === 'unit' ? 'households' : 'residents'
  return {
    head: words.heads[whose],
    signature: words.signatures[whose],
    receipt: words.receipt,
    lead: words.leads[whose],
    unit: ballotOf === 'unit' ? words.household : words.person,
    online: ballotOf === 'unit' ? words.onlineHousehold : words.onlinePerson,
  }
}
