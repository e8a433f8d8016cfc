// More sample answers: procedures and the preview of a workbook.
import { checkProcedure, drawProcedure, procedureSchema } from '@yishi/domain/procedure'
import daily from '../../methods/src/procedures/daily-matter.json' with { type: 'json' }
import oneMatter from '../../methods/src/procedures/one-matter-one-track.json' with { type: 'json' }
import type { ProcedureView } from './procedure/procedure-view.ts'
import type { Preview } from './roster/preview.ts'

export const procedures: ProcedureView[] = [oneMatter, daily].map((document) => {
  const procedure = procedureSchema.parse(document)
  return { ...procedure, drawing: drawProcedure(procedure), findings: checkProcedure(procedure) }
})

export const importPreview: Preview = {
  id: 'imp_1',
  confirmable: false,
  sheets: [
    {
      name: '楼栋',
      counts: { new: 1, changed: 1, unchanged: 1, error: 1 },
      rows: [
        { row: 2, verdict: 'unchanged', cells: { 楼号: '1 号楼', 单元数: '3' }, problems: [] },
        { row: 3, verdict: 'changed', cells: { 楼号: '2 号楼', 单元数: '4' }, problems: [] },
        { row: 4, verdict: 'new', cells: { 楼号: '13 号楼', 单元数: '2' }, problems: [] },
        {
          row: 5,
          verdict: 'error',
          cells: { 楼号: '14 号楼', 单元数: '两' },
          problems: [{ cell: 'B5', reason: { zh: '单元数要填数字', en: 'The number of stairways must be a number' } }],
        },
      ],
    },
  ],
}
