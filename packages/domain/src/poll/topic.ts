// What owners decide together (Civil Code art. 278, R1.1), of which units an electorate may be, and what rests while a committee is re-elected (R1.45).

/** The nine matters of art. 278, those for which local rules ask for more, a home turned into a business (art. 279, R1.18), and what is none of them: which of several things owners like best. */
export const TOPICS = [
  'rules-of-procedure',
  'covenant',
  'committee',
  'property-company',
  'fund-use',
  'fund-raise',
  'rebuilding',
  'common-parts-business',
  'other',
  'fee',
  'lift',
  'self-management',
  'zone-boundaries',
  'use-change',
  'preference',
] as const
export type Topic = (typeof TOPICS)[number]

/** What the law leaves to owners together: whatever is more than a preference of theirs. */
export const isStatutory = (topic: Topic): boolean => topic !== 'preference'

/** All units of the community, those of one node, or the ones that a question affects (R1.47). */
export const SCOPES = ['community', 'compound', 'zone', 'grid', 'building', 'stairway', 'units'] as const
export type ScopeKind = (typeof SCOPES)[number]

export const CALLERS = [
  'owners-committee',
  'preparatory-group',
  'reelection-group',
  'residents-committee',
  'street-office',
] as const
export type Caller = (typeof CALLERS)[number]

/** From the forming of the re-election group until a new committee stands, the old one may not call an assembly on these (上海 28, R1.45). */
const RESTING: readonly Topic[] = ['property-company', 'fee', 'rebuilding', 'common-parts-business', 'other']

export const restsDuringReelection = (topic: Topic): boolean => RESTING.includes(topic)
