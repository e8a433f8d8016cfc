// Words for the desk where claims to own a unit are checked.
import type { ClaimFile, ClaimLine } from '@yishi/contract/identity'
import { dictionary } from './dictionary.ts'

type Fit = ClaimFile['owners'][number]['fit']

const zh = {
  title: '业主认领',
  intro: '居民说“这是我家的房子”，在这里对照花名册核对一次。核对好了，这个手机号就是花名册上的这位业主，能在网上投票。',
  none: '没有要核对的认领',
  waiting: '等您核对',
  decided: '近三十天有结果的',
  look: '核对',
  lookAt: (place: string) => `核对：${place}`,
  status: {
    pending: '待核对',
    confirmed: '已确认',
    refused: '未确认',
    withdrawn: '已撤回',
    lapsed: '过期',
  } as Readonly<Record<ClaimLine['status'], string>>,
  fits: {
    one: '姓名对得上',
    none: '姓名对不上',
    several: '有同名的',
    'no-door': '花名册上没有这个门牌',
  } as Readonly<Record<NonNullable<ClaimLine['fit']>, string>>,
  doubted: '同户业主不认识',
  rivals: (count: number) => `同一户还有 ${count} 份`,
  lapses: (at: string) => `${at} 过期`,
  said: '居民写的',
  place: '房子',
  name: '姓名',
  phone: '手机（已验证）',
  roster: '花名册上的业主',
  noOwners: '这个门牌在花名册上没有业主。先在“导入”里改好花名册，再来确认；或者写明理由不同意。',
  share: (share: string) => `份额 ${share}`,
  fit: {
    name: (fits: boolean): string => (fits ? '✓ 姓名一致' : '✗ 姓名不一致'),
    phone: { none: '– 花名册上没有手机号', same: '✓ 手机号一致', other: '✗ 花名册上是另一个号' } as Readonly<
      Record<Fit['phone'], string>
    >,
    account: {
      none: '– 还没有账号',
      own: '✓ 就是这个账号',
      living: '✗ 已有别的账号在用',
      closed: '– 原账号已停用',
    } as Readonly<Record<Fit['account'], string>>,
  },
  finding: (holds: boolean, by: string): string => `${by}：${holds ? '姓名与手机号一致' : '姓名与手机号不一致'}`,
  which: '是哪一位',
  how: '怎么核对的',
  hows: {
    certificate: '看了房产证和身份证',
    'in-person': '当面见了本人',
    called: '打了花名册上的电话',
    known: '多年的老邻居，认得',
  },
  confirmedHow: (how: string) => `核对方式：${how}`,
  coOwner: '同一套房子的业主确认',
  reason: '理由',
  reasonHint: '和花名册对不上，或者要从别的账号换过来，要写明理由；原来的账号会收到通知。',
  refuseReason: '为什么不同意',
  refuseHint: '居民会看到这句话。请不要写这套房子登记在谁名下。',
  refuseExample: '您写的和花名册对不上，请带身份证和房产证到居委会核对。',
  confirm: '确认是这位业主',
  refuse: '不同意',
  own: '这是您自己的认领，请同事来核对。',
  done: (place: string) => `已办：${place}`,
  badge: (count: number) => `${count} 份待核对`,
}

const en: typeof zh = {
  title: 'Home claims',
  intro:
    'A resident says “this is my home”: compare it with the roster, once. Confirmed, their number is this owner’s, and they can vote online.',
  none: 'No claim waits',
  waiting: 'Waiting for you',
  decided: 'Decided in the last thirty days',
  look: 'Check',
  lookAt: (place) => `Check: ${place}`,
  status: {
    pending: 'Waiting',
    confirmed: 'Confirmed',
    refused: 'Not confirmed',
    withdrawn: 'Taken back',
    lapsed: 'Lapsed',
  },
  fits: { one: 'Name fits', none: 'Name does not fit', several: 'Namesakes', 'no-door': 'No such door on the roster' },
  doubted: 'Doubted by an owner',
  rivals: (count) => `${count} more for this door`,
  lapses: (at) => `lapses ${at}`,
  said: 'What the resident wrote',
  place: 'Home',
  name: 'Name',
  phone: 'Phone (proved)',
  roster: 'Owners on the roster',
  noOwners:
    'The roster has no owner for this door. Correct it by “Import” first and then confirm; or refuse and say why.',
  share: (share) => `share ${share}`,
  fit: {
    name: (fits) => (fits ? '✓ name fits' : '✗ another name'),
    phone: { none: '– no number on the roster', same: '✓ same number', other: '✗ another number on the roster' },
    account: {
      none: '– no account yet',
      own: '✓ this very account',
      living: '✗ another account uses it',
      closed: '– its account is closed',
    },
  },
  finding: (holds, by) =>
    `${by}: ${holds ? 'name and number belong together' : 'name and number do not belong together'}`,
  which: 'Which of them',
  how: 'How you made sure',
  hows: {
    certificate: 'Saw certificate and identity card',
    'in-person': 'Met them in person',
    called: 'Called the number on the roster',
    known: 'Have known them for years',
  },
  confirmedHow: (how) => `Checked: ${how}`,
  coOwner: 'confirmed by another owner of the home',
  reason: 'Reason',
  reasonHint: 'Needed where it does not fit the roster or another account loses the home; that account is told.',
  refuseReason: 'Why not',
  refuseHint: 'The resident reads this. Do not write in whose name the home is.',
  refuseExample: 'This does not fit the roster. Please bring your identity card and certificate to the committee.',
  confirm: 'Confirm as this owner',
  refuse: 'Refuse',
  own: 'This is your own claim: a colleague has to check it.',
  done: (place) => `Done: ${place}`,
  badge: (count) => `${count} to check`,
}

export const consoleIdentityWords = dictionary(zh, en)
