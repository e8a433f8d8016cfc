// The catalogue says of each procedure what its document says.
import { expect, test } from 'vitest'
import { PROCEDURES, proceduresCatalogue } from './index.ts'

test('every procedure, stage and outcome stands in the catalogue, in both languages', () => {
  const page = proceduresCatalogue(PROCEDURES)
  for (const procedure of PROCEDURES) {
    expect(page).toContain(`## ${procedure.names.zh} · ${procedure.names.en}`)
    for (const stage of procedure.stages) {
      expect(page).toContain(`**${stage.names.zh} · ${stage.names.en}**`)
      for (const { names } of stage.outcomes) expect(page).toContain(`${names.zh} · ${names.en}`)
    }
  }
})

test('findings are told with their source', () => {
  const slow = structuredClone(PROCEDURES.find(({ key }) => key === 'level-two-response')!)
  const working = slow.stages.find(({ act }) => act === 'do')!
  working.limits.finish = 'P9WD'
  expect(proceduresCatalogue([slow])).toContain(
    '`level-two-finish-slow` flagged: Daily requests are done within 5 working days',
  )
  expect(proceduresCatalogue([slow])).toContain('(R2.10 12345)')
})
