// The words of a matter's own page: what happens next first, then the clock, then whom to call.
import type { FollowView } from '@yishi/contract/matter'
import type { NextOf } from '@yishi/contract/pages'
import { type Limit, limitInWords } from '@yishi/domain/calendar'
import type { Phase } from '@yishi/domain/matter'
import type { Act, End } from '@yishi/domain/procedure'
import { type Language, dictionary } from './dictionary.ts'
import { clockKindWords, lightWords } from './kinds.ts'
import { meetingMoment } from './meeting.ts'
import { apart, deadlineInWords } from './moments.ts'
import { doerOf } from './story.ts'

export const followWords = dictionary(
  {
    code: (code: string) => `事项编号 ${code}`,
    story: '办理进度',
    expected: (deadline: string) => `预计${/^\d/.test(deadline) ? ' ' : ''}${deadline} 前`,
    area: (area: string) => `负责 ${area}`,
    nudge: '催一催',
    remark: '补充说明',
    remarkLabel: '想补充什么？',
    remarkHint: '又发现什么、有什么变化，都可以写在这里',
    remarkSend: '送出补充说明',
    rate: '办得怎么样？',
    rateGo: '去评价',
    rateHint: '选一个，实话实说。评得低，我们会接着办。',
    scores: { 5: '非常满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' } as Record<number, string>,
    rateText: '还想说的话',
    rateSend: '送出评价',
    reopen: '没办好，接着办',
    reopenReason: '哪里没办好？',
    reopenSend: '请接着办',
    receiptTitle: '收到了，编号请记好',
    receiptHint: '截图或记下。报这个编号，打电话也能查。',
    receiptLink: '这件事的链接，一直能打开',
    receiptQr: '换台手机，扫码也能看',
    receiptProof: '收件凭证',
    receiptProofHint: '这段签名证明我们收到了这件事，丢了赖不掉。',
    said: {
      nudged: '催过了，办理的人已经收到提醒。',
      rated: '谢谢您的评价。',
      remarked: '补充说明已经送到办理的人手里。',
      reopened: '已经重新打开，接着办。',
      withdrawn: '已经不再让人代办，往后只有您自己能看。',
      'raised-for': '替邻居说好了。邻居留了电话的，会收到一条短信。',
      'nudged-today': '今天已经催过一次了，请等一等；急的话直接打电话。',
      'not-now': '这件事刚刚有了变化，现在不用这一步了。请看最新进度。',
    },
  },
  {
    code: (code: string) => `Matter ${code}`,
    story: 'How it goes',
    expected: (deadline: string) => `Expected by ${deadline}`,
    area: (area: string) => `Looks after ${area}`,
    nudge: 'Nudge',
    remark: 'Add a remark',
    remarkLabel: 'What would you add?',
    remarkHint: 'Anything new that you see or that has changed',
    remarkSend: 'Send the remark',
    rate: 'How was it done?',
    rateGo: 'Rate it',
    rateHint: 'Choose one, frankly. After a low rating we go on with it.',
    scores: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'So-so', 2: 'Dissatisfied', 1: 'Very dissatisfied' },
    rateText: 'Anything else you want to say',
    rateSend: 'Send the rating',
    reopen: 'Not solved, go on',
    reopenReason: 'What is not solved?',
    reopenSend: 'Please go on',
    receiptTitle: 'Received. Please keep this code',
    receiptHint: 'Take a screenshot or write it down. With this code you can also ask by phone.',
    receiptLink: 'The link of this matter; it always opens',
    receiptQr: 'Scan this to see it on another phone',
    receiptProof: 'Proof of receipt',
    receiptProofHint: 'This signature proves that we received the matter; nobody can deny it.',
    said: {
      nudged: 'Nudged; whoever handles it has been reminded.',
      rated: 'Thank you for the rating.',
      remarked: 'Your remark has reached those who handle it.',
      reopened: 'Reopened; we go on with it.',
      withdrawn: 'Nobody acts for you any more; from now on only you see it.',
      'raised-for': 'Sent for your neighbour. If they left a number, they get a text message.',
      'nudged-today': 'It was nudged once today; please wait a little, or call if it is urgent.',
      'not-now': 'The matter has just changed and this step is no longer needed. Please see how it stands.',
    },
  },
)

