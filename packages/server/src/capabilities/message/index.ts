// Messages: everybody whom a matter concerns hears of it, by the channel that they used.
export { type Channel, localOutbox } from './channel.ts'
export { sendCodeBy } from './codes.ts'
export { messagesAfter, messagesAfterOrder } from './occasions.ts'
export { readInbox, markRead } from './inbox.ts'
export { tellMany } from './many.ts'
export { handOver, sendOnce } from './sending.ts'
export { messageRoutes } from './routes.ts'
export { type Draft, inboxRow, insertMessages, membersOf, messageId, messageJobs } from './telling.ts'
