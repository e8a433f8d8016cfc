// The words of paper ballots: the sheet itself, the page that prints them, and the report that reconciles all channels.
import { localDateOf, localTimeOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import type { Failure, Standing } from '@yishi/domain/paper-ballot'
import type { Channel, Precedence } from '@yishi/domain/poll'
import { dictionary } from './dictionary.ts'
import { endDay } from './moments.ts'

/** Beijing time, for a sheet: `2026年11月30日 18:00`. */
const parts = (at: string) => ({ day: localDateOf(at as Instant), time: localTimeOf(at as Instant) })

/** A last moment at midnight is read as the end of the day before, and nobody comes a day late: `2026年12月3日 24:00`. */
const endParts = (at: string) => {
  const { day, time } = parts(at)
  return time === '00:00' ? { day: endDay(at), time: '24:00' } : { day, time }
}

const zh = {
  title: '打印表决票',
  lead: '一户一张，印好后按楼道送到户。送一户，在台账上登记一户。',
  count: (sheets: number) => `${sheets} 张`,
  left: (n: number) => `还有 ${n} 户没有排进来：请先选一个楼道。`,
  stairway: '哪个楼道',
  all: '全部',
  stairwayOf: (name: string, of: number) => `${name}（${of} 户）`,
  show: '重新排',
  layOut: '排出选票',
  print: '打印',
  printHint: '没有反应时，请用浏览器菜单里的“打印”。纸张选 A4，缩放 100%。',
  none: '这里没有要表决的户。',
  pagesHint: (pages: number) =>
    `每户一张票，共 ${pages} 页，各页票号和二维码相同。请双面打印；超过一张纸的，左上角订好再送。`,
  pages: (pages: number) =>
    `本票共 ${pages} 页，票号相同。请每页签名，一起交回；缺页的不收，没有签名的那一页，上面的题作废。`,
  pageOf: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
  pageSigned: '同一张表决票的续页，和第 1 页一起交回。这一页也要签名。',
  questionsFollow: '要表决的题在后面几页。',
  pageEmpty: '这一页的题已经撤下，不用填；请签名后一起交回。',
  continued: '（接上页）',
  blankBack: '此面空白',
  head: '业主大会表决票',
  number: '票号',
  qr: (code: string) => `表决票 ${code} 的二维码`,
  unit: '房屋',
  area: '专有面积',
  metres: (area: string) => `${area} 平方米`,
  handedOut: '印发',
  until: '收回截止',
  moment: (at: string) => {
    const { day, time } = parts(at)
    const [year, month, date] = day.split('-').map(Number)
    return `${year}年${month}月${date}日 ${time}`
  },
  deadline: (at: string) => {
    const { day, time } = endParts(at)
    const [year, month, date] = day.split('-').map(Number)
    return `${year}年${month}月${date}日 ${time}`
  },
  date: (day: string) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${year}年${month}月${date}日`
  },
  upTo: (most: number) => `最多选 ${most} 项`,
  how: '填写说明',
  marking: '在方框内打“✓”。多选、涂改看不清或没有签名的，作废。',
  markingBeside: '题下写明怎样填的，照它填；别的题在方框内打“✓”，多选的作废。涂改看不清或没有签名的，也作废。',
  online: '也可以用手机扫右上角的二维码投票，一户只计一次。',
  precedence: {
    latest: '投了两次的，以最后一次为准。',
    'own-hand': '又在手机上投的，以手机上投的为准。',
    signed: '又交了签名纸票的，以纸票为准。',
    first: '投了两次的，以先投的为准。',
  } satisfies Record<Precedence, string>,
  silence: {
    strict: '没有交回的票不计入。',
    'delivered-counts': '送达后没有交回的，按议事规则计为参与表决、没有表态。',
    'follow-majority': '送达后没有交回的，按议事规则计入已表态的多数。请务必交回您的意见。',
  },
  signature: '业主签名',
  dateLine: '日期',
  receipt: (unit: string, code: string) => `回执：${unit} 已收到表决票 ${code}，已说明表决内容和不交回的后果`,
  received: '签收',
  report: '各渠道核对单',
  reportLead: (units: number, voted: number) =>
    `共 ${units} 户，已有有效票 ${voted} 户。核对单只写投没投，不写投了什么。`,
  asOf: (at: string) => `截至 ${at}`,
  rule: '一户投了两次，按开始前公布的规则算',
  download: '下载数据',
  twice: '投了不止一次的户',
  twiceNone: '没有。',
  moreLines: (n: number) => `还有 ${n} 户，全部在可以下载的文件里。`,
  channel: { online: '手机', hall: '会场', paper: '纸票', phone: '电话', door: '上门' } satisfies Record<
    Channel,
    string
  >,
  by: (name: string) => `${name}记`,
  standing: {
    holds: '计这一张',
    replaced: '被后来的代替',
    'ranks-below': '排在后面，只留存',
    'first-stands': '先投的算，只留存',
  } satisfies Record<Standing, string>,
  notRead: '收回了还没录完的票',
  status: {
    out: '未收回',
    returned: '待录第一遍',
    'read-once': '待录第二遍',
    differing: '两遍不一致，待第三人定',
    settled: '录完',
  },
  decided: '两遍不一致，由第三人定的票',
  notDelivered: '没有送达凭据的户',
  last: {
    absent: '没人在家',
    refused: '拒收',
    vacant: '空房',
    moved: '搬走了',
    left: '只放在门口',
  } satisfies Record<Failure | 'left', string>,
  attempts: (n: number) => (n === 0 ? '还没去过' : `去过 ${n} 次`),
  votedAnyway: '已投票',
  sign: ['核对人（签名）', '监督人（签名）', '日期'],
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const english = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[month! - 1]} ${year}`
}

const en: typeof zh = {
  title: 'Print ballots',
  lead: 'One sheet for each unit. Take them round by stairway, and note each delivery in the register.',
  count: (sheets) => `${sheets} ${sheets === 1 ? 'sheet' : 'sheets'}`,
  left: (n) => `${n} more units are not laid out: choose a stairway first.`,
  stairway: 'Which stairway',
  all: 'All',
  stairwayOf: (name, of) => `${name} (${of})`,
  show: 'Lay out again',
  layOut: 'Lay out the sheets',
  print: 'Print',
  printHint: 'If nothing happens, use “Print” in the menu of the browser. Paper A4, scale 100%.',
  none: 'No units vote here.',
  pagesHint: (pages) =>
    `Each unit has one sheet of ${pages} pages with the same number and code. Print on both sides; where that is more than one leaf, staple them.`,
  pages: (pages) =>
    `This sheet has ${pages} pages with the same number. Sign each of them and return all together: a sheet with a page missing is not taken, and the questions of a page without a signature are invalid.`,
  pageOf: (page, of) => `Page ${page} of ${of}`,
  pageSigned: 'Goes with page 1 of the same sheet. Please sign this page too.',
  questionsFollow: 'The questions are on the pages that follow.',
  pageEmpty: 'What was asked here has been taken back: mark nothing, sign and return it with the others.',
  continued: ' (continued)',
  blankBack: 'This side is left blank.',
  head: 'Ballot of the owners’ assembly',
  number: 'Ballot',
  qr: (code) => `QR code of ballot ${code}`,
  unit: 'Unit',
  area: 'Exclusive area',
  metres: (area) => `${area} m²`,
  handedOut: 'Issued',
  until: 'To be returned by',
  moment: (at) => {
    const { day, time } = parts(at)
    return `${english(day)}, ${time}`
  },
  deadline: (at) => {
    const { day, time } = endParts(at)
    return `${english(day)}, ${time}`
  },
  date: english,
  upTo: (most) => `At most ${most}`,
  how: 'How to fill it in',
  marking:
    'Tick the box. With more ticks than allowed, with corrections that cannot be read, or unsigned, it is invalid.',
  markingBeside:
    'Where a question says how to fill it in, please do so; in all others tick one box, and with more ticks they are invalid. So they are with corrections that cannot be read, or unsigned.',
  online: 'You can also scan the code above and vote by phone. Each unit counts once.',
  precedence: {
    latest: 'If you vote twice, the last ballot counts.',
    'own-hand': 'If you also vote by phone, the ballot cast by phone counts.',
    signed: 'If you also hand in a signed sheet, the sheet counts.',
    first: 'If you vote twice, the first ballot counts.',
  },
  silence: {
    strict: 'A ballot that is not returned does not count.',
    'delivered-counts':
      'Under the rules of procedure, a delivered ballot that is not returned takes part without an opinion.',
    'follow-majority':
      'Under the rules of procedure, a delivered ballot that is not returned joins the majority of those returned. Please do return yours.',
  },
  signature: 'Owner’s signature',
  dateLine: 'Date',
  receipt: (unit, code) =>
    `Receipt: ${unit} has received ballot ${code}, and was told what is asked and what silence means`,
  received: 'Received by',
  report: 'Reconciliation of all channels',
  reportLead: (units, voted) => `${units} units, ${voted} with a ballot that holds. It says who has voted, never what.`,
  asOf: (at) => `as of ${at}`,
  rule: 'Where a unit voted twice, the rule declared beforehand decides',
  download: 'Download as data',
  twice: 'Units that voted more than once',
  twiceNone: 'None.',
  moreLines: (n) => `${n} more units; the file that can be downloaded has all of them.`,
  channel: { online: 'By phone', hall: 'In the hall', paper: 'On paper', phone: 'By telephone', door: 'At the door' },
  by: (name) => `noted by ${name}`,
  standing: {
    holds: 'this one counts',
    replaced: 'replaced by a later one',
    'ranks-below': 'ranks below, kept',
    'first-stands': 'the first counts, kept',
  },
  notRead: 'Returned and not yet read',
  status: {
    out: 'not returned',
    returned: 'waits for its first reading',
    'read-once': 'waits for its second reading',
    differing: 'readings differ, a third decides',
    settled: 'read',
  },
  decided: 'Read differently by two, decided by a third',
  notDelivered: 'Units without proof of delivery',
  last: {
    absent: 'nobody at home',
    refused: 'refused',
    vacant: 'vacant',
    moved: 'moved away',
    left: 'only left at the door',
  },
  attempts: (n) => (n === 0 ? 'not tried yet' : `tried ${n} ${n === 1 ? 'time' : 'times'}`),
  votedAnyway: 'has voted',
  sign: ['Reconciled by', 'Witnessed by', 'Date'],
}

export const paperBallotWords = dictionary(zh, en)
