// What stands in the way of a court bundle.
import { type Problems, problem } from './entry.ts'

export const courtBundleProblems = {
  'result-missing': problem(
    409,
    ['还没有结果', '清点出结果以后才能取卷宗：在这之前，谁也不能知道谁投了什么。'],
    [
      'There is no result yet',
      'A bundle can be taken once the count is done: before that nobody may learn who chose what.',
    ],
  ),
  'ledger-behind': problem(
    409,
    ['台账还没跟上', '刚发生的事还没有全部记进台账，请过几秒再试。'],
    ['The ledger is still catching up', 'What just happened is not all in the ledger yet: try again in a few seconds.'],
  ),
} as const satisfies Problems
