import { readFileSync } from 'node:fs'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Releasable } from '@entente/release'
import { readBounded } from './body.ts'

/** Of one answer; a page is asked for in pieces of a thousand objects. */
const MOST = 128 * 1024 * 1024
/** Without a byte, and for the whole of an answer. */
const PATIENCE = 60_000
const LONGEST = 300_000

/** Files by which a server is known, and by which this node is known to it. */
export type Access = {
  /** PEM: who vouches for the server, and the node's own certificate and key. */
  readonly ca?: string | undefined
  readonly certificate?: string | undefined
  readonly key?: string | undefined
  /** Its first line is a password, token or key. */
  readonly secretFile?: string | undefined
}

/** One exchange over HTTP. It rejects only where no answer came. */
export type Ask = (request: {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}) => Promise<Answer>

type Answer = {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
}

/**
 * The error with which a capability refuses: its setting sends a secret unsealed or names a file that is none, nobody trusted
 * vouches for the server, or an answer is none.
 */
export type Refuse = (
  problem: 'insecure' | 'unreadable' | 'untrusted' | 'malformed',
  message: string,
) => Error

const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A file that the setting names; where it is is not said, for whoever looks at exchanges reads it. */
function fileOf(access: Access, what: keyof Access, refuse: Refuse): Buffer | undefined {
  const path = access[what]
  if (path === undefined) return undefined
  try {
    return readFileSync(path)
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'none'
    throw refuse('unreadable', `expected a file that this node reads as ${what}, got ${why}`)
  }
}

/** The secret for a server; refused where it would go over a wire that anyone reads. */
export function secretFor(access: Access, server: string, refuse: Refuse): string | undefined {
  if (access.secretFile === undefined) return undefined
  const { protocol, hostname } = new URL(server)
  if (protocol !== 'https:' && !HERE.has(hostname))
    throw refuse(
      'insecure',
      `expected https for a server that is told a secret, got ${protocol}//${hostname}`,
    )
  const secret = fileOf(access, 'secretFile', refuse)?.toString().split('\n')[0]!.trim()
  if (secret) return secret
  throw refuse('unreadable', 'expected a secret in the first line of secretFile, got none')
}

/**
 * Asks another server over HTTP, or over TLS with its certificate checked (PKIX; TAXII 2.1 section 8.4.1). A body goes
 * only where it is the one that was released: `cleared` names it. What is asked ends when `stopping` is aborted, and when an answer trickles in without an end.
 */
export function asking(
  access: Access,
  cleared: () => Releasable<Uint8Array> | undefined,
  refuse: Refuse,
  stopping?: AbortSignal,
): Ask {
  const file = (what: keyof Access) => fileOf(access, what, refuse)
  const tls = { ca: file('ca'), cert: file('certificate'), key: file('key') }
  return ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      if (body && cleared()?.value !== body)
        return reject(new TypeError('expected a body that was released, got another'))
      const signal = AbortSignal.any([
        ...(stopping ? [stopping] : []),
        AbortSignal.timeout(LONGEST),
      ])
      const options = { method, headers, timeout: PATIENCE, signal }
      const hear = (incoming: IncomingMessage) => void heard(incoming, refuse).then(resolve, reject)
      const outgoing = url.startsWith('https:')
        ? https.request(url, { ...options, ...tls }, hear)
        : http.request(url, options, hear)
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')))
      outgoing.on('error', (error) => reject(untrusted(error, url, refuse) ?? error))
      outgoing.end(body)
    })
}

/** What OpenSSL and Node call a certificate that does not stand (RFC 5280, RFC 9525). */
const DOES_NOT_STAND =
  /^(?:CERT|CRL|UNABLE_TO|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME)/

/** A certificate does not come to stand by being asked for again: that is no server which does not answer. */
function untrusted(error: Error, url: string, refuse: Refuse): Error | undefined {
  const code = 'code' in error ? String(error.code) : ''
  if (!DOES_NOT_STAND.test(code)) return undefined
  const { host } = new URL(url)
  return refuse(
    'untrusted',
    `expected a certificate of ${host} that somebody trusted vouches for, got ${code}`,
  )
}

/** An answer up to its end, or up to where nobody wants more of it. */
async function heard(incoming: IncomingMessage, refuse: Refuse): Promise<Answer> {
  const body = await readBounded(incoming, MOST)
  if (!body) throw refuse('malformed', `expected at most ${MOST} bytes, got more`)
  return {
    status: incoming.statusCode ?? 0,
    header: (name) => {
      const value = incoming.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    body,
  }
}
