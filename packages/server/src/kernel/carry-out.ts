// From what was decided to what stands written: the events, all that follows from them, and the rest of the transaction.
import { isRefused } from '@yishi/domain/kernel'
import type { Performed } from './request.ts'
import type { Step } from './react.ts'
import { type Decided, type Run, decide, keepRest, react, write } from './run.ts'

/** Consequences of consequences that go on longer than this chase one another in a circle. */
const MOST_ROUNDS = 200

/** Gives what follows from all of them. */
const followed = async (run: Run, steps: readonly Step[]): Promise<readonly Step[]> => {
  const next: Step[] = []
  for (const step of steps) {
    const decided = await decide(run, step)
    if (isRefused(decided))
      throw new Error(`${step.capability} refused ${step.command.type} as a consequence: ${decided.refused}`)
    await write([decided])
    next.push(...(await react(decided)))
  }
  return next
}

const followUp = async (first: Decided): Promise<void> => {
  let steps = await react(first)
  for (let rounds = 1; steps.length > 0; rounds += 1) {
    if (rounds > MOST_ROUNDS) throw new Error(`the consequences of ${first.step.command.type} never end`)
    steps = await followed(first.run, steps)
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
