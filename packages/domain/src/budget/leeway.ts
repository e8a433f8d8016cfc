// How far a share can be raised before any comparison of a run could turn out differently: up to there the same projects are bought.
// Floating point serves here alone, always on the safe side: it may call for one run too many, never for one too few.

/** A quantity of a run: about how much it is, and about what each further unit of the share adds to it. */
export type Sloped = { readonly near: number; readonly slope: number }

export type Leeway = { rise: number }

/** Far above what rounding can add up to in a run, which is below one part in a million million. */
const DOUBT = 1e-9

/** Notes the rise at which one could overtake the other. What is no number, because it was too large for one, counts as none. */
export const heed = (leeway: Leeway, one: Sloped, other: Sloped): void => {
  const apart = one.near - other.near
  const sure = Math.abs(apart) - DOUBT * (Math.abs(one.near) + Math.abs(other.near))
  const towards = apart > 0 ? other.slope - one.slope : one.slope - other.slope
  const doubtful = DOUBT * (Math.abs(one.slope) + Math.abs(other.slope))
  const rise = towards + doubtful <= 0 ? Infinity : sure / (towards + doubtful)
  leeway.rise = rise > 0 ? Math.min(leeway.rise, rise) : 0
}

/** Whether one is surely less or more than the other; zero where only exact numbers can tell. */
export const surely = (one: number, other: number): -1 | 0 | 1 => {
  const doubt = DOUBT * (Math.abs(one) + Math.abs(other))
  return one < other - doubt ? -1 : one > other + doubt ? 1 : 0
}
