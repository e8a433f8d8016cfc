// What is refused where two rows of a list are one person.
import { type Problems, problem } from './entry.ts'

export const samePersonProblems = {
  'other-row-voted': problem(
    409,
    [
      '已经投过一票了',
      '名单上有两行是同一个人，另一行已经投过，那一票算数，这一行不再收。要改，请本人登录后在投票页上改，或请工作人员在投过的那一行登记。',
    ],
    [
      'There is a ballot already',
      'Two rows of the list are one person, and the other row has voted: that ballot counts, and none is taken for this row. To change it, sign in and change it on the page of the vote, or have it noted for the row that voted.',
    ],
  ),
} as const satisfies Problems
