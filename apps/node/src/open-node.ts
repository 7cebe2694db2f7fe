import type { PartyId } from '@entente/accord'
import { remembering } from '@entente/log'
import {
  addressStore,
  createAddresses,
  openAddressBook,
  type AddressBook,
  type Addresses,
} from './addresses/index.ts'
import { alarmStore, openAlarms, watchRecords, type Alarms } from './alarms/index.ts'
import { liveConfig, type NodeConfig } from './config.ts'
import { newIdentity } from './disclosures/index.ts'
import { caseStore, openCaseFiles, outside, type HeldCaseFiles } from './federation/index.ts'
import {
  assertInForce,
  openEnrolledKeys,
  secondsOf,
  type EnrolledKeys,
  type SecondsOf,
} from './keys/index.ts'
import { openStore } from './open-store.ts'
import { openingStore, type OpeningStore } from './parties/opening-store.ts'
import { systemClock as clock, type Clock } from './platform/clock.ts'
import { crypto } from './platform/crypto.ts'
import type { Database } from './platform/db/index.ts'
import { openKeys, type HeldKey, type Keys } from './platform/keys/index.ts'

/** One party's node without its HTTP: configuration, keys, store and case files. */
export type OpenNode = AsyncDisposable & {
  readonly party: PartyId
  readonly clock: Clock
  /** As it was when the node was opened. */
  readonly config: NodeConfig
  /** As `node.json` has it now. */
  readonly configNow: () => NodeConfig
  /** Signs for an authority; refuses where the root keys revoked the key or its mandate has ended. */
  readonly signerOf: (key: string) => HeldKey
  readonly secondsOf: SecondsOf
  /** Whether the private half of a key is here. */
  readonly holds: (key: string) => boolean
  /** The node's age identity: what was encrypted to it opens with it. */
  readonly identity: string
  readonly database: Database
  readonly caseFiles: HeldCaseFiles
  readonly openings: OpeningStore
  /** Keys that people of this node hold in their browsers. */
  readonly enrolled: EnrolledKeys
  readonly alarms: Alarms
  /** Where the others answer, and where they say that they do since. */
  readonly addresses: Addresses & Pick<AddressBook, 'where'>
  readonly warn: (line: string) => void
}

/** Opens a data directory that no other process has open; `peers` win over those in `node.json`. */
export async function openNode(
  data: string,
  peers: Readonly<Record<string, string>> = {},
): Promise<OpenNode> {
  let party = ''
  const warn = (line: string) => void process.stderr.write(`${party} ${line}\n`)
  const configNow = liveConfig(data, warn)
  const config = configNow()
  party = config.party
  const keys = openKeys(data, process.env['ENTENTE_NODE_KEY'])
  const load = (key: string, name = key) => ({ ...keys.load(key), name })
  const database = await openStore(data)
  const self = config.party as PartyId
  const alarms = await openAlarms({ store: alarmStore(database), party: self, clock, warn })
  const book = await openAddressBook(addressStore(database))
  const given = () => originsIn({ ...configNow().peers, ...peers })
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party: self,
    logSigner: (origin) => load('log', origin),
    witnessSigner: load('witness', config.witness),
    clock,
    crypto: remembering(crypto),
    warn,
    tell: alarms.raise,
    quota: () => configNow().actsPerHour,
    outside: withBook(book),
    peers: () =>
      Object.entries(given()).map(([peer, url]) => ({
        party: peer as PartyId,
        url: book.urlOf(peer as PartyId, url),
      })),
  })
  const addresses = await openAddresses({ book, caseFiles, given, own: () => configNow().address })
  const own = { party: self, caseFiles, clock }
  const watch = watchRecords(caseFiles, alarms.raise)
  return {
    ...own,
    config,
    configNow,
    ...signing(own, keys),
    identity: await keys.secret('age', newIdentity),
    database,
    openings: openingStore(database),
    enrolled: await openEnrolledKeys(database),
    alarms,
    addresses,
    warn,
    async [Symbol.asyncDispose]() {
      await watch.stop()
      await caseFiles.close()
      await alarms.close()
      await database.close()
    },
  }
}

async function openAddresses(options: Parameters<typeof createAddresses>[0]) {
  const addresses = createAddresses(options)
  await addresses.settle()
  return { ...addresses, where: options.book.where }
}

const originsIn = (urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(urls).map(([party, url]) => [party, new URL(url).origin]))

/** The world outside, where an address that a note gave resolves to nothing nearer than its operator's did. */
function withBook({ lookupFor }: AddressBook): typeof outside {
  const { ask, openStream } = outside.network
  const bounded = (url: string) => {
    const lookup = lookupFor(url)
    return lookup ? { lookup } : {}
  }
  return {
    ...outside,
    network: {
      ask: (url, asked) => ask(url, { ...asked, ...bounded(url) }),
      openStream: (url, asked) => openStream(url, { ...asked, ...bounded(url) }),
    },
  }
}

/** Who signs acts with the keys that are here, while the record has them in force. */
function signing(own: Pick<OpenNode, 'party' | 'caseFiles' | 'clock'>, keys: Keys) {
  const held = {
    signerOf: (key: string) => {
      assertInForce(own, key)
      return { ...keys.load(key), name: key }
    },
    holds: (key: string) => keys.names().includes(key),
  }
  return { ...held, secondsOf: secondsOf({ ...own, ...held }) }
}
