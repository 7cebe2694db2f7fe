import { join } from 'node:path'
import type { PartyId } from '@entente/accord'
import { caseMigrations, caseStore, openCaseFiles } from '../src/federation/index.ts'
import { systemClock as clock } from '../src/platform/clock.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openDatabase, type Migration } from '../src/platform/db/index.ts'
import { openKeys } from '../src/platform/keys/index.ts'

/** A party's part in one case, in memory, with the keys of its directory: what a test builds a node of its own around. */
export async function openCaseAt(
  party: string,
  {
    data,
    charter,
    urls,
    migrations = [],
  }: {
    /** Where the directories of all parties lie. */
    readonly data: string
    readonly charter: Uint8Array
    /** Where each party answers, as far as it does yet. */
    readonly urls: ReadonlyMap<string, string>
    /** Of what else is kept beside the case. */
    readonly migrations?: readonly Migration[]
  },
) {
  const keys = openKeys(join(data, party))
  const database = await openDatabase(':memory:', [...caseMigrations, ...migrations])
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party: party as PartyId,
    clock,
    crypto,
    logSigner: (origin) => ({ ...keys.load('log'), name: origin }),
    witnessSigner: { ...keys.load('witness'), name: `${party.toLowerCase()}.example/witness` },
    peers: () => [...urls].map(([peer, url]) => ({ party: peer as PartyId, url })),
  })
  return { keys, database, caseFiles, file: await caseFiles.add(charter) }
}
