// Why one of several ballots of a unit counts (R1.65): what the declared precedence says of each, in the order in which they came in.
import { type Channel, type Precedence, holdingOf } from '../poll/index.ts'

/** `replaced`: a later one took its place. `ranks-below`: another kind goes before it. `first-stands`: nothing takes the place of the first. */
export const STANDINGS = ['holds', 'replaced', 'ranks-below', 'first-stands'] as const
export type Standing = (typeof STANDINGS)[number]

export const standingsOf = (precedence: Precedence, channels: readonly Channel[]): readonly Standing[] => {
  const holding = holdingOf(precedence, channels)
  return channels.map((_, index) => {
    if (index === holding) return 'holds'
    if (index < holding) return 'replaced'
    return precedence === 'first' ? 'first-stands' : 'ranks-below'
  })
}
