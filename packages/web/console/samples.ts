// Sample answers in the shape of the contract, for working on screens without a server; never part of the bundle.
import type { Me, Message, Party } from '@yishi/contract/account'
import type { Board, BoardRow, ClockView, MatterFile, StoryItem } from '@yishi/contract/matter'

const HOUR = 3_600_000
const now = Date.now()
const at = (hours: number): string => new Date(now + hours * HOUR).toISOString()

export const me: Me = {
  person: 'per_1',
  name: '李敏',
  hats: [
    {
      role: 'staff',
      community: 'com_1',
      communityName: '阳光社区',
      node: null,
      nodeName: null,
      party: 'pty_1',
      partyName: '阳光居委会',
    },
    {
      role: 'grid-worker',
      community: 'com_1',
      communityName: '阳光社区',
      node: 'nod_2',
      nodeName: '第二网格',
      party: null,
      partyName: null,
    },
  ],
  communities: [{ id: 'com_1', name: '阳光社区', streetOffice: '翠湖街道' }],
}

const clock = (left: number, limit = 48): ClockView => ({
  kind: 'finish',
  limit: `PT${limit}H`,
  startedAt: at(left - limit),
  due: at(left),
  light: left < 0 ? 'bad' : left < 6 ? 'warn' : 'ok',
  overdue: left < 0,
  ms: Math.abs(left) * HOUR,
  share: Math.min(1, (limit - left) / limit),
  paused: null,
  provisional: false,
  met: null,
})

type Told = [title: string, kind: BoardRow['kind'], place: string, party: string | null, left: number | null]
const TOLD: readonly Told[] = [
  ['地下车库 B2 渗水', 'repair', '5 号楼地库', '安居物业', -6.2],
  ['消防通道被车辆占用', 'fire-safety', '北门', '安居物业', -2.1],
  ['3 号楼二单元楼道灯不亮', 'lighting', '3 号楼', '安居物业', 1.67],
  ['电梯异响', 'lift', '8 号楼', '通力维保', 5.02],
  ['北门口垃圾桶满溢', 'sanitation', '北门', null, 18.3],
  ['楼顶漏水影响 601 室', 'repair', '6 号楼', null, 26.1],
  ['广场舞音量过大', 'noise', '中心广场', '业委会', 31.5],
  ['充电桩跳闸', 'parking', '地库 A 区', '安居物业', 40],
  ['健身器材松动', 'facilities', '中心广场', '安居物业', null],
  ['快递柜屏幕黑屏', 'facilities', '南门', '丰巢', null],
]

const phaseOf = (left: number | null, party: string | null, index: number): BoardRow['phase'] => {
  if (left !== null) return party ? 'in-hand' : 'received'
  return index === TOLD.length - 1 ? 'closed' : 'to-rate'
}

const rows: BoardRow[] = TOLD.map(([title, kind, place, party, left], index) => ({
  matter: `mat_${index + 1}`,
  code: `YG${2611_001 + index}`,
  title,
  notes: index === 0 ? ['listed', 'nudged'] : index === 3 ? ['escalated'] : [],
  kind,
  level: 'II',
  colour: 'yellow',
  size: 'small',
  place,
  handler: index % 2 ? '陈刚' : '李敏',
  party,
  phase: phaseOf(left, party, index),
  stage: { zh: '办理', en: 'Doing' },
  clock: left === null ? null : clock(left),
  raisedAt: at(-30 + index),
  photos: index % 4,
  rating: index === TOLD.length - 1 ? 5 : null,
  listed: index === 0,
  escalation: index === 0 ? 1 : 0,
}))

export const board: Board = {
  rows,
  total: rows.length,
  counts: { overdue: 2, dueSoon: 2, onTime: 5, received: 3, closed: 1, keptInTime: 0.964 },
  asOf: at(0),
}

const told = (type: string, hours: number, more: Partial<StoryItem> = {}): StoryItem => ({
  at: at(hours),
  type,
  by: { name: '李敏', party: '阳光居委会' },
  text: null,
  stage: null,
  outcome: null,
  photos: [],
  figures: [],
  facts: {},
  ...more,
})

