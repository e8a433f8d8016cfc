// Words of small projects: for residents who follow them, and for those who carry them out and accept them.
import type { ProjectCommandName, ProjectView } from '@yishi/contract/project'
import { dictionary } from './dictionary.ts'

type Status = ProjectView['milestones'][number]['status']

export const milestoneStatusWords = dictionary<Record<Status, string>>(
  { planned: '在做', claimed: '等验收', accepted: '验收了' },
  { planned: 'under way', claimed: 'to be accepted', accepted: 'accepted' },
)

export const projectStatusWords = dictionary<Record<ProjectView['status'], string>>(
  { running: '进行中', ended: '完工了', stopped: '中止了' },
  { running: 'under way', ended: 'finished', stopped: 'stopped' },
)

export const projectWords = dictionary(
  {
    title: (name: string) => `项目：${name}`,
    byParty: (party: string, day: string) => `${party}承办，${day} 前完工`,
    by: (day: string) => `${day} 前`,
    overdue: '过了日子',
    before: '施工前',
    after: '完工后',
    progress: (accepted: number, all: number) => `${all} 个节点，验收了 ${accepted} 个`,
  },
  {
    title: (name: string) => `Project: ${name}`,
    byParty: (party: string, day: string) => `by ${party}, to be finished by ${day}`,
    by: (day: string) => `by ${day}`,
    overdue: 'past its day',
    before: 'Before',
    after: 'After',
    progress: (accepted: number, all: number) => `${accepted} of ${all} milestones accepted`,
  },
)

export const projectFormWords = dictionary(
  {
    projects: '实事项目',
    start: '立项目',
    none: '这一步可以立成项目，按节点来办。',
    names: {
      report: '报进展',
      claim: '报完成',
      accept: '验收',
      fault: '要返工',
      move: '改日期',
      stop: '中止项目',
    } as Record<ProjectCommandName, string>,
    projectTitle: '项目名称',
    party: '承办单位',
    milestones: '节点',
    milestonesHint: '按先后排好：做成什么样算一个节点，哪天前做到。',
    milestone: (n: number) => `节点 ${n}`,
    milestoneName: '做到哪一步',
    day: '哪天前',
    addMilestone: '加一个节点',
    remove: '去掉',
    text: '情况',
    note: '验收意见',
    reason: '原因',
    photosBefore: '施工前至少一张照片',
  },
  {
    projects: 'Projects',
    start: 'Start a project',
    none: 'This work may be carried out as a project, by milestones.',
    names: {
      report: 'Report progress',
      claim: 'Say it is done',
      accept: 'Accept',
      fault: 'Find fault',
      move: 'Move the day',
      stop: 'Stop the project',
    } as Record<ProjectCommandName, string>,
    projectTitle: 'Name of the project',
    party: 'Carried out by',
    milestones: 'Milestones',
    milestonesHint: 'In their order: what is there when one is reached, and by which day.',
    milestone: (n: number) => `Milestone ${n}`,
    milestoneName: 'What is reached',
    day: 'By',
    addMilestone: 'Add a milestone',
    remove: 'Remove',
    text: 'How it stands',
    note: 'Remark on the acceptance',
    reason: 'Reason',
    photosBefore: 'At least one photo from before',
  },
)
