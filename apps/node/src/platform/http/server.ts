import { createServer as createHttpServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

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
  /** Milliseconds in which a client must have sent its headers. */
  readonly headersWithin?: number
}

/** Answers a request that came over a connection from that address. */
export type Fetch = (
  request: Request,
  over: { readonly remote?: string },
) => Response | Promise<Response>

/** Serves the node. A client that sends slowly, too much or nothing is cut off, not waited for. */
export async function startServer(
  fetch: Fetch,
  { port = 0, hostname = '127.0.0.1', patience = 2_000, headersWithin = 5_000 }: ServerOptions = {},
): Promise<RunningServer> {
  const server = createHttpServer(
    {
      headersTimeout: headersWithin,
      requestTimeout: 30_000,
      connectionsCheckingInterval: Math.min(headersWithin, 1_000),
      keepAliveTimeout: 30_000,
      maxHeaderSize: 16 * 1024,
    },
    getRequestListener(
      (request, { incoming }) => {
        const { remoteAddress } = incoming.socket
        return fetch(request, remoteAddress === undefined ? {} : { remote: remoteAddress })
      },
      { overrideGlobalObjects: false },
    ),
  )
  server.maxConnections = 1_000
  server.maxRequestsPerSocket = 10_000
  await listening(server, port, hostname)
  const bound = (server.address() as AddressInfo).port
  return {
    url: `http://${hostname}:${bound}`,
    port: bound,
    stop: () => stopped(server, patience),
  }
}

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
