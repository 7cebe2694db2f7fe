import { Hono } from 'hono'
import type { Act, CharterId } from '@entente/accord'
import type { IncidentItem } from './incidents/api.ts'
import { assetRoutes, assetStore, createMatching, telling } from './assets/index.ts'
import { matchesView } from './assets/view.ts'
import type { Person } from './config.ts'
import { caseHeld, type CaseFile, type Pulling } from './federation/index.ts'
import {
  createReporting,
  incidentDesk,
  incidentRoutes,
  incidentsView,
  reportStore,
  toldItems,
  type Line,
  type ReportingOptions,
} from './incidents/index.ts'
import { intelligenceStore, type IntelligenceStore } from './intelligence/index.ts'
import { objectsSince } from './intelligence/since.ts'
import type { OpenNode } from './open-node.ts'
import { openCaseFor } from './parties/case-routes.ts'
import { assertMayFile } from './parties/may-file.ts'
import type { PersonEnv } from './parties/routes.ts'
import { instant, systemClock as clock } from './platform/clock.ts'
import { crypto } from './platform/crypto.ts'
import { fileAct, type Judge } from './positions/file.ts'
import { openWarnings, warningRoutes, type Warnings } from './warnings/index.ts'

/** A node's inventory, its reports, and those that it receives. */
export type Operators = {
  /** The node's evidence; what comes in through it is matched with the inventory. */
  readonly objects: IntelligenceStore
  /** Lists of values that say nothing ill of whoever uses them. */
  readonly warnings: Warnings
  /** Told of which objects something went: they are matched again. */
  readonly undone: (ids: readonly string[]) => void
  readonly routes: (pulling: Pulling, judge: Judge) => Hono<PersonEnv>
  /** What awaits a person of this node. */
  readonly items: (
    pulling: Pulling,
    person: Pick<Person, 'role'>,
  ) => Promise<readonly IncidentItem[]>
  readonly close: () => Promise<void>
}

export function createOperators(node: OpenNode): Operators {
  const { database, warn } = node
  const failed = (error: unknown) =>
    warn(`operators: ${error instanceof Error ? error.stack : String(error)}`)
  const assets = assetStore(database)
  const objects = telling(intelligenceStore(database), () => matching.kick())
  const since = objectsSince(database)
  const { contents } = objects
  const warnings = openWarnings(database, { mode: () => node.configNow().warninglists, clock })
  const { now: known } = warnings
  const matching = createMatching({
    store: assets,
    since,
    contents,
    clock,
    failed,
    warnings: known,
  })
  const reports = createReports(node, { assets: assets.assets, failed })
  const { reporting, viewing } = reports
  // What a person ordered before the node stopped is sent without being asked for again.
  reporting.kick()
  return {
    objects,
    warnings,
    undone: matching.again,
    routes: (pulling, judge) => {
      reports.judgeBy(judge)
      const app = new Hono<PersonEnv>()
      app.route('/', assetRoutes({ store: assets, matching, contents, warnings: known, clock }))
      app.route(
        '/',
        warningRoutes(warnings, () => matching.kick()),
      )
      app.route(
        '/',
        incidentRoutes({ ...viewing(pulling), ...authorityOf(node), ...reports, objects }),
      )
      return app
    },
    items: async (pulling, person) => {
      const { matches } = await matchesView(assets, now())
      const reports = incidentDesk(await incidentsView(viewing(pulling), person), matches)
      return [...reports, ...toldItems(node.caseFiles)]
    },
    close: async () => {
      await reporting.close()
      await matching.close()
    },
  }
}

/** To the second: acts and clocks have no fractions. */
const now = () => `${instant(clock).slice(0, 19)}Z`

/** Reports as they are signed at this node, and as they are shown. */
function createReports(node: OpenNode, needs: Pick<ReportingOptions, 'assets' | 'failed'>) {
  const { caseFiles, configNow } = node
  const store = reportStore(node.database)
  let judge: Judge = () => undefined
  const sign = (file: CaseFile, payload: string, person: Person) =>
    fileAct(file, payload, { ...filing(node), person, judge })
  const reporting = createReporting({
    ...needs,
    store,
    caseFiles,
    now,
    sign,
    people: () => configNow().people,
    assertMayFile: (person) => {
      const kind: Act['kind'] = 'incident-report'
      assertMayFile(person, kind, { clearance: configNow().clearance, way: { via: 'author' } })
    },
  })
  return {
    reporting,
    sign,
    judgeBy: (other: Judge) => void (judge = other),
    viewing: (pulling: Pulling) => ({
      caseFiles,
      store,
      now,
      answers: ({ file, side, operator, authority }: Line) => {
        const other = side === 'operator' ? authority.id : operator.id
        const peer = pulling.peers(file.charter.id).find((one) => one.party === other)
        return peer?.status === 'reachable'
      },
    }),
  }
}

/** What an authority does with a report: it opens a case from it, on a person's order. */
const authorityOf = (node: OpenNode) => ({
  open: (person: Person, wanted: Parameters<typeof openCaseFor>[1]) =>
    openCaseFor(person, wanted, { ...node, crypto, clock }),
  fileOf: (id: CharterId) => caseHeld(node.caseFiles, id),
})

/** Reports wait for their line and are signed when it answers, with the key that the node holds. */
const filing = ({ party, signerOf, secondsOf, configNow }: OpenNode) => ({
  party,
  signerOf,
  secondsOf,
  apart: { signsWith: () => undefined, isOf: () => false, assertInForce: () => {} },
  clearance: configNow().clearance,
})
