// Replays scripts on a running installation: all steps in the order of time, each case read back when its last step is done.
import type { Course } from './course.ts'
import type { Installation } from './installation.ts'
import { type Deed, timeline } from './moments.ts'
import { type Mismatch, readBack } from './reading.ts'
import type { Script } from './script.ts'
import { walk } from './walking.ts'

export type CaseResult = {
  readonly id: string
  readonly title: string
  readonly community: string
  readonly procedure: string
  readonly steps: number
  readonly closed: boolean
}
export type Replayed = { readonly results: readonly CaseResult[]; readonly mismatches: readonly Mismatch[] }

export type Watching = {
  /** Called between the last step of a case and its reading. */
  readonly beforeReading?: (id: string, course: Course) => Promise<void>
}

type Progress = { readonly courses: Map<string, Course>; readonly stuck: Map<string, Mismatch> }

const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const stuckAt = ({ told, step, number }: Deed, error: unknown): Mismatch => ({
  case: told.id,
  what: `step ${number}: ${step ? `${step.do} by ${step.by}` : `raise by ${told.raise.by}`}`,
  expected: 'done',
  found: saying(error),
})

const groundOf = ({ grounds }: Installation, { script }: Deed) => {
  const ground = grounds.get(script.community.key)
  if (!ground) throw new Error(`community ${script.community.key} was not founded`)
  return ground
}

const advance = async (installation: Installation, deed: Deed, { courses, stuck }: Progress): Promise<void> => {
  await installation.advanceTo(deed.at)
  const { id } = deed.told
  if (stuck.has(id)) return
  try {
    courses.set(id, await walk(installation, groundOf(installation, deed), deed, courses.get(id) ?? null))
  } catch (error) {
    stuck.set(id, stuckAt(deed, error))
  }
}

const finish = async (installation: Installation, deed: Deed, { courses, stuck }: Progress) => {
  const { id } = deed.told
  const [course, failed] = [courses.get(id), stuck.get(id)]
  if (failed || !course) return { closed: false, mismatches: failed ? [failed] : [] }
  return readBack(installation, groundOf(installation, deed), deed, course)
}

export const replay = async (
  installation: Installation,
  scripts: readonly Script[],
  { beforeReading }: Watching = {},
): Promise<Replayed> => {
  const progress: Progress = { courses: new Map(), stuck: new Map() }
  const results: CaseResult[] = []
  const mismatches: Mismatch[] = []
  for (const deed of timeline(scripts)) {
    await advance(installation, deed, progress)
    if (!deed.last) continue
    const course = progress.courses.get(deed.told.id)
    if (course) await beforeReading?.(deed.told.id, course)
    const reading = await finish(installation, deed, progress)
    const { id, title, procedure, steps } = deed.told
    const { name } = deed.script.community
    mismatches.push(...reading.mismatches)
    results.push({
      id,
      title: title.zh,
      community: name,
      procedure: procedure.key,
      steps: steps.length,
      closed: reading.closed,
    })
  }
  return { results, mismatches }
}
