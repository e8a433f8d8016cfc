// How far a share can be raised before any comparison of a run could turn out differently: up to there the same projects are bought.
// Floating point serves here alone, always on the safe side: it may call for one run too many, never for one too few.

export type Leeway = {
  rise: number
  /** What is less than this is of no use to anybody, and not looked into any further. */
  readonly least: number
  /** What the others are compared with: about how much it is, and about what each further unit of the share adds to it. */
  near: number
  slope: number
}

export const compareWith = (leeway: Leeway, near: number, slope: number): void => {
  leeway.near = near
  leeway.slope = slope
}

/** Far above what rounding can add up to in a run, which is below one part in a million million. */
const DOUBT = 1e-9

/** Notes the rise at which this could overtake what it is compared with, or be overtaken by it. */
export const heed = (leeway: Leeway, near: number, slope: number): void => {
  const { near: other, slope: otherSlope } = leeway
  if (leeway.rise < leeway.least || (slope === 0 && otherSlope === 0)) return
  const apart = near - other
  const sure = Math.abs(apart) - DOUBT * (Math.abs(near) + Math.abs(other))
  const towards = apart > 0 ? otherSlope - slope : slope - otherSlope
  const doubtful = DOUBT * (Math.abs(slope) + Math.abs(otherSlope))
  if (sure > 0 && towards + doubtful <= 0) return
  const rise = sure / (towards + doubtful)
  leeway.rise = rise > 0 ? Math.min(leeway.rise, rise) : 0
}

/** Beyond this a slope has grown by so many steps that nobody vouches for its digits. */
const STEEPEST = 1e6

export const heedSlope = (leeway: Leeway, slope: number): void => {
  if (!(Math.abs(slope) < STEEPEST)) leeway.rise = 0
}
