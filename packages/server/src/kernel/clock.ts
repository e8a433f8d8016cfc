// The server's clock: real, or moved by hand in tests and replays; nothing else in the server reads the time of day for a rule.
import { type Instant, toInstant } from '@yishi/domain/kernel'

export type Clock = { readonly now: () => Instant }

export const systemClock: Clock = { now: () => toInstant(Date.now()) }

/** Runs what falls due up to `until` in order, setting the clock to each moment before. */
export type OnAdvance = (until: Instant, set: (at: Instant) => void) => Promise<void>

export type ManualClock = Clock & {
  readonly onAdvance: (run: OnAdvance) => void
  readonly advanceTo: (at: Instant) => Promise<void>
}

export const manualClock = (start: Instant): ManualClock => {
  let now = start
  let run: OnAdvance = () => Promise.resolve()
  const set = (at: Instant) => {
    if (at < now) throw new RangeError(`the clock stands at ${now} and does not go back to ${at}`)
    now = at
  }
  return {
    now: () => now,
    onAdvance: (given) => void (run = given),
    advanceTo: async (at) => {
      await run(at, set)
      set(at)
    },
  }
}
