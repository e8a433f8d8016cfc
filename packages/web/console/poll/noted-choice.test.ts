import { expect, test } from 'vitest'
import { type Question, isChoice } from '@yishi/domain/poll'
import { MARKS, choiceOf } from './noted-choice.ts'

const options = ['三菱', '日立', '通力'].map((text, index) => ({ key: `option-${index + 1}`, text }))
const asked = { text: '换哪个？', explanation: '', options, seats: 1 }

test.each([
  ['one mark', { ...asked, type: 'choose-one' }, { choice: 'option-2' }, ['option-2']],
  [
    'ticks',
    { ...asked, type: 'approval' },
    { choice: MARKS, ticks: ['option-1', 'option-3'] },
    ['option-1', 'option-3'],
  ],
  [
    'an order',
    { ...asked, type: 'ranked' },
    { choice: MARKS, order: ['option-3', 'option-1'] },
    ['option-3', 'option-1'],
  ],
  [
    'an order from which a place was taken back',
    { ...asked, type: 'ranked' },
    { choice: MARKS, order: ['option-3', undefined, 'option-1'] },
    ['option-3', 'option-1'],
  ],
  [
    'points, and one that was left out',
    { ...asked, type: 'scored', highest: 5 },
    { choice: MARKS, points: { 'option-1': 0, 'option-2': null, 'option-3': 5 } },
    ['option-1:0', 'option-3:5'],
  ],
  ['a spoiled ballot', { ...asked, type: 'ranked' }, { choice: 'invalid', order: ['option-1'] }, ['invalid']],
] as const)('%s', (_, question, values, choice) => {
  expect(choiceOf(question as unknown as Question, values)).toEqual(choice)
  expect(isChoice(question as unknown as Question, choice, { invalid: true })).toBe(true)
})
