// One transaction on its way: the subjects it holds, what it has done so far, and what it writes at its end.
import { type Instant, type Refused, isRefused } from '@yishi/domain/kernel'
import type { AnyCapability, Status } from './capability.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { keepAppointments } from './due-table.ts'
import { type Draft, type Entry, appendEntries } from './entry.ts'
import type { JobDraft } from './job-draft.ts'
import type { Change, Reaction, Step } from './react.ts'
import type { Subject, Tagged } from './store.ts'

export type Wiring = {
  readonly capabilities: ReadonlyMap<string, AnyCapability>
  readonly reactions: readonly Reaction[]
}

export type Held = {
  readonly capability: AnyCapability
  readonly subject: Subject
  readonly appointment: Instant | null
  state: Status
  readonly events: Tagged[]
}

export type Run = {
  readonly ctx: Context
  readonly wiring: Wiring
  readonly trx: Transaction
  readonly held: Map<string, Held>
  readonly drafts: Draft[]
  readonly jobs: JobDraft[]
}

export type Done = { readonly held: Held; readonly events: readonly Tagged[]; readonly consequences: readonly Step[] }

export const startRun = (ctx: Context, wiring: Wiring, trx: Transaction): Run => ({
  ctx,
  wiring,
  trx,
  held: new Map(),
  drafts: [],
  jobs: [],
})

const nextWake = (capability: AnyCapability, state: Status): Instant | null => capability.wakes?.(state)?.at ?? null

type Grip = Pick<Step, 'capability' | 'subject' | 'fresh'> & { readonly command: Tagged | null }

/** Locks the parents first, outermost first, so that all who act in one family queue in one order. */
export const hold = async (run: Run, { capability: name, subject, command, fresh }: Grip): Promise<Held> => {
  const key = `${subject.community} ${name} ${subject.id}`
  const known = run.held.get(key)
  if (known) return known
  const capability = run.wiring.capabilities.get(name)
  if (!capability) throw new Error(`no capability is called ${name}`)
  const parent = await capability.parent?.(run.trx, subject, command)
  if (parent) {
    const { capability, community, id } = parent
    await hold(run, { capability, subject: { community, id }, command: null })
  }
  const state = fresh ?? (await capability.store.lock(run.trx, subject))
  const held: Held = { capability, subject, appointment: nextWake(capability, state), state, events: [] }
  run.held.set(key, held)
  return held
}

const write = async (run: Run, { capability, subject }: Held, { event, step, at }: Happening) => {
  const statement = capability.store.write[event.type]
  const entryOf = capability.toEntry[event.type]
  if (!statement || !entryOf) throw new Error(`${capability.name} does not know its own event ${event.type}`)
  await statement(run.trx, subject, event, at)
  const draft = entryOf(event)
  if (draft) run.drafts.push({ subject, type: event.type, actor: step.actor, draft })
}

type Happening = { readonly event: Tagged; readonly step: Step; readonly at: Instant }

const react = async (run: Run, change: Change<Status, Tagged>, capability: string): Promise<readonly Step[]> => {
  const steps: Step[] = []
  for (const reaction of run.wiring.reactions) {
    if (reaction.capability !== capability) continue
    for (const consequence of await reaction.react(change))
      if ('step' in consequence) steps.push(consequence.step)
      else run.jobs.push(consequence.job)
  }
  return steps
}

export const runStep = async (run: Run, step: Step): Promise<Done | Refused> => {
  const held = await hold(run, step)
  const at = run.ctx.clock.now()
  const meta = { actor: step.actor, now: at, ids: run.ctx.ids }
  const decision = held.capability.rulebook.decide(held.state, step.command, meta)
  if (isRefused(decision)) return decision
  held.state = decision.state
  held.events.push(...decision.events)
  const consequences: Step[] = []
  for (const event of decision.events) await write(run, held, { event, step, at })
  for (const event of decision.events) {
    const { trx } = run
    const change = { trx, subject: step.subject, event, state: decision.state, actor: step.actor, at }
    consequences.push(...(await react(run, change, step.capability)))
  }
  return { held, events: decision.events, consequences }
}

/** What a transaction writes once at its end, whatever number of events it had. */
export const keepRest = async (run: Run): Promise<readonly Entry[]> => {
  for (const { capability, subject, state, events } of run.held.values())
    if (events.length > 0) await capability.store.keep?.(run.trx, subject, state, events)
  const entries = await appendEntries(run.trx, run.drafts, run.ctx.clock.now())
  const moved = [...run.held.values()].map(({ capability, subject, appointment, state }) => ({
    capability: capability.name,
    subject,
    appointment,
    at: nextWake(capability, state),
  }))
  await keepAppointments(
    run.trx,
    moved.filter(({ at, appointment }) => at !== appointment),
  )
  if (run.jobs.length > 0) await run.ctx.jobs.send(run.trx, run.jobs)
  return entries
}
