// One community of the demo while its past is being told: its own clock, its people and places, and what it told whom.
import type { CommunityId, Instant, MatterId, PhotoId } from '@yishi/domain/kernel'
import { isRefused } from '@yishi/domain/kernel'
import type { ManualClock } from '../kernel/clock.ts'
import type { Context } from '../kernel/context.ts'
import { newIds } from '../kernel/ids.ts'
import type { JobDraft } from '../kernel/job-draft.ts'
import type { JobHandlers } from '../kernel/jobs.ts'
import type { Performer } from '../kernel/perform.ts'
import { storePhotos } from '../capabilities/photo/index.ts'
import { storeRecording } from '../capabilities/recording/index.ts'
import type { Subject } from '../kernel/store.ts'
import type { Standing, Track } from './course.ts'
import type { Ground } from './ground.ts'
import { hum } from './hum.ts'
import type { People } from './people.ts'
import { type Phase, type Picture, draw } from './pictures.ts'
import type { Told } from './told.ts'

export type Scene = {
  readonly community: CommunityId
  readonly ctx: Context
  readonly clock: ManualClock
  readonly performer: Performer
  readonly ground: Ground
  readonly people: People
  /** Matters as the last command left them. */
  readonly seen: ReadonlyMap<string, Standing>
  readonly photos: (picture: Picture | undefined, phase: Phase) => Promise<readonly PhotoId[]>
  readonly voice: (seconds: number) => Promise<string>
}

/** Something that happens at a moment of the past, and what follows from it. */
export type Event = { readonly at: Instant; readonly run: () => Promise<Event | null> }

/** A matter on its way. */
export type Going = {
  readonly scene: Scene
  readonly told: Told
  readonly number: number
  readonly subject: Subject<MatterId>
  readonly track: Track
  /** The earlier matter of the same case. */
  readonly twin: Going | undefined
}

/** What people are told is written at once, under the date of the past; later jobs would all say today. */
export const tellingAtOnce = (ctx: Context, clock: ManualClock, handlers: JobHandlers) => {
  const waiting: JobDraft[] = []
  const seen = new Map<string, Standing>()
  const past: Context = {
    ...ctx,
    clock,
    ids: newIds(clock),
    jobs: { send: (_, drafts) => Promise.resolve(void waiting.push(...drafts)) },
  }
  const tell = async () => {
    // A job may ask for others.
    while (waiting.length > 0) for (const { kind, data } of waiting.splice(0)) await handlers[kind]!(past, [data])
  }
  const telling = ({ perform, wake }: Performer): Performer => ({
    perform: async (given, capability, request) => {
      const answer = await perform(given, capability, request)
      await tell()
      const state = capability.name === 'matter' && 'happened' in answer ? answer.happened?.state : undefined
      if (state) seen.set(request.subject.id, state as unknown as Standing)
      else seen.clear()
      return answer
    },
    wake: async (given, capability, subject) => {
      const acted = await wake(given, capability, subject)
      seen.delete(subject.id)
      await tell()
      return acted
    },
  })
  return { past, telling, seen }
}

/** Each drawing is taken in once for a community, the way a photo from a phone is. */
export const photoDrawer = (ctx: Context, community: CommunityId): Scene['photos'] => {
  const taken = new Map<string, Promise<readonly PhotoId[]>>()
  const take = async (picture: Picture, phase: Phase) => {
    const stored = await storePhotos(ctx, community, [await draw(picture, phase)])
    if (isRefused(stored)) throw new Error(`the drawing of ${picture} is refused: ${stored.refused}`)
    return stored
  }
  return (picture, phase) => {
    if (!picture) return Promise.resolve([])
    const name = `${picture} ${phase}`
    const photos = taken.get(name) ?? take(picture, phase)
    taken.set(name, photos)
    return photos
  }
}

/** Each is said once. */
export const voiceBooth =
  (ctx: Context, community: CommunityId): Scene['voice'] =>
  async (seconds) => {
    const stored = await storeRecording(ctx, community, hum(seconds))
    if (isRefused(stored)) throw new Error(`the hum is refused: ${stored.refused}`)
    return stored.id
  }
