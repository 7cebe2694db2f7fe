export { knownIn, listsOfComparison } from './known-in.ts'
export { warningRoutes } from './routes.ts'
export { openWarnings, warningMigrations, type Warnings, type WarningsNow } from './warnings.ts'
