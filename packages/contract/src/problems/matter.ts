// What is refused about a matter, its orders and its course.
import { type Problems, problem } from './entry.ts'

export const matterProblems = {
  'not-your-order': problem(
    403,
    ['这张单不是派给您的', '请由接单的单位操作，或请居委会代为登记。'],
    ['Not your order', 'The party it was given to must do this, or the committee can note it down.'],
  ),
  'not-at-this-stage': problem(
    409,
    ['现在不是这个环节', '事项目前在别的环节，请按页面上的下一步来办。'],
    ['Not at this stage', 'The matter stands at another stage: follow the next step shown.'],
  ),
  'procedure-does-not-apply': problem(
    422,
    ['这套工作法不适用', '所选工作法不适用于这样的级别、颜色或大小，请换一套。'],
    ['This procedure does not apply', 'It is not meant for this level, colour or size: choose another.'],
  ),
  'procedure-not-adopted': problem(
    422,
    ['还没有采用这套工作法', '请从本居民区已采用的工作法里选。'],
    ['Procedure not adopted', 'Choose one that this community has adopted.'],
  ),
  'orders-out-of-bounds': problem(
    422,
    ['派单的单位数不对', '请按这一环节允许的单位数派单。'],
    ['Wrong number of parties', 'Give orders to as many parties as this stage allows.'],
  ),
  'one-lead-needed': problem(
    422,
    ['请定一家牵头', '派给几家时，要有且只有一家牵头。'],
    ['One lead is needed', 'When several parties get an order, exactly one of them leads.'],
  ),
  'same-party-twice': problem(
    422,
    ['同一家派了两次', '每家单位只派一张单。'],
    ['The same party twice', 'Give each party one order.'],
  ),
  'same-party': problem(422, ['不能转给自己', '请选另一家单位。'], ['Not to itself', 'Choose another party.']),
  'seat-not-here': problem(
    422,
    ['这个席位不在本环节', '请选本环节的席位。'],
    ['No such seat here', 'Choose a seat of this stage.'],
  ),
  'too-early': problem(
    409,
    ['还没到时候', '请到规定的时间以后再来做这一步。'],
    ['Too early', 'Do this after the time that the procedure gives.'],
  ),
  'outcome-unknown': problem(
    422,
    ['没有这个出口', '请从页面列出的出口里选。'],
    ['No such outcome', 'Choose one of the outcomes shown.'],
  ),
  'outcome-not-open': problem(
    409,
    ['这个出口还没开', '它的门槛还没满足，页面上写着还差什么。'],
    ['This outcome is not open yet', 'Its gates do not hold yet; the page says what is missing.'],
  ),
  'pause-in-the-past': problem(
    422,
    ['暂停的截止时间不对', '请选一个将来的时间，并写明原因。'],
    ['Wrong end of the pause', 'Choose a time in the future and give a reason.'],
  ),
  'already-paused': problem(
    409,
    ['时限已经暂停', '先恢复，再重新暂停。'],
    ['Already paused', 'Resume it before you pause it again.'],
  ),
  'not-paused': problem(409, ['时限没有暂停', '不用恢复。'], ['Not paused', 'There is nothing to resume.']),
  'already-listed': problem(
    409,
    ['已经挂牌督办', '不用再挂一次。'],
    ['Already listed', 'It is under listed supervision already.'],
  ),
  'not-listed': problem(409, ['没有挂牌督办', '不用撤下。'], ['Not listed', 'It is not under listed supervision.']),
  'nudged-today': problem(
    409,
    ['今天已经催过了', '我们收到了，明天还没动静您再催。'],
    ['Nudged today already', 'We have your nudge; try again tomorrow if nothing happens.'],
  ),
  'link-to-itself': problem(422, ['不能和自己关联', '请选另一件事项。'], ['Not to itself', 'Choose another matter.']),
  'duplicate-of-closed': problem(
    409,
    ['那件事已经办结', '不能并入已办结的事项，可以关联为相似，或先把那件重新打开。'],
    [
      'That matter is closed',
      'A duplicate cannot go into a closed matter: link it as similar, or reopen that one first.',
    ],
  ),
  'matter-unknown': problem(
    404,
    ['没有找到这件事项', '请核对编号或链接，也可以打电话问居委会。'],
    ['No such matter', 'Check the code or link, or call the committee.'],
  ),
  'order-unknown': problem(
    404,
    ['没有找到这张单', '它可能已经收回，请刷新页面。'],
    ['No such order', 'It may have been taken back: reload the page.'],
  ),
  'one-at-a-time': problem(
    409,
    ['已经有一个在进行', '等它结束或撤下以后，再开下一个。'],
    ['One at a time', 'Wait until the one under way has ended, or withdraw it first.'],
  ),
  'meeting-needed': problem(
    409,
    ['这一步要开会议定', '请先召集议事会，会议结束后结果会自动记入。'],
    ['This needs a meeting', 'Call a meeting: its result is noted here by itself.'],
  ),
  'condition-unknown': problem(
    409,
    ['没有这条待办条件', '它可能刚刚有人确认过了，请刷新后再看。'],
    ['No such open condition', 'Somebody may have confirmed it already: reload and look again.'],
  ),
} as const satisfies Problems