export const matterFile: MatterFile = {
  matter: 'mat_3',
  code: 'YG2611003',
  community: { id: 'com_1', name: '阳光社区' },
  title: '3 号楼二单元楼道灯不亮',
  text: '三楼到五楼的楼道灯都不亮了，老人晚上回家怕摔。',
  place: '3 号楼二单元',
  channel: 'code',
  publicity: 'nameless',
  raiser: { name: '张**', phone: '138****5678' },
  raisedAt: at(-46),
  photos: [],
  sorting: { level: 'II', colour: 'yellow', size: 'small', kind: 'lighting' },
  suggestion: {
    level: 'II',
    colour: 'yellow',
    size: 'small',
    kind: 'lighting',
    why: ['楼道灯', '不亮'],
  },
  procedure: {
    key: 'one-matter',
    version: 1,
    names: { zh: '一事一议一跟踪', en: 'One matter, one talk, one follow-up' },
  },
  stage: { key: 'do', act: 'do', names: { zh: '办理', en: 'Doing' }, visit: 1 },
  phase: 'in-hand',
  status: 'open',
  end: null,
  responsible: { name: '周师傅', party: '安居物业', area: '3 号楼', phone: '13900001234' },
  clocks: [clock(1.67), { ...clock(20, 72), kind: 'feed-back' }],
  dueAt: at(1.67),
  orders: [
    {
      order: 'ord_1',
      party: 'pty_2',
      partyName: '安居物业',
      lead: true,
      task: '更换三至五楼声控灯，检查线路',
      status: 'accepted',
      placedAt: at(-40),
      reason: null,
      whistled: false,
      figures: [{ what: '更换灯具', kind: 'count', value: '3', unit: '盏' }],
      may: ['report', 'complete', 'transfer'],
    },
    {
      order: 'ord_2',
      party: 'pty_3',
      partyName: '街道城管办',
      lead: false,
      task: '查看外墙线缆',
      status: 'declined',
      placedAt: at(-39),
      reason: '不在职责范围',
      whistled: true,
      figures: [],
      may: [],
    },
  ],
  story: [
    told('MatterRaised', -46, { by: { name: '张**', party: null } }),
    told('MatterSorted', -44, { facts: { level: 'II', colour: 'yellow', size: 'small', kind: 'lighting' } }),
    told('OrdersPlaced', -40, { facts: { party: '安居物业' }, text: '更换三至五楼声控灯，检查线路' }),
    told('OrderAccepted', -39, { by: { name: '周师傅', party: '安居物业' }, facts: { party: '安居物业' } }),
    told('ProgressReported', -20, {
      by: { name: '周师傅', party: '安居物业' },
      text: '三楼已换好，四楼五楼等灯具到货。',
      figures: [{ what: '更换灯具', kind: 'count', value: '1', unit: '盏' }],
    }),
  ],
  outcomes: [
    {
      key: 'done',
      names: { zh: '办好了', en: 'Done' },
      taken: 'itself',
      open: false,
      waitsFor: ['orders-done', 'evidence-attached'],
    },
    { key: 'talk', names: { zh: '需要商议', en: 'Needs talking over' }, taken: 'choice', open: true, waitsFor: [] },
  ],
  ahead: [
    { act: 'rate', names: { zh: '评价', en: 'Rating' } },
    { act: 'revisit', names: { zh: '回访', en: 'Revisit' } },
    { act: 'close', names: { zh: '销号', en: 'Close' } },
  ],
  links: [{ code: 'YG2609017', title: '3 号楼一单元楼道灯闪', relation: 'similar' }],
  listed: false,
  escalation: 0,
  may: [
    'sort',
    'place-orders',
    'record-talk',
    'sign',
    'answer',
    'rate',
    'revisit',
    'codify',
    'take-outcome',
    'pause',
    'resume',
    'list',
    'unlist',
    'remark',
    'nudge',
    'correct',
    'link',
    'reopen',
  ],
  revision: 7,
  asOf: at(0),
}

export const parties: Party[] = [
  { id: 'pty_1', name: '阳光居委会', role: 'staff', phone: '021-55550101' },
  { id: 'pty_2', name: '安居物业', role: 'property', phone: '021-55550102' },
  { id: 'pty_3', name: '街道城管办', role: 'department', phone: null },
  { id: 'pty_4', name: '翠湖街道办事处', role: 'street-office', phone: '021-55550100' },
]

export const inbox: Message[] = [
  {
    id: 'msg_1',
    at: at(-1),
    title: '快到期：3 号楼二单元楼道灯不亮',
    text: '还剩 1 小时 40 分，请提醒安居物业。',
    link: '/console/matters/mat_3',
    read: false,
  },
  {
    id: 'msg_2',
    at: at(-20),
    title: '新反映：北门口垃圾桶满溢',
    text: '第二网格有一件新事项，请分流。',
    link: '/console/matters/mat_5',
    read: true,
  },
]
