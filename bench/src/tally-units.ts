// How fast an owners' vote is counted: 33,000 and a million units, two measures, the last ballot holding; from list and ballots to the verdict.
import { pollRuleByKey, recountPoll } from '@yishi/domain/poll'
import { stressPoll } from '../../packages/domain/src/poll/testing/stress.ts'
import { type Figure, median, rounded } from './figure.ts'

const GOALS = [
  { units: 33_000, milliseconds: 50 },
  { units: 1_000_000, milliseconds: 1000 },
] as const
const ROUNDS = 9

const millisecondsFor = (units: number): number => {
  const rule = { ...pollRuleByKey('cn-civil-code-278-special')!, precedence: 'latest' } as const
  const poll = stressPoll(units, { rule })
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = performance.now()
    const counted = recountPoll(poll)
    if ('refused' in counted) throw new Error(counted.refused)
    return performance.now() - began
  })
  return median(rounds)
}

export const tallyUnits = (): Promise<Figure> => {
  const times = GOALS.map(({ units, milliseconds }) => ({ units, milliseconds, took: millisecondsFor(units) }))
  return Promise.resolve({
    name: 'tally of an owners’ vote',
    values: rounded(Object.fromEntries(times.map(({ units, took }) => [`${units} units in ms`, took]))),
    goal: GOALS.map(({ units, milliseconds }) => `${units} units < ${milliseconds} ms`).join(', '),
    met: times.every(({ milliseconds, took }) => took < milliseconds),
  })
}
