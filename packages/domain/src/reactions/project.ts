// How a project moves its matter: that it runs, that it has ended well, or that it was stopped. Pure; the server runs it in one transaction.
import type { MatterCommand } from '../matter/index.ts'
import type { ProjectEvent, StandingProject } from '../project/index.ts'

const STATUS = { running: 'running', ended: 'ended', stopped: 'withdrawn' } as const

const TOLD: ReadonlySet<ProjectEvent['type']> = new Set(['ProjectStarted', 'ProjectEnded', 'ProjectStopped'])

/** A project that was stopped because its matter went on is known as withdrawn there already; telling it again moves nothing. */
export const matterMovedByProject = ({ id, status }: StandingProject, event: ProjectEvent): MatterCommand | null =>
  TOLD.has(event.type)
    ? { type: 'NoteProceeding', proceeding: { kind: 'project', id, status: STATUS[status] }, resolved: [] }
    : null
