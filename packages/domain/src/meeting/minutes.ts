// The draft of the minutes (纪要), in plain Chinese from what was noted; people correct it before they sign.
import { type LocalDate, localDateOf, localTimeOf } from '../calendar/index.ts'
import type { Instant } from '../kernel/index.ts'
import { MEETING_FORMATS } from './formats.ts'
import type { AgendaItem, Attendee, ClosedMeeting, Invitee, MeetingVote, Option, Resolution, Task } from './meeting.ts'
import { quorumOf } from './quorum.ts'
import { requirementInWords, sumInWords } from './wording.ts'

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

const dayInWords = (date: LocalDate): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}

const momentOf = (at: Instant): string => {
  const date = localDateOf(at)
  return `${dayInWords(date)}（周${WEEKDAYS[new Date(`${date}T00:00:00.000Z`).getUTCDay()]}）${localTimeOf(at)}`
}

const seatName = ({ seats }: ClosedMeeting, seat: string | null): string =>
  seats.find(({ key }) => key === seat)?.names.zh ?? ''

/** «物业公司 安居物业 李强», each word once. */
const words = (...parts: readonly string[]): string => [...new Set(parts.filter(Boolean))].join(' ')

const invitedAs = ({ invited }: ClosedMeeting, attendee: Attendee): Invitee | undefined =>
  invited.find(({ number }) => number === attendee.invitee)

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join('；') : '无')

const present = (meeting: ClosedMeeting): readonly string[] => {
  const onSeat = (attendee: Attendee) => (invitedAs(meeting, attendee)?.seat ?? null) !== null
  const seated = meeting.present.filter(onSeat)
  const guests = meeting.present.filter((attendee) => !onSeat(attendee))
  const absent = meeting.invited.filter(({ number }) => !meeting.present.some(({ invitee }) => invitee === number))
  const told = (attendee: Attendee) => {
    const invitee = invitedAs(meeting, attendee)
    return words(seatName(meeting, invitee?.seat ?? null), invitee?.name ?? '', attendee.name)
  }
  return [
    `到会：${listed(seated.map(told))}`,
    ...(guests.length > 0 ? [`列席：${listed(guests.map(told))}`] : []),
    `未到：${listed(absent.map(({ seat, name }) => words(seatName(meeting, seat), name)))}`,
  ]
}

const quorumLines = (meeting: ClosedMeeting): readonly string[] => {
  const told = quorumOf(meeting).requirements.map((each) => requirementInWords(each, meeting.seats, 'zh'))
  return [`人数：${told.join('；')}。`, ...(meeting.quorate ? [] : ['到会人数不够，这次只作交流，没有作出决定。'])]
}

const optionLines = ({ title, pros, cons, cost, by }: Option, index: number): readonly string[] => {
  const told = [by && `${by}提出`, cost !== null && `约 ${sumInWords(cost)} 元`].filter(Boolean).join('，')
  return [
    `方案${ORDINALS[index] ?? index + 1}：${title}${told && `（${told}）`}`,
    ...(pros.length > 0 ? [`　好处：${pros.join('；')}`] : []),
    ...(cons.length > 0 ? [`　顾虑：${cons.join('；')}`] : []),
  ]
}

const taskWords = ({ partyName, what, by, lead }: Task): string =>
  `${partyName}${lead ? '牵头' : ''}负责：${what}${by ? `，${dayInWords(by)}前办好` : ''}`

const resolutionLine = ({ text, task }: Resolution, index: number): string =>
  `${index + 1}. ${text}${task ? `（${taskWords(task)}）` : ''}`

const MARKS: Readonly<Record<string, string>> = { for: '同意', against: '反对', abstain: '弃权' }

const voteLine = ({ question, result }: MeetingVote): string => {
  if (result === null) return `${question}（还在点票）`
  const counts = result.counts.map(({ mark, text, heads }) => `${text || (MARKS[mark] ?? mark)} ${heads} 票`).join('，')
  const { chosen = [], passed } = result
  const outcome = chosen.length > 0 ? `选定${chosen.join('、')}` : passed ? '通过' : '没有通过'
  return `${question}（${counts}；${outcome}）`
}

const chapter = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [`${title}：`, ...lines] : []

const itemLines = (meeting: ClosedMeeting, { item, text }: AgendaItem, index: number): readonly string[] => {
  const here = (line: { readonly item: number }) => line.item === item
  const said = meeting.remarks.filter(here).map(({ by, text }) => `${by ? `${by}：` : ''}${text}`)
  return [
    '',
    `${ORDINALS[index] ?? index + 1}、${text}`,
    ...chapter('发言', said),
    ...chapter('备选', meeting.options.filter(here).flatMap(optionLines)),
    ...chapter('表决', meeting.votes.filter(here).map(voteLine)),
    ...chapter('议定', meeting.resolutions.filter(here).map(resolutionLine)),
  ]
}

const RESULTS = {
  agreed: '大家谈妥了，照议定的办。',
  settled: '当场定下来了，照议定的办。',
  'not-agreed': '这次没有谈拢，下次再议。',
}

export const draftMinutes = (meeting: ClosedMeeting): string => {
  const chair = meeting.present.find(({ number }) => number === meeting.chair)
  return [
    `${meeting.title} 纪要`,
    '',
    `时间：${momentOf(meeting.openedAt)} 至 ${localTimeOf(meeting.closedAt)}`,
    `地点：${meeting.where}`,
    `形式：${MEETING_FORMATS[meeting.format].names.zh}`,
    `主持：${chair?.name ?? ''}`,
    ...present(meeting),
    ...quorumLines(meeting),
    ...meeting.agenda.flatMap((item, index) => itemLines(meeting, item, index)),
    '',
    `结果：${meeting.result === null ? '到会人数不够，没有结果。' : RESULTS[meeting.result]}`,
  ].join('\n')
}
