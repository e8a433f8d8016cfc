// What was told and what was found, compared exactly.
import type { Course } from './course.ts'
import type { Ground } from './installation.ts'
import { isRoomDeed, opensRoom, type Room, roomOf } from './rooms/deeds.ts'
import type { Script, ScriptCase, ScriptStep } from './script.ts'

export type Finding = { readonly what: string; readonly expected: string; readonly found: string }

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export const compare = (what: string, expected: unknown, found: unknown): readonly Finding[] => {
  const [wanted, got] = [shown(expected), shown(found)]
  return wanted === got ? [] : [{ what, expected: wanted, found: got }]
}

/** Of several texts, those that a page does not say. */
export const saidOn = (what: string, page: string, texts: readonly string[]): readonly Finding[] =>
  texts.flatMap((text) => (page.includes(text) ? [] : [{ what, expected: text, found: 'nowhere on the page' }]))

export type Told = {
  readonly what: string
  readonly kind: string
  readonly value: string
  readonly unit?: string | undefined
}

/** Fields in one order, so that only what is said counts. */
export const plain = (figures: readonly Told[]): readonly (readonly string[])[] =>
  figures.map(({ what, kind, value, unit }) => [what, kind, value, unit ?? ''])

export type Reading = {
  readonly url: string
  readonly ground: Ground
  readonly script: Script
  readonly told: ScriptCase
  readonly course: Course
}

/** The steps in one room, from each opening to the next, beside the id of what was opened. */
export const sessionsOf = (
  { told, course }: Reading,
  room: Room,
): readonly { readonly id: string; readonly steps: readonly ScriptStep[] }[] => {
  const ids = course.opened.filter((each) => each.room === room).map(({ id }) => id)
  const sessions: ScriptStep[][] = []
  for (const step of told.steps) {
    if (!isRoomDeed(step.do) || roomOf(step.do) !== room) continue
    if (opensRoom(step.do)) sessions.push([step])
    else sessions.at(-1)?.push(step)
  }
  return sessions.map((steps, index) => ({ id: ids[index] ?? '', steps }))
}

/** The bodies of the steps with one name, in their order. */
export const saidIn = <Body>(steps: readonly ScriptStep[], deed: ScriptStep['do']): readonly Body[] =>
  steps.filter((step) => step.do === deed).map((step) => step.with as unknown as Body)

export const nameOf = ({ script }: Reading, party: string): string => script.parties[party]?.name ?? party
