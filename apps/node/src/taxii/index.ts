import { readFileSync } from 'node:fs'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { secureHeaders } from '../platform/http/headers.ts'
import { notFound, onError } from '../platform/http/problem.ts'
import { startServer, type RunningServer } from '../platform/http/server.ts'
import type { ExchangeOptions } from './exchange.ts'
import { exchangeRoutes, type Exchanges } from '../intelligence/index.ts'
import type { RemoteView } from './api.ts'
import { taxiiExchanges } from './exchanges.ts'
import { createFilling } from './fill.ts'
import { holdingsFor } from './holdings.ts'
import { createMarkings } from './marking.ts'
import { taxiiForm, taxiiRoutes, type TaxiiEnv } from './routes.ts'
import { servingRoutes } from './serving-routes.ts'

export { readPosted } from './posting.ts'
export { addedAnew, knownThere, putTombstone, taxiiHolders, tombstoneRead } from './called-back.ts'
export { inCollections, outOfCollections } from './undone.ts'
export { taxiiForm } from './routes.ts'
export { TaxiiSetting } from './setting.ts'
export { taxiiMigrations } from './tables.ts'

type Common = Omit<ExchangeOptions, 'markings' | 'filling'> & {
  readonly warn: (line: string) => void
}

export type TaxiiOptions = Common & {
  readonly name: string
  readonly defect: (error: unknown, context: Context) => string
  /** Refuses whoever asks more than its share. */
  readonly limit?: MiddlewareHandler
}

function openParts({ warn, ...options }: Common) {
  const markings = createMarkings()
  const failed = (error: unknown) => warn(`taxii: ${String(error)}`)
  return { markings, failed, filling: createFilling({ ...options, markings, failed }) }
}

/** Exchanges with remotes alone, of a node that does not run. */
export function openExchanges(
  options: Common & { readonly timed: boolean },
): Exchanges<RemoteView> {
  const parts = openParts(options)
  const exchanges = taxiiExchanges({ ...options, ...parts })
  const stop = async () => {
    await exchanges.stop()
    await parts.filling.close()
  }
  return { ...exchanges, stop }
}

/** What programs of others may read here and add, at `/taxii2/`, and exchanges with their servers. */
export function createTaxii({ defect, name, ...options }: TaxiiOptions) {
  const { setting, clock } = options
  const parts = openParts(options)
  const { markings, filling, failed } = parts
  const routes = taxiiRoutes({
    setting,
    clock,
    defect,
    holdingsFor: (client, sends) =>
      holdingsFor({ ...options, name, taxii: setting(), client, sends, markings, filling }),
  })
  const exchanges = taxiiExchanges({ ...options, ...parts, timed: true })
  // Without its port the node serves all the same, and says why programs do not reach it.
  const listening = listenFor(routes, options).catch(failed)
  return {
    routes,
    exchanges,
    /** For persons of this node. */
    exchangeRoutes: exchangeRoutes('taxii', exchanges, failed).route(
      '/',
      servingRoutes(options.database, setting),
    ),
    /** The port of its own, where the setting had one when the node was started. */
    listening,
    close: async () => {
      await (await listening)?.stop()
      await exchanges.stop()
      await filling.close()
    },
  }
}

async function listenFor(
  routes: ReturnType<typeof taxiiRoutes>,
  { setting, limit, warn }: Pick<TaxiiOptions, 'setting' | 'limit' | 'warn'>,
): Promise<RunningServer | undefined> {
  const { listen } = setting()
  if (!listen) return undefined
  const app = new Hono<TaxiiEnv>()
  app.use(secureHeaders)
  if (limit) app.use(limit)
  app.onError(onError(warn, taxiiForm))
  app.notFound(notFound)
  app.route('/', routes)
  const { host, port, certificate, key, clients } = listen
  const tls = {
    certificate: readFileSync(certificate),
    key: readFileSync(key),
    ...(clients === undefined ? {} : { clients: readFileSync(clients) }),
  }
  return startServer((request, connection) => app.fetch(request, connection), {
    hostname: host,
    port,
    tls,
  })
}
