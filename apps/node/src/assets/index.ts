export { assetMigrations, assetStore } from './asset-store.ts'
export { createMatching, telling, type Matching } from './matching.ts'
export { assetRoutes } from './routes.ts'
export type { AssetStore } from './store.ts'
