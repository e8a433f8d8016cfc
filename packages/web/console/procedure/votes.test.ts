import { procedureSchema } from '@yishi/domain/procedure'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { votesIn } from './votes.ts'

const library = new URL('../../../methods/src/procedures/', import.meta.url)
const votes = (key: string, lang: 'zh' | 'en' = 'zh') =>
  votesIn(procedureSchema.parse(JSON.parse(readFileSync(new URL(`${key}.json`, library), 'utf8'))), lang)

test('a way names every vote on it by its rule, and one without votes none', () => {
  expect(votes('four-deliberations')).toEqual([
    '业主大会一般事项（《民法典》第二百七十八条）',
    '业主大会特别事项（《民法典》第二百七十八条）',
  ])
  expect(votes('four-steps', 'en')).toEqual(['Residents’ representatives'])
  expect(votes('daily-matter')).toEqual([])
})
