// A whole assembly of owners at two sizes, through every channel, and owners who come for the first time all at once: what each step takes, and the memory of it all.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { toInstant } from '@yishi/domain/kernel'
import { readSettings } from '@yishi/server'
import { type Stage, openStage } from '@yishi/server/stage'
import { Client } from 'pg'
import { startEmbedded } from '../../packages/server/src/kernel/database/embedded.ts'
import {
  type HeldAssembly,
  holdLargeAssembly,
  voteAtOnce,
} from '../../packages/server/src/testing/large-assembly/index.ts'
import { type Figure, rounded } from './figure.ts'
import { temporaryDirectory } from './scene.ts'

const SEED = 20_261_128
/** The two weeks of its notice lie ahead of the day on which the bench was written, in published years. */
const START = toInstant(Date.parse('2026-03-02T01:00:00.000Z'))

type Hall = { readonly stage: Stage; readonly analyze: () => Promise<unknown>; readonly close: () => Promise<void> }

const openHall = async (): Promise<Hall> => {
  const directory = temporaryDirectory()
  const { url, stop } = await startEmbedded(directory.path)
  const settings = readSettings({ PORT: '0', DATABASE_URL: url, DATA_DIR: directory.path })
  const silent = { info: () => undefined, warn: console.warn, error: console.error }
  const stage = await openStage(settings, { start: START, log: silent })
  const analyze = async () => {
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query('analyze')
    await client.end()
  }
  const close = async () => {
    await stage.close()
    await stop()
    directory.remove()
  }
  return { stage, analyze, close }
}

/** How much memory the process had before some work, and at most while it went on. */
const watchMemory = () => {
  const megabytes = () => process.memoryUsage.rss() / 1024 ** 2
  const before = megabytes()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, megabytes())), 50)
  return () => {
    clearInterval(timer)
    return { before, most }
  }
}

const ASKED_EVERY_MILLISECONDS = 20

/** The longest that somebody who opens the first page waits while some work goes on, in seconds. */
const watchWaiting = (url: string) => {
  const stop = new AbortController()
  let longest = 0
  const asking = (async () => {
    while (!stop.signal.aborted) {
      const began = performance.now()
      await (await fetch(url)).arrayBuffer()
      longest = Math.max(longest, (performance.now() - began) / 1000)
      await pause(ASKED_EVERY_MILLISECONDS)
    }
  })()
  return async () => {
    stop.abort()
    await asking
    return longest
  }
}

/** `stalled by it`: the longest that the thread which serves everybody was busy while the bundle was made; `others waited`: the longest that anybody else waited for a page. */
const stopwatch = (url: string) => {
  const seconds = new Map<string, number>()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const took =
    (step: string) =>
    async <T>(work: () => Promise<T>): Promise<T> => {
      delay.reset()
      const memory = watchMemory()
      const waiting = step === 'bundle' ? watchWaiting(url) : null
      const began = performance.now()
      const done = await work()
      seconds.set(step, (performance.now() - began) / 1000)
      const { before, most } = memory()
      if (!waiting) return done
      seconds.set('others waited', await waiting())
      seconds.set('stalled by it', delay.max / 1e9)
      seconds.set('megabytes before it', before)
      seconds.set('megabytes at most in it', most)
      return done
    }
  return { seconds, took }
}

/** A wrong sum would make every time worthless. */
const asByHand = ({ file, byHand, turnedAway }: HeldAssembly): boolean => {
  const { figures } = file.result!
  const { of, returned, silent, proven } = byHand
  const expected = [of.for, of.against, of.abstain, of.invalid, returned, silent, proven]
  const { votes, abstain, invalid, present } = figures
  const found = [votes['for'], votes['against'], abstain, invalid, present, figures.silent, figures.proven]
  const same = expected.every(({ heads, area }, at) => found[at]?.heads === heads && found[at]?.area === area)
  return same && turnedAway === byHand.turnedAway
}

/** What somebody waits for while nothing else happens: freezing the list, closing, reconciling, each count, the file. */
const WAITED = ['draft', 'open', 'close', 'reconcile', 'first count', 'second count', 'export'] as const
const BOUNDS = { 5800: 3, 33_000: 10 } as const

export const ownersAssembly = async (units: keyof typeof BOUNDS): Promise<Figure> => {
  const { stage, analyze, close } = await openHall()
  const { seconds, took } = stopwatch(stage.url)
  try {
    const held = await holdLargeAssembly(stage, { units, seed: SEED, took, analyze })
    const right = asByHand(held)
    const longest = Math.max(...WAITED.map((step) => seconds.get(step) ?? Number.POSITIVE_INFINITY))
    const megabytes = process.resourceUsage().maxRSS / 1024
    return {
      name: `owners’ assembly of ${units} units, ${held.byHand.ballots} ballots, in s`,
      values: rounded({ ...Object.fromEntries(seconds), megabytes, right: Number(right) }),
      goal: `the sums of a count by hand; each step that somebody waits for < ${BOUNDS[units]} s`,
      met: right && longest < BOUNDS[units],
    }
  } finally {
    await close()
  }
}

const OWNERS = 1000

export const firstVotes = async (): Promise<Figure> => {
  const { stage, analyze, close } = await openHall()
  const { seconds, took } = stopwatch(stage.url)
  try {
    const { answers, file } = await voteAtOnce(stage, { owners: OWNERS, first: 0, took, analyze })
    const taken = answers.filter((status) => status === 303).length
    return {
      name: `${OWNERS} owners sign in for the first time and vote at once`,
      values: rounded({ seconds: seconds.get('first votes at once') ?? Number.NaN, taken, counted: file.turnout.cast }),
      goal: 'none lost',
      met: taken === OWNERS && file.turnout.cast === OWNERS,
    }
  } finally {
    await close()
  }
}
