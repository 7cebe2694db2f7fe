import { exchangeRoutes } from '../intelligence/index.ts'
import type { ExchangeOptions } from './exchange.ts'
import { mispExchanges } from './exchanges.ts'

export type { ExchangeOptions } from './exchange.ts'
export { deletedThere, mispHolders } from './called-back.ts'
export { mispMigrations } from './tables.ts'
export { mispExchanges } from './exchanges.ts'

type Options = ExchangeOptions & { readonly warn: (line: string) => void }

/** Exchanges of events with instances of MISP and feeds. */
export function createMisp({ warn, ...options }: Options) {
  const failed = (error: unknown) => warn(`misp: ${String(error)}`)
  const exchanges = mispExchanges({ ...options, failed, timed: true })
  return {
    exchanges,
    /** For persons of this node. */
    exchangeRoutes: exchangeRoutes('misp', exchanges, failed),
    close: exchanges.stop,
  }
}
