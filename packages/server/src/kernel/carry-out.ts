// From what was decided to what stands written: the events, all that follows from them, and the rest of the transaction.
import { isRefused } from '@yishi/domain/kernel'
import type { Performed } from './request.ts'
import { type Decided, decide, keepRest, react, write } from './run.ts'

/** Consequences that go on longer than this chase one another in a circle. */
const MOST_STEPS = 200

const followUp = async (first: Decided): Promise<void> => {
  const queue = [...(await react(first))]
  for (let steps = 1, step = queue.shift(); step; steps += 1, step = queue.shift()) {
    if (steps > MOST_STEPS) throw new Error(`the consequences of ${first.step.command.type} never end`)
    const next = await decide(first.run, step)
    if (isRefused(next))
      throw new Error(`${step.capability} refused ${step.command.type} as a consequence: ${next.refused}`)
    await write([next])
    queue.push(...(await react(next)))
  }
}

/** All of one transaction, each about a subject of its own; one deed for each. */
export const carryOut = async (all: readonly Decided[]): Promise<readonly Performed[]> => {
  await write(all)
  for (const decided of all) await followUp(decided)
  const entries = await keepRest(all.map(({ run }) => run))
  return all.map(({ step, events, held }, index) => ({
    id: step.subject.id,
    entries: entries[index] ?? [],
    happened: { events, state: held.state },
  }))
}
