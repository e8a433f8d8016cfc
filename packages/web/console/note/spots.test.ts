import type { Territory, TerritoryNode } from '@yishi/contract/place'
import { expect, test } from 'vitest'
import { doorIn, findSpots, spotsOf } from './spots.ts'

const node = (
  kind: TerritoryNode['kind'],
  key: string,
  name: string,
  children: TerritoryNode[] = [],
): TerritoryNode => ({
  node: `nod_${key}`,
  key,
  kind,
  name,
  path: key,
  units: 0,
  places: kind === 'grid' ? [{ code: 'LAMP0001', kind: 'lamp-post', name: '北门灯杆', label: null }] : [],
  children,
})

const HOUSE = node('compound', 'A', '翠鑫苑', [
  node('grid', 'G1', '第一网格', [
    node('building', 'A-3', '3号楼', [node('stairway', 'A-3-1', '一单元'), node('stairway', 'A-3-2', '二单元')]),
    node('building', 'A-13', '13号楼', [node('stairway', 'A-13-2', '2单元')]),
    node('building', 'A-21', '二十一号楼'),
  ]),
])
const TERRITORY: Territory = {
  community: 'com_1',
  places: [{ code: 'HALL0001', kind: 'community', name: '居民区', label: null }],
  children: [HOUSE],
}
const spots = spotsOf(TERRITORY)
const labels = (typed: string) => findSpots(spots, typed).map(({ label }) => label)

test.each([
  ['3-2', ['翠鑫苑 3号楼 二单元']],
  ['3－2', ['翠鑫苑 3号楼 二单元']],
  ['3号楼2单元', ['翠鑫苑 3号楼 二单元']],
  ['三号楼二单元', ['翠鑫苑 3号楼 二单元']],
  ['3', ['翠鑫苑 3号楼', '翠鑫苑 3号楼 一单元', '翠鑫苑 3号楼 二单元']],
  ['13', ['翠鑫苑 13号楼', '翠鑫苑 13号楼 2单元']],
  ['21', ['翠鑫苑 二十一号楼']],
  ['3-2-501', ['翠鑫苑 3号楼 二单元', '翠鑫苑 3号楼']],
  ['9-9', []],
  ['灯杆', ['北门灯杆']],
  ['第一', ['翠鑫苑 第一网格']],
])('%s finds %j', (typed, found) => {
  expect(labels(typed)).toEqual(found)
})

test('nothing typed shows everything, each with what the server is asked for', () => {
  expect(labels('')).toHaveLength(10)
  expect(findSpots(spots, '3-2')[0]!.value).toBe('node:nod_A-3-2')
  expect(findSpots(spots, '灯杆')[0]!.value).toBe('place:LAMP0001')
})

test('the door is kept beside the stairway, and invented nowhere', () => {
  const [stairway] = findSpots(spots, '3-2')
  expect(['3-2-501', '3-2', '13-2-501', '北门'].map((typed) => doorIn(stairway!, typed))).toEqual(['501室', '', '', ''])
})
