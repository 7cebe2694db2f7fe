import { Hono } from 'hono'
import { directoryOf } from './directory.ts'
import { interviewStore, measuresRoutes, viewStore, type Kept } from './measures/index.ts'
import type { OpenNode } from './open-node.ts'
import type { Operators } from './operators.ts'
import { optionRoutes, optionStore, playbookRoutes } from './options/index.ts'
import type { PersonEnv } from './parties/routes.ts'
import { systemClock as clock } from './platform/clock.ts'
import type { Apart } from './positions/file.ts'

/** What is answered with: measures, the options that there are, and the playbooks with them. */
export function measured(
  node: OpenNode,
  {
    objects,
    apart,
    kept,
  }: Pick<Operators, 'objects'> & { readonly apart: Apart; readonly kept: Kept },
): Hono<PersonEnv> {
  const { caseFiles: files, party, database } = node
  const stores = { views: viewStore(database), interviews: interviewStore(database) }
  const app = new Hono<PersonEnv>()
  app.route('/', measuresRoutes({ files, party, clock, kept, ...stores }))
  app.route('/', optionRoutes({ files, party, clock, store: optionStore(database) }))
  app.route('/', playbookRoutes({ node, objects, directory: directoryOf(node), apart }))
  return app
}
