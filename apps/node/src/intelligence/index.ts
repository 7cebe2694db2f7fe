export { importBundle } from './import-bundle.ts'
export { intelligenceStore } from './object-store.ts'
export { intelligenceRoutes } from './routes.ts'
export type { HeldVersion, IntelligenceStore, Outcome, Taken } from './store.ts'
