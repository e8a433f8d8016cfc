// Draws: announced ahead, made by their sources, recomputed by anybody.
export { type DrawAskRefusal, actOnDraw, announceDraw } from './acting.ts'
export { draw } from './capability.ts'
export { drawLines, runningDraws } from './lines.ts'
export { drawPages } from './pages.ts'
export { drawRoutes } from './routes.ts'
export { drawIsTold, drawJobs } from './telling.ts'
