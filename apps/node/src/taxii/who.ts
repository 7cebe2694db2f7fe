import { createHash, timingSafeEqual } from 'node:crypto'
import { TaxiiError } from '@entente/taxii'
import type { ClientSetting, TaxiiSetting } from './setting.ts'

/** Who says it asks: the header, and the certificate (DER) that its side of TLS has shown and proved. */
export type Said = {
  readonly authorization: string | undefined
  readonly certificate?: Uint8Array | undefined
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/**
 * The client that asks; undefined where nobody says who it is. Whoever says so wrongly is refused
 * and not taken for anyone: it would be told of less than it expects, and not why.
 */
export function clientOf(
  { authorization, certificate }: Said,
  { clients, logins }: Pick<TaxiiSetting, 'clients' | 'logins'>,
  now: string,
): ClientSetting | undefined {
  const isNow = ({ until }: ClientSetting) => until === undefined || now < until
  const allowed = clients.filter(isNow)
  if (authorization !== undefined) {
    const token = readToken(authorization, logins)
    const found = allowed.find((one) => isTokenOf(one, token))
    if (!found) throw unknown()
    return found
  }
  if (certificate === undefined || !logins.includes('certificate')) return undefined
  const print = sha256(certificate).toString('hex')
  const found = allowed.find((one) => one.certificate === print)
  if (!found) throw unknown()
  return found
}

const unknown = () =>
  new TaxiiError(
    'credentials.needed',
    'expected credentials of a client of this server, got others',
  )

type Token = { readonly id?: string; readonly token: string }

/** Schemes are compared without case: MISP sends `basic` (RFC 9110 section 11.1). */
function readToken(authorization: string, logins: TaxiiSetting['logins']): Token {
  const [, scheme = '', value = ''] =
    /^([a-z]+) +([A-Za-z0-9+/=._~-]{1,4096})$/i.exec(authorization) ?? []
  const named = scheme.toLowerCase()
  // The client of OASIS calls it `Token`.
  if (/^(?:bearer|token)$/.test(named) && logins.includes('bearer')) return { token: value }
  if (named === 'basic' && logins.includes('basic')) {
    const [id = '', ...rest] = Buffer.from(value, 'base64').toString('utf8').split(':')
    return { id, token: rest.join(':') }
  }
  throw unknown()
}

/** The token has 256 bits of chance in it: its plain hash can be guessed by nobody. */
function isTokenOf(client: ClientSetting, { id, token }: Token): boolean {
  if (client.token === undefined || (id !== undefined && id !== client.id)) return false
  return timingSafeEqual(sha256(token), Buffer.from(client.token, 'hex'))
}

/** How clients may say who they are, as RFC 9110 section 11.6.1 has it; one of them always. */
export function challengesOf({ logins }: Pick<TaxiiSetting, 'logins'>): string {
  const challenges = [
    ...(logins.includes('basic') ? ['Basic realm="TAXII", charset="UTF-8"'] : []),
    ...(logins.includes('bearer') ? ['Bearer realm="TAXII"'] : []),
  ]
  // RFC 9110 knows no scheme for certificates; the header has to be there all the same.
  return challenges.length > 0 ? challenges.join(', ') : 'Certificate realm="TAXII"'
}
