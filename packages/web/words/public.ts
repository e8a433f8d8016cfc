// The words of the pages that anyone may open: home, a community's open matters, looking a matter up, the outbox.
import { dictionary } from './dictionary.ts'

export const homeWords = dictionary(
  {
    title: '一事一议，事事有回音',
    lead: '楼道灯不亮、垃圾没人收、车位起争执，都可以说。说一件，有人接，有时限，有回音。',
    scanTitle: '怎么说',
    steps: ['扫墙上、灯杆上的码', '写一句，拍张照', '随时看办到哪一步'],
    noCode: '手边没有码，就在下面点您的居民区。',
    findTitle: '查一件事',
    communities: '居民区',
    open: (n: number) => (n === 0 ? '眼下没有在办的事' : `在办 ${n} 件`),
    emptyTitle: '这里还没有居民区',
    emptyLead: '第一位到这里的人，可以建起街道和第一个居民区。',
    emptyAction: '开始建',
  },
  {
    title: 'Every matter gets its answer',
    lead: 'A stairway light that is out, rubbish left lying, a quarrel over parking: say it here. Somebody takes it on, by a set time, and you hear back.',
    scanTitle: 'How to say it',
    steps: [
      'Scan a code on the wall or a lamp-post',
      'Write a sentence, take a photo',
      'See at any time how it stands',
    ],
    noCode: 'No code at hand? Choose your community below.',
    findTitle: 'Look up a matter',
    communities: 'Communities',
    open: (n: number) => (n === 0 ? 'Nothing under way at the moment' : `${n} under way`),
    emptyTitle: 'There is no community here yet',
    emptyLead: 'The first person to come here can found the street office and its first community.',
    emptyAction: 'Begin',
  },
)

export const publicWords = dictionary(
  {
    title: '正在办的事',
    total: (n: number) => `共 ${n} 件`,
    none: '眼下没有公开在办的事。',
    noneHint: '有事就说一句，不用登录。',
    raisedAt: (moment: string) => `${moment} 上报`,
    verify: '公开台账：人人可查，改不了、删不掉',
    findTitle: '查进度',
    findLabel: '事项编号',
    findHint: '收件页上的编号，九位数字，比如 613\u00a0204\u00a0857',
    findAction: '查',
    findNone: (code: string) => `没有查到编号 ${code}。`,
    findNoneHint: '请对一对编号。没有公开的事，要用收件时的链接看。',
    findMore: '想看全部进展、催办或评价，请用收件时的链接，或者登录后看“我的事”。',
  },
  {
    title: 'Under way',
    total: (n: number) => `${n} in all`,
    none: 'No public matter is under way at the moment.',
    noneHint: 'If something is wrong, say it in one sentence; no account is needed.',
    raisedAt: (moment: string) => `raised ${moment}`,
    verify: 'Public ledger: anyone can check it, nobody can alter it',
    findTitle: 'Find a matter',
    findLabel: 'Code of the matter',
    findHint: 'It stands on your receipt, nine digits such as 613\u00a0204\u00a0857',
    findAction: 'Find',
    findNone: (code: string) => `There is nothing with the code ${code}.`,
    findNoneHint: 'Please check the code. A matter that is not public opens only by the link on its receipt.',
    findMore:
      'To see all of it, to nudge or to rate, use the link on your receipt, or sign in and look under “My matters”.',
  },
)

export const outboxWords = dictionary(
  {
    title: '发件箱',
    lead: '系统发出去的每一条消息都在这里，收件人打了码。',
    demo: '演示环境：登录验证码也显示在这里，正式使用时不显示。',
    none: '还没有发出过消息。',
    channels: { sms: '短信', wecom: '企业微信', inbox: '站内', outbox: '本地', email: '邮件' } as Readonly<
      Record<string, string>
    >,
    otherChannel: '其他渠道',
    to: (whom: string) => `发给 ${whom}`,
    open: '打开链接',
  },
  {
    title: 'Outbox',
    lead: 'Every message that went out, with the receiver masked.',
    demo: 'Demo: login codes are shown here as well; in real use they are not.',
    none: 'Nothing has been sent yet.',
    channels: { sms: 'Text message', wecom: 'WeCom', inbox: 'Inbox', outbox: 'Local', email: 'E-mail' },
    otherChannel: 'Other channel',
    to: (whom: string) => `To ${whom}`,
    open: 'Open the link',
  },
)
