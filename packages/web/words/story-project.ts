// What a story tells of a project.
import type { StoryItem } from '@yishi/contract/matter'
import type { ProjectEvent } from '@yishi/domain/project'
import { dictionary } from './dictionary.ts'
import { type Teller, fact } from './telling.ts'

/** Milestones are counted from one. */
const nth = ({ facts }: StoryItem): number | null =>
  typeof facts['milestone'] === 'number' ? facts['milestone'] + 1 : null
const zhMilestone = (item: StoryItem): string => (nth(item) ? `第 ${nth(item)} 个节点` : '一个节点')
const enMilestone = (item: StoryItem): string => (nth(item) ? `Milestone ${nth(item)}` : 'A milestone')

export const projectTellers = dictionary<Record<ProjectEvent['type'], Teller>>(
  {
    ProjectStarted: (item) => `立了项目${fact(item, 'title') && `“${fact(item, 'title')}”`}，开工`,
    MilestoneReported: () => '项目有了新进展',
    MilestoneClaimed: (item) => `${zhMilestone(item)}报完成，等人验收`,
    MilestoneAccepted: (item) => `${zhMilestone(item)}验收通过`,
    MilestoneFaulted: (item) => `${zhMilestone(item)}要返工`,
    MilestoneMoved: (item) => `${zhMilestone(item)}改了日期${fact(item, 'by') && `：${fact(item, 'by')} 前`}`,
    MilestoneOverdue: (item) => `${zhMilestone(item)}过了日子还没验收`,
    ProjectEnded: () => '项目完工，节点都验收了',
    ProjectStopped: () => '项目中止',
  },
  {
    ProjectStarted: (item) => `A project was started${fact(item, 'title') && `: ${fact(item, 'title')}`}`,
    MilestoneReported: () => 'There is progress with the project',
    MilestoneClaimed: (item) => `${enMilestone(item)} is said to be done and waits to be accepted`,
    MilestoneAccepted: (item) => `${enMilestone(item)} was accepted`,
    MilestoneFaulted: (item) => `${enMilestone(item)} must be done again`,
    MilestoneMoved: (item) => `${enMilestone(item)} has another day${fact(item, 'by') && `: by ${fact(item, 'by')}`}`,
    MilestoneOverdue: (item) => `${enMilestone(item)} is past its day and not accepted yet`,
    ProjectEnded: () => 'The project is finished; every milestone was accepted',
    ProjectStopped: () => 'The project was stopped',
  },
)
