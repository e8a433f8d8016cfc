// The one way to change anything: lock, decide, write, ledger, reactions and jobs in one transaction, or nothing at all.
import { CLOCK, type Refused, actorThere, isRefused } from '@yishi/domain/kernel'
import { type Capability, type Registered, type Status, forget } from './capability.ts'
import { carryOut } from './carry-out.ts'
import type { Context } from './context.ts'
import { keepAppointments } from './due-table.ts'
import { inOneTransaction, performAlone } from './perform-alone.ts'
import { performTogether } from './perform-together.ts'
import type { Reaction, Step } from './react.ts'
import type { Asked, KernelRefusal, Performed, Request } from './request.ts'
import { type Wiring, decide, hold, startRun } from './run.ts'
import type { Subject, Tagged } from './store.ts'
import { together } from './together.ts'

export type { KernelRefusal, Performed, Request } from './request.ts'

export type Perform = <
  State extends Status,
  Command extends Tagged,
  Event extends Tagged,
  Refusal extends string,
  Asked extends string = never,
>(
  ctx: Context,
  capability: Capability<State, Command, Event, Refusal>,
  request: Request<NoInfer<State>, NoInfer<Command>, Asked>,
) => Promise<Performed<State, Event> | Refused<Refusal | Asked | KernelRefusal>>

export type Performer = {
  readonly perform: Perform
  /** Gives a subject the command that its clock has for it; false where nothing is due any more. */
  readonly wake: (ctx: Context, capability: string, subject: Subject) => Promise<boolean>
}

const wakeSubject = async (
  ctx: Context,
  wiring: Wiring,
  { capability, subject }: Pick<Step, 'capability' | 'subject'>,
) => {
  const woken = await inOneTransaction(ctx, [subject.community], async (trx) => {
    const run = startRun(ctx, wiring, trx)
    const held = await hold(run, { capability, subject, command: null })
    const wake = held.capability.wakes?.(held.state)
    if (!wake || wake.at > ctx.clock.now()) {
      await keepAppointments(trx, [{ capability, subject, at: wake?.at ?? null }])
      return { acted: false }
    }
    const decided = await decide(run, { capability, subject, command: wake.command, actor: CLOCK })
    if (isRefused(decided)) return decided
    await carryOut([decided])
    if (held.capability.wakes?.(held.state)?.at === wake.at)
      throw new Error(`the clock of ${capability} ${subject.id} stands still at ${wake.at}`)
    return { acted: true }
  })
  if (isRefused(woken)) throw new Error(`${capability} refused its own clock: ${woken.refused}`)
  return woken.acted
}

/** More would make those who came first wait for the last. */
const MOST_TOGETHER = 64

/** Composes the capabilities; only the wiring knows all of them. */
export const createPerform = (given: {
  readonly capabilities: readonly Registered[]
  readonly reactions: readonly Reaction[]
}): Performer => {
  const capabilities = new Map(given.capabilities.map((capability) => [capability.name, forget(capability)]))
  const wiring: Wiring = { capabilities, reactions: given.reactions }
  const work = (all: readonly Asked[], { owner }: { owner: Context }) => performTogether(owner, wiring, all)
  // What is fresh waits for no lock; batches of what stands already would wait for each other's.
  const begin = together({ most: MOST_TOGETHER, abreast: 2, work })
  const moveOn = together({ most: MOST_TOGETHER, work })
  const perform = (ctx: Context, { name }: Registered, request: Request<Status, Tagged, string>) => {
    const { community } = request.subject
    const asked = { ...request, actor: actorThere(request.actor, community), capability: name }
    if (request.communities) return performAlone(ctx, wiring, asked)
    if (request.fresh) return begin({ owner: ctx, name: community }, asked)
    return capabilities.get(name)?.store.lockAll
      ? moveOn({ owner: ctx, name: `${community} ${name}` }, asked)
      : performAlone(ctx, wiring, asked)
  }
  return {
    perform: perform as unknown as Perform,
    wake: (ctx, capability, subject) => wakeSubject(ctx, wiring, { capability, subject }),
  }
}
