import type { Context } from 'hono'
import type { IntelligenceStore } from '../intelligence/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/index.ts'
import type { Directory } from '../sharing/index.ts'
import { createFilling } from './fill.ts'
import { holdingsFor } from './holdings.ts'
import { createMarkings } from './marking.ts'
import { taxiiRoutes } from './routes.ts'
import type { TaxiiSetting } from './setting.ts'

export { TaxiiSetting } from './setting.ts'
export { taxiiMigrations } from './tables.ts'

export type TaxiiOptions = {
  readonly party: string
  readonly name: string
  readonly setting: () => TaxiiSetting
  readonly directory: Directory
  readonly database: Database
  readonly objects: IntelligenceStore
  readonly clock: Clock
  readonly warn: (line: string) => void
  readonly defect: (error: unknown, context: Context) => string
}

/** What programs of others may read here and add, at `/taxii2/`. */
export function createTaxii({ setting, warn, defect, ...options }: TaxiiOptions) {
  const markings = createMarkings()
  const failed = (error: unknown) => warn(`taxii: ${String(error)}`)
  const filling = createFilling({ ...options, markings, failed })
  const routes = taxiiRoutes({
    setting,
    clock: options.clock,
    defect,
    holdingsFor: (client) =>
      holdingsFor({ ...options, taxii: setting(), client, markings, filling }),
  })
  return { routes, close: filling.close }
}
