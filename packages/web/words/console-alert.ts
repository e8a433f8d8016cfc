// Words of the console about urgent notices: what each kind says if nothing is changed, the forms, and how far it got.
import type { AlertCommandName } from '@yishi/contract/alert'
import type { AlertKind, Severity } from '@yishi/domain/alert'
import { dictionary } from './dictionary.ts'

/** What a kind begins with, so that a notice is out within a minute. */
type Preset = {
  readonly title: string
  readonly advice: string
  readonly severity: Severity
  /** How long it usually lasts; null where nobody can say. */
  readonly hours: number | null
}

export const presetWords = dictionary<Record<AlertKind, Preset>>(
  {
    water: {
      title: '临时停水抢修',
      advice: '请先接好水，关好水龙头；恢复后先放一放，水清了再用。家里有老人病人需要用水，请打值班电话。',
      severity: 'notable',
      hours: 4,
    },
    power: {
      title: '临时停电抢修',
      advice: '请关掉大功率电器，别乘电梯，用手电照明，不点蜡烛。家里有人靠用电设备维持的，请马上打值班电话。',
      severity: 'serious',
      hours: 4,
    },
    gas: {
      title: '临时停气检修',
      advice: '请关好灶具和阀门；恢复供气前不要点火。闻到燃气味，请开窗、离开，到室外打值班电话。',
      severity: 'serious',
      hours: 6,
    },
    lift: {
      title: '电梯停用检修',
      advice: '请走楼梯，照应好老人和孩子。需要人帮忙上下楼，请打值班电话。',
      severity: 'notable',
      hours: 8,
    },
    'fire-safety': {
      title: '发生火情，请马上离开',
      advice: '请走楼梯，不乘电梯，用湿毛巾捂住口鼻弯腰走；走不出去就关门堵缝，到窗口呼救，打 119。',
      severity: 'dangerous',
      hours: null,
    },
    'burst-pipe': {
      title: '水管爆裂，正在抢修',
      advice: '请先接好水；低层和地下室的住户请把东西垫高，断开地上的插座。车停在积水处的请挪走。',
      severity: 'serious',
      hours: 6,
    },
    storm: {
      title: '大风大雨将到',
      advice: '请收好阳台上的花盆和杂物，关好门窗，少出门；不要在树下、广告牌下停留，车不要停在低处。',
      severity: 'dangerous',
      hours: 24,
    },
    road: {
      title: '道路临时不通',
      advice: '请绕行；要用救护车、消防车，请先打值班电话，我们来引路。',
      severity: 'notable',
      hours: 12,
    },
    other: { title: '', advice: '', severity: 'notable', hours: null },
  },
  {
    water: {
      title: 'Water off for repairs',
      advice:
        'Draw some water now and turn off your taps; when it is back, let it run until it is clear. If somebody old or ill needs water, call the number on duty.',
      severity: 'notable',
      hours: 4,
    },
    power: {
      title: 'Power off for repairs',
      advice:
        'Switch off large appliances, do not take the lift, use a torch and no candles. If somebody depends on powered equipment, call the number on duty at once.',
      severity: 'serious',
      hours: 4,
    },
    gas: {
      title: 'Gas off for an inspection',
      advice:
        'Turn off stove and valve; light nothing until the gas is back. If you smell gas, open the windows, go outside, and call the number on duty from there.',
      severity: 'serious',
      hours: 6,
    },
    lift: {
      title: 'The lift is out of service',
      advice:
        'Take the stairs, and look after old people and children. If you need a hand up or down, call the number on duty.',
      severity: 'notable',
      hours: 8,
    },
    'fire-safety': {
      title: 'Fire: leave now',
      advice:
        'Take the stairs, not the lift; go low with a wet towel over mouth and nose. If you cannot get out, shut the door, seal the gaps, call from the window and dial 119.',
      severity: 'dangerous',
      hours: null,
    },
    'burst-pipe': {
      title: 'A pipe has burst; it is being repaired',
      advice:
        'Draw some water now. On low floors and in basements, raise your things and unplug sockets near the ground. Move cars out of standing water.',
      severity: 'serious',
      hours: 6,
    },
    storm: {
      title: 'A storm is coming',
      advice:
        'Bring in flowerpots and loose things, close doors and windows, stay in if you can; do not stop under trees or signs, and park on high ground.',
      severity: 'dangerous',
      hours: 24,
    },
    road: {
      title: 'A road is closed for a while',
      advice:
        'Please go another way. If you need an ambulance or a fire engine, call the number on duty first: we will lead it in.',
      severity: 'notable',
      hours: 12,
    },
    other: { title: '', advice: '', severity: 'notable', hours: null },
  },
)

