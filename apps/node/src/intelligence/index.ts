export {
  nothing,
  withFailures,
  withFields,
  withTaken,
  type ExchangeReport,
} from './exchange-report.ts'
export { importBundle } from './import-bundle.ts'
export { intelligenceStore } from './object-store.ts'
export { createQuarantine, type Quarantine } from './intake/quarantine.ts'
export { removeSent, type Removed } from './intake/sent.ts'
export type { Brought } from './intake/take-away.ts'
export type { Holding } from './intake/undo.ts'
export { quarantineRoutes } from './intake-routes.ts'
export { intelligenceRoutes } from './routes.ts'
export { likenessOf, recallSaid, type Recalled, type Standing } from './recalled.ts'
export type { HeldVersion, IntelligenceStore, Taken } from './store.ts'
export { objectsSince, placesIn } from './since.ts'
export { exchangeRoutes } from './exchange-routes.ts'
export {
  createExchanges,
  type Exchanges,
  type ExchangesOptions,
  type ExchangeView,
} from './exchanges.ts'
export type { Stay } from './api.ts'
export { findObjects } from './view.ts'
export type { CalledBack, Likeness } from './tables.ts'
