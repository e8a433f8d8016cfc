// What people are told of a secret election: its roll, its days, what it came to, and what those who run it still owe.
import type { ElectedTo, ElectionOccasion } from '@yishi/contract/election-pages'
import type { LocalDate } from '@yishi/domain/calendar'
import type { Language } from '@yishi/domain/kernel'
import { dictionary } from './dictionary.ts'
import { electionWords } from './election.ts'
import { fullDay } from './moments.ts'

const zh = {
  listed: '您在选民名单上。',
  near: (place: string) => `明天投票，请带身份证来领票：${place}。票上没有名字，您投了谁没有人知道。`,
  objected: (until: string) => `有人对选民名单提了意见，请在 ${until} 24:00 前答复。`,
  overdue: (n: number) => `对选民名单的意见，有 ${n} 条过了答复期限还没答复。请马上答复；没答复完不能开始投票。`,
  roll: (lastDay: string, day: string, place: string) =>
    `选民名单贴出来了，请看看有没有您。有漏、有错，${lastDay} 24:00 前都可以提。投票：${day}，${place}。`,
  rollListed: (lastDay: string, day: string, place: string) =>
    `选民名单贴出来了，上面有您，请核对您的名字和组别。有错的，${lastDay} 24:00 前都可以提。投票：${day}，${place}。`,
  voting: (place: string) => `今天投票，请带身份证来领票：${place}。票上没有名字，您投了谁没有人知道。`,
  fixed: (day: string, place: string) => `还要再投一次，定在${day}：${place}。请带身份证来领票。`,
  doubled: (names: string) => `计票完了，当选：${names}。有人当选不止一项，只能任一项，等选举委员会确认。`,
  again: (place: string) => `空缺的席位今天再投一次，请带身份证来领票：${place}。`,
  void: '这次投票无效，原因写在里面，还要再投一次。',
  nobody: '计票完了，这次没有人当选，还要再投一次。',
  elected: (names: string) => `计票完了，当选：${names}。每一票怎么算的，点开就能看。`,
  short: (names: string, open: number) => `计票完了，当选：${names}；还有 ${open} 席空缺。`,
  woman: {
    seated: '',
    first: '按得票排没有妇女当选，得票够的妇女里票数最多的一位先当选。',
    separate: '当选的还没有妇女，留一席另行选举一位妇女。',
    unclear: '当选的人里还没有妇女；另选的人里有票够的，是不是妇女，核对后告诉大家，再定谁当选。',
    none: '当选的还没有妇女，怎样补上由选举委员会告诉大家。',
  },
  lapsed: (holder: string, reason: string, vote: string) =>
    `您原来委托 ${holder} 代您投票，${reason ? `现在取消了（${reason}）` : '这位现在是候选人，不能再代投，委托已失效'}。${vote}。您可以自己来投`,
  stop: '。',
  anotherUntil: (day: string) => `，也可以在 ${day} 24:00 前找选举委员会另外委托一位近亲属。`,
  lapsedDesk: (n: number, unreached: number) =>
    `有 ${n} 份委托失效了，名单在选举页面里。请告诉委托人：可以自己来投${unreached > 0 ? `；其中 ${unreached} 位收不到消息，请当面告诉` : ''}。`,
  lapsedDeskUntil: (n: number, unreached: number, day: string) =>
    `有 ${n} 份委托失效了，名单在选举页面里。请告诉委托人：可以自己来投，也可以在 ${day} 24:00 前另外委托一位近亲属${unreached > 0 ? `；其中 ${unreached} 位收不到消息，请当面告诉` : ''}。`,
  furtherNear: (day: string) => `空缺的席位最晚 ${day} 再投，还没定日子。请尽快定下日子和地点。`,
  furtherLate: (day: string) => `空缺的席位原定最晚 ${day} 再投，期限已过，还没投。请马上定下日子。`,
  recallDue: (day: string) => `罢免投票最晚要在 ${day} 举行，名单还没公布。名单要公布够天数，请尽快公布。`,
  recallLate: (day: string) => `罢免投票原定最晚 ${day} 举行，期限已过，请马上办。`,
  recall: (members: string) => `罢免投票计票完了。${members}。每一票怎么算的，点开就能看。`,
  recallVoid: '罢免投票无效，原因写在里面，罢免没有通过。',
  withdrawn: '这次选举撤回了，您不用去投票。',
}

