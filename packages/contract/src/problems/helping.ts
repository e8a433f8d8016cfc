// What is refused about acting for a neighbour, and about the place of what is noted down.
import { type Problems, problem } from './entry.ts'

export const helpingProblems = {
  'nobody-helps': problem(
    409,
    ['现在没有人代办', '代办已经取消了，请刷新看看最新的情况。'],
    ['Nobody acts for the raiser', 'The consent has been taken back already; reload to see how it stands.'],
  ),
} as const satisfies Problems
