import { existsSync } from 'node:fs'
import { Hono } from 'hono'
import type { Act, PartyId } from '@entente/accord'
import { alarmRoutes, tellingMalformed } from './alarms/index.ts'
import { assertPublishable, publicationRoutes, publicRoutes } from './advisories/index.ts'
import type { Person } from './config.ts'
import {
  createDisclosures,
  disclosureRoutes,
  disclosureStore,
  type Disclosures,
} from './disclosures/index.ts'
import {
  createFeeds,
  caseHeld,
  federationRoutes,
  pouchRoutes,
  startPulling,
  type CaseFile,
  type CaseFiles,
  type Pulling,
} from './federation/index.ts'
import { keysRoutes, ownKeyRoutes, startCopying } from './keys/index.ts'
import { languageRoutes } from './language/index.ts'
import { assertMayFileMeasure, measureDesk } from './measures/index.ts'
import { openNode, type OpenNode } from './open-node.ts'
import { openReminding } from './open-reminding.ts'
import { directoryOf } from './directory.ts'
import { custodianOf, evidenceRoutes } from './evidence.ts'
import { pushAll } from './push-all.ts'
import { measured } from './measured.ts'
import { createOperators, type Operators } from './operators.ts'
import { caseRoutes } from './parties/case-routes.ts'
import { coalitionRoutes } from './parties/coalition-routes.ts'
import { createCoalition, type Coalition } from './parties/coalition.ts'
import { draftRoutes } from './parties/draft-routes.ts'
import { draftStore } from './parties/draft-store.ts'
import { createDrafts } from './parties/draft.ts'
import { createLogin, type Login } from './parties/login.ts'
import { insideItems } from './parties/people.ts'
import { loginRoutes, peopleRoutes, requirePerson, type PersonEnv } from './parties/routes.ts'
import { partiesStore } from './parties/store.ts'
import { takePart } from './parties/take-part.ts'
import { successorRoutes } from './parties/successor-routes.ts'
import { assertPutsSuccessor, createSuccessors } from './parties/successor.ts'
import { createTakeUp } from './parties/take-up.ts'
import { instant, seconds, systemClock as clock } from './platform/clock.ts'
import { addressRoutes, createAddressExchange, moveRoutes, watchLines } from './addresses/index.ts'
import { crypto } from './platform/crypto.ts'
import { pageRoutes } from './platform/http/page.ts'
import { secureHeaders } from './platform/http/headers.ts'
import { limitRequests } from './platform/http/limit.ts'
import { logDefect, notFound, onError } from './platform/http/problem.ts'
import { limitRate } from './platform/http/rate.ts'
import { startServer, type Fetch } from './platform/http/server.ts'
import { fileAct, readActOf, type Apart, type Judge } from './positions/file.ts'
import { filingProofRoute } from './positions/proof-routes.ts'
import { positionsRoutes } from './positions/routes.ts'
import type { Reminding } from './reminders/index.ts'
import { ROOT } from './root.ts'
import { createFetching, type Fetching } from './sharing/index.ts'
import { createMisp } from './misp/index.ts'
import { createTaxii, taxiiForm } from './taxii/index.ts'
import {
  createTimestamps,
  startTimestamping,
  timestampRoutes,
  timestampStore,
  type Timestamps,
} from './timestamps/index.ts'
import { apartOf, keyOf, peopleOf } from './who-signs.ts'

