// The public board: what a community shows to everybody, on its page and on the big screen, live.
export { type Live, openLive } from './live.ts'
export { publicBoardRoutes } from './routes.ts'
