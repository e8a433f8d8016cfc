// Small projects as the people of a case carry them out; read back from the plan that its handlers see and from the page of the raiser's link.
import type { Projects, StartProject } from '@yishi/contract/project'
import { type Course, type Walk, entered, keyOf, lastIn, walker } from '../course.ts'
import { ask, readPage } from '../door.ts'
import { type Finding, type Reading, compare, nameOf, plain, saidIn, saidOn, sessionsOf } from '../finding.ts'
import { playerOf } from '../installation.ts'
import type { ScriptStep } from '../script.ts'
import { uploadPhotos } from './photos.ts'

const bodyOf = async (walk: Walk): Promise<unknown> => {
  const photos = await uploadPhotos(walk)
  const { party, ...said } = walk.step.with
  return {
    ...said,
    ...(typeof party === 'string' ? { party: playerOf(walk.ground, party).party } : {}),
    ...(photos.length > 0 ? { photos } : {}),
  }
}

export const walkProject = async (walk: Walk): Promise<Course> => {
  const { url, deed, step, course } = walk
  const starts = step.do === 'project/start'
  const path = starts
    ? `/api/matters/${course.matter}/projects`
    : `/api/projects/${lastIn(course, 'project')}/${step.do.slice('project/'.length)}`
  const body = await bodyOf(walk)
  const { projects } = await ask<Projects>(url, { method: 'POST', path, by: walker(walk), body, key: keyOf(deed) })
  const newest = projects.at(-1)
  return starts && newest ? entered(course, 'project', newest.project) : course
}

type At = { readonly milestone: number }

const statusesOf = (steps: readonly ScriptStep[], { milestones }: StartProject): readonly string[] => {
  const reached = (deed: 'project/claim' | 'project/accept') =>
    new Set(saidIn<At>(steps, deed).map(({ milestone }) => milestone))
  const [claimed, accepted] = [reached('project/claim'), reached('project/accept')]
  return milestones.map((_, index) => (accepted.has(index) ? 'accepted' : claimed.has(index) ? 'claimed' : 'planned'))
}

const photosOf = (steps: readonly ScriptStep[], deed: 'project/start' | 'project/claim'): number =>
  steps.findLast((step) => step.do === deed && step.photos !== undefined)?.photos ?? 0

const readSession = (
  reading: Reading,
  { steps }: ReturnType<typeof sessionsOf>[number],
  found: Projects['projects'][number] | undefined,
): readonly Finding[] => {
  const [plan] = saidIn<StartProject>(steps, 'project/start')
  if (!plan || !found) return compare('project', plan?.title, found?.title)
  const statuses = statusesOf(steps, plan)
  const status = statuses.every((each) => each === 'accepted') ? 'ended' : 'running'
  return [
    ...compare(
      'project',
      [plan.title, nameOf(reading, plan.party), status],
      [found.title, found.partyName, found.status],
    ),
    ...compare(
      'milestones',
      plan.milestones.map(({ name, by }, index) => [name, by, statuses[index]]),
      found.milestones.map(({ name, by, status: reached }) => [name, by, reached]),
    ),
    ...compare('figures of the project', plain(plan.figures ?? []), plain(found.figures)),
    ...compare(
      'photos before and after',
      [photosOf(steps, 'project/start'), photosOf(steps, 'project/claim')],
      [found.before.length, found.after.length],
    ),
  ]
}

/** Whoever raised the matter finds the plan on the page of the link. */
const pageOf = async ({ url, course }: Reading, plans: readonly StartProject[]): Promise<readonly Finding[]> => {
  if (course.token === null) return []
  const page = await readPage(url, { path: `/m/${course.token}` })
  const names = plans.flatMap(({ title, milestones }) => [title, ...milestones.map(({ name }) => name)])
  return saidOn('the page of the link', page, names)
}

export const readProjects = async (reading: Reading): Promise<readonly Finding[]> => {
  const sessions = sessionsOf(reading, 'project')
  if (sessions.length === 0) return []
  const path = `/api/matters/${reading.course.matter}/projects`
  const by = playerOf(reading.ground, 'committee')
  const { projects } = await ask<Projects>(reading.url, { path, by })
  const plans = sessions.flatMap(({ steps }) => saidIn<StartProject>(steps, 'project/start'))
  return [
    ...compare('number of projects', sessions.length, projects.length),
    ...sessions.flatMap((session) =>
      readSession(
        reading,
        session,
        projects.find(({ project }) => project === session.id),
      ),
    ),
    ...(await pageOf(reading, plans)),
  ]
}
