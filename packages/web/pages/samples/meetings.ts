// An invented meeting for the samples: called, sitting, over; about a public matter and about one that is not.
import type { PublicMeeting } from '@yishi/contract/meeting-pages'
import type { Pages } from '@yishi/contract/pages'
import { MORE_THAN_HALF, type Quorum } from '@yishi/domain/meeting'
import { COMMUNITY } from './matters.ts'
import { patternOf } from './pictures.ts'

const WHEN = '2026-11-30T11:00:00.000Z'
const SEATS = [
  { key: 'branch', names: { zh: '社区党组织', en: 'Party organisation' }, must: true },
  { key: 'owners', names: { zh: '业委会', en: 'Owners’ committee' }, must: false },
  { key: 'property', names: { zh: '物业公司', en: 'Property company' }, must: true },
  { key: 'neighbours', names: { zh: '居民代表', en: 'Residents' }, must: false },
]
const place = (number: number, seat: string, party: string | null, taken = false) => ({ number, seat, party, taken })
const PLACES = [
  place(1, 'branch', '阳光社区党总支', true),
  place(2, 'owners', '阳光花园业委会'),
  place(3, 'property', '安居物业', true),
  place(4, 'neighbours', null),
  place(5, 'neighbours', null),
]
const SHARE = { seat: null, members: null, ...MORE_THAN_HALF }
const quorum = (present: number): Quorum => ({
  quorate: present > 2,
  requirements: [
    { kind: 'people', needed: 2, present, met: present > 1 },
    { kind: 'seat', seat: 'branch', met: true },
    { kind: 'share', share: SHARE, due: 5, needed: 3, present, met: present > 2 },
  ],
})

const OPTIONS = [
  {
    number: 4,
    item: 1,
    title: '全部换成声控灯',
    pros: ['省电', '晚上有人走才亮'],
    cons: ['要重新布线，工期一周'],
    cost: '24000.00',
    by: '物业公司',
  },
  {
    number: 5,
    item: 1,
    title: '先修坏的，坏一盏换一盏',
    pros: ['花钱少'],
    cons: ['过几个月还会坏'],
    cost: '3600.00',
    by: '居民代表',
  },
]

const talk: NonNullable<PublicMeeting['talk']> = {
  title: '楼道灯怎么换',
  matter: { code: 'YL8K3M', title: '3 号楼二单元楼道灯不亮' },
  agenda: [
    { item: 1, text: '换什么灯' },
    { item: 2, text: '谁来换，什么时候换好' },
  ],
  now: null,
  options: [],
  resolutions: [],
  votes: [],
  result: null,
  quorate: false,
  minutes: null,
  earlier: [],
}

