// The demo's invented district: three communities whose sizes are those of real ones (`sizeOf` names it), in an invented street office.
import type { CommunityId } from '@yishi/domain/kernel'

export type Plan = {
  readonly key: string
  readonly id: CommunityId
  readonly name: string
  readonly sizeOf: string
  /** Its node key begins all others. */
  readonly compound: readonly [key: string, name: string]
  readonly grids: number
  readonly buildings: number
  readonly stairways: number
  readonly households: number
  /** Exclusive areas that flats have, in m². */
  readonly areas: readonly string[]
  readonly shops: number
  readonly lamps: number
  readonly points: readonly (readonly [name: string, label: string])[]
  readonly staff: number
  readonly leaders: number
}

export const OFFICE = { id: 'sto_demo', name: '云间街道', district: '松江区' } as const

/** Every community of the demo has such an id, and no other ever has: so a demo is known again. */
export const DEMO_PREFIX = 'com_demo'

export const PLANS: readonly Plan[] = [
  {
    key: 'lantian',
    id: 'com_demolantian',
    name: '蓝天苑居民区',
    sizeOf: '蓝天二村居民区',
    compound: ['LT', '蓝天苑'],
    grids: 4,
    buildings: 69,
    stairways: 192,
    households: 2284,
    areas: ['47.60', '54.25', '61.80', '67.35', '72.40'],
    shops: 0,
    lamps: 24,
    points: [
      ['南门', '南门岗亭旁'],
      ['北门', '北门进来右手'],
      ['中心花园', '花园凉亭边'],
      ['垃圾厢房', '38号楼后面'],
      ['健身点', '中心花园东侧'],
      ['电瓶车棚', '52号楼北侧'],
      ['社区食堂', '东门里'],
      ['东门广场', '东门外侧'],
    ],
    staff: 8,
    leaders: 12,
  },
  {
    key: 'xianghe',
    id: 'com_demoxianghe',
    name: '祥和里居民区',
    sizeOf: '祥东居民区',
    compound: ['XH', '祥和里'],
    grids: 3,
    buildings: 53,
    stairways: 160,
    households: 2102,
    areas: ['58.90', '76.45', '88.10', '96.72'],
    shops: 70,
    lamps: 16,
    points: [
      ['西门', '西门岗亭旁'],
      ['二期大门', '二期进出口'],
      ['篮球场', '三期中间'],
      ['垃圾房', '20号楼旁'],
      ['充电棚', '15号楼东侧'],
      ['小花园', '9号楼前'],
      ['商铺街', '西门外'],
    ],
    staff: 8,
    leaders: 8,
  },
  {
    key: 'hupan',
    id: 'com_demohupan',
    name: '湖畔居民区',
    sizeOf: '湖畔天地居民区',
    compound: ['HP', '湖畔'],
    grids: 2,
    buildings: 16,
    stairways: 32,
    households: 784,
    areas: ['145.20', '145.80', '230.40'],
    shops: 0,
    lamps: 10,
    points: [
      ['地库入口', '2号楼旁'],
      ['湖边步道', '湖东侧'],
      ['主干道', '大门到会所'],
      ['会所前广场', '会所门口'],
      ['儿童乐园', '7号楼前'],
    ],
    staff: 7,
    leaders: 5,
  },
]
