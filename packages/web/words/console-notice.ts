// Words of the notices screens: the list, a notice's file, hanging one, answering what is said against it, telling its result.
import type { NoticeFile, NoticeLine } from '@yishi/contract/notice'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { BASES, type BasisKey, LONGEST_TITLE } from '@yishi/domain/notice'
import { type Language, dictionary } from './dictionary.ts'
import { daysInWords } from './moments.ts'

export const consoleNoticeWords = dictionary(
  {
    title: '公示公告',
    intro: '公示挂满规定的天数，到最后一天 24:00 才算期满；有一条意见没答复，事项就走不下去。先答复意见，再办别的。',
    hang: '挂一份公示',
    hangResult: '公示结果',
    none: '还没有挂过公示。事项走到“公示”环节时，从事项卷宗里挂，内容会预先填好。',
    columns: { notice: '公示', standing: '情况', objections: '意见', hung: '挂出' },
    number: (year: number, count: number) => `〔${year}〕${count} 号`,
    daysLeft: (days: number) => (days === 1 ? '今天最后一天' : `还有 ${days} 天`),
    statuses: { hanging: '公示中', elapsed: '已期满', told: '结果已公示', withdrawn: '已撤下' } as Record<
      NoticeLine['status'],
      string
    >,
    toAnswer: (n: number) => `${n} 条待答复`,
    answered: (n: number) => `已答复 ${n} 条`,
    noObjections: '没有意见',
    back: '返回公示列表',
    matter: '所属事项',
    period: '公示期',
    basis: '法定依据',
    noBasis: '不依据法定期限',
    publicPage: '打开公示页',
    poster: (paper: string) => `打印海报 ${paper}`,
    posterHint: '海报上有二维码和台账指纹，居民扫码能看原文、提意见、核对。',
    spots: '挂在哪里',
    hungAt: (at: string) => `${at} 看到挂着`,
    takenAt: (at: string) => `${at} 取下`,
    notSeen: '还没有人到现场看过',
    proveHung: '看到挂着',
    proveTaken: '已取下',
    photo: '拍一张照片（可不拍）',
    objections: '意见',
    anonymous: '没有留名',
    answerIt: '答复',
    answer: '答复内容',
    answerHint: '会公开写在公示页上，不带提意见的人的名字。',
    upheld: '采纳不采纳',
    upheldChoices: { yes: '采纳：意见有道理，要改方案', no: '不采纳：说明理由' },
    takenBack: '提的人收回了',
    upheldDone: '已采纳',
    notUpheldDone: '已答复，没有采纳',
    upheldNext: '采纳以后：事项可以从“意见有道理”的出口回去改方案，或者撤下这份、更正后重挂。',
    withdraw: '撤下',
    withdrawReason: '为什么撤下',
    withdrawn: (reason: string) => (reason === '' ? '随事项一起撤下' : `撤下原因：${reason}`),
    result: '结果公示',
    first: '原来的公示',
    kind: '公示什么',
    noticeTitle: '标题',
    titleHint: `最多 ${LONGEST_TITLE} 个字`,
    titleTooLong: (length: number) => `现在 ${length} 个字，海报上最多放 ${LONGEST_TITLE} 个字`,
    text: '正文',
    textHint: '一段一行。居民看得懂的话，写清楚办什么、怎么办、花多少、谁负责。',
    days: '公示天数',
    daysHint: (least: number) => `至少 ${least} 天，挂出当天不算，遇节假日顺延`,
    where: '挂在哪里',
    everywhere: '全居民区',
    nodes: '楼栋、楼道',
    nodesHint: '只挂在这些地方时选；住在那里的人会收到通知',
    boards: '公告栏',
    boardsHint: '比如：门卫公告栏，输入后按回车',
    send: '挂出去',
    inMatter: '公示',
    inMatterNone: '走到这个环节，要把办法公示出来。',
    titleFor: (title: string) => `关于“${title}”的公示`,
    resultTitle: (title: string) => `“${title}”公示结果`,
    resultText: (period: string, counts: string) => `${period}。${counts}\n公示期满，现将结果公示如上。`,
    counts: (all: number, upheld: number) => {
      if (all === 0) return '公示期间没有收到不同意见。'
      return `公示期间收到意见 ${all} 条，已全部答复${upheld === 0 ? '。' : `，其中采纳 ${upheld} 条，已写进方案。`}`
    },
    resultPeriod: (days: string) => `原公示期为 ${days}`,
  },
  {
    title: 'Notices',
    intro:
      'A notice is over at 24:00 of its last day, once it has hung its full number of days; while one objection waits for an answer its matter goes no further. Answer objections first.',
    hang: 'Hang a notice',
    hangResult: 'Tell the result',
    none: 'No notice has been hung yet. When a matter comes to “publish”, hang it from the matter’s file: it is filled in already.',
    columns: { notice: 'Notice', standing: 'Standing', objections: 'Objections', hung: 'Hung' },
    number: (year: number, count: number) => `${count} of ${year}`,
    daysLeft: (days: number) => (days === 1 ? 'last day today' : `${days} days left`),
    statuses: { hanging: 'Hanging', elapsed: 'Elapsed', told: 'Result told', withdrawn: 'Withdrawn' },
    toAnswer: (n: number) => `${n} to answer`,
    answered: (n: number) => `${n} answered`,
    noObjections: 'none',
    back: 'Back to notices',
    matter: 'Its matter',
    period: 'Period',
    basis: 'Rule of law',
    noBasis: 'No statutory period',
    publicPage: 'Open the public page',
    poster: (paper: string) => `Poster ${paper}`,
    posterHint:
      'The poster carries a code and the fingerprint of the ledger: residents scan it to read, object and check.',
    spots: 'Where it hangs',
    hungAt: (at: string) => `seen hanging ${at}`,
    takenAt: (at: string) => `taken down ${at}`,
    notSeen: 'nobody has been there yet',
    proveHung: 'It hangs',
    proveTaken: 'Taken down',
    photo: 'Take a photo (not required)',
    objections: 'Objections',
    anonymous: 'no name left',
    answerIt: 'Answer',
    answer: 'The answer',
    answerHint: 'It stands on the public page, without the name of who objected.',
    upheld: 'Is it right?',
    upheldChoices: { yes: 'Upheld: it is right, the plan changes', no: 'Not upheld: say why' },
    takenBack: 'taken back by its author',
    upheldDone: 'Upheld',
    notUpheldDone: 'Answered, not upheld',
    upheldNext:
      'Once upheld: let the matter go back by its outcome, or withdraw this notice, correct it and hang it anew.',
    withdraw: 'Withdraw',
    withdrawReason: 'Why is it withdrawn?',
    withdrawn: (reason: string) => (reason === '' ? 'withdrawn with its matter' : `Withdrawn: ${reason}`),
    result: 'Its result',
    first: 'The first notice',
    kind: 'What is published',
    noticeTitle: 'Title',
    titleHint: `${LONGEST_TITLE} characters at most`,
    titleTooLong: (length: number) => `It has ${length} characters; a poster holds ${LONGEST_TITLE}`,
    text: 'Text',
    textHint: 'One paragraph a line. Plain words: what is done, how, at what cost, by whom.',
    days: 'Days',
    daysHint: (least: number) => `At least ${least}; the day it is hung does not count, and a holiday moves the end`,
    where: 'Where it hangs',
    everywhere: 'The whole community',
    nodes: 'Buildings, stairways',
    nodesHint: 'Only where it hangs there alone; whoever lives there is told',
    boards: 'Boards',
    boardsHint: 'Such as “board at the gate”; press Enter after each',
    send: 'Hang it',
    inMatter: 'Notice',
    inMatterNone: 'At this stage the plan is to be published.',
    titleFor: (title: string) => `Notice on “${title}”`,
    resultTitle: (title: string) => `Result of “${title}”`,
    resultText: (period: string, counts: string) => `${period}. ${counts}\nThe period is over; this is its result.`,
    counts: (all: number, upheld: number) => {
      if (all === 0) return 'Nobody objected.'
      return `${all} objections were received and answered${upheld === 0 ? '.' : `; ${upheld} were upheld and taken into the plan.`}`
    },
    resultPeriod: (days: string) => `The notice hung ${days}`,
  },
)

/** «召开业主大会会议（《物业管理条例》第十四条，至少 15 天，R1.15）» */
export const basisInWords = (key: BasisKey, lang: Language): string => {
  const { names, source, minDays, rule, caution } = BASES[key]
  return lang === 'zh'
    ? `${names.zh}（${[source, `至少 ${minDays} 天`, rule, ...(caution ? [caution.zh] : [])].join('，')}）`
    : `${names.en} (${[`at least ${minDays} days`, rule, ...(caution ? [caution.en] : [])].join(', ')})`
}

const cut = (text: string): string => [...text].slice(0, LONGEST_TITLE).join('')

export const titleForMatter = (title: string, lang: Language): string => cut(consoleNoticeWords[lang].titleFor(title))

/** What the result says, ready to be hung as it is. */
export const resultDraft = ({ title, hungAt, lastDay, objections }: NoticeFile, lang: Language) => {
  const words = consoleNoticeWords[lang]
  const { lodged, answered, upheld } = objections
  const period = words.resultPeriod(daysInWords(localDateOf(hungAt as Instant), lastDay, lang))
  return {
    title: cut(words.resultTitle(title)),
    text: words.resultText(period, words.counts(lodged + answered, upheld)),
  }
}
