// Small projects: work by milestones that somebody else accepts.
export type { ProjectAskRefusal } from './asking.ts'
export { project } from './capability.ts'
export { projectRoutes } from './routes.ts'
export { publicProjects } from './views.ts'
