export { draftAccusation } from './accusation.ts'
export {
  enrolledKeyMigration,
  heldApart,
  openEnrolledKeys,
  type EnrolledKeys,
} from './browser-keys.ts'
export { startCopying } from './copying.ts'
export { assertInForce, isInForce, withKeyInForce } from './in-force.ts'
export { ownKeyRoutes } from './own-routes.ts'
export { keysRoutes } from './routes.ts'
export { secondsOf, type SecondsOf } from './second.ts'
