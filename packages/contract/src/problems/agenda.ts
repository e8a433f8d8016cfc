// What is refused about several questions that are asked together.
import { type Problems, problem } from './entry.ts'

export const agendaProblems = {
  'on-agenda': problem(
    409,
    ['这一题跟着第一题走', '公告、名册、开始、延长和送达都在第一题办，整份议程一起生效。'],
    [
      'This question follows the first one',
      'Notice, list, opening, extension and delivery are the first question’s, and hold for all.',
    ],
  ),
  'agenda-unfit': problem(
    422,
    [
      '这一题不能放进这份议程',
      '同一份议程要用同一张名册、同样的起止时间，发起人、计票人和重复投票的认定也要一样。请换规则，或另开一次表决。',
    ],
    [
      'This question does not fit the agenda',
      'All questions have the same list and dates, and the same people who open and count. Choose another rule, or begin a vote of its own.',
    ],
  ),
  'agenda-full': problem(
    409,
    ['议程满了', '一张票最多放 6 题，请另开一次表决。'],
    ['The agenda is full', 'One sheet holds six questions: begin another vote.'],
  ),
  'agenda-uncounted': problem(
    409,
    ['还有题目没清点完', '等各题都有初步结果，再一并公示；或把这一题先单独公示。'],
    ['Some questions are not counted yet', 'Wait until each has its preliminary result, or show this one by itself.'],
  ),
  'agenda-closed': problem(
    409,
    ['议程已经公告，不能再加', '请另开一次表决；或撤回后重新拟定。'],
    ['The agenda has been announced', 'Begin another vote, or take this one back and draft it anew.'],
  ),
} as const satisfies Problems
