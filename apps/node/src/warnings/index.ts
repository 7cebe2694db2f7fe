export { knownIn, listsOfComparison } from './known-in.ts'
export { warningRoutes } from './routes.ts'
export { warningMigrations } from './tables.ts'
export { openWarnings, type Warnings, type WarningsNow } from './warnings.ts'
