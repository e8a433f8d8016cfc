// The words of a secret election: its roll, the vote on paper, and the result with its sums.
import type { ElectionOccasion } from '@yishi/contract/election-pages'
import type { LocalDate } from '@yishi/domain/calendar'
import type { Language } from '@yishi/domain/kernel'
import type { CandidateStanding } from '@yishi/domain/secret-election'
import { dictionary } from './dictionary.ts'
import { fullDay } from './moments.ts'

const zh = {
  mark: '选',
  status: {
    published: '选民名单公布中',
    voting: '正在投票',
    counting: '正在计票',
    short: '有结果，还有空缺',
    decided: '选举结果',
    withdrawn: '选举已撤回',
  },
  seats: (n: number) => `应选 ${n} 位`,
  when: (day: string, place: string) => `投票：${fullDay(day as LocalDate, 'zh')}，${place}`,
  secret: '无记名投票，只投纸票。票上没有名字、编号和记号，谁投了谁，系统里查不出来，也没有人知道。',
  candidates: '候选人',
  roll: '选民名单',
  registered: (n: number) => `登记选民 ${n} 人`,
  masked: '网上只显示姓；全名名单贴在公告栏。',
  noGroup: '未分组',
  proxies: '委托投票',
  proxy: (principal: string, holder: string, relation: string) => `${principal} 由 ${holder} 代投（${relation}）`,
  objections: '对名单有意见？',
  until: (day: string, days: number) => `${fullDay(day as LocalDate, 'zh')} 24:00 前可以提出，${days} 天内答复您。`,
  objection: '哪里不对',
  name: '您的姓名',
  send: '提交意见',
  sent: '收到您的意见了，会尽快答复。',
  closed: '提意见的时间已过。',
  problems: { missing: '请把意见和姓名都填上', 'objection-too-late': '提意见的时间已过，您写的还在' },
  given: (n: number) => `已发出 ${n} 张票`,
  all: '本居民区的无记名选举',
  result: (turn: number) => (turn === 1 ? '计票结果' : `第 ${turn} 次投票的结果`),
  second: '另行选举：得票多的当选，票数还要够下面算式里的比例',
  elected: (names: string) => `当选：${names}`,
  nobody: '没有人当选',
  open: (n: number) => `还有 ${n} 席空缺`,
  next: (names: string) => `下一次投票的候选人：${names}`,
  void: {
    'more-ballots-than-given': '收回的票比发出的多，这次选举无效',
    'too-few-voted': '参加投票的人不够，这次选举无效',
  },
  totals: (collected: number, spoiled: number, blank: number) =>
    `收回 ${collected} 张，其中废票 ${spoiled} 张，空白 ${blank} 张`,
  standing: {
    elected: '当选',
    tied: '票数相同，再投一次',
    'passed-over': '票数够，席位已满',
    'not-elected': '没有当选',
  } as Readonly<Record<CandidateStanding, string>>,
  votes: (n: number) => `${n} 票`,
  arithmetic: '一条一条算给您看',
  check: '自己动手核对',
  checkLead: '下载各票箱的计数，在装有 Node.js 的电脑上运行，会在您自己的电脑上重算一遍：',
  download: '下载计票数据',
  paperTitle: '打印选票',
  paperLead: '每张都一样，没有编号、二维码和记号。发票时在登记册上勾名字，不要在票上写任何字；盖选举专用章后有效。',
  copies: '印几张',
  again: '重新排',
  print: '打印',
  printHint: '没有反应时，请用浏览器菜单里的“打印”。',
  ballot: '选票',
  howTo: (seats: number) =>
    `应选 ${seats} 位。在同意的人后面的格里打“○”，可以少于 ${seats} 位；多于 ${seats} 位的，整张票作废。写不了字的，可请代写处代写。`,
  stamp: '（盖选举专用章有效）',
  rollTitle: '选民名单公告',
  rollLead: (day: string, until: string, days: number) =>
    `以下是登记参加选举的选民。${fullDay(day as LocalDate, 'zh')}公布；有漏、有错，请在 ${fullDay(until as LocalDate, 'zh')} 24:00 前提出，${days} 日内答复。`,
  digest: (text: string) => `名单指纹（SHA-256）：${text}`,
  law: (name: string, source: string) => `按“${name}”（${source}）`,
  sentences: {
    listed: '您在选民名单上。',
    near: (place: string) => `明天投票，请带身份证来领票：${place}。票上没有名字，您投了谁没有人知道。`,
    objected: (until: string) => `有人对选民名单提了意见，请在 ${until} 24:00 前答复。`,
    overdue: (n: number) => `对选民名单的意见，有 ${n} 条过了答复期限还没答复。请马上答复；没答复完不能开始投票。`,
    roll: (lastDay: string, day: string, place: string) =>
      `选民名单贴出来了，请看看有没有您。有漏、有错，${lastDay} 24:00 前都可以提。投票：${day}，${place}。`,
    rollListed: (lastDay: string, day: string, place: string) =>
      `选民名单贴出来了，上面有您，请核对您的名字和组别。有错的，${lastDay} 24:00 前都可以提。投票：${day}，${place}。`,
    voting: (place: string) => `今天投票，请带身份证来领票：${place}。票上没有名字，您投了谁没有人知道。`,
    again: (place: string) => `空缺的席位今天再投一次，请带身份证来领票：${place}。`,
    void: '这次投票无效，原因写在里面，还要再投一次。',
    nobody: '计票完了，这次没有人当选，还要再投一次。',
    elected: (names: string) => `计票完了，当选：${names}。每一票怎么算的，点开就能看。`,
    short: (names: string, open: number) => `计票完了，当选：${names}；还有 ${open} 席空缺。`,
    withdrawn: '这次选举撤回了，您不用去投票。',
  },
}

