// One request in a transaction of its own: its key is claimed first, so that a twin waits for the first and takes its answer.
import { type CommunityId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { carryOut } from './carry-out.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { attemptIn } from './database/tenancy.ts'
import { type Known, askedOnce, claim, keepAnswer } from './once.ts'
import type { Asked, Deed, Performed } from './request.ts'
import type { Step } from './react.ts'
import { type Run, type Wiring, decide, hold, startRun } from './run.ts'

const MOST_TRIES = 3
const SAFE_TO_RETRY = new Set(['40P01', '40001'])

export const inOneTransaction = async <T extends object>(
  ctx: Context,
  communities: readonly CommunityId[],
  work: (trx: Transaction) => Promise<T | Refused>,
): Promise<T | Refused> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await attemptIn(ctx.db, communities, work)
    } catch (error) {
      if (tries >= MOST_TRIES || !SAFE_TO_RETRY.has(String((error as { code?: unknown }).code))) throw error
    }
}

/** What is asked, in the rulebook's own words. Reads only. */
export const stepOf = async (run: Run, { command, ...about }: Asked): Promise<Step | Refused> => {
  if (typeof command !== 'function') return { ...about, command }
  await hold(run, { ...about, command: null })
  const made = await command(run.trx)
  return isRefused(made) ? made : { ...about, command: made }
}

const decideAndCarryOut = async (run: Run, asked: Asked): Promise<Performed | Refused> => {
  const step = await stepOf(run, asked)
  if (isRefused(step)) return step
  const decided = await decide(run, step)
  if (isRefused(decided)) return decided
  const [performed] = await carryOut([decided])
  return performed!
}

/** What somebody is told whose twin was first. */
export const answerAgain = (known: Known): Performed | Refused =>
  known.state === 'reused' ? refuse('idempotency-key-reused') : { ...(known.answer as Deed), happened: null }

export const performAlone = (ctx: Context, wiring: Wiring, asked: Asked): Promise<Performed | Refused> =>
  inOneTransaction(ctx, asked.communities ?? [asked.subject.community], async (trx) => {
    const { community } = asked.subject
    const run = startRun(ctx, wiring, trx)
    if (!asked.once) return decideAndCarryOut(run, asked)
    const once = askedOnce(asked.actor, asked.once)
    const claimed = await claim(trx, community, { ...once, at: ctx.clock.now() })
    if (claimed.state !== 'first') return answerAgain(claimed)
    const answer = await decideAndCarryOut(run, asked)
    if (isRefused(answer)) return answer
    const { happened: _, ...deed } = answer
    await keepAnswer(trx, community, { key: once.key, answer: deed })
    return answer
  })
