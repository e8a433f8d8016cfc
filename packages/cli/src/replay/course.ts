// How far a case has come, and one step of it as the player takes it.
import { type Ground, type Player, playerOf } from './installation.ts'
import type { Deed } from './moments.ts'
import type { Room } from './rooms/deeds.ts'
import type { ScriptStep } from './script.ts'

/** What a step opened beside the matter, in the order of opening. */
export type Opened = { readonly room: Room; readonly id: string }

export type Course = {
  readonly matter: string
  readonly code: string
  /** Of the raiser's link; null for a ticket of a list, which has none. */
  readonly token: string | null
  /** The newest order of each party, by the party's key. */
  readonly orders: ReadonlyMap<string, string>
  readonly opened: readonly Opened[]
}

export type Walk = {
  readonly url: string
  readonly ground: Ground
  readonly deed: Deed
  readonly step: ScriptStep
  readonly course: Course
}

export const keyOf = ({ told, number }: Deed): string => `replay-${told.id}-${number}`

/** Whoever takes the step; null for the raiser, who has only the link. */
export const walker = ({ ground, step }: Pick<Walk, 'ground' | 'step'>): Player | null =>
  step.by === 'raiser' ? null : playerOf(ground, step.by)

export const entered = (course: Course, room: Room, id: string): Course => ({
  ...course,
  opened: [...course.opened, { room, id }],
})

export const idsIn = ({ opened }: Course, room: Room): readonly string[] =>
  opened.filter((each) => each.room === room).map(({ id }) => id)

export const lastIn = (course: Course, room: Room): string => {
  const id = idsIn(course, room).at(-1)
  if (!id) throw new Error(`no ${room} was opened`)
  return id
}
