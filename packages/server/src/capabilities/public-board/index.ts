// The public board: what a community shows to everybody, on its page and on the big screen, live.
export { openLive } from './live.ts'
export { publicBoardRoutes } from './routes.ts'
