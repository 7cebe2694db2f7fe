import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PartyId } from '@entente/accord'
import type { Signer } from '@entente/log'
import {
  charterBytes,
  fixedKey,
  noteOf,
  openStrand,
  put,
  threeAt,
  WITNESS_NAMES,
  type GrowingStrand,
} from './vectors-case.ts'
import { openCaseFiles } from '../apps/node/src/federation/case-files.ts'
import { caseMigrations, caseStore } from '../apps/node/src/federation/case-store.ts'
import { ask } from '../apps/node/src/federation/client.ts'
import { pullStrand, sourceOf } from '../apps/node/src/federation/pull.ts'
import { federationRoutes } from '../apps/node/src/federation/routes.ts'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { openDatabase } from '../apps/node/src/platform/db/index.ts'
import { startServer } from '../apps/node/src/platform/http/server.ts'

const named = (name: string): Signer => ({ name, ...fixedKey(name) })
const OWNER = 'XA' as PartyId
const NOW = 1_795_694_400

/** Alder's strand: its key, then evidence, one act a title. */
function writeStrand(size: number): GrowingStrand {
  const strand = openStrand(OWNER)
  for (let n = 1; n < size; n += 1)
    put(strand, {
      kind: 'evidence',
      title: `Report number ${n} of an intrusion into a network of a water works, as an analyst titles it.`,
      objects: [
        {
          id: `indicator--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
          modified: '2026-11-24T00:00:00.000Z',
          sha256: n.toString(16).padStart(64, '0'),
        },
      ],
      grade: { scale: 'admiralty', version: '1', value: 'B2' },
      custodian: OWNER,
    })
  return strand
}

/** A node of that party with a store on disk, and its federation routes on 127.0.0.1. */
async function openNode(party: PartyId, directory: string, witness: string) {
  mkdirSync(join(directory, party))
  const store = join(directory, party, 'node.sqlite')
  const database = await openDatabase(store, caseMigrations)
  const files = await openCaseFiles({
    store: caseStore(database),
    party,
    clock: { now: () => NOW * 1000 },
    crypto,
    witnessSigner: named(witness),
    logSigner: named,
    peers: () => [],
  })
  await files.add(charterBytes)
  const file = files.held()[0]!
  const routes = federationRoutes({ caseFiles: files, name: party })
  const { url, stop } = await startServer(routes.fetch)
  return {
    file,
    url,
    /** The file in which it keeps its strands. */
    store,
    close: async () => {
      await stop()
      await files.close()
      await database.close()
    },
  }
}

/** Changes what one path of the serving node gives. */
export type Altering = (path: string, bytes: Uint8Array) => Uint8Array

/** Two nodes: Alder's, whose strand has so many acts, and Birch's, which has none of them and pulls. */
export async function longStrand(size: number) {
  const directory = mkdtempSync(join(tmpdir(), 'entente-long-'))
  const strand = writeStrand(size)
  const { entries } = strand
  const alder = await openNode(OWNER, directory, WITNESS_NAMES[0]!)
  const note = noteOf(strand, threeAt(NOW))
  await alder.file.strand(OWNER).admit(entries, { size, note, by: NOW })
  const birch = await openNode('XB' as PartyId, directory, WITNESS_NAMES[1]!)
  const pull = (altering: Altering = (_, bytes) => bytes) => {
    const source = sourceOf(
      birch.file,
      { party: OWNER, url: alder.url },
      {
        party: 'XB' as PartyId,
        clock: { now: () => NOW * 1000 },
        network: {
          openStream: () => Promise.reject(new TypeError('expected no feed to be asked for')),
          ask: async (url, asked) => {
            const answer = await ask(url, asked)
            return { ...answer, bytes: altering(new URL(url).pathname, answer.bytes) }
          },
        },
        logSigner: named,
      },
    )
    return pullStrand(birch.file, OWNER, { source, crypto })
  }
  return {
    alder,
    birch,
    owner: OWNER,
    bytes: entries.reduce((sum, entry) => sum + entry.length, 0),
    pull,
    close: async () => {
      await Promise.all([alder.close(), birch.close()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