const zh = {
  title: '紧急通知',
  intro: '停水停电、爆管、大风：发给哪几处，多久，怎么办，找谁。发出后随时报进展，恢复了要解除。',
  issue: '发紧急通知',
  running: '正在进行',
  lifted: '已经解除',
  none: '眼下没有正在进行的紧急通知。',
  noneLifted: '还没有发过。',
  late: '已过预计时间',
  reached: (n: number, all: number) => `已到 ${n} / ${all} 户`,
  known: (known: number, viewed: number) => `另有 ${known} 部手机点了知道了，${viewed} 部看过`,
  issueTitle: '发紧急通知',
  issueIntro: '选一种，文字就有了，改一改就能发。发出后，范围里的点位页面和大屏马上显示。',
  kind: '什么事',
  severity: '轻重',
  where: '哪几处',
  whereHint: '可以选多处；选居民区就是全部',
  wholeCommunity: (name: string) => `${name}（全部）`,
  titleField: '标题',
  advice: '请居民怎么做',
  adviceHint: '不写个人姓名；电话填在下面，文字里的手机号和门牌会打码。',
  from: '什么时候开始',
  fromHint: '不填就是现在',
  until: '预计什么时候结束',
  untilHint: '说不准就空着',
  contact: '找谁',
  byDuty: '按值班表',
  phone: '值班电话',
  phoneHint: '居民都能看到，请填值班的号码，不填个人的；不填就用单位登记的。',
  send: '发出去',
  back: '紧急通知',
  commands: {
    progress: '报进展',
    end: '改预计时间',
    correct: '更正',
    lift: '解除',
  } as Readonly<Record<AlertCommandName, string>>,
  progressText: '现在怎么样了',
  progressHint: '比如：抢修队到场，正在开挖',
  reason: '为什么',
  correctAdvice: '改成怎么做',
  correctReason: '哪里写错了',
  liftWords: '给大家的一句话',
  liftHint: '比如：已经通水，头几分钟水会浑，请放一放',
  done: (act: string) => `已记下：${act}`,
  story: '经过',
  facts: '内容',
  share: '发到群里的话',
  copy: '复制',
  copied: '已复制',
  publicPage: '看居民看到的页面',
  seen: '谁看到了',
  seenHint: '户数按登录看过和楼组长当面告诉的算；没登录的手机按扫的码归到楼道。没通知到的门牌号只有楼组长看得到。',
  stair: '楼道',
  units: '户数',
  reachedColumn: '已通知到',
  knownColumn: '点了知道了',
  viewedColumn: '看过的手机',
  noStairs: '范围里没有登记户。',
}

const en: typeof zh = {
  title: 'Urgent notices',
  intro:
    'Water, power, a burst pipe, a storm: where, how long, what to do, whom to call. Tell how it goes, and lift it when it is over.',
  issue: 'Issue a notice',
  running: 'Running',
  lifted: 'Over',
  none: 'No urgent notice is running.',
  noneLifted: 'None yet.',
  late: 'past its expected end',
  reached: (n, all) => `${n} of ${all} households reached`,
  known: (known, viewed) => `besides, ${known} phones said that they know and ${viewed} saw it`,
  issueTitle: 'Issue an urgent notice',
  issueIntro:
    'Choose a kind and the words are there; change what you like and send. The pages of the places in it and the big screen show it at once.',
  kind: 'What happened',
  severity: 'How grave',
  where: 'Where',
  whereHint: 'Several may be chosen; the community means all of it',
  wholeCommunity: (name) => `${name} (all of it)`,
  titleField: 'Title',
  advice: 'What residents should do',
  adviceHint: 'No names of people. The number goes below: mobile numbers and doors in the text are masked.',
  from: 'From when',
  fromHint: 'Empty: from now on',
  until: 'Expected end',
  untilHint: 'Empty if nobody can say',
  contact: 'Whom to call',
  byDuty: 'By the duty roster',
  phone: 'Number on duty',
  phoneHint:
    'Everybody sees it: a number of the duty, not somebody’s own. Empty: the number that the party has registered.',
  send: 'Send it out',
  back: 'Urgent notices',
  commands: { progress: 'Tell progress', end: 'Move the end', correct: 'Correct', lift: 'Lift' },
  progressText: 'How it stands now',
  progressHint: 'For example: the repair crew is here and digging',
  reason: 'Why',
  correctAdvice: 'What to do instead',
  correctReason: 'What was wrong',
  liftWords: 'A word to everybody',
  liftHint: 'For example: the water is back; let it run for a few minutes',
  done: (act) => `Done: ${act}`,
  story: 'How it went',
  facts: 'What it says',
  share: 'To paste into the group',
  copy: 'Copy',
  copied: 'Copied',
  publicPage: 'The page that residents see',
  seen: 'Who has seen it',
  seenHint:
    'Households count when somebody signed in has seen it or a building leader told them. Phones without an account count for the stairway whose code they scanned. Doors not reached are shown to building leaders only.',
  stair: 'Stairway',
  units: 'Households',
  reachedColumn: 'Reached',
  knownColumn: 'Phones that know',
  viewedColumn: 'Phones that saw it',
  noStairs: 'No households are registered there.',
}

export const alertDeskWords = dictionary(zh, en)
