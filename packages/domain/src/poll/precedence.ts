// Which of two ballots of one voter holds (R1.65): declared with the rule before the poll opens, and applied alike when a ballot comes in and when a file is counted again.

/** Where somebody of the committee took the choice down; `door`: two collectors with the signed ballot. */
export const NOTED_IN = ['hall', 'paper', 'phone', 'door'] as const
export type NotedIn = (typeof NOTED_IN)[number]

export const CHANNELS = ['online', ...NOTED_IN] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * `latest`: the last one. `own-hand`: one cast online before any that was noted. `signed`: one with a signature before any other.
 * `first`: nothing takes the place of the first. Of two that are equal the later one holds.
 */
export const PRECEDENCES = ['latest', 'own-hand', 'signed', 'first'] as const
export type Precedence = (typeof PRECEDENCES)[number]

const SIGNED: readonly Channel[] = ['paper', 'door', 'hall']

const rank = (precedence: Precedence, channel: Channel): number => {
  if (precedence === 'own-hand') return channel === 'online' ? 1 : 0
  return precedence === 'signed' && SIGNED.includes(channel) ? 1 : 0
}

/** Whether a ballot that comes now takes the place of the one that holds. */
export const takesOver = (precedence: Precedence, holding: Channel | null, coming: Channel): boolean =>
  holding === null || (precedence !== 'first' && rank(precedence, coming) >= rank(precedence, holding))

/** Of all ballots of one voter, in the order in which they came in, the index of the one that holds; -1 of none. */
export const holdingOf = (precedence: Precedence, channels: readonly Channel[]): number =>
  channels.reduce(
    (held, channel, index) => (takesOver(precedence, held < 0 ? null : channels[held]!, channel) ? index : held),
    -1,
  )
