// The small community of the journeys as a roster workbook; nobody in it is real.
import { FORMS, type SheetKey } from '@yishi/domain/roster'
import type { RawCell, RawSheet } from '@yishi/domain/sheet'
import { workbookOf } from '@yishi/server/testing/workbook'

export type Rows = Partial<Record<SheetKey, readonly (readonly RawCell[])[]>>

export const ROSTER: Rows = {
  nodes: [
    ['A', '翠鑫苑', '小区', null],
    ['G1', '第一网格', '网格', 'A'],
    ['A-3', '3号楼', '楼', 'G1'],
    ['A-3-2', '2单元', '楼道', 'A-3'],
  ],
  units: [
    ['A-3-2', '101', '住宅', '89.60'],
    ['A-3-2', '102', '住宅', '76.25'],
  ],
  owners: [['A-3-2', '101', '王芳', '13900139001', null]],
  staff: [['李明', '13700137000', '网格员', 'G1', null, '021-57651234']],
  points: [['L-1', '灯杆', '北门灯杆', 'G1', '北门进来左手边']],
}

const sheets = (rows: Rows): readonly RawSheet[] =>
  Object.entries(rows).map(([key, lines]) => {
    const { zh, en, columns } = FORMS[key as SheetKey]
    return {
      name: `${zh} ${en}`,
      rows: [columns.map((column) => `${column.zh} ${column.en}`), ...lines.map((row) => [...row])],
    }
  })

export const rosterWorkbook = (rows: Rows): Promise<Buffer> => workbookOf(sheets(rows))

/** Of four homes in one stairway, one of them a couple's. */
export const COUPLE_AMONG_FOUR = [
  ['A-3-2', '101', '王芳', '13900139001', null],
  ['A-3-2', '102', '赵刚', '13900139002', null],
  ['A-3-2', '201', '钱明', '13900139003', '1/2'],
  ['A-3-2', '201', '孙丽', '13900139004', '1/2'],
  ['A-3-2', '202', '李静', '13900139005', null],
]
