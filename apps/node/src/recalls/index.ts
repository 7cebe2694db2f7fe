export { recallsMigrations } from './tables.ts'
export { objectRecallRoutes } from './routes.ts'
