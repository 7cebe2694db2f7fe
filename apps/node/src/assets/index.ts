export { assetStore } from './asset-store.ts'
export { createMatching, telling } from './matching.ts'
export { assetRoutes } from './routes.ts'
