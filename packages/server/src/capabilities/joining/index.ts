// Joinings: neighbours who have met the same matter, counted once each, who hear how it goes.
export { joining } from './capability.ts'
export { joinMatter, standingOf } from './join.ts'
export { joiningPages } from './pages.ts'
export { joiningJobs, tellsJoined } from './telling.ts'
export { voiceOf } from './voice.ts'
