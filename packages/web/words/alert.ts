// The words of urgent notices: kinds, how grave, times, what each entry says, and the short text for messages and groups.
import type { AlertBrief, AlertHere, AlertView } from '@yishi/contract/alert'
import { localDateOf, localTimeOf } from '@yishi/domain/calendar'
import type { AlertKind, Severity } from '@yishi/domain/alert'
import type { Instant } from '@yishi/domain/kernel'
import { type Language, dictionary } from './dictionary.ts'
import { momentInWords } from './moments.ts'

export const alertKindWords = dictionary<Record<AlertKind, string>>(
  {
    water: '停水',
    power: '停电',
    gas: '停气',
    lift: '电梯停用',
    'fire-safety': '消防安全',
    'burst-pipe': '水管爆裂',
    storm: '恶劣天气',
    road: '道路受阻',
    other: '其他紧急情况',
  },
  {
    water: 'Water off',
    power: 'Power off',
    gas: 'Gas off',
    lift: 'Lift out of service',
    'fire-safety': 'Fire safety',
    'burst-pipe': 'Burst pipe',
    storm: 'Severe weather',
    road: 'Road blocked',
    other: 'Other emergency',
  },
)

export const severityWords = dictionary<Record<Severity, string>>(
  { notable: '请知晓', serious: '请留意', dangerous: '有危险' },
  { notable: 'Please note', serious: 'Take care', dangerous: 'Danger' },
)

const zh = {
  whole: '整个居民区',
  areas: (names: readonly string[]) =>
    names.length > 4 ? `${names.slice(0, 3).join('、')}等 ${names.length} 处` : names.join('、'),
  open: '恢复时间待定',
  late: (moment: string) => `原定 ${moment} 恢复，还没有恢复`,
  span: (from: string, until: string) => `${from} 至 ${until}`,
  since: (from: string) => `${from} 起`,
  see: '看进展',
  know: '知道了',
  knowHint: '点一下，我们就知道消息传到了您的楼道，不用登录。登录以后再点，楼组长就不用来敲您的门。',
  said: '记下了，谢谢您。请也告诉不用手机的邻居。',
  liftedBar: (moment: string) => `${moment} 已解除`,
  advice: '请您这样做',
  where: '哪里',
  when: '什么时候',
  call: '值班电话',
  story: '进展',
  entries: {
    AlertIssued: '发出通知',
    AlertProgressTold: '进展',
    AlertEndMoved: '预计恢复时间有变',
    AlertCorrected: '更正',
    AlertLifted: '已解除',
  },
  movedTo: (moment: string) => `预计恢复改到 ${moment}`,
  movedOpen: '预计恢复时间还说不准',
  share: '转到群里',
  shareHint: '整段复制，发到楼道群；链接里看最新进展。',
  copy: '复制',
  copied: '已复制',
  qr: '扫码看最新进展',
  print: '打印张贴',
  printed: (moment: string) => `${moment} 打印`,
  doors: '还没通知到的户',
  lead: (kind: string, severity: string) => `${kind} · ${severity}`,
  inPart: (part: string, kind: string) => `${part}${kind}`,
  textEnd: (call: string) => `有急事请打${call}。`,
  textMore: (url: string) => `进展：${url}`,
  textLifted: (title: string) => `【已解除】${title}`,
  text: (kind: string, title: string) => (title.includes(kind) ? `【紧急通知】${title}` : `【${kind}】${title}`),
}
const en: typeof zh = {
  whole: 'the whole community',
  areas: (names) =>
    names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', '),
  open: 'nobody can say yet until when',
  late: (moment) => `expected to end ${moment}, not over yet`,
  span: (from, until) => `${from} to ${until}`,
  since: (from) => `since ${from}`,
  see: 'How it goes',
  know: 'Got it',
  knowHint:
    'One tap tells us that the word has reached your stairway; no account is needed. If you sign in first, nobody need knock at your door.',
  said: 'Noted, thank you. Please also tell neighbours who use no phone.',
  liftedBar: (moment) => `Over since ${moment}`,
  advice: 'What to do',
  where: 'Where',
  when: 'When',
  call: 'On call',
  story: 'How it goes',
  entries: {
    AlertIssued: 'Notice issued',
    AlertProgressTold: 'Progress',
    AlertEndMoved: 'The expected end has changed',
    AlertCorrected: 'Correction',
    AlertLifted: 'Over',
  },
  movedTo: (moment) => `Now expected to end ${moment}`,
  movedOpen: 'Nobody can say now when it will end',
  share: 'Pass it on',
  shareHint: 'Copy all of it into the group of the stairway; the link shows the latest.',
  copy: 'Copy',
  copied: 'Copied',
  qr: 'Scan for the latest',
  print: 'Print to put up',
  printed: (moment) => `Printed ${moment}`,
  doors: 'Households not reached yet',
  lead: (kind, severity) => `${kind} · ${severity}`,
  inPart: (part, kind) => `${kind} at ${part}`,
  textEnd: (call) => `If it is urgent, call ${call}.`,
  textMore: (url) => `Latest: ${url}`,
  textLifted: (title) => `[Over] ${title}`,
  text: (kind, title) => `[${kind}] ${title}`,
}
export const alertWords = dictionary(zh, en)