/** What is promised by when, stage by stage; rating is the resident's own time. */
const promiseWords = dictionary<Record<Act, (limit: string) => string>>(
  {
    raise: (limit) => `承诺 ${limit}内受理`,
    sort: (limit) => `承诺 ${limit}内受理`,
    assign: (limit) => `承诺 ${limit}内派人接手`,
    discuss: (limit) => `承诺 ${limit}内议出结果`,
    review: (limit) => `承诺 ${limit}内审完`,
    decide: (limit) => `承诺 ${limit}内表决出结果`,
    publish: (limit) => `承诺 ${limit}内公示完`,
    do: (limit) => `承诺 ${limit}办结`,
    inspect: (limit) => `承诺 ${limit}内验收`,
    rate: (limit) => `给您留了 ${limit}评价`,
    revisit: (limit) => `承诺 ${limit}内回访`,
    codify: (limit) => `承诺 ${limit}内定成公约`,
    close: (limit) => `承诺 ${limit}内答复归档`,
  },
  {
    raise: (limit) => `promised to take it in within ${limit}`,
    sort: (limit) => `promised to take it in within ${limit}`,
    assign: (limit) => `promised to hand it out within ${limit}`,
    discuss: (limit) => `promised to talk it over within ${limit}`,
    review: (limit) => `promised to review it within ${limit}`,
    decide: (limit) => `promised to decide it within ${limit}`,
    publish: (limit) => `promised to publish it within ${limit}`,
    do: (limit) => `promised to finish within ${limit}`,
    inspect: (limit) => `promised to inspect it within ${limit}`,
    rate: (limit) => `you have ${limit} to rate it`,
    revisit: (limit) => `promised to revisit within ${limit}`,
    codify: (limit) => `promised to write the rule within ${limit}`,
    close: (limit) => `promised to answer and file it within ${limit}`,
  },
)

const promiseOf = (clock: Clock, act: string, lang: Language): string => {
  const limit = limitInWords(clock.limit as Limit, lang)
  if (clock.kind === 'finish') return (promiseWords[lang][act as Act] ?? promiseWords[lang].do)(limit)
  const kind = clockKindWords[lang][clock.kind]
  return lang === 'zh' ? `承诺 ${limit}${kind}` : `promised to ${kind} within ${limit}`
}

type Clock = NonNullable<FollowView['clock']>

/** «快到期 · 承诺 48 小时办结»: the light's word and the promise, the second line of the clock. */
export const promiseSentence = (
  clock: Clock,
  { act, asOf }: Pick<FollowView, 'act' | 'asOf'>,
  lang: Language,
): string => {
  if (clock.paused) {
    const until = deadlineInWords(clock.paused.until, asOf, lang)
    return lang === 'zh' ? `暂停到${apart(until)}：${clock.paused.reason}` : `Until ${until}: ${clock.paused.reason}`
  }
  const provisional = lang === 'zh' ? ' · 按周一到周五暂算' : ' · counted Monday to Friday for now'
  return `${lightWords[lang][clock.light]} · ${promiseOf(clock, act, lang)}${clock.provisional ? provisional : ''}`
}

type Next = {
  readonly phase: Record<Exclude<Phase, 'in-hand' | 'closed'>, (party: string) => string>
  readonly act: Record<Act, (who: string) => string>
  readonly meeting: (moment: string, where: string) => string
  readonly accepted: (who: string, note: string | null) => string
  readonly progress: (who: string, note: string | null) => string
  readonly end: Record<End, string>
  readonly closed: string
}

