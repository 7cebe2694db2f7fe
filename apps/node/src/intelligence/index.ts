export { intelligenceStore } from './object-store.ts'
export { intelligenceRoutes } from './routes.ts'
