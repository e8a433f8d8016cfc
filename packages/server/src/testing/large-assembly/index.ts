// A whole assembly of owners on a running server, for a test that CI can afford and for the benchmark.
import type { PollFile } from '@yishi/contract/poll'
import {
  type Ended,
  type Passing,
  endAssembly,
  openAssembly,
  printSheets,
  prove,
  takePhoto,
  voteAll,
} from './assembly.ts'
import { type ByHand, countedByHand } from './by-hand.ts'
import { type Hall, openLargeHall, sideBySide } from './hall.ts'
import { flatsOf, unitsMade } from './roster.ts'
import { lanesOf } from './script.ts'
import type { Stage } from '../../stage.ts'

export type HeldAssembly = Ended & {
  readonly hall: Hall
  readonly poll: string
  readonly byHand: ByHand
  readonly turnedAway: number
}

export { TOLD_ON_STAIRS } from './assembly.ts'

export const holdLargeAssembly = async (
  stage: Stage,
  { units: count, seed, ...passing }: Passing & { readonly units: number; readonly seed: number },
): Promise<HeldAssembly> => {
  const { took, analyze } = passing
  const units = unitsMade(count, seed)
  const lanes = lanesOf(units, seed + 1)
  const hall = await took('roster')(() => openLargeHall(stage, units))
  const running = await openAssembly(hall, passing)
  await took('proofs')(() => prove(running, units))
  const codes = await took('printing')(() => printSheets(running))
  const voting = { ...running, codes, photo: await takePhoto(running) }
  const people = [
    ...new Set(lanes.flatMap(({ deeds }) => deeds.flatMap((deed) => (deed.by === 'online' ? [deed.person] : [])))),
  ]
  await took('signing in')(() => sideBySide(people, hall.signIn))
  await analyze()
  const turnedAway = await took('voting')(() => voteAll(voting, lanes))
  const ended = await endAssembly(running, took)
  return { ...ended, hall, poll: running.poll, byHand: countedByHand(lanes), turnedAway }
}

/** Owners who have never been here sign in and vote, all in the same moment; what each was answered. */
export const voteAtOnce = async (
  stage: Stage,
  { owners, first, ...passing }: Passing & { readonly owners: number; readonly first: number },
): Promise<{ readonly poll: string; readonly file: PollFile; readonly answers: readonly number[] }> => {
  const units = flatsOf(owners, first)
  const hall = await openLargeHall(stage, units)
  const { poll } = await openAssembly(hall, passing)
  const answers = await passing.took('first votes at once')(() =>
    Promise.all(units.map(({ owners: [owner] }) => hall.cast(owner!, poll, 'for'))),
  )
  return { poll, answers, file: await hall.get<PollFile>(`/api/polls/${poll}`) }
}
