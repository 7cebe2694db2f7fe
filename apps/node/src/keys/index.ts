export { draftAccusation } from './accusation.ts'
export { startCopying } from './copying.ts'
export { assertInForce, isInForce, withKeyInForce } from './in-force.ts'
export { keysRoutes } from './routes.ts'
