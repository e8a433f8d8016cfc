// Matters: the one thing that Yishi is about.
export { FIGURE_KINDS, type Figure, figureSchema, figuresSchema } from './figure.ts'
export {
  COLOURS,
  type Colour,
  KINDS,
  type Kind,
  LEVELS,
  type Level,
  SIZES,
  type Size,
  type Sorting,
  sortingSchema,
} from './sorting.ts'
export type { CommandOf, MatterCommand, NotedProceeding } from './command.ts'
export type { MatterEvent } from './event.ts'
export {
  ABSENT,
  CHANNELS,
  CORRECTABLE_FIELDS,
  type Channel,
  type ClosedMatter,
  type CorrectableField,
  LINK_RELATIONS,
  type LinkRelation,
  type Matter,
  type MatterRefusal,
  type NewOrder,
  type OpenMatter,
  type Origin,
  PUBLICITIES,
  type Publicity,
} from './matter.ts'
export { type OpeningRefusal, mayOpen } from './proceeding.ts'
export { DESK, actsHere, stageOfMatter } from './acting.ts'
export { NOTE_TAKERS, matterRules } from './rulebook.ts'
export { PHASES, type Phase, dueClock, nextDue, phaseOf, promisedClock } from './standing.ts'
export { suggestSorting } from './suggestion.ts'
export { titleOf } from './title.ts'
export { wakesAt } from './tending.ts'
export { firstRecordings } from './holding.ts'
export { HEARD_BY_RAISER, matterEntry } from './entry.ts'
