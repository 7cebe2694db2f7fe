import { createExchanges, type Exchanges, type ExchangesOptions } from '../intelligence/index.ts'
import type { MispRemoteView } from './api.ts'
import { MispSettingError } from './error.ts'
import { cursorOf, forgetStates, keepExchange, reportOf, type ExchangeOptions } from './exchange.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import type { RemoteSetting } from './setting.ts'
import type { Tables } from './tables.ts'

type Options = ExchangeOptions & Pick<ExchangesOptions<RemoteSetting, object>, 'failed' | 'timed'>

/** Exchanges with instances of MISP and feeds. */
export function mispExchanges(options: Options): Exchanges<MispRemoteView> {
  const db = options.database.as<Tables>()
  return createExchanges<RemoteSetting, Omit<MispRemoteView, 'exchanges'>>({
    ...options,
    remotes: () => options.setting().remotes,
    run: (direction, remote, underWay) =>
      (direction === 'pull' ? pull : push)({ options, remote, db, ...underWay }),
    kept: async (remote, direction) => {
      const report = await reportOf(db, remote, direction)
      return { cursor: await cursorOf(db, remote, direction), ...(report ? { report } : {}) }
    },
    begin: (remote, begun) =>
      db.transaction().execute(async (within) => {
        await forgetStates(within, remote, begun.report.direction)
        await keepExchange(within, remote, begun)
      }),
    readAfter: (direction, after) => {
      if (direction === 'pull' && !Number.isNaN(Date.parse(after))) return { after }
      throw new MispSettingError(
        'cursor.malformed',
        direction === 'pull'
          ? `expected a date such as 2026-11-24T09:00:00Z, got ${JSON.stringify(after.slice(0, 60))}`
          : 'expected no date: what is pushed begins anew with everything',
      )
    },
    unknown: (message) => new MispSettingError('remote.unknown', message),
    headOf: ({ id, party, kind, url, pushes }) => ({
      id,
      party,
      kind,
      url,
      ...(pushes === undefined ? {} : { pushes }),
    }),
  })
}
