// What is refused about notices and the objections to them.
import { type Problems, problem } from './entry.ts'

export const noticeProblems = {
  'title-too-long': problem(
    422,
    ['标题太长，海报上放不下', '标题最多 80 个字。请改短一些，细节写在正文里；您填的内容都还在。'],
    [
      'The title does not fit on a poster',
      'It may have 80 characters at most. Shorten it and tell the rest in the text; what you typed is still there.',
    ],
  ),
  'nowhere-to-hang': problem(
    422,
    ['还没说挂在哪里', '请至少选一处：全居民区、楼栋、楼道，或者一块公告栏。'],
    ['Where does it hang?', 'Choose at least one: the whole community, a building, a stairway, or a board.'],
  ),
  'basis-not-in-force': problem(
    422,
    ['这条依据现在不适用', '它还没有施行，或者已经废止。请另选依据，或者不选。'],
    ['This rule is not in force', 'It does not apply yet or no longer. Choose another, or none.'],
  ),
  'period-too-short': problem(
    422,
    ['公示天数少于法定天数', '所选依据写明了最少几天，请按它填写，或者更长。'],
    ['Shorter than the law allows', 'The rule that you chose names the fewest days: hang it at least as long.'],
  ),
  'shorter-than-procedure': problem(
    422,
    ['公示天数少于工作法的要求', '这件事的工作法写明了最少公示几天，请按它填写，或者更长。'],
    [
      'Shorter than the procedure asks',
      'The procedure of this matter names the fewest days: hang it at least as long.',
    ],
  ),
  'calendar-year-missing': problem(
    409,
    ['那一年的放假安排还没有公布', '法定期限不能靠猜。请等国务院公布放假安排、系统更新后再挂，或者缩短到年内结束。'],
    [
      'The holidays of that year are not published yet',
      'A statutory period is never guessed. Wait until they are published and the system is updated, or let it end within this year.',
    ],
  ),
  'period-running': problem(
    409,
    ['公示期还没到', '请等公示期满再来做这一步。'],
    ['The period still runs', 'Do this once the notice has hung its time.'],
  ),
  'notice-not-over': problem(
    409,
    ['公示期还没满', '期满以后才能公示结果。'],
    ['The notice is not over', 'A result can be told once it has hung its time.'],
  ),
  'result-told-already': problem(
    409,
    ['结果已经公示过了', '请打开已经挂出的结果公示。'],
    ['The result was told already', 'Open the notice that tells it.'],
  ),
  'spot-unknown': problem(
    422,
    ['没有这个张贴点', '请刷新页面，从列出的地方里选。'],
    ['No such place', 'Reload the page and choose one of the places listed.'],
  ),
  'notice-unknown': problem(
    404,
    ['没有找到这份公示', '请核对链接或二维码，也可以问居委会。'],
    ['No such notice', 'Check the link or code, or ask the committee.'],
  ),
  'notice-not-hanging': problem(
    409,
    ['这份公示已经撤下', '现在不用再提意见了。有话要说，请扫墙上的码上报。'],
    [
      'This notice was withdrawn',
      'There is nothing to object to any more. To raise a matter, scan a code on the wall.',
    ],
  ),
  'period-over': problem(
    409,
    ['公示期已经结束', '来不及在这里提了。有不同意见，请打电话或到居委会说，也可以扫墙上的码上报。'],
    [
      'The period is over',
      'It is too late to object here. Call or visit the committee, or scan a code on the wall to raise a matter.',
    ],
  ),
  'already-objected': problem(
    409,
    ['您已经提过意见了', '每人对一份公示提一次。想改，请先收回原来那条。'],
    ['You have objected already', 'Each person objects once to a notice. To change it, take the first one back.'],
  ),
  'objection-unknown': problem(
    404,
    ['没有找到这条意见', '请刷新页面再看。'],
    ['No such objection', 'Reload the page and look again.'],
  ),
} as const satisfies Problems
