// What is refused about a meeting.
import { type Problems, problem } from './entry.ts'

export const meetingProblems = {
  'meeting-unknown': problem(
    404,
    ['没有找到这次议事会', '请核对链接，或问一问居委会。'],
    ['No such meeting', 'Check the link, or ask the committee.'],
  ),
  'meeting-in-the-past': problem(
    422,
    ['开会时间已经过了', '请选一个将来的时间。'],
    ['This time has passed', 'Choose a time that is still to come.'],
  ),
  'seat-without-people': problem(
    422,
    ['必到的席位还没有请人', '这个席位必须有人到会，请先给它请一个人或一家单位。'],
    ['A seat has nobody invited', 'This seat must be taken: invite a person or a party to it.'],
  ),
  'sign-in-not-open': problem(
    409,
    ['还没开始签到', '开会前两小时开始签到，请到时再来。'],
    ['Sign-in is not open yet', 'It opens two hours before the meeting.'],
  ),
  'wrong-door-code': problem(
    403,
    ['签到码不对', '请看会场里贴的六位数字，或者扫会场的码。'],
    ['Wrong sign-in code', 'See the six digits in the room, or scan the code there.'],
  ),
  'seat-taken': problem(
    409,
    ['这个席位已经有人签到', '请换一个席位，或者到签到台问一声。'],
    ['This seat is taken', 'Choose another one, or ask at the desk.'],
  ),
  'already-signed-in': problem(
    409,
    ['已经签过到了', '同一个人只签一次；同名的请写上门牌。'],
    ['Signed in already', 'Each person signs in once; namesakes add their household.'],
  ),
  'not-present': problem(
    409,
    ['这个人没有签到', '请先签到；正在主持的人不能划去。'],
    ['Not signed in', 'Sign them in first; whoever presides cannot be struck out.'],
  ),
  'item-unknown': problem(422, ['没有这个议题', '请从议程里选。'], ['No such item', 'Choose one of the agenda.']),
  'line-unknown': problem(
    409,
    ['没有这一条', '它可能刚刚划去了，请刷新后再看。'],
    ['No such line', 'It may have been struck out just now: reload and look again.'],
  ),
  'by-date-past': problem(
    422,
    ['完成日期已经过了', '请选今天或以后的日子。'],
    ['This day has passed', 'Choose today or a later day.'],
  ),
  'not-quorate': problem(
    409,
    ['到会人数不够', '可以先谈、先记，但不能作决定；等人到齐再定，或按人数不够散会。'],
    [
      'Not enough people',
      'You may talk and take notes, but not decide: wait for the others, or close without a quorum.',
    ],
  ),
  'result-needed': problem(
    422,
    ['请选会议结果', '到会人数够了，散会时要说明谈成了没有。'],
    ['A result is needed', 'Enough people are here: say what the meeting came to.'],
  ),
  'minutes-unchanged': problem(
    409,
    ['纪要没有改动', '改了再保存。'],
    ['Nothing was changed', 'Change the minutes before you save them.'],
  ),
  'already-signed': problem(
    409,
    ['这个人已经签过字', '纪要还要主持人和另一位到会的人签字。'],
    ['Signed already', 'The minutes need whoever presided and one more who was there.'],
  ),
} as const satisfies Problems
