import { Hono } from 'hono'
import type { PartyId } from '@entente/accord'
import type { Signer, Vkey } from '@entente/log'
import { openCaseFiles } from '../src/federation/case-files.ts'
import { caseMigrations, caseStore } from '../src/federation/case-store.ts'
import { federationRoutes } from '../src/federation/routes.ts'
import { createWitness } from '../src/federation/witness.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { onError } from '../src/platform/http/problem.ts'
import { startServer } from '../src/platform/http/server.ts'

/** Birch's node over HTTP, whose witness knows these logs as if charters named them, at this second. */
export async function startWitness(
  signer: Signer,
  logKeys: (origin: string) => readonly Vkey[],
  now: number,
) {
  const database = await openDatabase(':memory:', caseMigrations)
  const store = caseStore(database)
  const clock = { now: () => now * 1000 }
  const caseFiles = await openCaseFiles({
    store,
    party: 'XB' as PartyId,
    clock,
    crypto,
    witnessSigner: signer,
    logSigner: () => signer,
    peers: () => [],
  })
  const witness = createWitness({ store, signer, clock, crypto, logKeys })
  const app = new Hono()
  app.onError(onError(() => {}))
  app.route('/', federationRoutes({ caseFiles: { ...caseFiles, witness }, name: 'Birch' }))
  const { url, stop } = await startServer(app.fetch)
  return {
    url,
    witness,
    close: async () => {
      await stop()
      await caseFiles.close()
      await database.close()
    },
  }
}
