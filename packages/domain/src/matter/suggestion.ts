// A first guess at how a matter might be sorted, from the words in it; shown with its reasons and never applied by itself.
import type { Colour, Kind, Level, Size, Sorting } from './sorting.ts'

type Hint = { readonly words: readonly string[]; readonly kind: Kind; readonly colour: Colour; readonly size: Size }

const HINTS: readonly Hint[] = [
  { words: ['电梯', '加装', '梯'], kind: 'lift', colour: 'yellow', size: 'big' },
  { words: ['消防', '火', '飞线', '电瓶车', '堵塞通道', '灭火'], kind: 'fire-safety', colour: 'red', size: 'big' },
  { words: ['停车', '车位', '充电桩', '地库', '道闸'], kind: 'parking', colour: 'yellow', size: 'big' },
  { words: ['路灯', '楼道灯', '照明', '灯不亮', '灯'], kind: 'lighting', colour: 'yellow', size: 'small' },
  {
    words: ['漏水', '渗水', '屋顶', '外墙', '维修', '破损', '坏了', '松动'],
    kind: 'repair',
    colour: 'yellow',
    size: 'small',
  },
  {
    words: ['停水', '停电', '煤气', '燃气', '水管', '水压', '跳闸'],
    kind: 'water-power-gas',
    colour: 'yellow',
    size: 'small',
  },
  {
    words: ['垃圾', '保洁', '异味', '臭', '蟑螂', '老鼠', '污水', '宠物粪'],
    kind: 'sanitation',
    colour: 'yellow',
    size: 'small',
  },
  { words: ['噪音', '吵', '广场舞', '装修声', '扰民'], kind: 'noise', colour: 'green', size: 'small' },
  { words: ['树', '绿化', '草坪', '修剪', '毁绿'], kind: 'greening', colour: 'yellow', size: 'small' },
  { words: ['门禁', '监控', '小偷', '治安', '保安'], kind: 'security', colour: 'red', size: 'small' },
  { words: ['物业费', '物业服务', '物业公司'], kind: 'property-service', colour: 'yellow', size: 'big' },
  { words: ['邻居', '楼上', '楼下', '纠纷', '吵架'], kind: 'neighbours', colour: 'green', size: 'private' },
  { words: ['独居', '老人', '助餐', '残疾', '看护', '帮扶'], kind: 'care', colour: 'red', size: 'small' },
  {
    words: ['长椅', '健身器材', '晾衣', '快递柜', '凉亭', '设施'],
    kind: 'facilities',
    colour: 'yellow',
    size: 'small',
  },
  { words: ['政策', '社保', '户口', '证明', '补贴', '咨询'], kind: 'policy', colour: 'red', size: 'private' },
]

const URGENT = ['着火', '起火', '爆管', '触电', '被困', '困人', '坠落', '煤气泄漏', '燃气泄漏', '打架', '晕倒', '塌']
const JOINT = ['加装电梯', '维修资金', '停车费', '业委会', '改造', '多部门', '历史遗留']

const firstIn = (text: string, words: readonly string[]): string | undefined =>
  words.find((word) => text.includes(word))

const levelOf = (text: string): { readonly level: Level; readonly why: string | undefined } => {
  const urgent = firstIn(text, URGENT)
  if (urgent) return { level: 'I', why: urgent }
  const joint = firstIn(text, JOINT)
  return joint ? { level: 'III', why: joint } : { level: 'II', why: undefined }
}

/** Null when no word gives a hint. `why` are the words that gave it. */
export const suggestSorting = (text: string): (Sorting & { why: string[] }) | null => {
  const hits = HINTS.flatMap((hint) => {
    const word = firstIn(text, hint.words)
    return word ? [{ ...hint, word }] : []
  })
  const [best] = hits.toSorted((a, b) => b.word.length - a.word.length)
  const { level, why } = levelOf(text)
  if (!best && !why) return null
  const { kind, colour, size } = best ?? { kind: 'other' as const, colour: 'red' as const, size: 'small' as const }
  return {
    level,
    colour,
    size: level === 'III' ? 'big' : size,
    kind,
    why: [why, best?.word].filter((word) => word !== undefined),
  }
}
