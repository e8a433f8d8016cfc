// Small projects: what a matter's work is when it goes by milestones that somebody accepts.
export { projectEntry } from './entry.ts'
export {
  MILESTONE_STATUSES,
  MOST_MILESTONES,
  type Milestone,
  NO_PROJECT,
  type PlannedMilestone,
  type Project,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectRefusal,
  type StandingProject,
  deadlineOf,
} from './project.ts'
export { projectRules, projectWake } from './rulebook.ts'
