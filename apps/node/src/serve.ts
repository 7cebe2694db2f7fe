import { existsSync } from 'node:fs'
import { Hono } from 'hono'
import type { PartyId } from '@entente/accord'
import { readConfig, type NodeConfig, type Person } from './config.ts'
import {
  caseStore,
  federationRoutes,
  openCaseFiles,
  startPulling,
  type CaseFiles,
} from './federation/index.ts'
import { intelligenceRoutes, intelligenceStore } from './intelligence/index.ts'
import { openStore } from './open-store.ts'
import { foundedIn } from './parties/founded.ts'
import { createLogin } from './parties/login.ts'
import { loginRoutes, requirePerson, type PersonEnv } from './parties/routes.ts'
import { partiesStore } from './parties/store.ts'
import { seconds, systemClock as clock } from './platform/clock.ts'
import { crypto } from './platform/crypto.ts'
import { pageRoutes } from './platform/http/page.ts'
import { secureHeaders } from './platform/http/headers.ts'
import { notFound, onError } from './platform/http/problem.ts'
import { startServer } from './platform/http/server.ts'
import { openKeys } from './platform/keys/index.ts'
import { keyHolders } from './positions/authority.ts'
import { positionsRoutes } from './positions/routes.ts'

export type Serving = {
  readonly party: PartyId
  readonly url: string
  /** A fresh one-time link for the node's first person. */
  link(): Promise<string>
  [Symbol.asyncDispose](): Promise<void>
}

export type ServeOptions = {
  readonly data: string
  readonly port: number
  readonly peers: Readonly<Record<string, string>>
}

/** Starts one party's node on 127.0.0.1: store, case files, federation, API and page. */
export async function serve({ data, port, peers }: ServeOptions): Promise<Serving> {
  const config = readConfig(data)
  const party = config.party as PartyId
  const warn = (line: string) => void process.stderr.write(`${party} ${line}\n`)
  const keys = openKeys(data, process.env['ENTENTE_NODE_KEY'])
  const signerOf = (key: string, name = key) => ({ ...keys.load(key), name })
  const database = await openStore(data, party)
  const caseFiles = await openCaseFiles({
    store: caseStore(database),
    party,
    logSigner: (origin) => signerOf('log', origin),
    witnessSigner: signerOf('witness', config.witness),
    clock,
    crypto,
    warn,
    peers: () => Object.entries(peers).map(([peer, url]) => ({ party: peer as PartyId, url })),
  })
  await takeUp(caseFiles, data, party)
  const pulling = startPulling({ caseFiles })
  const login = createLogin(partiesStore(database), config.people, () => seconds(clock))
  const app = new Hono()
  app.use(secureHeaders)
  app.onError(onError(warn))
  app.notFound(notFound)
  app.route('/', federationRoutes({ caseFiles, name: config.name }))
  app.route(
    '/',
    loginRoutes(config, login, (person) => keyOf(caseFiles, config, person)),
  )
  const behindLogin = new Hono<PersonEnv>()
  behindLogin.use('/api/v1/*', requirePerson(config, login))
  behindLogin.route('/', positionsRoutes(caseFiles, config, { signerOf, clock, pulling }))
  behindLogin.route('/', intelligenceRoutes(intelligenceStore(database)))
  app.route('/', behindLogin)
  const dist = new URL('../../web/dist/page/', import.meta.url)
  if (existsSync(dist)) app.route('/', pageRoutes(dist))
  const http = await startServer(app.fetch, { port })
  return {
    party,
    url: http.url,
    link: async () => `${http.url}${await login.link(config.people[0]!.id)}`,
    async [Symbol.asyncDispose]() {
      await pulling.stop()
      await http.stop()
      await caseFiles.close()
      await database.close()
    },
  }
}

/** Takes part in what this node was founded into, and opens its strand of the root case. */
async function takeUp(caseFiles: CaseFiles, data: string, party: PartyId) {
  for (const { charter, entries } of foundedIn(data)) {
    const file = await caseFiles.add(charter)
    for (const entry of entries.slice(file.logged(party).length)) await file.file(entry)
  }
}

/** The key that signs for a person's authority, as the key acts of this node's cases say. */
function keyOf(caseFiles: CaseFiles, config: NodeConfig, person: Person) {
  const party = config.party as PartyId
  for (const file of caseFiles.list()) {
    const acts = file.logged(party).map(({ act }) => act)
    const holder = keyHolders(file.charter, party, acts).get(person.keyid)
    if (holder) return { keyid: person.keyid, ...holder }
  }
  return undefined
}
