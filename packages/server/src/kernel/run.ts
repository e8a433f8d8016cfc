// One transaction on its way: the subjects it holds, what it has done so far, and what it writes at its end.
import { type Instant, type Refused, isRefused } from '@yishi/domain/kernel'
import type { AnyCapability, Status } from './capability.ts'
import type { Context } from './context.ts'
import type { Transaction } from './database/tables.ts'
import { keepAppointments } from './due-table.ts'
import { type Ahead, type Draft, type Entry, NOTHING_AHEAD, appendEntries } from './entry.ts'
import type { JobDraft } from './job-draft.ts'
import type { Reaction, Step } from './react.ts'
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
  readonly ahead: Ahead
}

export const startRun = (ctx: Context, wiring: Wiring, trx: Transaction): Run => ({
  ctx,
  wiring,
  trx,
  held: new Map(),
  drafts: [],
  jobs: [],
  ahead: NOTHING_AHEAD,
})

/** Another request in the same transaction: it holds the same subjects, and its entries are its own. */
export const alongside = (run: Run): Run => ({ ...run, drafts: [] })

const nextWake = (capability: AnyCapability, state: Status): Instant | null => capability.wakes?.(state)?.at ?? null

type Grip = Pick<Step, 'capability' | 'subject' | 'fresh'> & { readonly command: Tagged | null }

const keyOf = (capability: string, { community, id }: Subject): string => `${community} ${capability} ${id}`

const keepHeld = (run: Run, { capability, subject, state }: Pick<Held, 'capability' | 'subject' | 'state'>): Held => {
  const held: Held = { capability, subject, appointment: nextWake(capability, state), state, events: [] }
  run.held.set(keyOf(capability.name, subject), held)
  return held
}

/** Locks the parents first, outermost first, so that all who act in one family queue in one order. */
export const hold = async (run: Run, { capability: name, subject, command, fresh }: Grip): Promise<Held> => {
  const known = run.held.get(keyOf(name, subject))
  if (known) return known
  const capability = run.wiring.capabilities.get(name)
  if (!capability) throw new Error(`no capability is called ${name}`)
  const parent = await capability.parent?.(run.trx, subject, command)
  if (parent) {
    const { capability, community, id } = parent
    await hold(run, { capability, subject: { community, id }, command: null })
  }
  const state = fresh ?? (await capability.store.lock(run.trx, subject))
  return keepHeld(run, { capability, subject, state })
}

/** Those that stand already, where their store locks many in one statement; whoever is not found is left to `hold`. */
export const holdAll = async (run: Run, all: readonly Grip[]): Promise<void> => {
  for (const [name, same] of Map.groupBy(all, ({ capability }) => capability)) {
    const capability = run.wiring.capabilities.get(name)
    const standing = same.filter(({ fresh }) => !fresh).map(({ subject }) => subject)
    const [first] = standing
    if (!first || !capability?.store.lockAll) continue
    const ids = standing.map(({ id }) => id).toSorted()
    const states = await capability.store.lockAll(run.trx, first.community, ids)
    for (const subject of standing) {
      const state = states.get(subject.id)
      if (state) keepHeld(run, { capability, subject, state })
    }
  }
}

/** Decided, and not yet written. */
export type Decided = {
  readonly run: Run
  readonly held: Held
  readonly step: Step
  readonly events: readonly Tagged[]
  readonly at: Instant
}

export const decide = async (run: Run, step: Step): Promise<Decided | Refused> => {
  const held = await hold(run, step)
  const at = run.ctx.clock.now()
  const meta = { actor: step.actor, now: at, ids: run.ctx.ids }
  const decision = held.capability.rulebook.decide(held.state, step.command, meta)
  if (isRefused(decision)) return decision
  held.state = decision.state
  held.events.push(...decision.events)
  return { run, held, step, events: decision.events, at }
}

type Happening = Decided & { readonly event: Tagged }

/** All are of one type, on different subjects. */
const writeSame = async (all: readonly [Happening, ...Happening[]]) => {
  const [{ run, held, event }] = all
  const { name, store } = held.capability
  const [one, many] = [store.write[event.type], store.writeAll?.[event.type]]
  if (!one) throw new Error(`${name} does not know its own event ${event.type}`)
  const written = all.map(({ held: { subject }, event: each, at }) => ({ subject, event: each, at }))
  if (many) await many(run.trx, written)
  else for (const each of written) await one(run.trx, each.subject, each.event, each.at)
}

const draftEntries = ({ run, held: { capability, subject }, step, events }: Decided) => {
  for (const event of events) {
    const entryOf = capability.toEntry[event.type]
    if (!entryOf) throw new Error(`${capability.name} does not say what the ledger keeps of ${event.type}`)
    const draft = entryOf(event)
    if (draft) run.drafts.push({ subject, type: event.type, actor: step.actor, draft })
  }
}

/** What was decided about different subjects is written side by side, the first event of each before the second of any. */
export const write = async (all: readonly Decided[]): Promise<void> => {
  const rounds = Math.max(...all.map(({ events }) => events.length))
  for (let round = 0; round < rounds; round += 1) {
    const happenings = all.flatMap((decided): Happening[] => {
      const event = decided.events[round]
      return event ? [{ ...decided, event }] : []
    })
    const same = Map.groupBy(happenings, ({ held, event }) => `${held.capability.name} ${event.type}`)
    for (const each of same.values()) await writeSame(each as [Happening, ...Happening[]])
  }
  for (const decided of all) draftEntries(decided)
}

/** The steps that follow from what was written. */
export const react = async ({ run, held, step, events, at }: Decided): Promise<readonly Step[]> => {
  const steps: Step[] = []
  const { subject, actor } = step
  const reactions = run.wiring.reactions.filter(({ capability }) => capability === step.capability)
  for (const event of events)
    for (const reaction of reactions)
      for (const consequence of await reaction.react({ trx: run.trx, subject, event, state: held.state, actor, at }))
        if ('step' in consequence) steps.push(consequence.step)
        else run.jobs.push(consequence.job)
  return steps
}

const entriesOf = async ({ ctx, trx, ahead }: Run, runs: readonly Run[]): Promise<readonly (readonly Entry[])[]> => {
  const drafts = runs.flatMap((run) => run.drafts)
  const entries = await appendEntries(trx, { drafts, at: ctx.clock.now(), ahead })
  let taken = 0
  return runs.map((run) => entries.slice(taken, (taken += run.drafts.length)))
}

/** What a transaction writes once at its end, whatever number of events it had; the entries of each run. */
export const keepRest = async (runs: readonly Run[]): Promise<readonly (readonly Entry[])[]> => {
  const [first] = runs
  if (!first) return []
  const { ctx, trx, held, jobs } = first
  for (const { capability, subject, state, events } of held.values())
    if (events.length > 0) await capability.store.keep?.(trx, subject, state, events)
  const moved = [...held.values()].map(({ capability, subject, appointment, state }) => ({
    capability: capability.name,
    subject,
    appointment,
    at: nextWake(capability, state),
  }))
  const appointments = moved.filter(({ at, appointment }) => at !== appointment)
  const rest = [entriesOf(first, runs), keepAppointments(trx, appointments), ctx.jobs.send(trx, jobs)] as const
  // Where one fails the others end before the transaction does: what they still wrote would stand without it.
  await Promise.allSettled(rest)
  const [entries] = await Promise.all(rest)
  return entries
}