const en: typeof zh = {
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
  fixed: (day, place) => `There will be another vote on ${day}: ${place}. Please bring your identity card.`,
  doubled: (names) =>
    `Counted. Elected: ${names}. Somebody was elected to more than one post and keeps one; the election committee will say which.`,
  again: (place) => `The seats left open are voted on again today; please bring your identity card: ${place}.`,
  void: 'This vote is void; the reason is inside. There will be another one.',
  nobody: 'Counted: nobody was elected, and there will be another vote.',
  elected: (names) => `Counted. Elected: ${names}. Open it to see every sum.`,
  short: (names, open) => `Counted. Elected: ${names}; ${open === 1 ? '1 seat stays' : `${open} seats stay`} open.`,
  woman: {
    seated: '',
    first:
      'By votes alone no woman would be elected: the one with most votes among those who have enough takes a seat.',
    separate: 'No woman is elected yet: a seat is kept and voted on again for one.',
    unclear:
      'No woman is elected so far; somebody written in has enough votes. Whether she is one is looked at first, and you will hear who is elected.',
    none: 'No woman is elected yet; the election committee will say how a seat goes to one.',
  },
  lapsed: (holder, reason, vote) =>
    `${holder} was to vote for you and ${reason ? `does so no more (${reason})` : 'now stands as a candidate, who may be nobody’s proxy'}. ${vote}. Please come yourself`,
  stop: '.',
  anotherUntil: (day) => `, or arrange another close relative with the election committee until ${day}, 24:00.`,
  lapsedDesk: (n, unreached) =>
    `${n === 1 ? '1 proxy has' : `${n} proxies have`} lapsed; see the election. Please tell the principals that they may vote themselves${unreached > 0 ? `; ${unreached} of them cannot be reached here, please see them in person` : ''}.`,
  lapsedDeskUntil: (n, unreached, day) =>
    `${n === 1 ? '1 proxy has' : `${n} proxies have`} lapsed; see the election. Please tell the principals that they may vote themselves, or arrange another close relative until ${day}, 24:00${unreached > 0 ? `; ${unreached} of them cannot be reached here, please see them in person` : ''}.`,
  furtherNear: (day) => `The open seats are voted on until ${day} at the latest, and no day is fixed: please fix one.`,
  furtherLate: (day) => `The open seats should have been voted on until ${day}: please fix a day at once.`,
  recallDue: (day) =>
    `The recall has to be voted on until ${day}, and the roll does not hang yet: please publish it, it hangs for a number of days.`,
  recallLate: (day) => `The recall should have been voted on until ${day}: please see to it at once.`,
  recall: (members) => `The vote on the recall is counted. ${members}. Open it to see every sum.`,
  recallVoid: 'The vote on the recall is void; the reason is inside, and nobody is recalled.',
  withdrawn: 'This election was withdrawn: you need not come.',
}

export const electionToldWords = dictionary(zh, en)

/** Names by their posts; a list without a title is told by its names alone. */
export const electedByPost = (elected: readonly ElectedTo[], lang: Language): string => {
  const [and, then] = lang === 'zh' ? ['、', '；'] : [', ', '; ']
  return elected.map(({ title, names }) => [title, names.join(and)].filter(Boolean).join(' ')).join(then)
}

const countedSentence = (result: Extract<ElectionOccasion, { told: 'result' }>, lang: Language): string => {
  const sentences = electionToldWords[lang]
  const names = electedByPost(result.elected, lang)
  if (result.void) return sentences.void
  if (names === '') return sentences.nobody
  if (result.doubled) return sentences.doubled(names)
  return result.open > 0 ? sentences.short(names, result.open) : sentences.elected(names)
}

/** Where no woman is elected, nobody hears it only by opening the result. */
const resultSentence = (result: Extract<ElectionOccasion, { told: 'result' }>, lang: Language): string =>
  [countedSentence(result, lang), result.woman && electionToldWords[lang].woman[result.woman]]
    .filter(Boolean)
    .join(lang === 'zh' ? '' : ' ')

/** What whoever is on the roll is told first. */
const withListed = (sentence: string, listed: boolean, lang: Language): string =>
  listed ? `${electionToldWords[lang].listed}${sentence}` : sentence

const recallSentence = (found: Extract<ElectionOccasion, { told: 'recall' }>, lang: Language): string => {
  const sentences = electionToldWords[lang]
  if (found.void) return sentences.recallVoid
  const members = found.members.map(({ title, recalled }) => electionWords[lang].recalled(title, recalled))
  return sentences.recall(members.join(lang === 'zh' ? '；' : '; '))
}

type Further = Extract<ElectionOccasion, { told: 'lapsed' | 'lapsed-desk' | 'further' }>

const furtherSentence = (occasion: Further, lang: Language): string => {
  const sentences = electionToldWords[lang]
  const day = (date: string) => fullDay(date as LocalDate, lang)
  if (occasion.told === 'further') return sentences[occasion.late ? 'furtherLate' : 'furtherNear'](day(occasion.by))
  const { until } = occasion
  if (occasion.told === 'lapsed-desk') {
    const { principals, unreached } = occasion
    return until
      ? sentences.lapsedDeskUntil(principals, unreached, day(until))
      : sentences.lapsedDesk(principals, unreached)
  }
  const { holder, reason, day: voting, place } = occasion
  const said = sentences.lapsed(holder, reason, electionWords[lang].when(voting, place))
  return `${said}${until ? sentences.anotherUntil(day(until)) : sentences.stop}`
}

export const electionSentence = (occasion: ElectionOccasion, lang: Language): string => {
  const sentences = electionToldWords[lang]
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
    case 'fixed':
      return sentences.fixed(day(occasion.day), occasion.place)
    case 'recall-due':
      return sentences[occasion.late ? 'recallLate' : 'recallDue'](day(occasion.by))
    case 'recall':
      return recallSentence(occasion, lang)
    case 'result':
      return resultSentence(occasion, lang)
    case 'lapsed':
    case 'lapsed-desk':
    case 'further':
      return furtherSentence(occasion, lang)
    case 'withdrawn':
      return sentences.withdrawn
  }
}