const inDays = (n: number): string => (n === 1 ? 'one day' : `${n} days`)

const en: typeof zh = {
  mark: '选',
  status: {
    published: 'The roll lies open',
    voting: 'Voting',
    counting: 'Being counted',
    short: 'Counted, with seats left open',
    decided: 'Result of the election',
    withdrawn: 'Withdrawn',
  },
  seats: (n) => (n === 1 ? 'For 1 seat' : `For ${n} seats`),
  when: (day, place) => `Vote: ${fullDay(day as LocalDate, 'en')}, ${place}`,
  secret:
    'A secret vote, on paper only. A ballot has no name, number or mark; who voted for whom stands nowhere, and nobody knows.',
  candidates: 'Candidates',
  roll: 'The roll',
  registered: (n) => `${n} registered`,
  masked: 'Here only family names are shown; the whole roll hangs on the board.',
  noGroup: 'Without a group',
  proxies: 'Proxies',
  proxy: (principal, holder, relation) => `${holder} votes for ${principal} (${relation})`,
  objections: 'Is something wrong on the roll?',
  until: (day, days) =>
    `Please say so until ${fullDay(day as LocalDate, 'en')}, 24:00; you are answered within ${inDays(days)}.`,
  objection: 'What is wrong',
  name: 'Your name',
  send: 'Send',
  sent: 'We have what you wrote and will answer soon.',
  closed: 'The time to object is over.',
  problems: {
    missing: 'Please write what is wrong, and your name',
    'objection-too-late': 'The time to object is over; what you wrote is still here',
  },
  given: (n) => (n === 1 ? '1 ballot was given out' : `${n} ballots were given out`),
  all: 'Secret elections of this community',
  result: (turn) => (turn === 1 ? 'Result' : `Result of vote ${turn}`),
  second: 'Second round: whoever has most votes, and enough of them by the sums below',
  elected: (names) => `Elected: ${names}`,
  nobody: 'Nobody was elected',
  open: (n) => (n === 1 ? '1 seat stays open' : `${n} seats stay open`),
  next: (names) => `In the next vote: ${names}`,
  void: {
    'more-ballots-than-given': 'More ballots came back than were given out: this vote is void',
    'too-few-voted': 'Too few have voted: this vote is void',
  },
  totals: (collected, spoiled, blank) => `${collected} ballots back, of these ${spoiled} spoiled and ${blank} blank`,
  standing: {
    elected: 'Elected',
    tied: 'Tied: vote again',
    'passed-over': 'Enough votes, seats full',
    'not-elected': 'Not elected',
  },
  votes: (n) => (n === 1 ? '1 vote' : `${n} votes`),
  arithmetic: 'The sums, line by line',
  check: 'Check it yourself',
  checkLead:
    'Download the counts of the boxes and run this on a computer with Node.js; it counts again on your own machine:',
  download: 'Download the counts',
  paperTitle: 'Print ballots',
  paperLead:
    'All are alike: no number, no code, no mark. Tick the name in the register when you give one out, and write nothing on the ballot; it is valid with the seal of the election.',
  copies: 'How many',
  again: 'Lay out',
  print: 'Print',
  printHint: 'If nothing happens, use “Print” in the menu of the browser.',
  ballot: 'Ballot',
  howTo: (seats) =>
    `${seats === 1 ? '1 is elected' : `${seats} are elected`}. Mark the box of whom you choose; fewer will do, more spoil the whole ballot. Whoever cannot write may ask the scribe.`,
  stamp: '(Valid with the seal of the election)',
  rollTitle: 'The roll of voters',
  rollLead: (day, until, days) =>
    `These are registered for the election. Published ${fullDay(day as LocalDate, 'en')}; whoever is missing or wrong here, please say so until ${fullDay(until as LocalDate, 'en')}, 24:00. You are answered within ${inDays(days)}.`,
  digest: (text) => `Fingerprint of the roll (SHA-256): ${text}`,
  law: (name, source) => `By “${name}” (${source})`,
  sentences: {
    listed: 'You stand on the roll. ',
    near: (place) => `The vote is tomorrow; please bring your identity card: ${place}. Nobody knows whom you vote for.`,
    objected: (until) => `Somebody has objected to the roll of voters: please rule on it until ${until}, 24:00.`,
    overdue: (n) =>
      `${n === 1 ? 'An objection' : `${n} objections`} to the roll should have been ruled on by now. Please do so at once: nobody can vote before.`,
    roll: (lastDay, day, place) =>
      `The roll of voters hangs: please see whether you are on it. Say until ${lastDay}, 24:00, if something is missing or wrong. Vote: ${day}, ${place}.`,
    rollListed: (lastDay, day, place) =>
      `The roll of voters hangs, and you stand on it: please check your name and group. Say until ${lastDay}, 24:00, if something is wrong. Vote: ${day}, ${place}.`,
    voting: (place) => `The vote is today; please bring your identity card: ${place}. Nobody knows whom you vote for.`,
    again: (place) => `The seats left open are voted on again today; please bring your identity card: ${place}.`,
    void: 'This vote is void; the reason is inside. There will be another one.',
    nobody: 'Counted: nobody was elected, and there will be another vote.',
    elected: (names) => `Counted. Elected: ${names}. Open it to see every sum.`,
    short: (names, open) => `Counted. Elected: ${names}; ${open === 1 ? '1 seat stays' : `${open} seats stay`} open.`,
    withdrawn: 'This election was withdrawn: you need not come.',
  },
}