const called: PublicMeeting = {
  code: 'k7m2p9q4r1',
  community: COMMUNITY,
  status: 'called',
  format: 'joint',
  when: WHEN,
  where: '居委会二楼会议室',
  round: 1,
  cancelled: null,
  seats: SEATS,
  places: PLACES.map((each) => ({ ...each, taken: false })),
  quorum: quorum(0),
  signIn: 'not-yet',
  signInOpens: '2026-11-30T09:00:00.000Z',
  talk,
  asOf: '2026-11-27T02:00:00.000Z',
}
const sitting: PublicMeeting = {
  ...called,
  status: 'sitting',
  round: 2,
  places: PLACES,
  quorum: quorum(2),
  signIn: 'open',
  talk: {
    ...talk,
    now: 1,
    options: OPTIONS,
    votes: [{ number: 8, item: 1, poll: 'pol_light', question: '换哪种灯？', result: null }],
    earlier: [
      {
        meeting: 'mtg_0',
        code: 'a1b2c3d4e5',
        title: talk.title,
        format: 'neighbourhood-spot',
        when: '2026-11-23T11:00:00.000Z',
        where: '3 号楼门厅',
        status: 'minuted',
        quorate: true,
        result: 'not-agreed',
      },
    ],
  },
  asOf: '2026-11-30T11:20:00.000Z',
}
const SHADES = ['乳白', '磨砂']
const minuted: PublicMeeting = {
  ...sitting,
  status: 'minuted',
  signIn: 'over',
  quorum: quorum(3),
  talk: {
    ...sitting.talk!,
    now: null,
    votes: [
      {
        number: 8,
        item: 1,
        poll: 'pol_light',
        question: '换哪种灯？',
        result: {
          passed: true,
          counts: [
            { mark: 'option-1', text: '全部换成声控灯', heads: 14 },
            { mark: 'option-2', text: '先修坏的，坏一盏换一盏', heads: 3 },
            { mark: 'abstain', text: '', heads: 1 },
          ],
        },
      },
      {
        number: 9,
        item: 1,
        poll: 'pol_shade',
        question: '灯罩用哪两种？觉得行的都举手',
        result: {
          passed: true,
          chosen: SHADES,
          counts: SHADES.map((text, index) => ({ mark: `option-${index + 1}`, text, heads: 15 - 4 * index })),
        },
      },
    ],
    result: 'agreed',
    quorate: true,
    resolutions: [
      {
        number: 6,
        text: '全部换成声控灯，分两批换',
        task: { partyName: '安居物业', what: '换十二盏声控灯', by: '2026-12-10' },
      },
      { number: 7, text: '换灯那几天，楼组长在群里提前说一声', task: null },
    ],
    minutes:
      '楼道灯怎么换 纪要\n\n时间：2026 年 11 月 30 日（周一）19:00 至 20:05\n地点：居委会二楼会议室\n主持：王**\n到会：社区党组织 王**；物业公司 安居物业 李**\n\n结果：大家谈妥了，照议定的办。',
  },
  asOf: '2026-12-02T02:00:00.000Z',
}

const draft = { place: '', name: '', household: '', door: '402913', problems: {} }

export const meetingSamples: Readonly<Record<string, Pages['meeting']>> = {
  called: { meeting: called, draft, said: null },
  sitting: { meeting: sitting, draft, said: null },
  wrong: {
    meeting: sitting,
    draft: {
      place: '3',
      name: '',
      household: '',
      door: '12',
      problems: { place: 'seat-taken', name: 'missing', door: 'wrong-door-code' },
    },
    said: null,
  },
  'signed-in': { meeting: sitting, draft, said: 'signed-in' },
  minuted: { meeting: minuted, draft, said: null },
  cancelled: { meeting: { ...called, status: 'cancelled', cancelled: '那天停电', signIn: 'over' }, draft, said: null },
  'not-public': { meeting: { ...sitting, talk: null }, draft, said: null },
}

const paper: Pages['meeting-paper'] = {
  sheet: 'sign-in',
  meeting: {
    meeting: 'mtg_1',
    title: talk.title,
    when: WHEN,
    where: called.where,
    format: 'joint',
    status: 'called',
    seats: SEATS,
    invited: PLACES.map(({ number, seat, party, taken }) => ({
      number,
      seat,
      party,
      name: party ?? '',
      attendee: taken ? number : null,
    })),
    present: [
      { number: 1, invitee: 1, name: '王芳', household: '', way: 'desk', at: WHEN },
      { number: 2, invitee: null, name: '张桂英', household: '3 号楼 502', way: 'phone', at: WHEN },
    ],
    chair: null,
    minutes: null,
    signatures: [],
    qr: patternOf('meeting'),
  },
  community: COMMUNITY,
  asOf: '2026-11-27T02:00:00.000Z',
}

export const meetingPaperSamples: Readonly<Record<string, Pages['meeting-paper']>> = {
  'sign-in': paper,
  minutes: {
    ...paper,
    sheet: 'minutes',
    meeting: {
      ...paper.meeting,
      status: 'closed',
      chair: 1,
      minutes: { version: 2, text: minuted.talk!.minutes!.replaceAll('*', '某') },
      signatures: [{ attendee: 1, noted: true }],
    },
  },
}

/** On the page of a matter: one that was held, and one to come. */
export const meetingLines: Pages['follow']['view']['meetings'] = [
  ...sitting.talk!.earlier,
  {
    ...sitting.talk!.earlier[0]!,
    meeting: 'mtg_1',
    code: called.code,
    when: WHEN,
    where: called.where,
    format: 'joint',
    status: 'called',
    quorate: false,
    result: null,
  },
]
