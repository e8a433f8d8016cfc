// What is refused to somebody who has met the same matter.
import { type Problems, problem } from './entry.ts'

export const joiningProblems = {
  'matter-closed': problem(
    409,
    ['那件事刚刚办结了', '如果还没好，请照样提交，我们当新的事接着办。'],
    ['That matter has just been closed', 'If it is not solved, send yours all the same: it is taken in anew.'],
  ),
  'raised-by-you': problem(
    409,
    ['这件事就是您说的', '进展在“我的事”里看。'],
    ['You raised this matter yourself', 'See under “My matters” how it goes.'],
  ),
} as const satisfies Problems
