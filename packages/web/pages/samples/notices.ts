// Invented notices for the samples: one that hangs with an objection waiting, one that is over with its result, one withdrawn.
import type { NoticePages, PublicNotice } from '@yishi/contract/notice'
import { AS_OF, COMMUNITY } from './matters.ts'
import { STAIRS, patternOf } from './pictures.ts'

const TOKEN = 'v7Yx2mQe9hTzKp4wR8sNcA'
const hanging: PublicNotice = {
  notice: 'ntc_camphor',
  number: { year: 2026, count: 11 },
  kind: 'plan',
  title: '3 号楼北侧香樟移栽方案',
  status: 'hanging',
  hungAt: '2026-11-18T02:00:00.000Z',
  lastDay: '2026-11-25',
  endsAt: '2026-11-25T16:00:00.000Z',
  daysLeft: 5,
  objections: { lodged: 1, answered: 1, upheld: 0 },
  community: COMMUNITY,
  signer: '阳光社区居委会',
  text: '各位居民：\n3 号楼北侧两棵香樟长到四楼窗前，影响采光。经楼组两次商议、绿化部门现场查看，拟移到中心花园东侧，费用由物业承担。\n现将方案公示如下。',
  figures: [
    { what: '移栽香樟', kind: 'count', value: '2', unit: '棵' },
    { what: '费用', kind: 'money', value: '3600.00' },
  ],
  photos: [STAIRS],
  basis: null,
  spots: ['阳光花园', '门卫公告栏'],
  answers: [{ answer: '移栽时避开早晚高峰，当天恢复路面。', upheld: false, at: '2026-11-20T02:00:00.000Z' }],
  blocks: true,
  resultOf: null,
  result: null,
  fingerprint: { leaf: '8f3a91c204be77d1', size: 1024, root: '0ac5186a91863e8e' },
}
const over: PublicNotice = {
  ...hanging,
  status: 'told',
  daysLeft: 0,
  basis: 'committee-agenda',
  objections: { lodged: 0, answered: 2, upheld: 1 },
  answers: [...hanging.answers, { answer: '改移到西侧，不挡晾衣架。', upheld: true, at: '2026-11-21T02:00:00.000Z' }],
  result: 'ntc_result',
  fingerprint: { leaf: '8f3a91c204be77d1', size: null, root: null },
}
const empty = {
  draft: { text: '', name: '', phone: '' },
  problems: {},
  refused: null,
  key: 'k-9',
  asOf: AS_OF,
} as const

const proof: NoticePages['notice-check']['proof'] = {
  wording: { title: hanging.title, text: hanging.text, figures: [], photos: [] },
  salt: '00'.repeat(32),
  leaf: '{}',
  inclusion: null,
  checkpoint: null,
}
const check: NoticePages['notice-check'] = {
  notice: hanging,
  checks: { wording: true, included: true, signed: true },
  proof,
  fingerprint: hanging.fingerprint!,
  url: 'https://yishi.example/api/notices/ntc_camphor/proof',
}
const objection: NoticePages['objection']['objection'] = {
  notice: { id: hanging.notice, title: hanging.title, over: false },
  community: COMMUNITY,
  status: 'lodged',
  text: '移到东侧会挡住二楼的晾衣架，能不能移到西侧？',
  lodgedAt: '2026-11-21T01:00:00.000Z',
  answer: null,
  upheld: null,
  answeredAt: null,
}
const receipt = { url: `https://yishi.example/o/${TOKEN}`, qr: patternOf(TOKEN), proof: 'YISHI1.eyJ.c2ln' }

export const noticeSamples: { readonly [Key in keyof NoticePages]: Readonly<Record<string, NoticePages[Key]>> } = {
  notice: {
    hanging: { notice: hanging, ...empty },
    quiet: {
      notice: {
        ...hanging,
        daysLeft: 1,
        objections: { lodged: 0, answered: 0, upheld: 0 },
        answers: [],
        photos: [],
        figures: [],
      },
      ...empty,
    },
    over: { notice: over, ...empty },
    withdrawn: {
      notice: { ...hanging, status: 'withdrawn', daysLeft: 0, text: '', figures: [], photos: [] },
      ...empty,
    },
    wrong: {
      notice: hanging,
      ...empty,
      draft: { text: '', name: '张三', phone: '12' },
      problems: { text: 'missing', phone: 'not-a-phone' },
    },
    late: {
      notice: { ...hanging, status: 'elapsed', daysLeft: 0 },
      ...empty,
      draft: { text: '移到东侧会挡住晾衣架。', name: '', phone: '' },
      refused: 'period-over',
    },
  },
  'notice-check': {
    holds: check,
    early: { ...check, checks: { wording: true, included: null, signed: null }, fingerprint: over.fingerprint! },
    broken: { ...check, checks: { wording: false, included: true, signed: false } },
  },
  objection: {
    receipt: { objection, token: TOKEN, receipt, asOf: AS_OF },
    answered: {
      objection: {
        ...objection,
        status: 'answered',
        answer: '改移到西侧，不挡晾衣架。',
        upheld: true,
        answeredAt: '2026-11-21T05:00:00.000Z',
      },
      token: TOKEN,
      receipt: null,
      asOf: AS_OF,
    },
    'taken-back': { objection: { ...objection, status: 'taken-back' }, token: TOKEN, receipt: null, asOf: AS_OF },
  },
}
