export { queryOf } from './chosen.ts'
export { assertPublishable } from './publishable.ts'
export { publicationRoutes, publicRoutes } from './routes.ts'
