export { recallsMigration } from './tables.ts'
export { objectRecallRoutes } from './routes.ts'
