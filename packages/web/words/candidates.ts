// The words of electing people by name: who stands, how to mark, who was elected, and what is voted on again.
import { type CandidatesQuestion, type Marking, type SeatStanding, type Tie, openSeats } from '@yishi/domain/poll'
import { type Language, dictionary } from './dictionary.ts'
import { listText } from './list-text.ts'

const zh = {
  title: '候选人',
  seats: (seats: number, committee: number) =>
    seats === committee ? `选 ${seats} 位委员` : `委员会共 ${committee} 位，这次选 ${seats} 位`,
  how: {
    each: () => '在每个名字下面选一个；没有选的，算对他弃权。',
    limited: (seats: number) => `最多勾 ${seats} 位，可以少勾；多勾了，整张票作废。`,
  } as Readonly<Record<Marking, (seats: number) => string>>,
  onPaper: {
    each: () => '每人一行，在一格里打“✓”；没有打的，算对他弃权。',
    limited: (seats: number) => `最多勾 ${seats} 位，可以少勾；多勾了，整张票作废。`,
  } as Readonly<Record<Marking, (seats: number) => string>>,
  passes: '每位候选人各算各的：人数、面积都过半，才当选。',
  tie: {
    area: '人数相同的，同意的面积多的排在前面。',
    revote: '人数相同、席位不够的，这几位再投一次。',
  } as Readonly<Record<Tie, string>>,
  for: '同意',
  against: '反对',
  abstain: '弃权',
  abstainAll: '这次选举弃权，一个也不选',
  mark: { for: (name: string) => `${name}：同意`, against: (name: string) => `${name}：反对` },
  mine: '您怎么选',
  tooMany: '勾的人比席位多了，这样是废票。请去掉几位',
  standing: {
    elected: '当选',
    reserve: '票数够，席位已满',
    tied: '并列，再投一次',
    'not-passed': '没有当选',
  } as Readonly<Record<SeatStanding, string>>,
  elected: (names: string, count: number) => `选出 ${count} 位：${names}`,
  noneElected: '没有选出委员',
  open: (seats: number) => `还有 ${seats} 席空着，要再投一次`,
  ranking: '名次和席位',
  each: '各人的票（占参与表决）',
  share: (percent: string) => `（${percent}%）`,
  profilesThere: '各人简介见表决页面，也可以到居委会看。',
}

const en: typeof zh = {
  title: 'Candidates',
  seats: (seats, committee) =>
    seats === committee ? `${seats} are elected` : `${seats} of the ${committee} seats are filled this time`,
  how: {
    each: () => 'Choose one below each name; where you choose nothing, you abstain on that person.',
    limited: (seats) => `Tick up to ${seats}; fewer will do. More ticks spoil the whole ballot.`,
  },
  onPaper: {
    each: () => 'One row to each name: tick one box. Where nothing is ticked, you abstain on that person.',
    limited: (seats) => `Tick up to ${seats}; fewer will do. More ticks spoil the whole ballot.`,
  },
  passes: 'Each candidate is counted alone and needs more than half of the heads and of the area.',
  tie: {
    area: 'Of two with as many heads, the one with more area goes first.',
    revote: 'Those with as many heads vote again for what is left of the seats.',
  },
  for: 'For',
  against: 'Against',
  abstain: 'Abstain',
  abstainAll: 'I abstain and choose nobody',
  mark: { for: (name) => `${name}: for`, against: (name) => `${name}: against` },
  mine: 'Your choice',
  tooMany: 'There are more ticks than seats, which would spoil the ballot. Please take some away',
  standing: {
    elected: 'Elected',
    reserve: 'Passed, seats full',
    tied: 'Tied: vote again',
    'not-passed': 'Not elected',
  },
  elected: (names, count) => `${count} elected: ${names}`,
  noneElected: 'Nobody was elected',
  open: (seats) => (seats === 1 ? '1 seat stays open: vote again' : `${seats} seats stay open: vote again`),
  ranking: 'Order and seats',
  each: 'Votes by candidate, of those who took part',
  share: (percent) => ` (${percent} %)`,
  profilesThere: 'Their profiles stand on the page of the vote, and can be read at the residents’ committee.',
}

export const candidatesWords = dictionary(zh, en)

/** `王建国：同意`; where only ticks are asked, the name. Undefined for what is no mark beside a name. */
export const markText = (
  { options, marking }: CandidatesQuestion,
  mark: string,
  lang: Language,
): string | undefined => {
  const [key = '', against] = mark.split(':')
  const name = options.find((each) => each.key === key)?.text
  if (name === undefined || marking === 'limited') return name
  return candidatesWords[lang].mark[against ? 'against' : 'for'](name)
}

export type Elected = {
  readonly question: CandidatesQuestion
  readonly chosen: readonly string[]
  /** How many seats stay open. */
  readonly open: number
}

/** `选出 3 位：王建国、李秀英、张伟；还有 2 席空着，要再投一次`. */
export const electedText = ({ question, chosen, open }: Elected, lang: Language): string => {
  const words = candidatesWords[lang]
  const names = chosen.map((choice) => question.options.find(({ key }) => key === choice)?.text ?? choice)
  const elected = names.length > 0 ? words.elected(listText(names, lang), names.length) : words.noneElected
  return open > 0 ? `${elected}${lang === 'zh' ? '；' : '; '}${words.open(open)}` : elected
}

/** For a notice: seats, how a ballot is marked, what happens in a tie, and who stands, with what they say of themselves where there is room (`brief`: names alone). */
export const candidatesText = (question: CandidatesQuestion, lang: Language, brief = false): string => {
  const words = candidatesWords[lang]
  const { options, committee, marking, tie } = question
  const seats = openSeats(question)
  const how = [words.seats(seats, committee), words.passes, words.how[marking](seats), words.tie[tie]]
  const named = options.map(({ text, profile }, index) => `${index + 1}. ${brief ? text : `${text}：${profile}`}`)
  return [...how, ...named, ...(brief ? [words.profilesThere] : [])].join('\n')
}
