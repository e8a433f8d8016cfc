// More sample answers: procedures and the preview of a workbook.
import type { Territory, TerritoryNode } from '@yishi/contract/place'
import type { RosterPreview, RosterRow } from '@yishi/contract/roster'
import { checkProcedure, drawProcedure, procedureSchema, simplePaths } from '@yishi/domain/procedure'
import { readFileSync } from 'node:fs'
import type { ProcedureView } from './procedure/procedure-view.ts'

const library = new URL('../../methods/src/procedures/', import.meta.url)

export const procedures: ProcedureView[] = ['one-matter-one-track', 'daily-matter'].map((name) => {
  const procedure = procedureSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, library), 'utf8')))
  return {
    ...procedure,
    drawing: drawProcedure(procedure),
    paths: simplePaths(procedure).length,
    findings: checkProcedure(procedure),
  }
})

const row = (number: number, verdict: RosterRow['verdict'], label: string): RosterRow => ({
  sheet: '楼栋',
  row: number,
  label,
  verdict,
  changes: verdict === 'changed' ? [{ column: '单元数', from: '3', to: '4' }] : [],
  problems: verdict === 'error' ? [WRONG] : [],
})

const WRONG: RosterRow['problems'][number] = {
  sheet: '楼栋',
  cell: 'B5',
  code: 'not-a-number',
  words: { zh: 'B5：单元数要填数字，例如 2。', en: 'B5: the number of stairways must be a number, such as 2.' },
}

export const importPreview: RosterPreview = {
  preview: null,
  community: 'com_1',
  expiresAt: null,
  counts: { new: 1, changed: 1, unchanged: 1, error: 1 },
  problems: [],
  rows: [
    row(5, 'error', '14 号楼'),
    row(3, 'changed', '2 号楼'),
    row(4, 'new', '13 号楼'),
    row(2, 'unchanged', '1 号楼'),
  ],
  total: 4,
}

const place = (code: string, kind: TerritoryNode['places'][number]['kind'], name: string) => ({
  code,
  kind,
  name,
  label: null,
})

const node = (
  key: string,
  kind: TerritoryNode['kind'],
  name: string,
  more: Partial<TerritoryNode> = {},
): TerritoryNode => ({
  node: `nod_${key}`,
  key,
  kind,
  name,
  path: key,
  units: 0,
  places: [],
  children: [],
  ...more,
})

export const territory: Territory = {
  community: 'com_1',
  places: [place('YGSQ0010', 'community', '阳光社区')],
  children: [
    node('G1', 'grid', '第一网格', {
      places: [place('YGSQ0011', 'grid', '第一网格'), place('YGSQ0018', 'lamp-post', '灯杆 D017')],
      children: [
        node('3', 'building', '3 号楼', {
          places: [place('YGSQ0015', 'building', '3 号楼')],
          children: [
            node('3-1', 'stairway', '一单元', { units: 12, places: [place('YGSQ0016', 'stairway', '3 号楼一单元')] }),
            node('3-2', 'stairway', '二单元', { units: 12, places: [place('YGSQ0017', 'stairway', '3 号楼二单元')] }),
          ],
        }),
      ],
    }),
    node('G2', 'grid', '第二网格', { places: [place('YGSQ0012', 'grid', '第二网格')] }),
  ],
}
