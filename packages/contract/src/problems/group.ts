// What is refused about chat groups, pasted excerpts, cards and tips.
import { type Problems, problem } from './entry.ts'

export const groupProblems = {
  'group-unknown': problem(
    404,
    ['没有找到这个群', '它可能已经停用，请回到群列表再选。'],
    ['No such group', 'It may be closed: go back to the list of groups.'],
  ),
  'node-unknown': problem(
    422,
    ['没有这个位置', '请从网格、楼栋、楼道里选一个。'],
    ['No such place', 'Choose one of the grids, buildings or stairways.'],
  ),
  'keeper-unknown': problem(
    422,
    ['不能由这个人管群', '请从负责这里的工作人员、网格员、楼组长里选。'],
    ['Cannot keep this group', 'Choose somebody who looks after this place.'],
  ),
  'excerpt-unknown': problem(
    404,
    ['没有找到这段聊天', '请回到群列表，重新粘贴。'],
    ['No such excerpt', 'Go back to the groups and paste it again.'],
  ),
  'excerpt-empty': problem(
    422,
    ['没有内容', '请先从群里复制一段聊天，再粘贴到这里。'],
    ['Nothing was pasted', 'Copy a piece of the chat first, then paste it here.'],
  ),
  'excerpt-too-long': problem(
    413,
    ['一次粘贴得太多', '一次最多 10 万字、3000 行。您粘贴的还在框里，请分几次来。'],
    [
      'Too much at once',
      'At most 100,000 characters and 3,000 lines at a time. What you pasted is still there: do it in parts.',
    ],
  ),
  'too-many-drafts': problem(
    422,
    ['一次读出的事太多', '一次最多整理 60 件。您粘贴的还在框里，请分几次来。'],
    ['Too many things at once', 'At most 60 at a time. What you pasted is still there: do it in parts.'],
  ),
  'nothing-to-raise': problem(
    422,
    ['没有读出要办的事', '这段里只有寒暄、图片或系统提示。如果有事，请把那几句单独粘贴，或直接登记。'],
    [
      'Nothing to raise in it',
      'There is only courtesy, pictures or notes of the system. Paste those lines alone, or take the matter down yourself.',
    ],
  ),
  'draft-unknown': problem(404, ['没有这一条', '请刷新页面。'], ['No such draft', 'Reload the page.']),
  'draft-decided': problem(
    409,
    ['这一条已经处理过了', '刚刚有人处理了它，页面已经更新，请看结果。'],
    ['Decided already', 'Somebody has just decided it: the page shows the result.'],
  ),
  'card-unknown': problem(
    404,
    ['没有找到这张回音卡', '请回到“待发回音”再看。'],
    ['No such card', 'Go back to the cards to post.'],
  ),
  'card-posted': problem(
    409,
    ['这张已经发过了', '不用再发一次。'],
    ['Posted already', 'There is no need to post it again.'],
  ),
  'tip-unknown': problem(404, ['没有这条提示语', '请刷新页面。'], ['No such tip', 'Reload the page.']),
} as const satisfies Problems
