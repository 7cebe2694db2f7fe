import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { openNode } from './open-node.ts'
import { foundedIn } from './parties/founded.ts'
import { foundingRoutes, type Joined } from './parties/founding-routes.ts'
import { openFounding } from './parties/founding.ts'
import { oneLink } from './parties/one-link.ts'
import { linesIn } from './parties/reporting-line.ts'
import { seconds, systemClock as clock } from './platform/clock.ts'
import { lockDirectory, type DirectoryLock } from './platform/db/index.ts'
import { secureHeaders } from './platform/http/headers.ts'
import { pageRoutes } from './platform/http/page.ts'
import { onError, Refusal } from './platform/http/problem.ts'
import { startServer } from './platform/http/server.ts'
import { openRunning, PAGE, type Running, type ServeOptions, type Serving } from './serve.ts'

/** A node that is being set up: one link, and nothing for anybody without it. */
export type ServingFounding = AsyncDisposable & {
  readonly url: string
  /** Opens the guided way once, within 15 minutes. */
  readonly link: string
}

/** Whether a party lives here that takes part in something; else its node has nothing to serve yet. */
export async function isFounded(data: string): Promise<boolean> {
  if (!existsSync(join(data, 'node.json'))) return false
  if (foundedIn(data).length > 0 || linesIn(data).length > 0) return true
  await using node = await openNode(data)
  return node.caseFiles.list().length > 0
}

export type FoundingOptions = ServeOptions & {
  /** Told once the party has joined, with a one-time link for each of its persons. */
  readonly onJoined: (links: Awaited<ReturnType<Serving['links']>>) => void
}

/**
 * Serves the guided way to found a coalition or to join one. When the party has joined, the same
 * process at the same address is its ordinary node; whoever set it up stays in until that is done.
 */
export async function serveFounding(options: FoundingOptions): Promise<ServingFounding> {
  const { data, port, peers, onJoined } = options
  mkdirSync(data, { recursive: true, mode: 0o700 })
  let lock: DirectoryLock | undefined = lockDirectory(data)
  let running: Running | undefined
  const door = oneLink(() => seconds(clock))
  const joined = (): Joined | undefined => running
  const become = async () => {
    lock?.release()
    lock = undefined
    running = await openRunning({ data, peers, before: routes })
    onJoined(await running.links(http.url))
  }
  const now = () => new Date(clock.now())
  const routes = foundingRoutes({ founding: openFounding(data), door, become, joined, now })
  const alone = foundingApp(routes)
  const http = await startServer((request, over) => (running ?? alone).fetch(request, over), {
    port,
  })
  return {
    url: http.url,
    link: `${http.url}${door.path}`,
    async [Symbol.asyncDispose]() {
      await running?.quiet()
      await http.stop()
      await running?.[Symbol.asyncDispose]()
      lock?.release()
    },
  }
}

/** The page and the guided way: whatever else is asked of the node, it says that it is not one yet. */
function foundingApp(routes: Hono): Hono {
  const app = new Hono()
  app.use(secureHeaders)
  app.onError(onError((line) => void process.stderr.write(`founding: ${line}\n`)))
  app.route('/', routes)
  const notYet = () => {
    throw new Refusal(
      503,
      'node.founding',
      'expected a node that has joined a coalition, got one that is being set up',
    )
  }
  app.get('/enter/:token', () => {
    throw new Refusal(
      403,
      'link.used',
      'expected the set-up link that this node printed, got one that was used, is unknown or is older than 15 minutes: start the node again for a fresh one',
    )
  })
  for (const path of ['/api/*', '/log/*', '/witness/*', '/.well-known/*', '/feed.atom'])
    app.all(path, notYet)
  if (existsSync(PAGE)) app.route('/', pageRoutes(PAGE))
  app.notFound(notYet)
  return app
}
