// Photos: taken in by other capabilities with what people write, shown to whoever holds a photo's unguessable id.
export { type PhotoRefusal, knowsPhotos, readPhoto, storePhotos, storePhotosOnce } from './photos.ts'
export { photoRoutes } from './routes.ts'
