// The words of meetings for everybody: the page behind the code, its sign-in, its papers, and what those invited are told.
import type { MeetingTold } from '@yishi/contract/meeting-pages'
import type { MeetingLine, MeetingVoteView } from '@yishi/contract/meeting'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import type { TalkResult } from '@yishi/domain/procedure'
import { type Language, dictionary } from './dictionary.ts'
import { listText } from './list-text.ts'
import { momentInWords } from './moments.ts'
import { pollWords } from './poll.ts'

const ZH_DAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const EN_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** «11 月 30 日 19:00（周一）»; `30 Nov 19:00 (Mon)`. */
export const meetingMoment = (when: string, asOf: string, lang: Language): string => {
  const day = new Date(`${localDateOf(when as Instant)}T00:00:00.000Z`).getUTCDay()
  const moment = momentInWords(when, asOf, lang)
  return lang === 'zh' ? `${moment}（${ZH_DAYS[day]}）` : `${moment} (${EN_DAYS[day]})`
}

export const meetingResultWords = dictionary<Record<TalkResult | 'too-few', string>>(
  { agreed: '谈妥了', settled: '当场定下来了', 'not-agreed': '这次没谈拢', 'too-few': '人没到齐，只作交流' },
  {
    agreed: 'Agreed',
    settled: 'Settled on the spot',
    'not-agreed': 'Not agreed this time',
    'too-few': 'Too few came; talk only',
  },
)

export const meetingStatusWords = dictionary<Record<MeetingLine['status'], string>>(
  { called: '要开会', sitting: '正在开', closed: '开过了', minuted: '纪要已签', cancelled: '取消了' },
  { called: 'To come', sitting: 'Sitting now', closed: 'Over', minuted: 'Minutes signed', cancelled: 'Called off' },
)

type Told = Pick<MeetingLine, 'status' | 'quorate' | 'result'>

/** What came of it; null while nothing has. */
export const meetingResult = ({ status, quorate, result }: Told, lang: Language): string | null => {
  if (status !== 'closed' && status !== 'minuted') return null
  return meetingResultWords[lang][quorate && result ? result : 'too-few']
}

export const meetingWords = dictionary(
  {
    kicker: '议事会',
    closedTitle: '议事会',
    round: (n: number) => `第 ${n} 轮`,
    about: '议的是这件事',
    when: '时间',
    where: '地点',
    calendar: '放进手机日历',
    agenda: '议题',
    nowAt: '正在议',
    seats: '请了谁',
    place: (n: number) => `第 ${n} 席`,
    taken: '到了',
    empty: '还没到',
    must: '必到',
    quorum: '人数',
    isQuorate: { yes: '人到齐了，可以议定', no: '人还没到齐，可以先谈，不能定' },
    wasQuorate: { yes: '到会人数够', no: '到会人数不够' },
    guests: '谁都可以来旁听。',
    signIn: '签到',
    signInHint: '请您选好席位，写下称呼。签到只给会务看，不会公开。',
    signInLater: (from: string) => `${from} 开始签到。`,
    whichSeat: '您坐哪一席？',
    guest: '我来旁听',
    name: '您怎么称呼？',
    household: '几号楼几室',
    householdHint: '同名的请写上，会务好分清',
    door: '签到码',
    doorHint: '会场里贴着的六位数字',
    send: '签到',
    signed: '签到好了，请您入座。',
    tooLate: '会已经散了，不用再签到。',
    tooEarly: '还没到签到的时间，开会前两小时开始。',
    options: '几个办法，放在一起看',
    pros: '好处',
    cons: '顾虑',
    cost: (yuan: string) => `约 ${yuan} 元`,
    by: (who: string) => `${who}提出`,
    result: '结果',
    resolutions: '会上定下的事',
    task: (party: string, what: string) => `${party}：${what}`,
    until: (day: string) => `${day} 前办好`,
    votes: '会上表决',
    counting: '正在点票',
    voteResults: { yes: '通过', no: '没有通过' },
    minutes: '会议纪要',
    minutesHint: '主持人和到会的人已经签字。人名按规定隐去。',
    earlier: '以前议过',
    cancelled: '这次会取消了',
    noTitle: '这件事没有公开，会上的内容只给到会的人看。',
    line: (moment: string, where: string) => `${moment} 在${where}`,
  },
  {
    kicker: 'Meeting',
    closedTitle: 'A meeting',
    round: (n: number) => `Round ${n}`,
    about: 'About this matter',
    when: 'When',
    where: 'Where',
    calendar: 'Add to my calendar',
    agenda: 'Agenda',
    nowAt: 'Now',
    seats: 'Who is invited',
    place: (n: number) => `Place ${n}`,
    taken: 'here',
    empty: 'not here yet',
    must: 'must be here',
    quorum: 'Numbers',
    isQuorate: { yes: 'Enough people are here to decide', no: 'Too few are here yet: people may talk, not decide' },
    wasQuorate: { yes: 'Enough people came', no: 'Too few came' },
    guests: 'Anybody may come and listen.',
    signIn: 'Sign in',
    signInHint: 'Choose your seat and write your name. Only the desk reads it; it is not published.',
    signInLater: (from: string) => `Sign-in opens at ${from}.`,
    whichSeat: 'Which seat is yours?',
    guest: 'I come to listen',
    name: 'What is your name?',
    household: 'Building and door',
    householdHint: 'Namesakes please add it, so that the desk can tell you apart',
    door: 'Sign-in code',
    doorHint: 'The six digits that hang in the room',
    send: 'Sign in',
    signed: 'You are signed in. Please take your seat.',
    tooLate: 'The meeting is over; there is nothing to sign any more.',
    tooEarly: 'Sign-in is not open yet: it opens two hours before the meeting.',
    options: 'The options side by side',
    pros: 'For',
    cons: 'Against',
    cost: (yuan: string) => `about ¥${yuan}`,
    by: (who: string) => `offered by ${who}`,
    result: 'Result',
    resolutions: 'What was resolved',
    task: (party: string, what: string) => `${party}: ${what}`,
    until: (day: string) => `by ${day}`,
    votes: 'Votes at the meeting',
    counting: 'Hands are being counted',
    voteResults: { yes: 'Passed', no: 'Not passed' },
    minutes: 'Minutes',
    minutesHint: 'Signed by whoever presided and by people who were there. Names are starred out.',
    earlier: 'Earlier rounds',
    cancelled: 'This meeting was called off',
    noTitle: 'This matter is not public: what was said is for those who were there.',
    line: (moment: string, where: string) => `${moment}, ${where}`,
  },
)

