import { expect, test } from 'vitest'
import { type PreferenceQuestion, isChoice, spoilOf } from '@yishi/domain/poll'
import { choiceOnSheet } from './sheet-marks.ts'

const options = ['三菱', '日立', '通力'].map((text, index) => ({ key: `option-${index + 1}`, text }))
const asked = { text: '换哪个？', explanation: '', options, seats: 1 }
const RANKED: PreferenceQuestion = { ...asked, type: 'ranked' }
const SCORED: PreferenceQuestion = { ...asked, type: 'scored', highest: 5 }
const LIMITED: PreferenceQuestion = { ...asked, type: 'limited', most: 1 }

const PLACES = { numbers: { 'option-1': 2, 'option-2': null, 'option-3': 1 } }
const ABSTAINS = { whole: 'abstain', numbers: { 'option-1': 1 } }

test.each([
  ['places in any order of the options', RANKED, PLACES, ['option-3', 'option-1']],
  ['points, nought among them', SCORED, { numbers: { 'option-1': 0, 'option-2': 5 } }, ['option-1:0', 'option-2:5']],
  ['ticks', LIMITED, { ticks: ['option-2'] }, ['option-2']],
  ['an abstention, whatever was typed before', RANKED, ABSTAINS, ['abstain']],
  ['a sheet that cannot be read', SCORED, { whole: 'invalid' }, ['invalid']],
] as const)('%s', (_, question, marked, choice) => {
  expect(choiceOnSheet(question, marked)).toEqual(choice)
  expect(isChoice(question, choice, { invalid: true })).toBe(true)
  expect(spoilOf(question, choice)).toBeNull()
})

test.each([
  [RANKED, { numbers: { 'option-1': 1, 'option-2': 1 } }, ['option-1:1', 'option-2:1'], 'rank-twice'],
  [RANKED, { numbers: { 'option-1': 1, 'option-2': 3 } }, ['option-1:1', 'option-2:3'], 'rank-gap'],
  [SCORED, { numbers: { 'option-1': 10 } }, ['option-1:10'], 'score-out-of-range'],
  [LIMITED, { ticks: ['option-2', 'option-3'] }, ['option-2', 'option-3'], 'too-many-marks'],
] as const)('%o with %o is kept as it stands, and void', (question, marked, choice, code) => {
  expect(choiceOnSheet(question, marked)).toEqual(choice)
  expect(isChoice(question, choice, { invalid: true })).toBe(true)
  expect(spoilOf(question, choice)).toMatchObject({ code })
})

test('nothing entered is no ballot', () => {
  for (const question of [RANKED, SCORED, LIMITED]) expect(choiceOnSheet(question, {})).toEqual([])
})
