import { Hono } from 'hono'
import type { CaseFiles } from '../../src/federation/index.ts'
import { createQuarantine, importBundle, intelligenceStore } from '../../src/intelligence/index.ts'
import { storeMigrations } from '../../src/open-store.ts'
import type { PersonEnv } from '../../src/parties/routes.ts'
import { onError } from '../../src/platform/http/problem.ts'
import { keepReceipt, prepare, receiptOf } from '../../src/sharing/index.ts'
import type { AskedRelease } from '../../src/sharing/api.ts'
import { SharingSetting } from '../../src/sharing/setting.ts'
import { sidsFor } from '../../src/sharing/sids.ts'
import { createTaxii, TaxiiSetting } from '../../src/taxii/index.ts'
import { mispExchanges } from '../../src/misp/index.ts'
import { MispSetting } from '../../src/misp/setting.ts'
import { STORE_KINDS } from '../stores.ts'
import type { ObjectRecalls } from '../../src/recalls/api.ts'
import { objectRecallRoutes } from '../../src/recalls/index.ts'

export const OURS = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
export const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
export const COLLECTION = '00000000-0000-4000-8000-000000000003'
const TAXII = 'application/taxii+json;version=2.1'
const TOKEN = '3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0'

let now = Date.UTC(2026, 10, 27)
const clock = { now: () => (now += 1_000) }
const sharing = SharingSetting.parse({
  identities: [OURS],
  communities: [{ id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XB'], ceiling: 'TLP:AMBER' }],
})
// The token is its own name: SHA-256 of "token".
const taxiiSetting = {
  collections: [
    { id: COLLECTION, title: 'Feed', audience: 'community:csirts', takes: 'everything' },
  ],
  clients: [{ id: 'birch', name: 'Birch’s', party: 'XB', token: TOKEN, reads: [COLLECTION] }],
}

export const indicator = (number: number, more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--5a3c2fcd-8328-42bb-a95e-${String(number).padStart(12, '0')}`,
  created_by_ref: OURS,
  created: '2026-11-20T00:00:00.000Z',
  modified: '2026-11-20T00:00:00.000Z',
  name: `Canary ${number}`,
  description: 'what should not have been said',
  pattern: `[domain-name:value = 'canary${number}.example']`,
  pattern_type: 'stix',
  valid_from: '2026-11-20T00:00:00Z',
  object_marking_refs: [GREEN],
  ...more,
})
const bundleOf = (objects: readonly object[]) =>
  Buffer.from(
    JSON.stringify({ type: 'bundle', id: 'bundle--5a3c2fcd-8328-42bb-a95e-000000000001', objects }),
  )

/** Alder's node as far as it takes objects in, hands them out and calls them back, and what it exchanges with others. */
export async function openAlder(
  remotes: { readonly taxii?: object; readonly misp?: object } = {},
  kind = STORE_KINDS[0]!,
) {
  const empty = await kind.empty()
  const database = await empty.open(storeMigrations)
  const objects = intelligenceStore(database)
  const setting: TaxiiSetting = TaxiiSetting.parse({
    ...taxiiSetting,
    remotes: remotes.taxii ? [remotes.taxii] : [],
  })
  const told = { charters: () => [], setting: () => sharing }
  const failed = (error: unknown) => {
    throw error
  }
  const taxii = createTaxii({
    party: 'XA',
    name: 'Alder',
    directory: told,
    database,
    objects,
    clock,
    warn: failed,
    setting: () => setting,
    defect: (error) => failed(error),
  })
  const misp = mispExchanges({
    setting: () => MispSetting.parse({ remotes: remotes.misp ? [remotes.misp] : [] }),
    directory: told,
    database,
    objects,
    clock: { now: Date.now },
    failed,
    timed: false,
  })
  let by = 'ana'
  const app = new Hono<PersonEnv>()
  app.use(async (context, next) => {
    context.set('person', { id: by, role: 'signatory' } as never)
    await next()
  })
  app.onError(onError(failed))
  app.route(
    '/',
    objectRecallRoutes({
      database,
      objects,
      clock,
      push: () => undefined,
      caseFiles: { list: () => [], party: 'XA' } as unknown as CaseFiles,
      sharing: () => sharing,
      taxii: () => setting,
    }),
  )
  const post = async (path: string, body: object, method: 'POST' | 'DELETE' = 'POST') => {
    const answer = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as ObjectRecalls }
  }
  const release = async (asked: AskedRelease) => {
    const warnings = async () => ({ mode: 'mark' as const, listsOf: () => [] })
    const writing = {
      now: '2026-11-27T00:00:00Z',
      sidsFor: (keys: readonly string[]) => sidsFor(database, keys),
    }
    return prepare(asked, { objects, directory: told, warnings, ...writing })
  }
  return {
    exchanges: taxii.exchanges,
    misp,
    post,
    view: async () => (await (await app.request('/api/v1/recalls')).json()) as ObjectRecalls,
    /** Who sits at the page from now on. */
    sit: (person: string) => void (by = person),
    release,
    take: (...all: readonly object[]) =>
      importBundle(objects, once(bundleOf(all)), { name: 'bundle.json', clock }),
    /** A file that a person takes, as the node keeps it. */
    save: async (asked: AskedRelease) => {
      const { leaving } = await release(asked)
      const at = new Date(clock.now()).toISOString()
      await keepReceipt(database, { at, by: 'ana', ...receiptOf(asked) }, leaving)
    },
    poll: async (after = '') => {
      const at = `/taxii2/api/collections/${COLLECTION}/objects/${after}`
      const headers = { accept: TAXII, authorization: 'Bearer token' }
      const answer = await taxii.routes.request(at, { headers })
      const last = answer.headers.get('x-taxii-date-added-last') ?? ''
      const { objects: read = [] } = (await answer.json()) as {
        objects?: readonly Readonly<Record<string, unknown>>[]
      }
      return { read, last }
    },
    preview: async (...all: readonly object[]) => {
      const holding = { stays: async () => new Map(), remove: async () => undefined }
      const quarantine = createQuarantine({ database, objects, clock, holding })
      const view = await quarantine.bring(once(bundleOf(all)), { name: 'again.json', by: 'ben' })
      return { view, rows: await quarantine.objects(view.number, { after: 0, limit: 10 }) }
    },
    async [Symbol.asyncDispose]() {
      await misp.stop()
      await taxii.close()
      await database.close()
      await empty[Symbol.asyncDispose]()
    },
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
