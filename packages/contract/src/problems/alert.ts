// What is refused about urgent notices, the duty roster and the live board.
import { type Problems, problem } from './entry.ts'

export const alertProblems = {
  'alert-unknown': problem(
    404,
    ['没有这条紧急通知', '链接可能抄错了，请从居民区页面重新打开。'],
    ['No such urgent notice', 'The link may be mistyped: open it again from the page of the community.'],
  ),
  'end-past': problem(
    422,
    ['预计结束时间已经过了', '请填一个还没到的时间，说不准就选“时间待定”。'],
    ['The expected end has passed', 'Choose a time still to come, or say that nobody knows yet.'],
  ),
  'end-before-start': problem(
    422,
    ['结束早于开始', '请核对开始和预计结束的时间。'],
    ['It would end before it begins', 'Check both times.'],
  ),
  'end-the-same': problem(
    409,
    ['预计结束时间没有变', '原来就是这个时间。要说进展请用“报进展”。'],
    ['The expected end is the same', 'It was that already. To say how it goes, tell the progress.'],
  ),
  'alert-over': problem(
    409,
    ['这条通知已经解除', '已经有人宣布解除。还有情况请另发一条。'],
    ['This notice has been lifted', 'Somebody has lifted it. If there is more to say, issue another.'],
  ),
  'contact-without-phone': problem(
    422,
    ['这个单位没有登记电话', '请填一个值班电话，居民要打得通。'],
    ['This party has no number', 'Fill in the number of its duty, one that residents can call.'],
  ),
  'nobody-on-call': problem(
    422,
    ['这个时候值班表上没有人', '请填一个联系单位和电话，或先排好值班表。'],
    ['Nobody is on call just now', 'Name a party with its number, or set the duty roster first.'],
  ),
  'shift-without-holder': problem(
    422,
    ['有一班没有写谁值', '请给每一班选人或单位。'],
    ['A shift has nobody', 'Choose a person or a party for each shift.'],
  ),
  'holder-unknown': problem(
    422,
    ['值班表上有人不在这里', '请从列表里重新选人或单位。'],
    ['Somebody on the roster is not from here', 'Choose people and parties from the list.'],
  ),
  'too-many-viewers': problem(
    429,
    ['同时看的屏幕太多', '页面会自己每分钟更新一次。'],
    ['Too many screens at once', 'The page renews itself once a minute instead.'],
  ),
} as const satisfies Problems
