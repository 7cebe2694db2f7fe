import { createServer as createHttpServer } from 'node:http'
import type { Server, ServerOptions as HttpOptions } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { TLSSocket } from 'node:tls'
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
  readonly tls?: Tls
}

/** PEM of what a server shows, and of who vouches for clients: where that is given they are asked. */
type Tls = {
  readonly certificate: Uint8Array
  readonly key: Uint8Array
  readonly clients?: Uint8Array
}

/** What a request's connection tells. */
export type Connection = {
  /** Its other end. */
  readonly remote?: string
  /** The certificate (DER) that the client has proved to hold, where somebody trusted vouches for it. */
  readonly clientCertificate: () => Uint8Array | undefined
}

/** Answers a request that came over a connection. */
export type Fetch = (request: Request, over: Connection) => Response | Promise<Response>

/** Of TLS 1.2 none that RFC 7540 appendix A has; Node takes no early data (0-RTT). */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  ...['ECDSA', 'RSA'].flatMap((signed) =>
    ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305'].map(
      (cipher) => `ECDHE-${signed}-${cipher}`,
    ),
  ),
].join(':')

/** Serves the node. A client that sends slowly, too much or nothing is cut off, not waited for. */
export async function startServer(
  fetch: Fetch,
  {
    port = 0,
    hostname = '127.0.0.1',
    patience = 2_000,
    headersWithin = 5_000,
    tls,
  }: ServerOptions = {},
): Promise<RunningServer> {
  const options = {
    headersTimeout: headersWithin,
    requestTimeout: 30_000,
    connectionsCheckingInterval: Math.min(headersWithin, 1_000),
    keepAliveTimeout: 30_000,
    // A busy client that sends in the last moment that it was told of still finds the connection open.
    keepAliveTimeoutBuffer: 10_000,
    maxHeaderSize: 16 * 1024,
  }
  const listener = getRequestListener(
    (request, { incoming }) => {
      const { remoteAddress: remote } = incoming.socket
      return fetch(request, {
        ...(remote === undefined ? {} : { remote }),
        clientCertificate: () => provedBy(incoming.socket),
      })
    },
    { overrideGlobalObjects: false },
  )
  const server = tls ? secureServer(options, tls, listener) : createHttpServer(options, listener)
  server.maxConnections = 1_000
  server.maxRequestsPerSocket = 10_000
  await listening(server, port, hostname)
  const bound = (server.address() as AddressInfo).port
  return {
    url: `${tls ? 'https' : 'http'}://${hostname}:${bound}`,
    port: bound,
    stop: () => stopped(server, patience),
  }
}

/** TLS 1.2 or 1.3. A client may come without a certificate: then it says otherwise who it is. */
const secureServer = (
  options: HttpOptions,
  { certificate, key, clients }: Tls,
  listener: Parameters<typeof createHttpServer>[1],
): Server =>
  createHttpsServer(
    {
      ...options,
      cert: Buffer.from(certificate),
      key: Buffer.from(key),
      minVersion: 'TLSv1.2',
      ciphers: CIPHERS,
      honorCipherOrder: true,
      ...(clients
        ? { ca: Buffer.from(clients), requestCert: true, rejectUnauthorized: false }
        : {}),
    },
    listener,
  )

function provedBy(socket: unknown): Uint8Array | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  const { raw } = socket.getPeerCertificate()
  return raw ? new Uint8Array(raw) : undefined
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
