// The words of the public board and of the big screen.
import type { Bulletin } from '@yishi/contract/public-board'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { spanInWords } from './alert.ts'
import { type Language, dictionary } from './dictionary.ts'
import { meetingMoment } from './meeting.ts'
import { apart, dayInWords, deadlineInWords } from './moments.ts'

export const boardWords = dictionary(
  {
    hallTitle: '议事厅大屏',
    households: (n: number) => `${n} 户`,
    clocks: '在办的事',
    lights: { ok: '按时', warn: '快到期', bad: '已超时', received: '待受理' },
    now: '今天到期',
    nowCount: (n: number) => `${n} 件`,
    nowNone: '今天没有到期的事',
    nowNoneLead: '有事请扫码说一声，有人接，有时限，有回音。',
    sitting: '正在开会',
    item: (text: string) => `正在议：${text}`,
    noItem: '人到齐就开始',
    itemEnds: (time: string) => `议到 ${time}`,
    itemOver: (time: string) => `原定议到 ${time}，已经超时`,
    quorum: { yes: '人到齐了，可以议定', no: '人还没到齐，可以先谈，不能定' },
    option: (number: number, title: string) => `方案 ${number}：${title}`,
    month: '本月',
    raised: '收到',
    closed: '办结',
    inTime: '按时办结',
    rating: '满意度',
    pieces: (n: number) => `${n} 件`,
    points: (n: number) => `${n.toFixed(1)} 分`,
    notYet: '还没有',
    more: (n: number) => `共 ${n} 件，其余扫码看`,
    scan: '扫码说事',
    scanHint: '写一句，拍张照，随时看办到哪一步',
    qr: '扫码进入本居民区',
    qrBoard: '扫码在手机上看',
    bulletins: '通知',
    bulletinsNone: '近期没有新通知。',
    together: '公示、会议和表决',
    kinds: {
      notice: '正在公示',
      poll: '正在表决',
      meeting: '要开会',
      budget: '正在选项目',
      draw: '正在抽签',
      election: '要选举',
      'election-now': '正在投票',
      'alert-ahead': '通知',
    },
    marks: { notice: '示', poll: '决', meeting: '议', budget: '分', draw: '签', election: '选', 'election-now': '选' },
    until: (moment: string) => `到${apart(moment)}`,
    raise: '说一件事',
    onCall: '值班电话',
    updated: (time: string) => `更新于 ${time}`,
    pause: '停住不翻页',
    go: '接着翻页',
    hall: '大屏版',
    committee: '业主委员会',
    elections: '无记名选举',
    alerts: '紧急通知',
  },
  {
    hallTitle: 'Big screen of the hall',
    households: (n: number) => `${n} households`,
    clocks: 'Under way',
    lights: { ok: 'on time', warn: 'due soon', bad: 'overdue', received: 'received' },
    now: 'Due today',
    nowCount: (n: number) => `${n}`,
    nowNone: 'Nothing is due today',
    nowNoneLead:
      'If something is wrong, scan the code and say so: somebody takes it on, by a set time, and you hear back.',
    sitting: 'Meeting now',
    item: (text: string) => `On now: ${text}`,
    noItem: 'It begins when everybody is here',
    itemEnds: (time: string) => `until ${time}`,
    itemOver: (time: string) => `was due to end ${time}`,
    quorum: { yes: 'Enough people are here to decide', no: 'Too few to decide yet; talk may begin' },
    option: (number: number, title: string) => `Option ${number}: ${title}`,
    month: 'This month',
    raised: 'raised',
    closed: 'closed',
    inTime: 'closed in time',
    rating: 'rating',
    pieces: (n: number) => `${n}`,
    points: (n: number) => `${n.toFixed(1)} of 5`,
    notYet: 'none yet',
    more: (n: number) => `${n} in all; scan to see the rest`,
    scan: 'Scan and say it',
    scanHint: 'One sentence, one photo; see at any time how it stands',
    qr: 'Scan for this community',
    qrBoard: 'Scan to see it on your phone',
    bulletins: 'Notices',
    bulletinsNone: 'No new notices.',
    together: 'Notices, meetings and polls',
    kinds: {
      notice: 'Now public',
      poll: 'Open for votes',
      meeting: 'Meeting to come',
      budget: 'Choosing projects',
      draw: 'Draw under way',
      election: 'Election to come',
      'election-now': 'Voting now',
      'alert-ahead': 'Please note',
    },
    marks: { notice: '示', poll: '决', meeting: '议', budget: '分', draw: '签', election: '选', 'election-now': '选' },
    until: (moment: string) => `until ${moment}`,
    raise: 'Say what is wrong',
    onCall: 'On call',
    updated: (time: string) => `as of ${time}`,
    pause: 'Stop turning pages',
    go: 'Turn pages again',
    hall: 'Big screen',
    committee: 'Owners’ committee',
    elections: 'Secret elections',
    alerts: 'Urgent notices',
  },
)

/** When it is: a notice until its last day is over, a meeting from its hour, what was announced for its span. */
export const bulletinInWords = (bulletin: Bulletin, asOf: string, lang: Language): string => {
  const words = boardWords[lang]
  const { what, from, until, where } = bulletin
  const kind = words.kinds[what]
  if (what === 'alert-ahead') return spanInWords(bulletin, asOf, lang)
  if (what === 'meeting') return [kind, meetingMoment(from, asOf, lang), where].filter(Boolean).join(' · ')
  if (what === 'election')
    return [kind, dayInWords(localDateOf(from as Instant), asOf, lang), where].filter(Boolean).join(' · ')
  if (what === 'election-now') return [kind, where].filter(Boolean).join(' · ')
  return until === null ? kind : `${kind} · ${words.until(deadlineInWords(until, asOf, lang))}`
}
