// The small shapes that every answer about a matter is made of.
import type { ClockView, PhotoView } from '@yishi/contract/matter'
import { type Clock, light, remaining } from '@yishi/domain/clock'
import type { CommunityId, Instant } from '@yishi/domain/kernel'
import { type Procedure, type Stage, stageOfProcedure } from '@yishi/domain/procedure'

export const clockView = (clock: Clock, now: Instant): ClockView => {
  const { overdue, ms, share } = remaining(clock, now)
  const { kind, limit, startedAt, due, paused, provisional, metInTime: met } = clock
  return { kind, limit, startedAt, due, light: light(clock, now), overdue, ms, share, paused, provisional, met }
}

export const photoView = (community: CommunityId, id: string): PhotoView => ({
  id,
  thumb: `/photos/${community}/${id}?small=1`,
  full: `/photos/${community}/${id}`,
})

/** The stages still to come on the straight way: each stage's first outcome that does not lead back, until one ends it. */
const stagesAhead = (procedure: Procedure, from: string): readonly Stage[] => {
  const ahead: Stage[] = []
  const seen = new Set([from])
  let stage = stageOfProcedure(procedure, from)
  for (;;) {
    const next = stage.outcomes.find(({ to }) => to === undefined || !seen.has(to))?.to
    if (!next) return ahead
    seen.add(next)
    stage = stageOfProcedure(procedure, next)
    ahead.push(stage)
  }
}

export const namesAhead = (procedure: Procedure, from: string) =>
  stagesAhead(procedure, from).map(({ act, names }) => ({ act, names }))