export const electionWords = dictionary(zh, en)

const resultSentence = (result: Extract<ElectionOccasion, { told: 'result' }>, lang: Language): string => {
  const { sentences } = electionWords[lang]
  const names = result.elected.join(lang === 'zh' ? '、' : ', ')
  if (result.void) return sentences.void
  if (names === '') return sentences.nobody
  return result.open > 0 ? sentences.short(names, result.open) : sentences.elected(names)
}

/** What whoever is on the roll is told first. */
const withListed = (sentence: string, listed: boolean, lang: Language): string =>
  listed ? `${electionWords[lang].sentences.listed}${sentence}` : sentence

export const electionSentence = (occasion: ElectionOccasion, lang: Language): string => {
  const { sentences } = electionWords[lang]
  const day = (date: string) => fullDay(date as LocalDate, lang)
  switch (occasion.told) {
    case 'roll': {
      const { listed, lastDay, day: voting, place } = occasion
      return sentences[listed ? 'rollListed' : 'roll'](day(lastDay), day(voting), place)
    }
    case 'objected':
      return sentences.objected(day(occasion.lastDay))
    case 'overdue':
      return sentences.overdue(occasion.objections)
    case 'near':
      return withListed(sentences.near(occasion.place), occasion.listed, lang)
    case 'voting':
      return withListed(sentences[occasion.again ? 'again' : 'voting'](occasion.place), occasion.listed, lang)
    case 'result':
      return resultSentence(occasion, lang)
    case 'withdrawn':
      return sentences.withdrawn
  }
}
