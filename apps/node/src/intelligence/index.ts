export { nothing, withFailures, withTaken, type ExchangeReport } from './exchange-report.ts'
export { importBundle } from './import-bundle.ts'
export { intelligenceStore } from './object-store.ts'
export { intelligenceRoutes } from './routes.ts'
export type { HeldVersion, IntelligenceStore, Outcome, Taken } from './store.ts'
export { objectsSince } from './since.ts'
export { exchangeRoutes } from './exchange-routes.ts'
export {
  createExchanges,
  type Exchanges,
  type ExchangesOptions,
  type ExchangeView,
} from './exchanges.ts'
