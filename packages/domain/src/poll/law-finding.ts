// What is held against the law before an assembly is announced, and what is found of each.
export const LAW_CHECKS = [
  'rule-in-force',
  'topic',
  'preference-alone',
  'scope',
  'powers',
  'notice',
  'period',
  'regime',
  'regime-question',
  'regime-risk',
  'committee',
  'tie-rule',
  'candidates-shown',
  'candidates-enough',
  'proposal',
  'parking',
  'authorities-told',
  'paper-offered',
  'emergency',
  'same-building',
  'owners-unknown',
  'areas-missing',
] as const
export type LawCheck = (typeof LAW_CHECKS)[number]

/** One thing that the law asks of a draft. What does not hold stops it, unless it is only advice. */
export type LawFinding = {
  readonly check: LawCheck
  readonly holds: boolean
  readonly advice: boolean
  readonly ref: string
}

export const finding = (check: LawCheck, ref: string, holds: boolean): LawFinding => ({
  check,
  holds,
  advice: false,
  ref,
})
export const advice = (check: LawCheck, ref: string, holds: boolean): LawFinding => ({
  check,
  holds,
  advice: true,
  ref,
})
