// The words of patrol: today's round, a note in twenty seconds, and how far what the phone holds has got.
import type { Todo } from '@yishi/contract/patrol'
import { type Dictionary, dictionary } from './dictionary.ts'

type Words = {
  readonly title: string
  readonly lead: (rounds: number, seen: number) => string
  readonly noRounds: string
  readonly note: string
  readonly noteHere: string
  readonly where: string
  readonly otherPlaces: (n: number) => string
  readonly what: string
  readonly ownWords: string
  readonly commons: readonly string[]
  readonly text: string
  readonly textHint: string
  readonly textMissing: string
  readonly photosHint: string
  readonly settled: string
  readonly send: string
  readonly rounds: string
  readonly look: string
  readonly noteThere: string
  readonly at: (label: string, place: string) => string
  readonly today: string
  readonly never: string
  readonly days: (n: number) => string
  readonly moreRounds: (n: number) => string
  readonly todos: Record<Todo, string>
  readonly due: (at: string) => string
  readonly overdue: (at: string) => string
  readonly elsewhere: string
  readonly own: string
  readonly seenAt: (at: string) => string
  readonly handedOver: string
  readonly said: Record<'looked' | 'noted' | 'handed-over', string>
  readonly phone: string
  readonly here: string
  readonly sending: string
  readonly arrived: string
  readonly toDesk: string
  readonly signedOut: string
  readonly signIn: string
  readonly sendNow: string
  readonly copy: string
  readonly again: string
  readonly drop: string
  readonly sure: string
  readonly looked: string
}

export const patrolWords: Dictionary<Words> = dictionary<Words>(
  {
    title: '巡查',
    lead: (rounds, seen) => `今天 ${rounds} 个楼道，看过 ${seen} 个`,
    noRounds: '您现在没有负责的楼道。手机上还没送出的记录，会照样送到居委会。',
    note: '随手记一条',
    noteHere: '巡查：在这里记一条',
    where: '在哪里？',
    otherPlaces: (n) => `其他 ${n} 个楼道`,
    what: '看到什么？',
    ownWords: '自己写',
    commons: ['楼道堆物', '灯不亮', '电瓶车进楼', '垃圾没清', '门禁坏了', '墙皮脱落', '漏水', '消防设施坏了'],
    text: '几个字说清楚',
    textHint: '选了上面的，可以不写',
    textMissing: '选一样，或写几个字',
    photosHint: '可以不拍',
    settled: '当场解决了',
    send: '记下',
    rounds: '今天的楼道',
    look: '看过了，没有问题',
    noteThere: '记一条',
    at: (label, place) => `${label}：${place}`,
    today: '今天看过',
    never: '还没有看过',
    days: (n) => (n === 1 ? '昨天看过' : `${n} 天没有看了`),
    moreRounds: (n) => `其余 ${n} 个楼道`,
    todos: { order: '派给您的', revisit: '要回头看', received: '刚上报', open: '正在办' },
    due: (at) => `${at} 前`,
    overdue: (at) => `已超时，应在 ${at} 前`,
    elsewhere: '别处的事',
    own: '今天记下的',
    seenAt: (at) => `看到：${at}`,
    handedOver: '已交居委会',
    said: {
      looked: '记下了：看过，没有问题。',
      noted: '记下了，已经送到。',
      'handed-over': '这里现在由别人负责，您记的已交给居委会接着办。',
    },
    phone: '这部手机上',
    here: '在这部手机上，连上网就送出',
    sending: '正在送出…',
    arrived: '已送到',
    toDesk: '这里现在由别人负责，已交给居委会',
    signedOut: '登录过期了，请重新登录；记录还在手机上',
    signIn: '重新登录',
    sendNow: '现在送出',
    copy: '复制文字',
    again: '再送一次',
    drop: '删掉',
    sure: '删掉就找不回来了，确定吗？',
    looked: '看过了，没有问题',
  },
  {
    title: 'Patrol',
    lead: (rounds, seen) => `${rounds} stairways today, ${seen} looked at`,
    noRounds: 'You have no round now. What this phone still holds will reach the committee all the same.',
    note: 'Note something',
    noteHere: 'Patrol: note something here',
    where: 'Where?',
    otherPlaces: (n) => `${n} other stairways`,
    what: 'What did you see?',
    ownWords: 'In my own words',
    commons: [
      'Things in the stairway',
      'Light out',
      'E-bike indoors',
      'Rubbish',
      'Door lock broken',
      'Plaster coming off',
      'Leak',
      'Fire equipment broken',
    ],
    text: 'A few words',
    textHint: 'Not needed if one above says it',
    textMissing: 'Choose one, or write a few words',
    photosHint: 'Not needed',
    settled: 'Settled on the spot',
    send: 'Note it',
    rounds: 'Today’s stairways',
    look: 'Looked, all in order',
    noteThere: 'Note something',
    at: (label, place) => `${label}: ${place}`,
    today: 'Looked at today',
    never: 'Never looked at',
    days: (n) => (n === 1 ? 'Looked at yesterday' : `Not looked at for ${n} days`),
    moreRounds: (n) => `${n} more stairways`,
    todos: { order: 'Handed to you', revisit: 'To revisit', received: 'Just raised', open: 'In hand' },
    due: (at) => `by ${at}`,
    overdue: (at) => `overdue since ${at}`,
    elsewhere: 'Elsewhere',
    own: 'Noted today',
    seenAt: (at) => `Seen ${at}`,
    handedOver: 'With the committee',
    said: {
      looked: 'Noted: looked, all in order.',
      noted: 'Noted and arrived.',
      'handed-over': 'Somebody else has this round now; the committee goes on with your note.',
    },
    phone: 'On this phone',
    here: 'On this phone; sent once there is a network',
    sending: 'Sending…',
    arrived: 'Arrived',
    toDesk: 'Somebody else has this round now; the committee has your note',
    signedOut: 'Please sign in again; the notes are still on this phone',
    signIn: 'Sign in again',
    sendNow: 'Send now',
    copy: 'Copy the words',
    again: 'Send again',
    drop: 'Delete',
    sure: 'Once deleted it is gone. Are you sure?',
    looked: 'Looked, all in order',
  },
)
