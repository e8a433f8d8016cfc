// What is refused about shared budgets and their ballots.
import { type Problems, problem } from './entry.ts'

export const budgetProblems = {
  'budget-unknown': problem(
    404,
    ['没有找到这次预算投票', '请核对链接，或从小区公示页重新打开。'],
    ['No such budget round', 'Check the link, or open it again from the page of the community.'],
  ),
  'not-your-budget': problem(
    403,
    ['这次预算不归您操作', '请由居委会、党总支或业委会来做。'],
    ['Not yours to keep', 'The committee, the party branch or the owners’ committee has to do it.'],
  ),
  'amount-unfit': problem(
    422,
    ['总金额填得不对', '总金额请用数字写，最多两位小数，要大于 0。'],
    ['The amount cannot be read', 'Write the amount in digits with at most two decimals, more than 0.'],
  ),
  'projects-too-few': problem(
    422,
    ['项目太少', '至少要有两个项目，大家才有得选。'],
    ['Too few projects', 'There must be two at least, or there is nothing to choose.'],
  ),
  'project-twice': problem(
    422,
    ['有两个项目同名', '两个项目不能同名，请改掉其中一个，别让人选错。'],
    [
      'Two projects have the same name',
      'Two projects cannot share a name: change one of them, so that nobody chooses the wrong one.',
    ],
  ),
  'project-cost-unfit': problem(
    422,
    ['有个项目的费用填得不对', '每个项目的费用请用数字写，最多两位小数，要大于 0。'],
    [
      'The cost of a project cannot be read',
      'Write the cost of every project in digits with at most two decimals, more than 0.',
    ],
  ),
  'project-too-dear': problem(
    422,
    ['有个项目比总金额还贵', '有个项目的费用超过了总金额，付不起。请改费用，或把它去掉。'],
    [
      'A project costs more than there is',
      'The cost of a project exceeds the amount, which can never pay for it: change it or leave it out.',
    ],
  ),
  'last-day-unfit': problem(
    422,
    ['截止日期不合适', '截止日最早明天，最晚 60 天内。请换一天，别的内容都还在。'],
    [
      'The last day does not fit',
      'The last day is tomorrow at the earliest, and within 60 days. Choose another; the rest is still here.',
    ],
  ),
  'electorate-too-large': problem(
    422,
    ['人太多了', '一次最多两万人，请按片区分开投。'],
    ['Too many people', 'One round holds 20,000 at most: hold one for each part of the community.'],
  ),
  'ballots-open': problem(
    409,
    ['还没到截止时间', '到截止日的 24 点会自动计算结果。'],
    ['Ballots are still open', 'The result is computed by itself when the last day ends.'],
  ),
  'budget-ended': problem(
    409,
    ['投票已经截止', '结果出来后不能再撤回。'],
    ['The round is over', 'What was voted cannot be withdrawn any more.'],
  ),
  'budget-not-open': problem(
    409,
    ['现在不收票', '投票还没开始，或已经截止。'],
    ['No ballots are taken now', 'The round has not opened yet, or is over.'],
  ),
  'nothing-handed-in': problem(
    409,
    ['这里没有要办的票', '这位居民没有交来还没核对完的票，可能已经有人办好了。请刷新再看。'],
    ['Nothing is waiting here', 'Nothing of this voter waits to be read: somebody may have done it. Reload and look.'],
  ),
  'sheet-noted-already': problem(
    409,
    [
      '这位居民的纸票已经记过了',
      '一张纸票只录一次，免得盖掉居民后来投的票。居民真要改，请当面说，记下来打印确认单，请本人签名。',
    ],
    [
      'The sheet of this voter is noted already',
      'A sheet is entered once, so that it never replaces what the voter said since. If they do change their mind, note it as said at the desk, and have the printed slip signed.',
    ],
  ),
  'list-changed': problem(
    409,
    ['项目表和您看到的不一样', '请重新打开页面，看清楚再投。'],
    ['The list is not the one you saw', 'Open the page again, and vote on what it says now.'],
  ),
} as const satisfies Problems