const nextWords = dictionary<Next>(
  {
    phase: {
      received: (party) => `${party}收到了，看过就告诉您交给谁办。`,
      'to-rate': () => '办好了。满不满意，请您说一声。',
      'to-revisit': () => '办好了，过些天我们还会回头看一次。',
    },
    act: {
      raise: (who) => `${who}收到了，看过就告诉您交给谁办。`,
      sort: (who) => `${who}正在看该交给谁办。`,
      assign: (who) => `${who}正在安排人来办。`,
      discuss: () => '大家要坐下来议一议，有了结果告诉您。',
      review: (who) => `${who}正在审，审完告诉您下一步。`,
      decide: () => '正在请大家表决，有了结果告诉您。',
      publish: () => '办法正在公示，您有不同意见可以提。',
      do: (who) => `${who}正在办，办好告诉您。`,
      inspect: (who) => `活干完了，${who}正在验收。`,
      rate: () => '办好了。满不满意，请您说一声。',
      revisit: (who) => `办好了，${who}还会回头看一次。`,
      codify: () => '事情办好了，正把办法定成一条公约。',
      close: () => '事情办好了，正在归档。',
    },
    meeting: (moment, where) => `${moment} 在${where}开议事会，您也可以来听。`,
    accepted: (who, note) => (note ? `${who}已接单，${note}` : `${who}已接单，正在安排。`),
    progress: (who, note) => (note ? `${who}说：${note}` : `${who}正在办，有了新进展。`),
    end: {
      solved: '这件事办好了，已经归档。',
      answered: '已经答复您了，答复写在下面。',
      unsolved: '这件事这次没能解决，原因写在下面。',
      'handed-on': '这件事转给了别的单位接着办，去向写在下面。',
      merged: '和另一件是同一件事，并在一起办。',
      withdrawn: '这件事已经撤回。',
    },
    closed: '这件事已经办结。',
  },
  {
    phase: {
      received: (party) => `${party} has it and will tell you who takes it on.`,
      'to-rate': () => 'Done. Please say whether you are satisfied.',
      'to-revisit': () => 'Done. We will come back to see whether it stays that way.',
    },
    act: {
      raise: (who) => `${who} has it and will tell you who takes it on.`,
      sort: (who) => `${who} is finding out who should take it on.`,
      assign: (who) => `${who} is arranging for somebody to do it.`,
      discuss: () => 'People will sit down and talk it over; you will hear what comes of it.',
      review: (who) => `${who} is reviewing it and will tell you the next step.`,
      decide: () => 'It is being put to the vote; you will hear the result.',
      publish: () => 'The plan is published; you may object if you see it differently.',
      do: (who) => `${who} is on it and will tell you when it is done.`,
      inspect: (who) => `The work is done; ${who} is inspecting it.`,
      rate: () => 'Done. Please say whether you are satisfied.',
      revisit: (who) => `Done. ${who} will come back to see whether it stays that way.`,
      codify: () => 'Done. The way it was solved is being made into a convention.',
      close: () => 'Done. The file is being closed.',
    },
    meeting: (moment, where) => `A meeting is called for ${moment}, ${where}; you may come and listen.`,
    accepted: (who, note) =>
      note ? `${who} has accepted: ${note}` : `${who} has accepted and is making arrangements.`,
    progress: (who, note) => (note ? `${who} says: ${note}` : `${who} is on it; there is progress.`),
    end: {
      solved: 'This was solved, and the file is closed.',
      answered: 'You have been answered; the answer is below.',
      unsolved: 'This could not be solved this time; the reason is below.',
      'handed-on': 'This was handed on to another body; where to is told below.',
      merged: 'This is the same as another matter and is handled together with it.',
      withdrawn: 'This matter was withdrawn.',
    },
    closed: 'This matter is closed.',
  },
)

/** The headline of a matter's page. */
export const nextSentence = (view: NextOf, lang: Language): string => {
  const words = nextWords[lang]
  if (view.phase === 'closed') return words.end[view.end as End] ?? words.closed
  if (view.phase !== 'in-hand') return words.phase[view.phase](view.responsible.party)
  const meeting = view.meetings.findLast(({ status }) => status === 'called')
  if (meeting && view.act === 'discuss')
    return words.meeting(meetingMoment(meeting.when, view.asOf, lang), meeting.where)
  const last = view.story.findLast(({ type }) => TELLING.has(type))
  const who = last && doerOf(last)
  if (who && last.type === 'OrderAccepted') return words.accepted(who, last.text)
  if (who && last.type === 'ProgressReported') return words.progress(who, last.text)
  return (words.act[view.act as Act] ?? words.act.do)(view.responsible.party)
}

// The last of these tells who has the matter in hand; anything after it makes an older acceptance stale.
const TELLING = new Set([
  'StageEntered',
  'OrdersPlaced',
  'OrderAccepted',
  'OrderDeclined',
  'OrderTransferred',
  'ProgressReported',
  'OrderCompleted',
  'MatterReopened',
])