export type Serving = {
  readonly party: PartyId
  readonly url: string
  /** A fresh one-time link for every person of the node. */
  links(): Promise<readonly { readonly person: string; readonly url: string }[]>
  /** Every method and path that it answers to. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  [Symbol.asyncDispose](): Promise<void>
}

export type ServeOptions = {
  readonly data: string
  readonly port: number
  readonly peers: Readonly<Record<string, string>>
}

/** Starts one party's node on 127.0.0.1: store, case files, federation, API and page. */
export async function serve({ data, port, peers }: ServeOptions): Promise<Serving> {
  const running = await openRunning({ data, peers })
  // A node that cannot listen asks nobody anything more either, or its process would never end.
  const http = await startServer(running.fetch, { port }).catch(async (error: unknown) => {
    await running.quiet()
    await running[Symbol.asyncDispose]()
    throw error
  })
  return {
    party: running.party,
    url: http.url,
    routes: running.routes,
    links: () => running.links(http.url),
    async [Symbol.asyncDispose]() {
      await running.quiet()
      await http.stop()
      await running[Symbol.asyncDispose]()
    },
  }
}

/** A node at work, whoever brings it its requests. */
export type Running = AsyncDisposable & {
  readonly party: PartyId
  readonly fetch: Fetch
  readonly routes: Serving['routes']
  /** A fresh one-time link for every person, at the node's own address. */
  readonly links: (url: string) => ReturnType<Serving['links']>
  readonly link: Login['link']
  readonly coalition: Coalition
  /** Asks its peers nothing more; what others ask is still answered. */
  readonly quiet: () => Promise<void>
}

export type RunningOptions = Omit<ServeOptions, 'port'> & {
  /** What is answered before anything else, for as long as it answers. */
  readonly before?: Hono
}

/** Opens a node and takes part in what it joined; it asks its peers from here on. */
export async function openRunning({ data, peers, before }: RunningOptions): Promise<Running> {
  const node = await openNode(data, peers)
  const { party, config, configNow, caseFiles, openings, database, warn } = node
  const failed = (error: unknown) => warn(`founding: ${String(error)}`)
  const founding = await takePart(caseFiles, data, { party, failed })
  const offered = createTakeUp({ caseFiles, openings, crypto })
  const operators = createOperators(node)
  const fetching = createFetching({ objects: operators.objects, raise: caseFiles.raise, clock })
  const disclosures = await openDisclosures(node)
  const pulling = pullFrom(node, { offered, fetching, disclosures })
  const copying = startCopying({ caseFiles, party, crypto, failed })
  const timestamping = openTimestamps(node)
  const people = () => peopleOf(node)
  const reminding = openReminding(node, clock)
  const login = createLogin(partiesStore(database), people, () => seconds(clock))
  const app = emptyApp(node, before)
  const feeds = createFeeds(caseFiles)
  app.route('/', feeds.routes)
  app.route('/', withoutLogin(node, { ...operators, disclosures, reminding }))
  const taxii = openTaxii(node, operators)
  app.route('/', taxii.routes)
  const misp = openMisp(node, operators)
  app.route('/', loginRoutes(config, login, seatOf(node)))
  const { where } = node.addresses
  const known = { data, caseFiles, configNow, given: peers, peers: pulling.peers, where }
  const coalition = createCoalition(known)
  const behind = { data, pulling, fetching, operators, coalition, disclosures, reminding, offered }
  app.route(
    '/',
    behindLogin(node, login, {
      ...behind,
      ...timestamping,
      taxii,
      misp,
      push: () => pushAll([taxii, misp], node.warn),
    }),
  )
  if (existsSync(PAGE)) app.route('/', pageRoutes(PAGE))
  return {
    party,
    fetch: (request, over) => app.fetch(request, over),
    routes: app.routes,
    link: (person) => login.link(person),
    links: (url) =>
      Promise.all(
        people().map(async (one) => ({ person: one.id, url: `${url}${await login.link(one.id)}` })),
      ),
    coalition,
    quiet: async () => {
      for (const one of [founding, copying, timestamping, pulling, reminding]) await one.stop()
      feeds.close()
    },
    async [Symbol.asyncDispose]() {
      await taxii.close()
      await misp.close()
      await operators.close()
      await node[Symbol.asyncDispose]()
    },
  }
}

/** Pulls from the peers, and asks each what only it can tell: cases opened, addresses, evidence, sealed parts. */
function pullFrom(
  { caseFiles, configNow, addresses }: OpenNode,
  { offered, fetching, disclosures }: Pick<Behind, 'offered' | 'fetching' | 'disclosures'>,
): Pulling {
  const exchange = createAddressExchange(addresses)
  const lookAtLine = watchLines(caseFiles.tell)
  return startPulling({
    caseFiles,
    offered: async (root, source) => {
      await lookAtLine(source.peer)
      await offered(root, source)
      await exchange(root, source)
    },
    silentAfter: () => configNow().silentAfter,
    evidence: async (file, source) => {
      await fetching.visit(file, source)
      await disclosures.visit(file, source)
    },
  })
}

const seatOf = (node: OpenNode) => (person: Person) => ({
  holder: keyOf(node, person),
  clearance: node.configNow().clearance,
})

function emptyApp(node: OpenNode, before?: Hono): Hono {
  const app = new Hono()
  app.use(secureHeaders)
  app.use(limitOf(node))
  app.onError(tellingMalformed(node.alarms.raise, onError(node.warn, taxiiForm)))
  app.notFound(notFound)
  if (before) app.route('/', before)
  return app
}

/** Whoever asks more than its share is refused, and people are told of it. */
function limitOf({ warn, configNow, alarms }: OpenNode) {
  const tell: Parameters<typeof limitRate>[0]['tell'] = ({ message, from, party }) =>
    void alarms.raise({
      code: 'request.too-many',
      ...(party === undefined ? {} : { party: party as PartyId }),
      message,
      evidence: { from },
    })
  return limitRate({
    setting: () => configNow().requests,
    elapsed: () => performance.now(),
    tell,
    warn,
  })
}

const openDisclosures = ({
  database,
  party,
  identity,
  caseFiles,
}: OpenNode): Promise<Disclosures> =>
  createDisclosures(disclosureStore(database), {
    party,
    now: () => instant(clock),
    identity,
    raise: caseFiles.raise,
    tell: caseFiles.tell,
  })

/** Tokens of timestamp authorities, asked for from here on. */
function openTimestamps({ database, caseFiles, configNow, warn }: OpenNode) {
  const store = timestampStore(database)
  const options = { store, caseFiles, authorities: () => configNow().timestamps, clock, warn }
  const timestamps = createTimestamps(options)
  return { timestamps, ...startTimestamping(timestamps, options) }
}

/** What programs of others read here and add. */
function openTaxii(node: OpenNode, { objects }: Pick<Operators, 'objects'>) {
  const { party, config, configNow, database, warn } = node
  return createTaxii({
    party,
    name: config.name,
    setting: () => configNow().taxii,
    directory: directoryOf(node),
    database,
    objects,
    clock,
    warn,
    defect: (error, context) => logDefect(warn, error, context),
    limit: limitOf(node),
  })
}

/** Events from and to instances of MISP. */
function openMisp(node: OpenNode, { objects }: Pick<Operators, 'objects'>) {
  const { configNow, database, warn } = node
  const directory = directoryOf(node)
  return createMisp({ setting: () => configNow().misp, directory, database, objects, clock, warn })
}

/** What other nodes, calendars and anyone may ask: each answer is released to whoever asks. */
function withoutLogin(
  node: OpenNode,
  {
    objects,
    disclosures,
    reminding,
  }: Pick<Operators, 'objects'> & Pick<Behind, 'disclosures' | 'reminding'>,
): Hono {
  const { config, caseFiles, openings } = node
  const app = new Hono()
  const custodian = custodianOf(node, objects)
  app.route(
    '/',
    federationRoutes({
      caseFiles,
      name: config.name,
      openings,
      objects: custodian,
      sealed: disclosures.serve,
    }),
  )
  app.route('/', addressRoutes(node.addresses, caseFiles))
  app.route('/', publicRoutes({ caseFiles, crypto }))
  app.route('/', reminding.calendars)
  return app
}

/** The built page, where it was built. */
export const PAGE = new URL('apps/web/dist/page/', ROOT)

/** What bounds its bodies itself, higher than the rest. */
const UNBOUNDED = [
  '/api/v1/imports',
  '/api/v1/imports/pending',
  '/api/v1/assets',
  '/api/v1/options/imports',
]

type Behind = {
  readonly data: string
  readonly coalition: Coalition
  readonly pulling: Pulling
  readonly fetching: Fetching
  readonly operators: Operators
  readonly disclosures: Disclosures
  readonly timestamps: Timestamps
  readonly taxii: Pick<ReturnType<typeof openTaxii>, 'exchangeRoutes'>
  readonly misp: Pick<ReturnType<typeof openMisp>, 'exchangeRoutes'>
  readonly push: () => void
  readonly reminding: Reminding
  readonly offered: ReturnType<typeof createTakeUp>
}

/** What only a person of this node reaches: each capability's part of `/api/v1`. */
function behindLogin(
  node: OpenNode,
  login: Login,
  { data, pulling, fetching, operators, coalition, disclosures, ...behind }: Behind,
): Hono<PersonEnv> {
  const { party, config, configNow, caseFiles, openings, holds } = node
  const { push } = behind
  const { signerOf, secondsOf } = node
  const people = () => peopleOf(node)
  const mandateOf = (person: Person) => keyOf(node, person)?.verbs ?? []
  const clearance = () => configNow().clearance
  const judge = judgeOf(caseFiles, disclosures)
  const apart = apartOf(node)
  const drafts = openDrafts(node, { judge, apart })
  const inside = async (person: Person) => {
    const now = { people: people(), clearance: clearance(), mandateOf }
    return insideItems(await drafts.list(), person, now)
  }
  const app = new Hono<PersonEnv>()
  app.use('/api/v1/*', requirePerson(config, login))
  app.use('/api/v1/*', limitRequests({ except: UNBOUNDED }))
  const measures = () => measureDesk(caseFiles.list(), { party, clock, kept: disclosures.own })
  const incidents = (person: Person) => operators.items(pulling, person)
  const positions = {
    signerOf,
    secondsOf,
    apart,
    clock,
    pulling,
    clearance,
    inside,
    measures,
    incidents,
    judge,
  }
  const bundled = { timestamps: behind.timestamps.bundled }
  app.route('/', positionsRoutes(caseFiles, config, { ...positions, ...bundled }))
  app.route('/', filingProofRoute(caseFiles))
  app.route('/', measured(node, { objects: operators.objects, apart, kept: disclosures.own }))
  app.route('/', publicationRoutes({ caseFiles, party, clock }))
  app.route('/', caseRoutes({ caseFiles, openings, crypto, party, clock, signerOf }))
  app.route('/', keysRoutes({ caseFiles, party, crypto, clock, holds }))
  app.route('/', ownKeyRoutes({ caseFiles, party, crypto, clock, enrolled: node.enrolled }))
  app.route('/', disclosureRoutes(disclosures, caseFiles))
  app.route('/', behind.reminding.routes)
  app.route('/', alarmRoutes(node.alarms, node.caseFiles))
  app.route('/', timestampRoutes(behind.timestamps, caseFiles))
  app.route('/', pouchRoutes({ caseFiles, offered: behind.offered, openings, data }))
  app.route('/', draftRoutes(drafts))
  app.route('/', peopleRoutes(data, { people, mandateOf, login }))
  app.route('/', coalitionRoutes(coalition))
  app.route('/', moveRoutes(node.addresses, coalition.view))
  app.route('/', successorRoutes(createSuccessors({ data, caseFiles, crypto })))
  app.route('/', operators.routes(pulling, judge))
  app.route('/', evidenceRoutes(node, { fetching, operators, directory: directoryOf(node), push }))
  app.route('/', behind.taxii.exchangeRoutes)
  app.route('/', behind.misp.exchangeRoutes)
  app.route('/', languageRoutes())
  return app
}

/** The ways of acts inside this nation, from whoever writes one to whoever signs it. */
function openDrafts(node: OpenNode, { judge, apart }: { judge: Judge; apart: Apart }) {
  const { party, configNow, caseFiles, database, signerOf, secondsOf } = node
  return createDrafts({
    store: draftStore(database),
    now: () => instant(clock),
    read: (written) => {
      const file = caseHeld(caseFiles, written.case)
      const act = readActOf(file, written.payload, party)
      judge(file, act)
      return act
    },
    file: (written, person, signed) => {
      const { clearance } = configNow()
      const filing = { person, party, signerOf, secondsOf, apart, ...signed, clearance, judge }
      return fileAct(caseHeld(caseFiles, written.case), written.payload, filing)
    },
  })
}

/** Refuses an act that says what is not so in its case, as each capability knows. */
const judgeOf =
  (caseFiles: CaseFiles, disclosures: Disclosures) =>
  (file: CaseFile, act: Act): void => {
    assertPublishable(caseFiles, file, act)
    assertMayFileMeasure(file, act)
    assertPutsSuccessor(file, act, crypto)
    disclosures.judge(file, act)
  }
