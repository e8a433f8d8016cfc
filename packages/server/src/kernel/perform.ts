// The one way to change anything: lock, decide, write, ledger, reactions and jobs in one transaction, or nothing at all.
import { type Actor, CLOCK, type CommunityId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { type Capability, type Registered, type Status, forget } from './capability.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { inCommunities } from './database/tenancy.ts'
import { keepAppointments } from './due-table.ts'
import type { Entry } from './entry.ts'
import { type Once, claim, keepAnswer, onceKey } from './once.ts'
import type { Reaction, Step } from './react.ts'
import { type Run, type Wiring, hold, keepRest, runStep, startRun } from './run.ts'
import type { Subject, Tagged } from './store.ts'

export type KernelRefusal = 'not-in-this-state' | 'idempotency-key-reused'

export type Request<Command> = {
  readonly subject: Subject
  readonly command: Command
  readonly actor: Actor
  readonly once?: Once
  /** Where reactions reach other communities too. */
  readonly communities?: readonly CommunityId[]
}

/** What a request did, and what its twin is answered too; `entries` are those of the whole transaction, the subject's own first. */
type Deed = { readonly id: string; readonly entries: readonly Entry[] }

/** `happened` is null for a twin, whose first did it all; `state` is the subject's after all reactions. */
export type Performed<State, Event> = Deed & {
  readonly happened: { readonly events: readonly Event[]; readonly state: State } | null
}

export type Perform = <State extends Status, Command extends Tagged, Event extends Tagged, Refusal extends string>(
  ctx: Context,
  capability: Capability<State, Command, Event, Refusal>,
  request: Request<NoInfer<Command>>,
) => Promise<Performed<State, Event> | Refused<Refusal | KernelRefusal>>

export type Performer = {
  readonly perform: Perform
  /** Gives a subject the command that its clock has for it; false where nothing is due any more. */
  readonly wake: (ctx: Context, capability: string, subject: Subject) => Promise<boolean>
}

/** Consequences that go on longer than this chase one another in a circle. */
const MOST_STEPS = 200
const MOST_TRIES = 3
const SAFE_TO_RETRY = new Set(['40P01', '40001'])

class RolledBack extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

const followUp = async (run: Run, first: Step): Promise<Performed<Status, Tagged> | Refused> => {
  const begun = await runStep(run, first)
  if (isRefused(begun)) return begun
  const queue = [...begun.consequences]
  for (let steps = 1, step = queue.shift(); step; steps += 1, step = queue.shift()) {
    if (steps > MOST_STEPS) throw new Error(`the consequences of ${first.command.type} never end`)
    const done = await runStep(run, step)
    if (isRefused(done))
      throw new Error(`${step.capability} refused ${step.command.type} as a consequence: ${done.refused}`)
    queue.push(...done.consequences)
  }
  const entries = await keepRest(run)
  return { id: first.subject.id, entries, happened: { events: begun.events, state: begun.held.state } }
}

const inOneTransaction = async <T extends object>(
  ctx: Context,
  communities: readonly CommunityId[],
  work: (trx: Transaction) => Promise<T | Refused>,
): Promise<T | Refused> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await inCommunities(ctx.db, communities, async (trx) => {
        const answer = await work(trx)
        if (isRefused(answer)) throw new RolledBack(answer)
        return answer
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal
      if (tries >= MOST_TRIES || !SAFE_TO_RETRY.has(String((error as { code?: unknown }).code))) throw error
    }
}

const performStep = (
  ctx: Context,
  wiring: Wiring,
  { once, communities, ...step }: Step & Pick<Request<Tagged>, 'once' | 'communities'>,
) =>
  inOneTransaction(ctx, communities ?? [step.subject.community], async (trx) => {
    const run = startRun(ctx, wiring, trx)
    if (!once) return followUp(run, step)
    const key = onceKey(step.actor, once)
    const claimed = await claim(trx, step.subject.community, { key, of: once.of, at: ctx.clock.now() })
    if (claimed.state === 'again') return { ...(claimed.answer as Deed), happened: null }
    if (claimed.state === 'reused') return refuse('idempotency-key-reused')
    const answer = await followUp(run, step)
    if (isRefused(answer)) return answer
    const { happened: _, ...deed } = answer
    await keepAnswer(trx, step.subject.community, { key, answer: deed })
    return answer
  })

const wakeSubject = async (
  ctx: Context,
  wiring: Wiring,
  { capability, subject }: Pick<Step, 'capability' | 'subject'>,
) => {
  const woken = await inOneTransaction(ctx, [subject.community], async (trx) => {
    const run = startRun(ctx, wiring, trx)
    const held = await hold(run, capability, subject, null)
    const wake = held.capability.wakes?.(held.state)
    if (!wake || wake.at > ctx.clock.now()) {
      await keepAppointments(trx, [{ capability, subject, at: wake?.at ?? null }])
      return { acted: false }
    }
    const answer = await followUp(run, { capability, subject, command: wake.command, actor: CLOCK })
    if (isRefused(answer)) return answer
    if (held.capability.wakes?.(held.state)?.at === wake.at)
      throw new Error(`the clock of ${capability} ${subject.id} stands still at ${wake.at}`)
    return { acted: true }
  })
  if (isRefused(woken)) throw new Error(`${capability} refused its own clock: ${woken.refused}`)
  return woken.acted
}

/** Composes the capabilities; only the wiring knows all of them. */
export const createPerform = (given: {
  readonly capabilities: readonly Registered[]
  readonly reactions: readonly Reaction[]
}): Performer => {
  const capabilities = new Map(given.capabilities.map((capability) => [capability.name, forget(capability)]))
  const wiring: Wiring = { capabilities, reactions: given.reactions }
  const perform = (ctx: Context, { name }: Registered, request: Request<Tagged>) =>
    performStep(ctx, wiring, { ...request, capability: name })
  return {
    perform: perform as unknown as Perform,
    wake: (ctx, capability, subject) => wakeSubject(ctx, wiring, { capability, subject }),
  }
}
