// What is refused on patrol.
import { type Problems, problem } from './entry.ts'

export const patrolProblems = {
  'not-your-round': problem(
    403,
    ['这里现在不归您巡查', '您写的还在手机上。请把文字复制给居委会，或扫这里的码，以居民身份反映。'],
    [
      'This is not your round',
      'What you wrote is still on the phone: copy it for the committee, or scan the code there and raise it as a resident.',
    ],
  ),
  'stairway-unknown': problem(
    404,
    ['找不到这个楼道', '楼道可能改了编号。请刷新今天的清单，重新选一次地点；文字还在手机上。'],
    [
      'No such stairway',
      'It may have been renamed: refresh today’s list and choose again. Your words are still on the phone.',
    ],
  ),
  'seen-too-long-ago': problem(
    409,
    ['过去太久了', '一个月以前看到的，现在已经说不准。请再去看一眼，重新记一条。'],
    ['Seen too long ago', 'After a month nobody can tell any more: have another look and note it anew.'],
  ),
  'another-persons-note': problem(
    403,
    ['这是另一位同事记的', '请由记下的人登录后送出，记录会一直留在这部手机上。'],
    ['Somebody else’s note', 'Whoever wrote it must sign in to send it; it stays on this phone until then.'],
  ),
} as const satisfies Problems
