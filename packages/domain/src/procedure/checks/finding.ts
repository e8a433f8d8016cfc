// What the checker (体检) says of a procedure: a code that never changes its meaning, and where in the procedure it holds.

/** `refused`: a procedure that cannot run. `flagged`: one that can, but somebody should look. */
export const FINDINGS = {
  'not-well-formed': 'refused',
  'outcome-needs-one-target': 'refused',
  'stage-key-twice': 'refused',
  'seat-key-twice': 'refused',
  'outcome-key-twice': 'refused',
  'begins-otherwise': 'refused',
  'unknown-stage': 'refused',
  'unknown-seat': 'refused',
  'seat-without-use': 'flagged',
  'reopens-at-unknown-stage': 'refused',
  'reopens-past-the-work': 'refused',
  'act-out-of-place': 'refused',
  unreachable: 'refused',
  'dead-end': 'refused',
  'runs-in-a-circle': 'refused',
  'ends-without-answer': 'refused',
  'no-limit': 'refused',
  'no-finish-limit': 'flagged',
  'limits-contradict': 'refused',
  'revisit-after-finish': 'refused',
  'waits-past-finish': 'flagged',
  'gate-out-of-place': 'refused',
  'gate-never-opens': 'refused',
  'gates-contradict': 'refused',
  'signer-not-here': 'refused',
  'opens-without-gates': 'refused',
  'ambiguous-outcomes': 'flagged',
  'sorting-without-way': 'refused',
  'nobody-takes-it': 'refused',
  'never-rated': 'refused',
  'bad-rating-lost': 'refused',
  'failed-revisit-lost': 'refused',
  'passed-poll-lost': 'refused',
  'failed-poll-lost': 'refused',
  'upheld-objection-lost': 'refused',
  'objections-passed-over': 'refused',
  'notice-past-finish': 'refused',
  'notice-too-short': 'refused',
  'assembly-unannounced': 'refused',
  'condition-never-asked-for': 'flagged',
  'level-one-respond-slow': 'flagged',
  'level-one-control-slow': 'flagged',
  'level-one-revisit-slow': 'flagged',
  'level-two-finish-slow': 'flagged',
  'level-three-plan-slow': 'flagged',
  'first-asked-lost': 'flagged',
  'slower-than-petitions': 'flagged',
  'poll-rule-unknown': 'refused',
  'poll-rule-replaced': 'flagged',
  'owners-not-asked': 'flagged',
} as const satisfies Record<string, 'refused' | 'flagged'>

export type FindingCode = keyof typeof FINDINGS
export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[]

export type Finding = {
  readonly severity: 'refused' | 'flagged'
  readonly code: FindingCode
  readonly stage?: string
  readonly outcome?: string
  readonly detail?: Readonly<Record<string, string | number>>
  /** The rule or practice behind it, where there is one. */
  readonly source?: string
}

type Where = Omit<Finding, 'severity' | 'code'>

export const found = (code: FindingCode, where: Where = {}): Finding => ({ severity: FINDINGS[code], code, ...where })
