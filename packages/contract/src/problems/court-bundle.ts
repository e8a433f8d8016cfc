// What stands in the way of a court bundle.
import { type Problems, problem } from './entry.ts'

export const courtBundleProblems = {
  'result-missing': problem(
    409,
    ['还没有结果', '清点出结果以后才能取卷宗：在这之前，谁也不能知道谁投了什么。'],
    [
      'There is no result yet',
      'A bundle can be taken once the count is done: before that nobody may learn who chose what.',
    ],
  ),
  'bundle-unknown': problem(
    404,
    ['没有这份卷宗', '请回到表决页面，从“表决卷宗”里取。'],
    ['No such bundle', 'Go back to the page of the vote and fetch it from “Court bundle”.'],
  ),
  'bundle-unready': problem(
    409,
    ['卷宗还在制作', '做好以后会发消息通知申请的人，到时再来下载。'],
    ['The bundle is being made', 'Whoever asked for it gets a message when it is ready: download it then.'],
  ),
  'bundle-failed': problem(
    409,
    ['这份卷宗没有做成', '原因写在表决页面的“表决卷宗”里，可以从那里重新制作。'],
    ['This bundle could not be made', 'The page of the vote says why; ask for another one there.'],
  ),
  'bundle-gone': problem(
    410,
    ['这份卷宗已经删掉', '卷宗只保存几天；需要时在表决页面重新制作一份。'],
    [
      'This bundle has been removed',
      'Bundles are kept for some days only: ask for another one on the page of the vote.',
    ],
  ),
} as const satisfies Problems
