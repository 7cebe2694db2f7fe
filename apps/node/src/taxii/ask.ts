import { readFileSync } from 'node:fs'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Releasable } from '@entente/release'
import { TaxiiError, type Ask } from '@entente/taxii'
import { readBounded } from '../platform/http/body.ts'
import { TaxiiSettingError } from './error.ts'
import type { RemoteSetting } from './setting.ts'

/** Of one answer; a page is asked for in pieces of a thousand objects. */
const MOST = 128 * 1024 * 1024
const PATIENCE = 60_000

type Access = Partial<Pick<RemoteSetting, 'ca' | 'certificate' | 'key' | 'user' | 'secretFile'>>

const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The header by which this node says who it is: Basic where it has a name there, else bearer. */
export function authorizationOf({ user, secretFile }: Access, server: string): string | undefined {
  if (secretFile === undefined) return undefined
  const { protocol, hostname } = new URL(server)
  if (protocol !== 'https:' && !HERE.has(hostname))
    throw new TaxiiSettingError(
      'taxii.malformed',
      `expected https for a server that is told a secret, got ${protocol}//${hostname}`,
    )
  const secret = readFileSync(secretFile, 'utf8').split('\n')[0]!.trim()
  if (user === undefined) return `Bearer ${secret}`
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`
}

/**
 * Asks another server over HTTP, or over TLS with its certificate checked (PKIX, section 8.4.1). A body goes
 * only where it is the one that was released: `cleared` names it.
 */
export function asking(access: Access, cleared: () => Releasable<Uint8Array> | undefined): Ask {
  const file = (path: string | undefined) => (path === undefined ? undefined : readFileSync(path))
  const tls = { ca: file(access.ca), cert: file(access.certificate), key: file(access.key) }
  return ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      if (body && cleared()?.value !== body)
        return reject(new TypeError('expected a body that was released, got another'))
      const options = { method, headers, timeout: PATIENCE }
      const hear = (incoming: IncomingMessage) => void heard(incoming).then(resolve, reject)
      const outgoing = url.startsWith('https:')
        ? https.request(url, { ...options, ...tls }, hear)
        : http.request(url, options, hear)
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')))
      outgoing.on('error', reject)
      outgoing.end(body)
    })
}

/** An answer up to its end, or up to where nobody wants more of it. */
async function heard(incoming: IncomingMessage): Promise<Awaited<ReturnType<Ask>>> {
  const body = await readBounded(incoming, MOST)
  if (!body) throw new TaxiiError('server.malformed', `expected at most ${MOST} bytes, got more`)
  return {
    status: incoming.statusCode ?? 0,
    header: (name) => {
      const value = incoming.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    body,
  }
}
