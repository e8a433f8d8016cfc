// The one way to change anything: lock, decide, write, ledger, reactions and jobs in one transaction, or nothing at all.
import { type Actor, CLOCK, type CommunityId, type Refused, isRefused, refuse } from '@yishi/domain/kernel'
import { type Capability, type Registered, type Status, forget } from './capability.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { attemptIn } from './database/tenancy.ts'
import { keepAppointments } from './due-table.ts'
import type { Entry } from './entry.ts'
import { type Once, claim, keepAnswer, onceKey } from './once.ts'
import type { Reaction, Step } from './react.ts'
import { type Run, type Wiring, hold, keepRest, runStep, startRun } from './run.ts'
import type { Subject, Tagged } from './store.ts'

export type KernelRefusal = 'not-in-this-state' | 'idempotency-key-reused'

export type Request<State, Command, Refusal extends string = never> = {
  readonly subject: Subject
  /** A function where it depends on how things stand: asked in the same transaction, once the subject is locked. */
  readonly command: Command | ((trx: Transaction) => Promise<Command | Refused<Refusal>>)
  readonly actor: Actor
  /** The state of a subject whose id was made a moment ago: nobody else can know it, so nothing is read or locked. */
  readonly fresh?: State
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

/** Consequences of consequences that go on longer than this chase one another in a circle. */
const MOST_ROUNDS = 200
const MOST_TRIES = 3
const SAFE_TO_RETRY = new Set(['40P01', '40001'])

/** Gives what follows from all of them. */
const runRound = async (run: Run, steps: readonly Step[]): Promise<readonly Step[]> => {
  const following: Step[] = []
  for (const step of steps) {
    const done = await runStep(run, step)
    if (isRefused(done))
      throw new Error(`${step.capability} refused ${step.command.type} as a consequence: ${done.refused}`)
    following.push(...done.consequences)
  }
  return following
}

const followUp = async (run: Run, first: Step): Promise<Performed<Status, Tagged> | Refused> => {
  const begun = await runStep(run, first)
  if (isRefused(begun)) return begun
  for (let rounds = 1, steps = begun.consequences; steps.length > 0; rounds += 1) {
    if (rounds > MOST_ROUNDS) throw new Error(`the consequences of ${first.command.type} never end`)
    steps = await runRound(run, steps)
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
      return await attemptIn(ctx.db, communities, work)
    } catch (error) {
      if (tries >= MOST_TRIES || !SAFE_TO_RETRY.has(String((error as { code?: unknown }).code))) throw error
    }
}

type Asked = Request<Status, Tagged, string> & { readonly capability: string }

const firstStep = async (run: Run, { command, ...about }: Asked): Promise<Performed<Status, Tagged> | Refused> => {
  if (typeof command !== 'function') return followUp(run, { ...about, command })
  await hold(run, { ...about, command: null })
  const made = await command(run.trx)
  return isRefused(made) ? made : followUp(run, { ...about, command: made })
}

const performStep = (ctx: Context, wiring: Wiring, asked: Asked) =>
  inOneTransaction(ctx, asked.communities ?? [asked.subject.community], async (trx) => {
    const { subject, actor, once } = asked
    const run = startRun(ctx, wiring, trx)
    if (!once) return firstStep(run, asked)
    const key = onceKey(actor, once)
    const claimed = await claim(trx, subject.community, { key, of: once.of, at: ctx.clock.now() })
    if (claimed.state === 'again') return { ...(claimed.answer as Deed), happened: null }
    if (claimed.state === 'reused') return refuse('idempotency-key-reused')
    const answer = await firstStep(run, asked)
    if (isRefused(answer)) return answer
    const { happened: _, ...deed } = answer
    await keepAnswer(trx, subject.community, { key, answer: deed })
    return answer
  })

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
  const perform = (ctx: Context, { name }: Registered, request: Request<Status, Tagged, string>) =>
    performStep(ctx, wiring, { ...request, capability: name })
  return {
    perform: perform as unknown as Perform,
    wake: (ctx, capability, subject) => wakeSubject(ctx, wiring, { capability, subject }),
  }
}
