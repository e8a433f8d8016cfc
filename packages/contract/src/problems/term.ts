// What is refused about terms of owners' committees.
import { type Problems, problem } from './entry.ts'

export const termProblems = {
  'term-unknown': problem(
    404,
    ['没有找到这一届业委会', '请核对链接，或者回到列表重新打开。'],
    ['No such term', 'Check the link, or open it again from the list.'],
  ),
  'election-unfit': problem(
    409,
    ['这次表决不能登记为这一届', '要是已经有结果的业委会选举；补选的请在那一届里登记。'],
    ['This vote begins no such term', 'It has to be a decided election of a committee; a by-election joins its term.'],
  ),
  'too-few-elected': problem(
    409,
    ['当选的委员还不到一半', '请先把空缺席位再投一次，超过一半以后再登记任期。'],
    ['Fewer than half of the seats are filled', 'Vote again for the open ones first.'],
  ),
  'term-taken': problem(
    409,
    ['这次选举的结果已经登记过', '请在列表里打开这一届。'],
    ['This result has been taken over already', 'Open the term from the list.'],
  ),
  'term-number-unfit': problem(
    422,
    ['届数不对', '要比上一届大。'],
    ['The number does not fit', 'It has to be higher than that of the last term.'],
  ),
  'term-years-unfit': problem(
    422,
    ['任期年数不符合规定', '上海三到五年，其他地方不超过五年，以议事规则为准。'],
    ['The term has no lawful length', 'Three to five years in Shanghai, five at most elsewhere.'],
  ),
  'term-day-unfit': problem(
    422,
    ['日期不对', '不能早于选举结果或上一步，也不能晚于今天。'],
    ['The day does not fit', 'Not before the result or the step before it, and not after today.'],
  ),
  'members-unfit': problem(
    422,
    ['委员和选举结果对不上', '每位当选人登记一次，一个人不能占两席。'],
    ['The members do not fit the result', 'Everybody elected once, and nobody on two seats.'],
  ),
  'member-not-owner': problem(
    422,
    ['花名册上这个人不是这里的业主', '请先核对花名册，或者先不对应到人。'],
    ['Not an owner here by the roster', 'Check the roster first, or leave it open who it is.'],
  ),
  'member-unknown': problem(
    409,
    ['这个席位现在没有这位委员', '请刷新页面，看看是不是已经登记过。'],
    ['Nobody of that name sits now', 'Look at the page anew: it may have been noted already.'],
  ),
  'no-vacant-seat': problem(
    409,
    ['空缺席位不够', '先登记哪些席位空出来了，再登记补选的委员。'],
    ['Too few seats are vacant', 'Note first which seats have ended.'],
  ),
  'step-unfit': problem(
    409,
    ['现在还办不到这一步', '请按先后登记，比如先报备案，再登记备案完成。'],
    ['Not at this step yet', 'Note the steps in their order.'],
  ),
  'step-noted': problem(409, ['这一步已经登记过', '请刷新页面查看。'], ['Noted already', 'Look at the page anew.']),
} as const satisfies Problems
