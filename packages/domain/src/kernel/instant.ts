// Moments in time as the domain knows them: UTC text of fixed width, so that the order of the text is the order of time.

/** A moment, always as `Date.prototype.toISOString` writes it: `2026-11-21T08:30:00.000Z`. */
export type Instant = `${string}Z`

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const toInstant = (at: Date | number): Instant => new Date(at).toISOString() as Instant

/** Milliseconds since 1970, for arithmetic. */
export const millis = (at: Instant): number => Date.parse(at)

export const later = (at: Instant, milliseconds: number): Instant => toInstant(millis(at) + milliseconds)

/** For sorting: the earlier first. */
export const byTime = (a: { readonly at: Instant }, b: { readonly at: Instant }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0

export const earliest = (moments: readonly Instant[]): Instant | null =>
  moments.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)
