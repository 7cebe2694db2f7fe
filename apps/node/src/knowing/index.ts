export { createKnowing } from './knowing.ts'
export { knowingRoutes } from './routes.ts'
