// What the third finds entered beside the names of a sheet: what both have read alike, and nothing where they differ.
import { expect, test } from 'vitest'
import { agreedBeside } from './beside-names.tsx'

test.each<[string, readonly (readonly string[])[], string | null]>([
  ['nobody has read it', [], 'abstain'],
  ['both for', [['option-1'], ['option-2', 'option-1']], 'option-1'],
  ['both against', [['option-1:against'], ['option-1:against']], 'option-1:against'],
  ['both left it out', [['option-2'], ['option-2:against']], 'abstain'],
  ['one for, one left it out', [['option-1'], ['option-2']], null],
  ['one for, one against', [['option-1'], ['option-1:against']], null],
  ['another name that begins alike', [['option-10'], ['option-10']], 'abstain'],
  ['one found the whole invalid', [['invalid'], ['option-1']], null],
  ['one abstained as a whole', [['abstain'], ['option-1']], null],
])('%s', (_, readings, mark) => expect(agreedBeside(readings, 'option-1')).toBe(mark))
