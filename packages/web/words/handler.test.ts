import { expect, test } from 'vitest'
import { handlerSentence } from './handler.ts'

test('a step is named with one mark at its end', () => {
  const asked = { zh: '办得怎么样？', en: 'How did it go?' }
  const named = { zh: '派单', en: 'Who does it' }
  expect([asked, named].map((stage) => handlerSentence('StageEntered', stage, 'zh'))).toEqual([
    '轮到您这一步：办得怎么样？',
    '轮到您这一步：派单。',
  ])
  expect([asked, named].map((stage) => handlerSentence('StageEntered', stage, 'en'))).toEqual([
    'Your step now: How did it go?',
    'Your step now: Who does it.',
  ])
})
