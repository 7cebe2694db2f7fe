import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importBundle, intelligenceStore } from '../../src/intelligence/index.ts'
import { takeAway, versionsOf } from '../../src/intelligence/intake/take-away.ts'
import { intelligenceMigrations } from '../../src/intelligence/object-store.ts'
import type { Tables as IntelligenceTables } from '../../src/intelligence/tables.ts'
import { mispExchanges, mispMigrations } from '../../src/misp/index.ts'
import { MispSetting } from '../../src/misp/setting.ts'
import { SharingSetting } from '../../src/sharing/setting.ts'
import { stream } from '../bundles.ts'
import type { Sender } from '../../src/intelligence/store.ts'
import { STORE_KINDS } from '../stores.ts'
import { listIn, type Json } from './peer-events.ts'
import { KEY, type Peer } from './peer.ts'

const kind = STORE_KINDS.at(-1)!
export const uuid = (at: number) => `5a3c2fcd-8328-42bb-a95e-${String(at).padStart(12, '0')}`
export const GROUP = '6a6c1b9d-6c7a-4a0e-9a53-9a1a5cb2d0c1'
/** Seconds since 1970: the peer's clock is this machine's, and everything was published before now. */
export const DAY = 1_790_000_000

export const event = (at: number, more: Json = {}): Json => ({
  uuid: uuid(at),
  info: `Event ${at}`,
  date: '2026-09-21',
  timestamp: String(DAY + at),
  publish_timestamp: String(DAY + at),
  published: true,
  analysis: '2',
  threat_level_id: '1',
  distribution: '3',
  Orgc: { id: '4', name: 'Birch CERT', uuid: uuid(900_002) },
  Tag: [{ name: 'tlp:green' }],
  Attribute: [
    {
      uuid: uuid(100_000 + at),
      type: 'ip-dst',
      category: 'Network activity',
      value: `192.0.2.${at % 250}`,
      to_ids: true,
      comment: '',
      timestamp: String(DAY + at),
      distribution: '5',
    },
  ],
  Object: [],
  ...more,
})
export const changed = (at: number, later: number, more: Json = {}) =>
  event(at, { timestamp: String(DAY + later), publish_timestamp: String(DAY + later), ...more })
export const reportId = (at: number) => `report--${uuid(at)}`
export const indicatorId = (at: number) => `indicator--${uuid(100_000 + at)}`

const sharing = SharingSetting.parse({
  communities: [
    { id: 'csirts', name: 'CSIRTs', parties: ['XA', 'XB', 'XC'], ceiling: 'TLP:AMBER' },
    { id: 'others', name: 'Others', parties: ['XA', 'XC'], ceiling: 'TLP:AMBER' },
  ],
})

/** Alder's node, which exchanges with servers of MISP. */
export async function openAlder(url: string, over: object = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'entente-misp-'))
  const secretFile = join(directory, 'key')
  writeFileSync(secretFile, `${KEY}\n`)
  const empty = await kind.empty()
  const database = await empty.open([...intelligenceMigrations, ...mispMigrations])
  const objects = intelligenceStore(database)
  let settled = sharing
  const exchanges = mispExchanges({
    setting: () =>
      MispSetting.parse({
        remotes: [{ id: 'birch', party: 'XB', kind: 'instance', url, secretFile, ...over }],
      }),
    directory: { charters: () => [], setting: () => settled },
    database,
    objects,
    clock: { now: Date.now },
    failed: (error) => {
      throw error
    },
    timed: false,
  })
  const taken = (stix: readonly Json[], from?: Sender, into: typeof objects = objects) =>
    importBundle(
      into,
      stream(
        JSON.stringify({
          type: 'bundle',
          id: 'bundle--4f8a2f2e-4f6c-4c59-9d4e-0f1f4c5f7a11',
          objects: stix,
        }),
      ),
      { name: 'own.json', clock: { now: Date.now }, ...(from ? { from } : {}) },
    )
  return {
    exchanges,
    objects,
    settle: (next: object) => (settled = SharingSetting.parse({ ...sharing, ...next })),
    take: (...stix: readonly Json[]) => taken(stix),
    /** As two persons take in what goes further than what is held. */
    takeByTwo: (...stix: readonly Json[]) =>
      taken(stix, undefined, {
        ...objects,
        receive: (source, work) => objects.receive({ ...source, seconded: true }, work),
      }),
    /** As another party's node sends them. */
    receive: (...stix: readonly Json[]) =>
      taken(stix, { case: `sha256:${'0'.repeat(64)}`, custodian: 'XC' }),
    newest: async (id: string): Promise<Json> => {
      const { bytes } = (await objects.contents(id)).at(-1)!
      return JSON.parse(new TextDecoder().decode(bytes)) as Json
    },
    /** Takes everything of these ids away, as undoing what brought them does. */
    undo: (...ids: readonly string[]) =>
      database
        .as<IntelligenceTables>()
        .transaction()
        .execute(async (db) => {
          const going = new Set((await versionsOf(db, ids)).map(({ seq }) => seq))
          await takeAway(db, ids, { going })
        }),
    async [Symbol.asyncDispose]() {
      await exchanges.stop()
      await database.close()
      await empty[Symbol.asyncDispose]()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
export const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb'
export const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'
export const own = (at: number, more: Json = {}): readonly Json[] => {
  const common = {
    spec_version: '2.1',
    created: '2026-11-25T08:00:00.000Z',
    modified: '2026-11-25T08:00:00.000Z',
    object_marking_refs: [GREEN],
  }
  const indicator = {
    type: 'indicator',
    id: `indicator--${uuid(500_000 + at)}`,
    ...common,
    name: 'a modem',
    pattern: `[ipv4-addr:value = '198.51.100.${at}']`,
    pattern_type: 'stix',
    valid_from: '2026-11-25T08:00:00.000Z',
  }
  const report = {
    type: 'report',
    id: `report--${uuid(600_000 + at)}`,
    ...common,
    name: `Ours, ${at}`,
    published: '2026-11-25T08:00:00.000Z',
    object_refs: [indicator.id],
    ...more,
  }
  return [indicator, report]
}

/** As one of whom the remote's party gets what is pushed. */
export const pushing = { pushes: 'community:csirts' }
export const LATER = '2026-11-26T08:00:00.000Z'
export const revoked = (object: Json): Json => ({ ...object, revoked: true, modified: LATER })
export const ownUuid = (at: number) => uuid(600_000 + at)
export const ownIndicator = (at: number) => `indicator--${uuid(500_000 + at)}`
export const attributesAt = (peer: Peer, id: string) =>
  listIn(peer.events.get(id) ?? {}, 'Attribute')
export const written = (peer: Peer) =>
  peer.asked.filter((line) => !/^GET|restSearch/.test(line)).map((line) => line.slice(0, 60))
export const lost = (report: {
  readonly fields?: readonly { field: string; fate: string; as: string }[]
}) =>
  (report.fields ?? [])
    .filter(({ fate }) => fate === 'lost')
    .map(({ field, as }) => `${field}: ${as}`)
