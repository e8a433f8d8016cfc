// The words in which matters are sorted and seen: kinds, levels, colours, sizes, phases, lights, acts, channels, ends.
import type { ClockView } from '@yishi/contract/matter'
import type { Channel, Colour, Kind, Level, Phase, Publicity, Size } from '@yishi/domain/matter'
import type { Act, End } from '@yishi/domain/procedure'
import { dictionary } from './dictionary.ts'

export const kindWords = dictionary<Record<Kind, string>>(
  {
    repair: '房屋维修',
    lift: '电梯',
    'fire-safety': '消防',
    sanitation: '环境卫生',
    parking: '停车',
    noise: '噪音',
    greening: '绿化',
    lighting: '照明',
    'water-power-gas': '水电燃气',
    security: '治安门禁',
    neighbours: '邻里',
    'property-service': '物业服务',
    facilities: '公共设施',
    care: '关爱帮扶',
    policy: '政策咨询',
    other: '其他',
  },
  {
    repair: 'Repairs',
    lift: 'Lift',
    'fire-safety': 'Fire safety',
    sanitation: 'Cleanliness',
    parking: 'Parking',
    noise: 'Noise',
    greening: 'Greenery',
    lighting: 'Lighting',
    'water-power-gas': 'Water, power, gas',
    security: 'Security and doors',
    neighbours: 'Neighbours',
    'property-service': 'Property service',
    facilities: 'Shared facilities',
    care: 'Care and help',
    policy: 'Policy question',
    other: 'Other',
  },
)

export const levelWords = dictionary<Record<Level, string>>(
  { I: '一级 · 急难', II: '二级 · 日常', III: '三级 · 复杂' },
  { I: 'Level I · urgent', II: 'Level II · everyday', III: 'Level III · complex' },
)

export const colourWords = dictionary<Record<Colour, string>>(
  { red: '红 · 公家事', yellow: '黄 · 大家事', green: '绿 · 自家事' },
  { red: 'Red · public business', yellow: 'Yellow · everyone’s business', green: 'Green · one’s own business' },
)

export const sizeWords = dictionary<Record<Size, string>>(
  { big: '大事', small: '小事', private: '私事' },
  { big: 'Big', small: 'Small', private: 'Private' },
)

export const phaseWords = dictionary<Record<Phase, string>>(
  { received: '待受理', 'in-hand': '处理中', 'to-rate': '待评价', 'to-revisit': '待回访', closed: '已办结' },
  {
    received: 'Received',
    'in-hand': 'In hand',
    'to-rate': 'To be rated',
    'to-revisit': 'To be revisited',
    closed: 'Closed',
  },
)

export const lightWords = dictionary<Record<ClockView['light'], string>>(
  { ok: '按时', warn: '快到期', bad: '已超时' },
  { ok: 'On time', warn: 'Due soon', bad: 'Overdue' },
)

export const clockKindWords = dictionary<Record<ClockView['kind'], string>>(
  { respond: '响应', control: '控制', finish: '办结', 'feed-back': '反馈' },
  {
    respond: 'respond',
    control: 'bring under control',
    finish: 'finish',
    'feed-back': 'report back',
  },
)

export const actWords = dictionary<Record<Act, string>>(
  {
    raise: '提',
    sort: '分流',
    assign: '派单',
    discuss: '议',
    review: '审',
    decide: '决',
    publish: '公示',
    do: '办',
    inspect: '验收',
    rate: '评',
    revisit: '回访',
    codify: '成制',
    close: '销号',
  },
  {
    raise: 'Raise',
    sort: 'Sort',
    assign: 'Assign',
    discuss: 'Discuss',
    review: 'Review',
    decide: 'Decide',
    publish: 'Publish',
    do: 'Do',
    inspect: 'Inspect',
    rate: 'Rate',
    revisit: 'Revisit',
    codify: 'Codify',
    close: 'Close',
  },
)

export const endWords = dictionary<Record<End, string>>(
  {
    solved: '已解决',
    answered: '已答复',
    unsolved: '未能解决',
    'handed-on': '已转交',
    merged: '并入同一件事',
    withdrawn: '已撤回',
  },
  {
    solved: 'Solved',
    answered: 'Answered',
    unsolved: 'Not solved',
    'handed-on': 'Handed on',
    merged: 'Merged with another matter',
    withdrawn: 'Withdrawn',
  },
)

export const channelWords = dictionary<Record<Channel, string>>(
  {
    code: '扫码',
    web: '网页',
    phone: '电话',
    visit: '走访',
    door: '上门',
    hall: '议事厅',
    group: '楼道群',
    hotline: '热线',
    patrol: '巡查',
  },
  {
    code: 'Scanned code',
    web: 'Web page',
    phone: 'Phone call',
    visit: 'Visit',
    door: 'At the door',
    hall: 'Hall',
    group: 'Stairway group',
    hotline: 'Hotline',
    patrol: 'Patrol',
  },
)

export const publicityWords = dictionary<Record<Publicity, string>>(
  { open: '公开，可显示姓氏', nameless: '公开，不露姓名', closed: '只给办理的人看' },
  { open: 'Public, with the surname', nameless: 'Public, without a name', closed: 'For the handlers only' },
)
