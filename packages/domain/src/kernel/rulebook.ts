// The regulation of one capability as a table: in this state, this command, if allowed, has this effect.
import type { Actor } from './actor.ts'
import type { Ids } from './ids.ts'
import type { Instant } from './instant.ts'
import { type Refused, isRefused, refuse } from './refusal.ts'

export type Meta = { readonly actor: Actor; readonly now: Instant; readonly ids: Ids }

type Tagged = { readonly type: string }
type OfStatus<State, Status> = Extract<State, { status: Status }>
type OfType<Message, Type> = Extract<Message, { type: Type }>

export type Rule<State, Command, Event, Refusal extends string> = (
  state: State,
  command: Command,
  meta: Meta,
) => readonly Event[] | Refused<Refusal>

export type Rules<State extends { readonly status: string }, Command extends Tagged, Event, Refusal extends string> = {
  readonly [Status in State['status']]: {
    readonly [Type in Command['type']]?: Rule<OfStatus<State, Status>, OfType<Command, Type>, Event, Refusal>
  }
}

export type Decision<State, Event> = { readonly events: readonly Event[]; readonly state: State }

export type Rulebook<State, Command, Event, Refusal extends string> = {
  /** Events and the state they lead to, or why not; `not-in-this-state` where the table has no rule. */
  decide(state: State, command: Command, meta: Meta): Decision<State, Event> | Refused<Refusal | 'not-in-this-state'>
  evolve(state: State, event: Event): State
  statuses(): readonly string[]
  /** Every pair of state and command that has a rule, for generated tables. */
  table(): readonly { readonly status: string; readonly command: string }[]
}

export const rulebook = <
  State extends { readonly status: string },
  Command extends Tagged,
  Event,
  Refusal extends string,
>(
  rules: Rules<State, Command, Event, Refusal>,
  evolve: (state: State, event: Event) => State,
): Rulebook<State, Command, Event, Refusal> => ({
  decide(state, command, meta) {
    const row = rules[state.status as State['status']] as unknown as Record<
      string,
      Rule<State, Command, Event, Refusal>
    >
    const rule = row[command.type]
    if (!rule) return refuse('not-in-this-state', { state: state.status, command: command.type })
    const answer = rule(state, command, meta)
    if (isRefused(answer)) return answer
    return { events: answer, state: answer.reduce(evolve, state) }
  },
  evolve,
  statuses: () => Object.keys(rules),
  table: () =>
    Object.entries(rules).flatMap(([status, row]) =>
      Object.keys(row as object).map((command) => ({ status, command })),
    ),
})

/** Narrows a state to the status that an event needs; a mismatch means that the stored story itself is broken. */
export const during = <State extends { readonly status: string }, Status extends State['status']>(
  state: State,
  ...statuses: readonly Status[]
): OfStatus<State, Status> => {
  if (!statuses.includes(state.status as Status))
    throw new Error(`expected ${statuses.join('|')}, found ${state.status}`)
  return state as OfStatus<State, Status>
}
