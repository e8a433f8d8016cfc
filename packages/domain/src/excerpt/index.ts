// Excerpts of chat: read into drafts of matters, each decided by a person.
export {
  type Excerpt,
  type ExcerptCommand,
  type ExcerptEvent,
  type ExcerptRefusal,
  FATES,
  type Fate,
  type Raising,
  excerptEntry,
  excerptRules,
} from './excerpt.ts'
export { MOST_CHARACTERS, MOST_LINES } from './lines.ts'
export { type Draft, type ExcerptRead, type ReadingRefusal, readExcerpt } from './reading.ts'
export type { Ground } from './whereabouts.ts'
