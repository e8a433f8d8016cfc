// What is refused about the recall of members of a village committee.
import { type Problems, problem } from './entry.ts'

export const recallProblems = {
  'recall-unfit': problem(
    422,
    ['罢免要求填得不对', '罢免要写明谁联名、要求罢免谁、理由；联名的不能比总数多，同一个人只写一次。'],
    [
      'This demand does not fit',
      'A recall says who signed, of whom it asks and why; no more have signed than there are, and nobody stands in it twice.',
    ],
  ),
  'recall-too-few-signed': problem(
    422,
    ['联名的人不够', '要有五分之一以上有选举权的村民，或三分之一以上村民代表联名。'],
    ['Too few have signed', 'A fifth of the voters, or a third of the representatives, have to ask for it.'],
  ),
  'recall-too-late': problem(
    422,
    ['这一天太晚了', '当地规定了收到罢免要求后几天内投票，请把投票日往前排。'],
    ['That day is too late', 'Local rules say within how many days after the demand: choose an earlier day.'],
  ),
  'recall-member-unknown': problem(
    404,
    ['没有要求罢免这位', '请刷新再看。'],
    ['No recall of that member is asked for', 'Reload the page.'],
  ),
} as const satisfies Problems