export const paperWords = dictionary(
  {
    signInSheet: '签到表',
    minutesSheet: '会议纪要',
    print: '打印',
    printHint: '没有反应时，请用浏览器菜单里的“打印”。',
    number: '序号',
    seat: '席位',
    name: '姓名',
    household: '门牌',
    signature: '签名',
    guest: '列席',
    signatures: '签字',
    chair: '主持人',
    attendee: '到会人',
    noted: '纸上已签',
    ownHand: '本人已签',
    scan: '也可以扫码签到',
    version: (n: number) => `第 ${n} 稿`,
  },
  {
    signInSheet: 'Sign-in sheet',
    minutesSheet: 'Minutes',
    print: 'Print',
    printHint: 'If nothing happens, use “Print” in the menu of the browser.',
    number: 'No.',
    seat: 'Seat',
    name: 'Name',
    household: 'Door',
    signature: 'Signature',
    guest: 'Guest',
    signatures: 'Signatures',
    chair: 'In the chair',
    attendee: 'Was there',
    noted: 'signed on paper',
    ownHand: 'signed in person',
    scan: 'Or sign in by scanning',
    version: (n: number) => `Version ${n}`,
  },
)

/** `通过`, or what was chosen: `选定：声控灯`. */
export const voteOutcome = ({ passed, chosen = [] }: NonNullable<MeetingVoteView['result']>, lang: Language): string =>
  chosen.length > 0
    ? pollWords[lang].chosen(listText(chosen, lang))
    : meetingWords[lang].voteResults[passed ? 'yes' : 'no']

/** «同意 18，反对 3，弃权 2». */
export const voteCounts = ({ counts }: NonNullable<MeetingVoteView['result']>, lang: Language): string =>
  counts
    .map(({ mark, text, heads }) => `${text || (pollWords[lang].choices[mark] ?? mark)} ${heads}`)
    .join(lang === 'zh' ? '，' : ', ')

/** What those invited read in their inbox. */
export const meetingSentence = ({ kind, when, where, agenda, reason, asOf }: MeetingTold, lang: Language): string => {
  const moment = meetingMoment(when, asOf, lang)
  const items = agenda.map((text, index) => `${index + 1}. ${text}`).join(lang === 'zh' ? '；' : '; ')
  if (lang === 'zh') {
    if (kind === 'cancelled') return `原定 ${moment} 的议事会取消了${reason ? `：${reason}` : '。'}`
    const head = kind === 'changed' ? '议事会的时间、地点有变' : '请您来议事'
    return `${head}：${moment}，${where}。议题：${items}。`
  }
  if (kind === 'cancelled') return `The meeting of ${moment} is called off${reason ? `: ${reason}` : '.'}`
  const head = kind === 'changed' ? 'The meeting has a new time or place' : 'You are invited to a meeting'
  return `${head}: ${moment}, ${where}. Agenda: ${items}.`
}
