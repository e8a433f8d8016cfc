// The words of questions that rank or score: how to fill in a ballot, what is wrong with one, how it is decided, and the count round by round.
import type { BallotProblem } from '@yishi/contract/poll-page'
import {
  type PollRule,
  type PreferenceQuestion,
  type Question,
  namesSeveral,
  scoresOf,
  spoilOf,
} from '@yishi/domain/poll'
import { preferenceSheetWords } from './preference-sheet.ts'
import { type Language, dictionary } from './dictionary.ts'

const zh = {
  ranked: '请排个先后：最想要的选“第 1”，其次选“第 2”；不想要的可以不排',
  scored: (highest: number) => `请给每一项打分：${highest} 分最好，0 分最差；没想法的可以不打`,
  approval: '您觉得行的都勾上，勾几个都可以',
  limited: (most: number) => `最多勾 ${most} 个，多勾作废`,
  orAbstain: '弃权（只勾这一个）',
  noRank: '不排',
  rank: (n: number) => `第 ${n}`,
  noScore: '不打',
  points: (n: number | string) => `${n} 分`,
  given: (option: string, points: number) => `${option} ${points} 分`,
  and: (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、'),
  problems: {
    missing: '请先选一项',
    'choice-unfit': '这样选不算：要么选，要么弃权，不能又选又弃权',
    'option-unknown': '有一项不在选项里，请重新选',
    'rank-gap': '名次断了档',
    'rank-twice': '同一个名次用了两次，请改掉一个',
    'too-many-marks': '选多了，请去掉几个',
    'score-out-of-range': '分数超出了范围，请重新打',
    'question-changed': '题目和您刚才看到的不一样了，请看清楚再投。刚才的没有记下。',
    'other-row-voted': '名单上有两行都是您，您已经投过一票，那一票算数，刚才这一票没有记下。想改，在这里改就行。',
  },
  rankTwice: (rank: number, options: string) => `${options}都排了第 ${rank}，请改掉一个`,
  rankGap: (rank: number) => `还没有排第 ${rank}，请从第 1 起一个接一个排`,
  tooMany: (most: number) => `选多了：最多选 ${most} 个，请去掉几个`,
  outOfRange: (most: number, options: string) => `${options}的分数不对：只能打 0 到 ${most} 分`,
  confirmRanked: '点“确认投票”才算数。公布的是每一种排法各有几票，不写是谁排的。',
  rules: {
    ranked: [
      '先看每张票排第 1 的。过了一半，就选定',
      '没有过半的，票最少的那一项退出，它的票转给票上的下一位，再看一轮',
    ],
    scored: ['把大家打的分加起来，总分最高的选定；没打的不算分'],
    approval: ['每个勾算一票，票最多的选定'],
    limited: ['每个勾算一票，票最多的选定；勾得比规定多的，整张票作废'],
  },
  seats: ['要选出几项的，达到当选票数就当选；多出来的票按比例转给后面还没达到的一位'],
  hands: {
    approval: ['一项一项问，觉得行的都举手；举手最多的选定'],
    limited: ['一项一项问，每人只举规定的次数；举手最多的选定'],
  },
  ties: {
    lot: '票数一样时，按开始表决时抽好的先后',
    'earlier-rounds': '票数一样时，先看前几轮谁的票多；还分不出，按开始表决时抽好的先后',
  },
  lots: (names: string) => `这次抽好的先后：${names}`,
  lotsHint: '由名册指纹和开始的时刻算出来，谁也挑不了，任何人都能重算。',
  own: '居民自己的办法，不依据法律',
  ofOwners: '征求业主意愿的办法，不依据法律',
  byHeads: '按业主人数算：一个业主不论有几套，只算一人，不看面积',
  title: '怎样决定',
  counting: '一步一步数给您看',
  half: (valid: string) => `有效票 ${valid} 张。每一轮，票数超过“还在选的票”的一半就选定。`,
  quota: (valid: string, seats: number, quota: string) =>
    `有效票 ${valid} 张，选出 ${seats} 项，达到 ${quota} 票当选。`,
  round: (n: number) => `第 ${n} 轮`,
  roundTold: (n: number, sentences: readonly string[]) => `第 ${n} 轮：${sentences.join('')}`,
  option: '选项',
  votes: '票数',
  total: '总分',
  average: '平均分',
  exhausted: '没有下一位的票',
  elected: (names: string) => `${names}选定。`,
  out: (name: string) => `${name}票最少，退出。`,
  moves: (moves: string) => `它的票：${moves}。`,
  surplus: (moves: string) => `多出来的票：${moves}。`,
  toOption: (name: string, votes: string) => `转给${name} ${votes} 票`,
  toNobody: (votes: string) => `没有下一位的 ${votes} 票`,
  tieRound: (tied: string, round: number, taken: string) => `${tied}票数一样：看第 ${round} 轮的票数，轮到${taken}。`,
  tieLot: (tied: string, taken: string) => `${tied}票数一样：按抽好的先后，轮到${taken}。`,
  nobody: '没有一张票选了任何一项。',
  has: (name: string, votes: string) => `${name} ${votes} 票`,
  stop: '。',
  row: (name: string, cells: string) => `${name}：${cells}`,
  cell: (head: string, cell: string) => `${head} ${cell}`,
}

const en: typeof zh = {
  ranked: 'Put them in order: “1st” for what you want most, “2nd” for the next; leave out what you do not want',
  scored: (highest) => `Give each one points: ${highest} is best, 0 is worst; leave out what you have no view on`,
  approval: 'Tick all that you find good, as many as you like',
  limited: (most) => `Tick at most ${most}; a ballot with more is spoiled`,
  orAbstain: 'Abstain (tick only this)',
  noRank: 'not ranked',
  rank: (n) => `${n}${n === 1 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'}`,
  noScore: 'none',
  points: (n) => `${n}`,
  given: (option, points) => `${option}: ${points}`,
  and(names) {
    const each = names.map((name) => `“${name}”`)
    return each.length > 2 ? `${each.slice(0, -1).join(', ')} and ${each.at(-1)}` : each.join(' and ')
  },
  problems: {
    missing: 'Please choose first',
    'choice-unfit': 'That is not a valid choice: either choose or abstain, not both',
    'option-unknown': 'One of these is no option; please choose again',
    'rank-gap': 'One place in the order is missing',
    'rank-twice': 'One place is taken twice; please change one',
    'too-many-marks': 'Too many; please take some away',
    'score-out-of-range': 'These points are out of range; please give others',
    'question-changed': 'The question is not the one you read. Please read it again; nothing was recorded.',
    'other-row-voted':
      'Two rows of the list are you, and you had voted already: that ballot counts, and this one was not recorded. You may change it here.',
  },
  rankTwice: (rank, options) => `${options} both have place ${rank}; please change one`,
  rankGap: (rank) => `Nothing has place ${rank} yet; please go on from 1 without a gap`,
  tooMany: (most) => `Too many: choose at most ${most}, please take some away`,
  outOfRange: (most, options) => `${options}: only whole points from 0 to ${most}`,
  confirmRanked:
    'It counts once you press “Cast the vote”. Published is how many ballots have each order, never whose they are.',
  rules: {
    ranked: [
      'First, what each ballot puts first: more than half is enough',
      'Otherwise the one with the fewest goes out, its ballots go on to their next choice, and another round begins',
    ],
    scored: ['All points are added up and the highest sum wins; what nobody scored gets nothing'],
    approval: ['Each tick is a vote, and most votes win'],
    limited: ['Each tick is a vote, and most votes win; a ballot with more ticks than allowed is spoiled as a whole'],
  },
  seats: [
    'Where several are chosen, whoever reaches the quota is in, and votes beyond it go on in proportion to the next who has not',
  ],
  hands: {
    approval: ['Asked one after the other, hands for each that is found good; most hands win'],
    limited: ['Asked one after the other, each raising no more hands than allowed; most hands win'],
  },
  ties: {
    lot: 'Equal votes are settled by lots that were drawn when voting opened',
    'earlier-rounds':
      'Equal votes are settled by who had more in earlier rounds, and else by lots that were drawn when voting opened',
  },
  lots: (names) => `The order of lots: ${names}`,
  lotsHint:
    'It follows from the fingerprint of the list and the moment of opening: nobody could pick it, and anybody can draw it again.',
  own: 'the residents’ own way, resting on no law',
  ofOwners: 'a way of asking what owners prefer, resting on no law',
  byHeads: 'Counted by owners: each is one, however many homes they have and however large',
  title: 'How it is decided',
  counting: 'The count, step by step',
  half: (valid) => `${valid} valid ballots. In each round more than half of those still in play is enough.`,
  quota: (valid, seats, quota) => `${valid} valid ballots, ${seats} to choose; ${quota} votes are enough.`,
  round: (n) => `Round ${n}`,
  roundTold: (n, sentences) => `Round ${n}: ${sentences.join(' ')}`,
  option: 'Option',
  votes: 'Votes',
  total: 'Points',
  average: 'Average',
  exhausted: 'Ballots without a next choice',
  elected: (names) => `${names} chosen.`,
  out: (name) => `${name} has the fewest and goes out.`,
  moves: (moves) => `Its ballots: ${moves}.`,
  surplus: (moves) => `The votes beyond the quota: ${moves}.`,
  toOption: (name, votes) => `${votes} to ${name}`,
  toNobody: (votes) => `${votes} without a next choice`,
  tieRound: (tied, round, taken) =>
    `${tied} are equal; round ${round} tells them apart, and it is the turn of ${taken}.`,
  tieLot: (tied, taken) => `${tied} are equal; by the order of lots it is the turn of ${taken}.`,
  nobody: 'No ballot names anything.',
  has: (name, votes) => `${name} ${votes}`,
  stop: '.',
  row: (name, cells) => `${name}: ${cells}`,
  cell: (head, cell) => `${head} ${cell}`,
}

export const preferenceWords = dictionary(zh, en)

type Optioned = Exclude<Question, { type: 'for-against' }>

const nameOf = (question: Question, key: string): string =>
  question.type === 'for-against' ? key : (question.options.find((option) => option.key === key)?.text ?? key)

/** `“A”、“B”`. */
export const quoted = (question: Question, keys: readonly string[], lang: Language): string =>
  preferenceWords[lang].and(keys.map((key) => nameOf(question, key)))

const WHOLE = new Set(['abstain', 'invalid'])

/** Of places that are no order, what stands beside each option. */
const placesWritten = (question: Question, choice: readonly string[], lang: Language): readonly string[] =>
  Object.entries(scoresOf(choice)).map(([key, place]) =>
    preferenceSheetWords[lang].written(nameOf(question, key), place),
  )

/** A ballot line by line, `第 1 三菱`; null where its marks are told by their names alone. */
export const ballotLines = (
  question: Question,
  choice: readonly string[],
  lang: Language,
): readonly string[] | null => {
  const words = preferenceWords[lang]
  if (choice.some((mark) => WHOLE.has(mark))) return null
  if (question.type === 'ranked' && spoilOf(question, choice)) return placesWritten(question, choice, lang)
  if (question.type === 'ranked') return choice.map((key, at) => `${words.rank(at + 1)} ${nameOf(question, key)}`)
  if (question.type !== 'scored') return null
  return Object.entries(scoresOf(choice)).map(([key, points]) => words.given(nameOf(question, key), points))
}

/** The number is told where it is known, and the options by their names. */
export const problemSentence = (question: Question, problem: BallotProblem, lang: Language): string => {
  const words = preferenceWords[lang]
  const { code, rank, options = [], most } = problem
  const names = quoted(question, options, lang)
  if (code === 'rank-twice' && rank !== undefined) return words.rankTwice(rank, names)
  if (code === 'rank-gap' && rank !== undefined) return words.rankGap(rank)
  if (code === 'too-many-marks' && most !== undefined) return words.tooMany(most)
  return code === 'score-out-of-range' && most !== undefined ? words.outOfRange(most, names) : words.problems[code]
}

/** What is asked of the voter, above the options. */
export const legendOf = (question: PreferenceQuestion, lang: Language): string => {
  const words = preferenceWords[lang]
  if (question.type === 'scored') return words.scored(question.highest)
  return question.type === 'limited' ? words.limited(question.most) : words[question.type]
}

type Told = Pick<PollRule, 'questions' | 'ties' | 'electorate'>

/**
 * How such a rule decides, in plain sentences; none for a rule that was kept before rules knew of ties.
 * A `question` with one seat is not told what happens where several are chosen.
 */
export const preferenceSentences = (
  { questions, ties, electorate }: Told,
  lang: Language,
  question?: Question,
): readonly string[] => {
  if (!ties) return []
  const words = preferenceWords[lang]
  const rules: Readonly<Record<string, readonly string[]>> = electorate === 'present' ? words.hands : words.rules
  const several = question?.type === 'ranked' && question.seats === 1 ? [] : words.seats
  return [
    ...(electorate === 'owners' ? [words.byHeads] : []),
    ...questions.flatMap((type) => [...(rules[type] ?? []), ...(type === 'ranked' ? several : [])]),
    words.ties[ties],
  ]
}

/** Ticks, of which there may be several. */
export const isTicked = (question: Question): question is Optioned =>
  namesSeveral(question) && question.type !== 'ranked' && question.type !== 'scored'
