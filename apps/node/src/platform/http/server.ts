import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { REQUEST_LIMIT } from './body.ts'
import { secureHeaders } from './headers.ts'
import { notFound, onError, refuse, type Warn } from './problem.ts'

export type RunningServer = {
  /** `http://127.0.0.1:4101` */
  readonly url: string
  readonly port: number
  /** Takes no new request, lets those under way finish for a moment, then closes. */
  readonly stop: () => Promise<void>
}

export type ServerOptions = {
  /** 0: any free port. */
  readonly port?: number
  readonly hostname?: string
  /** Milliseconds that requests under way are given when the node stops. */
  readonly patience?: number
  /** Bytes of the longest request. */
  readonly limit?: number
  /** Where a defect is told; standard error unless given. */
  readonly warn?: Warn
}

/**
 * Serves an app: every answer carries the secure headers, every refusal is a problem document,
 * and a client that sends slowly, too much or nothing is cut off, not waited for.
 */
export async function startHttp(
  app: Hono<never>,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const { port = 0, hostname = '127.0.0.1', patience = 2_000 } = options
  const guarded = guard(app, options)
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 30_000,
      maxHeaderSize: 16 * 1024,
    },
    getRequestListener((request) => guarded.fetch(request), { overrideGlobalObjects: false }),
  )
  server.maxConnections = 1_000
  await listening(server, port, hostname)
  const bound = (server.address() as AddressInfo).port
  return {
    url: `http://${hostname}:${bound}`,
    port: bound,
    stop: () => stopped(server, patience),
  }
}

/** The app behind the headers, limits and error answers that hold for all of it. */
export function guard(app: Hono<never>, { limit = REQUEST_LIMIT, warn = stderr }: ServerOptions) {
  const guarded = new Hono()
  guarded.use(secureHeaders)
  guarded.use(
    bodyLimit({
      maxSize: limit,
      onError: () => {
        throw refuse(413, 'request.too-large', `expected at most ${limit} bytes`)
      },
    }),
  )
  guarded.onError(onError(warn))
  guarded.notFound(notFound)
  guarded.route('/', app)
  return guarded
}

const stderr: Warn = (line) => void process.stderr.write(`${line}\n`)

function listening(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stopped(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}
