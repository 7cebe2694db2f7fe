import { readTimestamp } from '@entente/taxii'
import { createExchanges, type Exchanges, type ExchangesOptions } from '../intelligence/index.ts'
import type { RemoteView } from './api.ts'
import { TaxiiSettingError } from './error.ts'
import { cursorOf, keepExchange, pull, reportOf, type ExchangeOptions } from './exchange.ts'
import { push } from './push.ts'
import type { RemoteSetting } from './setting.ts'
import type { Tables } from './tables.ts'

type Options = ExchangeOptions & Pick<ExchangesOptions<RemoteSetting, object>, 'failed' | 'timed'>

/** Exchanges with other TAXII servers. */
export function taxiiExchanges(options: Options): Exchanges<RemoteView> {
  const db = options.database.as<Tables>()
  return createExchanges<RemoteSetting, Omit<RemoteView, 'exchanges'>>({
    ...options,
    remotes: () => options.setting().remotes,
    run: (direction, remote, underWay) =>
      (direction === 'pull' ? pull : push)({ options, remote, db, ...underWay }),
    kept: async (remote, direction) => {
      const report = await reportOf(db, remote, direction)
      return { cursor: await cursorOf(db, remote, direction), ...(report ? { report } : {}) }
    },
    begin: (remote, { cursor, report }) =>
      keepExchange(db, remote, { direction: report.direction, cursor, report }),
    readAfter: (_, after) => {
      if (readTimestamp(after) !== undefined) return { after }
      throw new TaxiiSettingError(
        'cursor.malformed',
        `expected a date such as 2026-11-24T09:00:00Z, got ${JSON.stringify(after.slice(0, 60))}`,
      )
    },
    unknown: (message) => new TaxiiSettingError('remote.unknown', message),
    headOf: ({ id, party, root, collection, pushes }) => ({
      id,
      party,
      root,
      collection,
      ...(pushes === undefined ? {} : { pushes }),
    }),
  })
}
