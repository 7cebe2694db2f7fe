import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { intelligenceStore } from '../apps/node/src/intelligence/index.ts'
import { intelligenceMigrations } from '../apps/node/src/intelligence/object-store.ts'
import { systemClock } from '../apps/node/src/platform/clock.ts'
import { openDatabase } from '../apps/node/src/platform/db/index.ts'
import { startServer } from '../apps/node/src/platform/http/server.ts'
import { SharingSetting } from '../apps/node/src/sharing/setting.ts'
import { createTaxii, taxiiMigrations, TaxiiSetting } from '../apps/node/src/taxii/index.ts'

export const COLLECTION = '00000000-0000-4000-8000-000000000001'
export const TOKEN = 'a-token-of-the-benchmark'

export const openBench = (file: string) =>
  openDatabase(file, [...intelligenceMigrations, ...taxiiMigrations])

const setting = TaxiiSetting.parse({
  collections: [{ id: COLLECTION, title: 'Measured', audience: 'community:all' }],
  clients: [
    {
      id: 'bench',
      name: 'bench',
      party: 'XB',
      token: createHash('sha256').update(TOKEN).digest('hex'),
      reads: [COLLECTION],
      writes: [COLLECTION],
    },
  ],
})
const sharing = SharingSetting.parse({
  communities: [{ id: 'all', name: 'All', parties: ['XA', 'XB'], ceiling: 'TLP:AMBER' }],
})

/** Serves the collection in a store; what a node does for a program, and nothing besides. */
async function serveStore(file: string) {
  const database = await openBench(file)
  const taxii = createTaxii({
    party: 'XA',
    name: 'Alder',
    setting: () => setting,
    directory: { charters: () => [], setting: () => sharing },
    database,
    objects: intelligenceStore(database),
    clock: systemClock,
    warn: (line) => console.error(line),
    defect: (error) => String(error),
  })
  return startServer((request, over) => taxii.routes.fetch(request, over))
}

/** The limit: the same server, that sends the same bytes from memory. */
function serveBytes(file: string) {
  const bytes = new Uint8Array(readFileSync(file))
  const headers = { 'content-type': 'application/taxii+json;version=2.1' }
  return startServer(() => new Response(bytes, { headers }))
}

const [what, file] = process.argv.slice(2)
if (process.send && file !== undefined) {
  const { url } = await (what === 'bytes' ? serveBytes(file) : serveStore(file))
  process.send(url)
  process.once('disconnect', () => process.exit(0))
}
