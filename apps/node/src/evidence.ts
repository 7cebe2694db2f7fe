import { Hono } from 'hono'
import { holdingOf } from './holding.ts'
import {
  createQuarantine,
  intelligenceRoutes,
  quarantineRoutes,
  removeSent,
} from './intelligence/index.ts'
import { objectsSince } from './intelligence/since.ts'
import { knowingRoutes } from './knowing/index.ts'
import type { OpenNode } from './open-node.ts'
import type { Operators } from './operators.ts'
import type { PersonEnv } from './parties/routes.ts'
import { instant, systemClock as clock } from './platform/clock.ts'
import { objectRecallRoutes } from './recalls/index.ts'
import {
  createCustodian,
  keepServed,
  recallRoutes,
  remarkRoutes,
  sharingRoutes,
  type Directory,
  type Fetching,
  type Remove,
} from './sharing/index.ts'
import { knownIn, type Warnings } from './warnings/index.ts'

type Around = {
  readonly fetching: Fetching
  readonly operators: Pick<Operators, 'objects' | 'undone' | 'warnings'>
  readonly directory: Directory
  /** Sends remotes what changed for them, without waiting. */
  readonly push: () => void
}

/** Objects held here, what waits to come in, and what may go of them to whom, for persons of this node. */
export function evidenceRoutes(
  { caseFiles, configNow, database }: Pick<OpenNode, 'caseFiles' | 'configNow' | 'database'>,
  { fetching, operators: { objects, undone, warnings }, directory, push }: Around,
): Hono<PersonEnv> {
  const release = { objects, fetching, directory, warnings: warnings.now }
  const looking = { known: knownBy(warnings), since: objectsSince(database) }
  const holding = holdingOf({ caseFiles, taxii: () => configNow().taxii, undone })
  const remove: Remove = async ({ charter }, sent) => {
    const removed = await removeSent(database.as(), { case: charter.id, ...sent }, holding)
    undone(removed.removed)
    return removed
  }
  const app = new Hono<PersonEnv>()
  app.route('/', sharingRoutes({ caseFiles, ...release, database, clock }))
  app.route('/', recallRoutes({ caseFiles, objects, remove }))
  app.route(
    '/',
    objectRecallRoutes({
      database,
      objects,
      caseFiles,
      clock,
      push,
      sharing: () => configNow().sharing,
      taxii: () => configNow().taxii,
    }),
  )
  app.route('/', intelligenceRoutes(objects, fetching, looking))
  app.route('/', knowingRoutes(objects, clock))
  const quarantine = createQuarantine({ database, objects, clock, holding })
  app.route('/', quarantineRoutes(quarantine))
  app.route('/', remarkRoutes({ objects, quarantine, directory, clock }))
  return app
}

/** Serves other parties what this node named in a case, and keeps who has it since. */
export const custodianOf = (
  { party, configNow, database }: Pick<OpenNode, 'party' | 'configNow' | 'database'>,
  objects: Operators['objects'],
) =>
  createCustodian({
    objects,
    party,
    setting: () => configNow().sharing,
    served: (one) => keepServed(database, { ...one, at: instant(clock) }),
  })

/** Values of objects that stand on warning lists: a hint, in either mode. */
const knownBy = (warnings: Warnings) => async (object: Readonly<Record<string, unknown>>) =>
  knownIn(object, (await warnings.now()).listsOf)
