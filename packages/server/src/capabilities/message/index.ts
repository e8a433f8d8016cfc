// Messages: everybody whom a matter concerns hears of it, by the channel that they used.
export { type Channel, localOutbox } from './channel.ts'
export { messagesAfter } from './occasions.ts'
export { readInbox, readOutbox, markRead } from './inbox.ts'
export { messageJobs } from './telling.ts'
