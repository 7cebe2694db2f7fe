import fc from 'fast-check'
import type { Thing } from '@entente/export'

/** What the other reader found in a line. */
export type Read = {
  readonly refused?: string
  readonly msg: string
  readonly sid: number
  readonly rev: number
  readonly protocol: string
  readonly to: readonly string[]
  readonly port: number | null
  readonly metadata?: Readonly<Record<string, string>>
  readonly options: readonly string[]
  readonly lists: Readonly<Record<string, string>>
  readonly buffers: Readonly<
    Record<string, { readonly bytes: string; readonly size: number; readonly negated: boolean }>
  >
}

/** What a rule looks for, as it was put into the pattern. */
export type Sought =
  | { readonly kind: 'domain'; readonly name: string }
  | { readonly kind: 'url'; readonly host: string; readonly path: string; readonly port: number }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'endpoint'; readonly address: string; readonly port: number }
  | { readonly kind: 'hash'; readonly algorithm: 'md5' | 'sha1' | 'sha256'; readonly hash: string }
  | { readonly kind: 'tls'; readonly path: string; readonly buffer: string; readonly value: string }

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/)
// A last label of digits alone makes an address of a host.
const host = fc
  .array(
    label.filter((one) => !one.startsWith('xn--')),
    { minLength: 1, maxLength: 3 },
  )
  .map((labels) => `${labels.join('.')}.example`)
/** Everything that ends a text, a rule or a line somewhere, and what is not ASCII where a URL may have it. */
const path = fc
  .array(
    fc.constantFrom(
      '/',
      'a',
      '"',
      ';',
      '|',
      '\\',
      ':',
      '$',
      '!',
      ',',
      '(',
      ')',
      '?',
      '=',
      '%22',
      '&',
      '~',
    ),
    {
      maxLength: 40,
    },
  )
  .map((signs) => `/${signs.join('')}`)
const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`))
const port = fc.integer({ min: 1, max: 65_535 }).filter((one) => one !== 80)

const sought: fc.Arbitrary<Sought> = fc.oneof(
  fc.record({ kind: fc.constant('domain' as const), name: host }),
  fc.record({ kind: fc.constant('url' as const), host, path, port }),
  fc.record({
    kind: fc.constant('address' as const),
    address: fc.oneof(
      fc.ipV4(),
      // Wider ones would be rules for everything, and are in none.
      fc.tuple(fc.ipV4(), fc.integer({ min: 8, max: 32 })).map((all) => all.join('/')),
      hex(4).map((part) => `2001:db8::${part.replace(/^0+(?=.)/, '')}`),
      fc.integer({ min: 16, max: 128 }).map((size) => `2001:db8::/${size}`),
    ),
  }),
  fc.record({ kind: fc.constant('endpoint' as const), address: fc.ipV4(), port }),
  fc.oneof(
    ...(
      [
        ['md5', 32],
        ['sha1', 40],
        ['sha256', 64],
      ] as const
    ).map(([algorithm, length]) =>
      fc.record({
        kind: fc.constant('hash' as const),
        algorithm: fc.constant(algorithm),
        hash: hex(length),
      }),
    ),
  ),
  fc.oneof(
    hex(32).map((value) => ({
      kind: 'tls' as const,
      path: "network-traffic:extensions.'x-a'.ja3",
      buffer: 'ja3.hash',
      value,
    })),
    hex(32).map((value) => ({
      kind: 'tls' as const,
      path: "network-traffic:extensions.'x-a'.ja3s",
      buffer: 'ja3s.hash',
      value,
    })),
    hex(40).map((value) => ({
      kind: 'tls' as const,
      path: "x509-certificate:hashes.'SHA-1'",
      buffer: 'tls.cert_fingerprint',
      value,
    })),
  ),
)

const ALGORITHMS = { md5: 'MD5', sha1: "'SHA-1'", sha256: "'SHA-256'" } as const
const quoted = (text: string) => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`

export function patternOf(one: Sought): string {
  switch (one.kind) {
    case 'domain':
      return `[domain-name:value = ${quoted(one.name)}]`
    case 'url':
      return `[url:value = ${quoted(`http://${one.host}:${one.port}${one.path}`)}]`
    case 'address':
      return `[${one.address.includes(':') ? 'ipv6-addr' : 'ipv4-addr'}:value ISSUBSET ${quoted(one.address)}]`
    case 'endpoint':
      return `[network-traffic:dst_ref.value = '${one.address}' AND network-traffic:dst_port = ${one.port} AND network-traffic:protocols[*] = 'tcp']`
    case 'hash':
      return `[file:hashes.${ALGORITHMS[one.algorithm]} = '${one.hash}']`
    case 'tls':
      return `[${one.path} = '${one.value}']`
  }
}

const exact = (text: string) => {
  const bytes = Buffer.from(text)
  return { bytes: bytes.toString('hex'), negated: false, size: bytes.length }
}

/** What a line has to say besides who made it, by hand from what was sought. */
export function wanted(
  one: Exclude<Sought, { kind: 'hash' }>,
): Pick<Read, 'protocol' | 'to' | 'port' | 'buffers'> {
  switch (one.kind) {
    case 'domain':
      return { protocol: 'dns', to: ['any'], port: null, buffers: { 'dns.query': exact(one.name) } }
    case 'url':
      return {
        protocol: 'http',
        to: ['any'],
        port: one.port,
        buffers: { 'http.host': exact(one.host), 'http.uri.raw': exact(one.path) },
      }
    case 'address':
      return { protocol: 'ip', to: [one.address], port: null, buffers: {} }
    case 'endpoint':
      return { protocol: 'tcp', to: [one.address], port: one.port, buffers: {} }
    case 'tls':
      return {
        protocol: 'tls',
        to: [one.buffer === 'ja3.hash' ? 'any' : 'HOME_NET'],
        port: null,
        buffers: {
          [one.buffer]: exact(
            one.buffer === 'tls.cert_fingerprint' ? one.value.match(/../g)!.join(':') : one.value,
          ),
        },
      }
  }
}

export const idOf = (at: number) =>
  `indicator--0b0c0d0e-0000-4000-8000-${String(at).padStart(12, '0')}`
const name = fc.string({
  unit: fc.constantFrom('a', ' ', '"', ';', '\\', '|', ')', '\n', '$', 'é', '漢', '😀'),
  maxLength: 30,
})

export const thingOf = (one: Sought, said: string, at: number): Thing => ({
  tlp: 'TLP:GREEN',
  object: {
    type: 'indicator',
    spec_version: '2.1',
    id: idOf(at),
    created: '2026-11-20T00:00:00.000Z',
    modified: '2026-11-20T00:00:01.500Z',
    name: said,
    pattern: patternOf(one),
    pattern_type: 'stix',
    valid_from: '2026-11-20T00:00:00Z',
  },
})

/** What is sought, and what its indicator is called. */
export const questions = (seed: number, count: number): readonly (readonly [Sought, string])[] =>
  fc.sample(fc.tuple(sought, name), { seed, numRuns: count })
