// What has happened to a matter since, and how its clocks stand.
import type { Instant } from '../../kernel/index.ts'
import { told, toldTypes } from '../../reactions/testing/story.ts'
import { type World, open } from '../../reactions/testing/world.ts'
import type { MatterEvent } from '../index.ts'

type Happened = { readonly type: string; readonly at: Instant }
export const happened = (world: World, since: World): readonly Happened[] =>
  world.story.slice(since.story.length).map(({ at, event: { type } }) => ({ type, at }))
export const levels = (world: World): readonly (readonly [number, string])[] =>
  told(world).flatMap((event) => (event.type === 'MatterEscalated' ? [[event.level, event.to] as const] : []))
export const clock = (world: World, kind: string) => open(world).course.clocks.find((each) => each.kind === kind)!
export const times = (world: World, type: MatterEvent['type']): number =>
  toldTypes(world).filter((each) => each === type).length
