export { objectRecallRoutes } from './routes.ts'