export const doorWords = dictionary(
  {
    title: '还没通知到的户',
    lead: '敲门或打电话告诉了，就记一下。这张单子只有您和居委会看得到。',
    reached: (n: number, all: number) => `${all} 户，已通知到 ${n} 户`,
    open: '还没通知到',
    allReached: '都通知到了，辛苦您。',
    told: '已当面或电话告诉',
    door: '上门说了',
    phone: '电话说了',
    ways: { door: '上门', phone: '电话' },
    on: (act: string, door: string) => `${door}：${act}`,
    undo: '记错了',
    none: '您负责的楼道不在这次通知的范围里。',
    back: '回到通知',
  },
  {
    title: 'Households not reached yet',
    lead: 'Mark each one that you told at the door or by phone. Only you and the committee see this list.',
    reached: (n: number, all: number) => `${all} households, ${n} reached`,
    open: 'Not reached yet',
    allReached: 'All of them know. Thank you.',
    told: 'Told in person or by phone',
    door: 'Told at the door',
    phone: 'Told by phone',
    ways: { door: 'at the door', phone: 'by phone' },
    on: (act: string, door: string) => `${door}: ${act}`,
    undo: 'Marked by mistake',
    none: 'None of your stairways is concerned this time.',
    back: 'Back to the notice',
  },
)

type Span = Pick<AlertBrief, 'from' | 'until'> & { readonly liftedAt?: string | null }

/** «今天 14:00 至 18:00»; the day is said once where both lie on the same. Once it is over, when it really was. */
export const spanInWords = (alert: Span, asOf: string, lang: Language): string => {
  const words = alertWords[lang]
  const from = momentInWords(alert.from, asOf, lang)
  const until = alert.liftedAt ?? alert.until
  if (until === null) return `${words.since(from)}${lang === 'zh' ? '，' : ', '}${words.open}`
  if (!alert.liftedAt && until <= asOf) return words.late(momentInWords(until, asOf, lang))
  const sameDay = localDateOf(alert.from as Instant) === localDateOf(until as Instant)
  return words.span(from, sameDay ? localTimeOf(until as Instant) : momentInWords(until, asOf, lang))
}

export const areasInWords = ({ areas }: Pick<AlertBrief, 'areas'>, lang: Language): string =>
  areas.length === 0 ? alertWords[lang].whole : alertWords[lang].areas(areas)

/** «停水 · 请知晓»; on the page of a place of which it covers a part: «3号楼二单元停水 · 请知晓». */
export const leadInWords = (
  { kind, severity, parts = [] }: Pick<AlertBrief, 'kind' | 'severity'> & Partial<Pick<AlertHere, 'parts'>>,
  lang: Language,
): string => {
  const words = alertWords[lang]
  const what = alertKindWords[lang][kind]
  return words.lead(parts.length > 0 ? words.inPart(words.areas(parts), what) : what, severityWords[lang][severity])
}

/** What stands in large beside the moment, and what was said with it. */
export const entryInWords = (entry: AlertView['entries'][number], asOf: string, lang: Language) => {
  const words = alertWords[lang]
  if (entry.type === 'AlertProgressTold') return { title: entry.text, note: null }
  if (entry.type !== 'AlertEndMoved') return { title: words.entries[entry.type], note: entry.text || null }
  const title = entry.until === null ? words.movedOpen : words.movedTo(momentInWords(entry.until, asOf, lang))
  return { title, note: entry.text || null }
}

const TEXT_LONGEST = 300

/** What can be left out is the advice; where, until when, whom to call and the link always stand. */
export const alertText = (view: AlertView, url: string, lang: Language): string => {
  const words = alertWords[lang]
  const stop = lang === 'zh' ? '。' : '. '
  const last = view.entries.at(-1)
  const call = view.call ? words.textEnd([view.call.name, view.call.phone].filter(Boolean).join(' ')) : ''
  const [head, body] = view.liftedAt
    ? [words.textLifted(view.title), last?.text ?? '']
    : [
        `${words.text(alertKindWords[lang][view.kind], view.title)}${lang === 'zh' ? stop : ': '}${areasInWords(view, lang)}${lang === 'zh' ? '，' : ', '}${spanInWords(view, view.asOf, lang)}${stop}`,
        view.advice,
      ]
  const tail = [view.liftedAt ? '' : call, words.textMore(url)].filter(Boolean).join(lang === 'zh' ? '' : ' ')
  const lead = view.liftedAt ? `${head}${stop}` : head
  const room = TEXT_LONGEST - [...lead].length - [...tail].length - 1
  const letters = [...body.replaceAll(/\s+/gu, ' ')]
  const said = letters.length > room ? `${letters.slice(0, Math.max(0, room - 1)).join('')}…` : letters.join('')
  return `${lead}${said}\n${tail}`
}
