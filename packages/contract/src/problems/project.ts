// What is refused about small projects.
import { type Problems, problem } from './entry.ts'

export const projectProblems = {
  'project-unknown': problem(
    404,
    ['没有找到这个项目', '请回到事项页面重新打开。'],
    ['Project not found', 'Open it again from its matter.'],
  ),
  'milestone-in-the-past': problem(
    422,
    ['节点的日期已经过了', '请选今天或以后的日子。'],
    ['The day has passed', 'Choose today or a later day.'],
  ),
  'milestones-out-of-order': problem(
    422,
    ['节点的日期前后颠倒', '请按先后顺序排好各个节点。'],
    ['Milestones out of order', 'Put the milestones in the order of their days.'],
  ),
  'photos-from-before-needed': problem(
    422,
    ['还缺施工前的照片', '请至少传一张现在的样子，完工后好对照。'],
    ['Photos from before are needed', 'Add at least one photo of how it looks now, to compare afterwards.'],
  ),
  'photos-from-after-needed': problem(
    422,
    ['还缺完工的照片', '最后一个节点要附上完工后的照片，再请人验收。'],
    ['Photos from after are needed', 'Add a photo of the finished work before asking for the last acceptance.'],
  ),
  'milestone-unknown': problem(
    422,
    ['没有这个节点', '请刷新后从列出的节点里选。'],
    ['No such milestone', 'Reload and choose one of the milestones shown.'],
  ),
  'milestone-accepted-already': problem(
    409,
    ['这个节点已经验收', '不用再改；若又出了问题，请在事项里补充说明。'],
    ['Accepted already', 'There is nothing to change; if something is wrong again, say so in the matter.'],
  ),
  'milestone-not-claimed': problem(
    409,
    ['这个节点还没报完成', '等承办单位报完成，再来验收。'],
    ['Not claimed yet', 'Wait until its party says that it is done.'],
  ),
  'own-work-accepted': problem(
    403,
    ['自己做的不能自己验收', '请别的单位的人来验收。'],
    ['Not your own work', 'Somebody of another party must accept it.'],
  ),
} as const satisfies Problems
