// Draws: a lottery whose pool and sources are published before anybody knows a number, and whose result anybody recomputes.
export {
  type Announcement,
  type AnnouncementRefusal,
  type DrawRound,
  type DrawSource,
  LONGEST_DRAW_TEXT,
  LONGEST_DRAW_TITLE,
  LONGEST_LOT,
  MOST_OBJECTION_DAYS,
  MOST_ROUNDS,
  MOST_SOURCES,
  MOST_LOTS,
  digestOf,
} from './announcement.ts'
export { QUICKNET, isSignature, randomnessOf, roundFrom, timeOfRound } from './drand.ts'
export {
  type Draw,
  type DrawCommand,
  type DrawEvent,
  type DrawObjection,
  type DrawRefusal,
  LONGEST_GROUNDS,
  NO_DRAW,
  type Outcome,
  type SourceStanding,
  type StandingDraw,
} from './draw.ts'
export { type Claim, type RoundDrawn, claimsOf, drawLots, turnsOf } from './drawing-lots.ts'
export { drawEntry } from './entry.ts'
export { drawRules } from './rulebook.ts'
export { DRAW_HASHES, type DrawHash, LARGEST_POOL, type Step, select } from './selection.ts'
export { type SourceValue, keyOf } from './source.ts'
