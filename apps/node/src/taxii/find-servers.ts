import type { Resolver } from 'node:dns/promises'
import { TaxiiSettingError } from './error.ts'

const HOST =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i

/**
 * The discovery addresses of the TAXII servers of a domain, by its `_taxii2._tcp` SRV records (TAXII 2.1 section 3.9): the lowest
 * priority first, of one priority the heaviest (RFC 2782 lets chance decide by weight; here the same question has the same answer).
 * The certificate is that of the server that the record names; who can forge the record can name another server, so a login goes
 * nowhere by it.
 */
export async function findServers(
  domain: string,
  resolver: Pick<Resolver, 'resolveSrv'>,
): Promise<readonly string[]> {
  if (!HOST.test(domain))
    throw new TaxiiSettingError(
      'server.unknown',
      `expected a domain as example.org, got ${domain.slice(0, 100)}`,
    )
  const asked = `_taxii2._tcp.${domain}`
  const records = await resolver.resolveSrv(asked).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new TaxiiSettingError('server.unknown', `expected SRV records at ${asked}, got ${code}`)
  })
  // A single dot says that there is no such service (RFC 2782).
  const named = records.filter(({ name }) => HOST.test(name))
  if (named.length === 0)
    throw new TaxiiSettingError(
      'server.unknown',
      `expected a server at ${asked}, got a record that names none`,
    )
  return named
    .toSorted(
      (a, b) => a.priority - b.priority || b.weight - a.weight || (a.name < b.name ? -1 : 1),
    )
    .map(({ name, port }) => `https://${name}${port === 443 ? '' : `:${port}`}/taxii2/`)
}
