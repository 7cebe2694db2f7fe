export { createKnowing, type Knowing } from './knowing.ts'
export { knowingRoutes } from './routes.ts'
