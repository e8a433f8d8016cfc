// The HTTP promise about small projects: what starts one, what is said of a milestone, and what is shown.
import { localDateSchema } from '@yishi/domain/calendar'
import { figureSchema, figuresSchema } from '@yishi/domain/matter'
import { MOST_PHOTOS } from '@yishi/domain/photo'
import { MILESTONE_STATUSES, MOST_MILESTONES } from '@yishi/domain/project'
import { z } from 'zod'
import { photoViewSchema } from './matter.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const photos = z.array(z.string()).max(MOST_PHOTOS).default([])
const milestone = z
  .int()
  .min(0)
  .max(MOST_MILESTONES - 1)
const report = { milestone, text: text(2000), photos, figures: figuresSchema.default([]) }

/** `POST /api/matters/:matter/projects`. */
export const startProjectSchema = z.object({
  title: text(60),
  party: z.string(),
  milestones: z
    .array(z.object({ name: text(60), by: localDateSchema }))
    .min(1)
    .max(MOST_MILESTONES),
  photos,
  figures: figuresSchema.default([]),
})
export type StartProject = z.infer<typeof startProjectSchema>

/** The commands on a project; the path is `/api/projects/:project/<name>`. */
export const projectCommandSchemas = {
  report: z.object(report),
  claim: z.object(report),
  accept: z.object({ milestone, note: z.string().trim().max(1000).default('') }),
  fault: z.object({ milestone, reason: text(1000), photos }),
  move: z.object({ milestone, by: localDateSchema, reason: text(500) }),
  stop: z.object({ reason: text(500) }),
} as const
export type ProjectCommandName = keyof typeof projectCommandSchemas

const shown = {
  title: z.string(),
  partyName: z.string(),
  status: z.enum(['running', 'ended', 'stopped']),
  /** The day of the last milestone. */
  deadline: localDateSchema,
  before: z.array(photoViewSchema),
  after: z.array(photoViewSchema),
  figures: z.array(figureSchema),
}
const milestoneShown = {
  name: z.string(),
  by: localDateSchema,
  status: z.enum(MILESTONE_STATUSES),
  overdue: z.boolean(),
}

/** What whoever raised the matter sees. */
export const publicProjectSchema = z.object({ ...shown, milestones: z.array(z.object(milestoneShown)) })
export type PublicProject = z.infer<typeof publicProjectSchema>

/** What those who handle the matter see, with the commands that the reader may give now. */
export const projectViewSchema = z.object({
  ...shown,
  project: z.string(),
  party: z.string(),
  milestones: z.array(z.object({ ...milestoneShown, may: z.array(z.string()) })),
  may: z.array(z.string()),
})
export type ProjectView = z.infer<typeof projectViewSchema>

/** `GET /api/matters/:matter/projects`; `start`: may the reader start one now? */
export const projectsSchema = z.object({ projects: z.array(projectViewSchema), start: z.boolean() })
export type Projects = z.infer<typeof projectsSchema>
