export { measureDesk } from './desk.ts'
export { assertMayFileMeasure } from './may-file.ts'
export { measuresRoutes } from './routes.ts'
export { viewStore } from './view-store.ts'
