// The words of a committee's term: what everybody reads of it, and what members and the desk are told.
import type { PublicTerm, TermOccasion } from '@yishi/contract/term'
import type { LocalDate } from '@yishi/domain/calendar'
import type { Language } from '@yishi/domain/kernel'
import type { TermStep, VacancyReason } from '@yishi/domain/term'
import { dictionary } from './dictionary.ts'
import { fullDay } from './moments.ts'

type Vacancy = Exclude<PublicTerm['vacancy'], 'full'>

const zh = {
  title: '业主委员会',
  lead: '谁在为业主办事、任期到哪天、备案办到哪一步，都在这里，不用登录。',
  none: '这里还没有登记业主委员会。选举有了结果，居委会登记以后就能看到。',
  mark: '业',
  name: (number: number) => `第${number}届业主委员会`,
  period: (from: string, until: string) => `任期：${from} 至 ${until}`,
  members: '委员',
  seats: (sitting: number, committee: number) => `${committee} 席，在任 ${sitting} 位`,
  open: (open: number) => `还有 ${open} 席空缺。`,
  vacancy: {
    'by-election': '在任的超过一半，空缺可以补选。',
    'early-election': '在任的不到一半，要提前重新选举。',
  } as Readonly<Record<Vacancy, string>>,
  rest: '换届改选小组已经成立。新一届产生之前，本届不能召集业主大会表决选聘或解聘物业公司、调整收费等重大事项。',
  filing: '备案',
  done: (day: string) => `${day} 已办`,
  due: (day: string) => `最晚 ${day}`,
  later: '等上一步办完',
  result: '选举结果和怎么算的',
  results: (n: number) => `第 ${n} 次投票的结果和怎么算的`,
  over: '往届',
  back: '回到本居民区',
  steps: {
    'list-published': '公布当选名单',
    filed: '报送备案',
    'filing-done': '备案办完',
    'taken-over': '接收上一届的资料、账目和印章',
    met: '开业委会会议',
    'reelection-reported': '报告换届',
    'reelection-group': '成立换届改选小组',
  } as Readonly<Record<TermStep, string>>,
  reasons: {
    'no-longer-owner': '不再是业主',
    resigned: '书面辞职',
    health: '因健康等原因，业主大会决定终止',
    'no-assembly-called': '不按规定召集业主大会，被罢免',
    'sessions-missed': '一年里缺席一半以上会议，被罢免',
    'pledge-broken': '违反承诺，被罢免',
  } as Readonly<Record<VacancyReason, string>>,
  heading: (place: string, number: number) => `${place} 第${number}届业委会`,
  seated: (until: string) => `您已登记为委员，任期到 ${until}。任期内您在这里有业委会的身份，可以处理交给业委会的事。`,
  vacated: (on: string, reason: string) =>
    `您的委员席位自 ${on} 起终止（${reason}），业委会的身份同时收回。有疑问请联系居委会。`,
  overHow: { expired: '任期已满', succeeded: '新一届已经产生' } as Readonly<Record<'expired' | 'succeeded', string>>,
  overTold: (how: string) => `${how}，您的业委会身份同时收回。谢谢您这一届的付出。`,
  deskOver: '任期已满，委员的身份已经收回。还没有新一届的，请尽快换届。',
  soon: (step: string, due: string) => `快到期：${step}，最后一天是 ${due}。办好了请登记。`,
  late: (step: string, due: string) => `过期了：${step}，最后一天是 ${due}。请马上办，办好了登记。`,
}

const en: typeof zh = {
  title: 'Owners’ committee',
  lead: 'Who sits for the owners, until when, and how far the filing is. Nobody has to sign in.',
  none: 'No committee has been noted here yet. Once one is elected and noted, it stands here.',
  mark: '业',
  name: (number) => `Owners’ committee, term ${number}`,
  period: (from, until) => `Term: ${from} to ${until}`,
  members: 'Members',
  seats: (sitting, committee) => `${sitting} of ${committee} seats taken`,
  open: (open) => (open === 1 ? '1 seat is vacant.' : `${open} seats are vacant.`),
  vacancy: {
    'by-election': 'More than half remain: a by-election may fill it.',
    'early-election': 'Fewer than half remain: the committee has to be elected anew.',
  },
  rest: 'A group for the re-election has been formed. Until the next committee stands, this one may not call owners to vote on the property company, fees and other great matters.',
  filing: 'Filing',
  done: (day) => `done on ${day}`,
  due: (day) => `due by ${day}`,
  later: 'after the step before',
  result: 'The result, and how it was counted',
  results: (n) => `The result of ballot ${n}, and how it was counted`,
  over: 'Earlier terms',
  back: 'Back to the community',
  steps: {
    'list-published': 'List of the elected published',
    filed: 'Submitted for filing',
    'filing-done': 'Filing done',
    'taken-over': 'Documents, accounts and seals taken over',
    met: 'Session of the committee',
    'reelection-reported': 'Re-election reported',
    'reelection-group': 'Group for the re-election formed',
  },
  reasons: {
    'no-longer-owner': 'no longer an owner',
    resigned: 'resigned in writing',
    health: 'ended by the owners’ assembly for health or the like',
    'no-assembly-called': 'recalled: called no assembly',
    'sessions-missed': 'recalled: missed half of the sessions of a year',
    'pledge-broken': 'recalled: broke the pledge',
  },
  heading: (place, number) => `${place}: owners’ committee, term ${number}`,
  seated: (until) =>
    `You are noted as a member until ${until}. For that time you act here for the owners’ committee and see what is handed to it.`,
  vacated: (on, reason) =>
    `Your seat ended on ${on} (${reason}), and with it your role here. Please ask the residents’ committee if this is wrong.`,
  overHow: { expired: 'The term is over', succeeded: 'The next committee stands' },
  overTold: (how) => `${how}, and your role on the committee has ended with it. Thank you for your work.`,
  deskOver:
    'The term is over and its members have laid down their roles. If no new committee stands, please begin the re-election.',
  soon: (step, due) => `Due soon: ${step}, by ${due}. Note it once it is done.`,
  late: (step, due) => `Overdue: ${step}, was due by ${due}. Please see to it now, and note it once it is done.`,
}

export const termWords = dictionary(zh, en)

const bodyOf = (occasion: TermOccasion, lang: Language): string => {
  const words = termWords[lang]
  const day = (date: string) => fullDay(date as LocalDate, lang)
  switch (occasion.told) {
    case 'seated':
      return words.seated(day(occasion.until))
    case 'vacated':
      return words.vacated(day(occasion.on), words.reasons[occasion.reason])
    case 'over':
      return words.overTold(words.overHow[occasion.how])
    case 'desk-over':
      return words.deskOver
    case 'rang': {
      const { step, due, late } = occasion
      return (late ? words.late : words.soon)(words.steps[step], day(due))
    }
  }
}

export const termSentence = (occasion: TermOccasion, lang: Language) => ({
  title: termWords[lang].heading(occasion.place, occasion.number),
  body: bodyOf(occasion, lang),
})
