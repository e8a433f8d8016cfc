// Excerpts of group chat: pasted, read into drafts, each decided by a person.
export { excerpt } from './capability.ts'
export { type DecideRefusal, confirmDraft } from './deciding.ts'
export { pasteExcerpt } from './pasting.ts'
export { excerptRoutes } from './routes.ts'
