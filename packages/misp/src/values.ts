import { wholeKey } from '@entente/stix'

/**
 * What a MISP attribute says in STIX: cyber observables, and comparisons of a pattern. Types that STIX has no word for
 * have neither. The types are those of https://www.misp-project.org/datamodels/.
 */

/** A cyber observable before it has an id; `refs` name others of the same attribute, by their place. */
export type Observable = {
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  /** Properties that refer to other observables of this attribute. */
  readonly refs?: Readonly<Record<string, readonly number[]>>
}

export type Said = {
  readonly observables: readonly Observable[]
  /** Joined by AND in one pair of brackets; none where STIX has no property for it. */
  readonly comparisons: readonly string[]
}

const NOTHING: Said = { observables: [], comparisons: [] }

/** A text as a constant of a pattern (STIX 2.1 section 9.2). */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const compared = (path: string, value: string | number): string =>
  `${path} = ${typeof value === 'number' ? value : quoted(value)}`

/** One observable with one property, and the comparison with it. */
const simple =
  (type: string, property: string, path = `${type}:${property}`) =>
  (value: string): Said => ({
    observables: [{ type, properties: { [property]: value } }],
    comparisons: [compared(path, value)],
  })

const V4 = /^(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?$/
const V6 = /^[0-9a-f:.]*:[0-9a-f:.]*(?:\/\d{1,3})?$/i

const ipType = (value: string) =>
  V4.test(value) ? 'ipv4-addr' : V6.test(value) ? 'ipv6-addr' : undefined

function ip(value: string): Said {
  const type = ipType(value)
  if (!type) return NOTHING
  const { observables, comparisons } = simple(type, 'value')(value)
  // Whoever looks for a network looks for the addresses in it.
  const within = [`${type}:value ISSUBSET ${quoted(value)}`]
  return { observables, comparisons: value.includes('/') ? within : comparisons }
}

const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?`
const HOST = new RegExp(String.raw`^(?=.{1,254}$)${LABEL}(?:\.${LABEL})*\.?$`, 'u')
const domain = (value: string): Said =>
  HOST.test(value) ? simple('domain-name', 'value')(value) : NOTHING

/** The names of STIX's `hash-algorithm-ov`, and of others as they are usually written, by how long their hex is. */
const HASHES: Readonly<Record<string, readonly [name: string, digits?: number]>> = {
  md5: ['MD5', 32],
  sha1: ['SHA-1', 40],
  sha224: ['SHA-224', 56],
  sha256: ['SHA-256', 64],
  sha384: ['SHA-384', 96],
  sha512: ['SHA-512', 128],
  'sha512/224': ['SHA-512/224', 56],
  'sha512/256': ['SHA-512/256', 64],
  'sha3-224': ['SHA3-224', 56],
  'sha3-256': ['SHA3-256', 64],
  'sha3-384': ['SHA3-384', 96],
  'sha3-512': ['SHA3-512', 128],
  ssdeep: ['SSDEEP'],
  tlsh: ['TLSH'],
}

const isHash = (value: string, digits?: number) =>
  digits === undefined
    ? /^[\x21-\x7e]{3,300}$/.test(value)
    : value.length === digits && /^[0-9a-f]+$/i.test(value)

const hashPath = (type: string, name: string) =>
  `${type}:hashes.${/^[A-Za-z0-9_]+$/.test(name) ? name : quoted(name)}`

const hashIn =
  (type: string, [name, digits]: readonly [string, number?]) =>
  (value: string): Said =>
    isHash(value, digits)
      ? {
          observables: [{ type, properties: { hashes: { [name]: value } } }],
          comparisons: [compared(hashPath(type, name), value)],
        }
      : NOTHING

/** A name and a hash of one file; a name may hold the bar between the two. */
const fileWith =
  (hash: readonly [string, number?]) =>
  (value: string): Said => {
    const bar = value.lastIndexOf('|')
    const [name, digest] = [value.slice(0, bar), value.slice(bar + 1)]
    if (bar < 1 || !isHash(digest, hash[1])) return NOTHING
    return {
      observables: [{ type: 'file', properties: { name, hashes: { [hash[0]]: digest } } }],
      comparisons: [compared('file:name', name), compared(hashPath('file', hash[0]), digest)],
    }
  }

/** Two values with a bar between them. */
const both =
  (join: (first: string, second: string) => Said) =>
  (value: string): Said => {
    const bar = value.indexOf('|')
    return bar < 1 ? NOTHING : join(value.slice(0, bar), value.slice(bar + 1))
  }

const port = (text: string): number | undefined => {
  const number = Number(text)
  return /^\d{1,5}$/.test(text) && number <= 65_535 ? number : undefined
}

/**
 * An address and a port. STIX's `network-traffic` must name a protocol, which MISP does not: the address alone is
 * an observable, and both are in the pattern.
 */
const endpoint = (end: 'src' | 'dst', said: (value: string) => Said) =>
  both((host, number) => {
    const at = port(number)
    const { observables } = said(host)
    if (observables.length === 0 || at === undefined) return NOTHING
    return {
      observables,
      comparisons: [
        compared(`network-traffic:${end}_ref.value`, host),
        compared(`network-traffic:${end}_port`, at),
      ],
    }
  })

const domainAndIp = both((name, address) => {
  const type = ipType(address)
  if (!type || !HOST.test(name)) return NOTHING
  return {
    observables: [
      { type: 'domain-name', properties: { value: name }, refs: { resolves_to_refs: [1] } },
      { type, properties: { value: address } },
    ],
    comparisons: [
      compared('domain-name:value', name),
      compared('domain-name:resolves_to_refs[*].value', address),
    ],
  }
})

const registryKey = (value: string): Said => simple('windows-registry-key', 'key')(wholeKey(value))

const registry = both((short, data) => {
  const key = wholeKey(short)
  return {
    observables: [{ type: 'windows-registry-key', properties: { key, values: [{ data }] } }],
    comparisons: [
      compared('windows-registry-key:key', key),
      compared('windows-registry-key:values[*].data', data),
    ],
  }
})

function asNumber(value: string): Said {
  const [, digits] = /^(?:AS)?(\d{1,10})$/i.exec(value.trim()) ?? []
  if (digits === undefined) return NOTHING
  const number = Number(digits)
  return {
    observables: [{ type: 'autonomous-system', properties: { number } }],
    comparisons: [compared('autonomous-system:number', number)],
  }
}

const subject = (value: string): Said => ({
  observables: [{ type: 'email-message', properties: { is_multipart: false, subject: value } }],
  comparisons: [compared('email-message:subject', value)],
})

const pattern =
  (path: string) =>
  (value: string): Said => ({ observables: [], comparisons: [compared(path, value)] })

const email =
  (path: string) =>
  (value: string): Said =>
    /^[^\s@]+@[^\s@]+$/.test(value)
      ? {
          observables: [{ type: 'email-addr', properties: { value } }],
          comparisons: [compared(path, value)],
        }
      : NOTHING

const account =
  (kind: string) =>
  (value: string): Said => ({
    observables: [
      { type: 'user-account', properties: { account_login: value, account_type: kind } },
    ],
    comparisons: [
      compared('user-account:account_type', kind),
      compared('user-account:account_login', value),
    ],
  })

const size = (value: string): Said =>
  /^\d{1,15}$/.test(value)
    ? {
        observables: [],
        comparisons: [compared('file:size', Number(value))],
      }
    : NOTHING

const url = (value: string): Said =>
  /^[a-z][a-z0-9+.-]*:/i.test(value) ? simple('url', 'value')(value) : NOTHING

const TYPES: Readonly<Record<string, (value: string) => Said>> = {
  'ip-src': ip,
  'ip-dst': ip,
  'ip-src|port': endpoint('src', ip),
  'ip-dst|port': endpoint('dst', ip),
  domain,
  hostname: domain,
  'onion-address': domain,
  'hostname|port': endpoint('dst', domain),
  'domain|ip': domainAndIp,
  url,
  uri: url,
  link: url,
  email: email('email-addr:value'),
  'email-src': email('email-message:from_ref.value'),
  'email-dst': email('email-message:to_refs[*].value'),
  'target-email': email('email-message:to_refs[*].value'),
  'whois-registrant-email': email('email-addr:value'),
  'dns-soa-email': email('email-addr:value'),
  'email-reply-to': pattern("email-message:additional_header_fields.'Reply-To'"),
  'email-x-mailer': pattern("email-message:additional_header_fields.'X-Mailer'"),
  'email-message-id': pattern('email-message:message_id'),
  'email-body': pattern('email-message:body'),
  'email-subject': subject,
  filename: simple('file', 'name'),
  'email-attachment': simple('file', 'name'),
  'size-in-bytes': size,
  mutex: simple('mutex', 'name'),
  regkey: registryKey,
  'regkey|value': registry,
  'mac-address': (value) =>
    /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(value)
      ? simple('mac-addr', 'value')(value.toLowerCase().replaceAll('-', ':'))
      : NOTHING,
  AS: asNumber,
  'user-agent': pattern(
    "network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'",
  ),
  'http-method': pattern("network-traffic:extensions.'http-request-ext'.request_method"),
  imphash: pattern("file:extensions.'windows-pebinary-ext'.imphash"),
  'windows-service-name': pattern("process:extensions.'windows-service-ext'.service_name"),
  'windows-service-displayname': pattern("process:extensions.'windows-service-ext'.display_name"),
  'github-username': account('github'),
  'twitter-id': account('twitter'),
  'x509-fingerprint-md5': hashIn('x509-certificate', HASHES['md5']!),
  'x509-fingerprint-sha1': hashIn('x509-certificate', HASHES['sha1']!),
  'x509-fingerprint-sha256': hashIn('x509-certificate', HASHES['sha256']!),
  ...Object.fromEntries(
    Object.entries(HASHES).flatMap(([type, hash]) => [
      [type, hashIn('file', hash)] as const,
      [`filename|${type}`, fileWith(hash)] as const,
    ]),
  ),
}

/** What an attribute of that type says with that value. */
export const saidBy = (type: string, value: string): Said =>
  (Object.hasOwn(TYPES, type) ? TYPES[type] : undefined)?.(value) ?? NOTHING

/** Languages of detection that stand in an indicator as they are (STIX 2.1 `pattern-type-ov`). */
export const PATTERN_TYPES: Readonly<Record<string, string>> = {
  yara: 'yara',
  snort: 'snort',
  suricata: 'suricata',
  sigma: 'sigma',
  'stix2-pattern': 'stix',
}

/** The MISP type for one comparison of a pattern, and whether its value is compared with a text. */
export const typeOfComparison = (type: string, path: string): string | undefined =>
  BY_PATH[`${type}:${path}`]

const BY_PATH: Readonly<Record<string, string>> = {
  'ipv4-addr:value': 'ip-dst',
  'ipv6-addr:value': 'ip-dst',
  'domain-name:value': 'domain',
  'url:value': 'url',
  'email-addr:value': 'email',
  'email-message:from_ref.value': 'email-src',
  'email-message:subject': 'email-subject',
  'file:name': 'filename',
  'file:size': 'size-in-bytes',
  'mutex:name': 'mutex',
  'windows-registry-key:key': 'regkey',
  'mac-addr:value': 'mac-address',
  'autonomous-system:number': 'AS',
  'network-traffic:dst_ref.value': 'ip-dst',
  'network-traffic:src_ref.value': 'ip-src',
  ...Object.fromEntries(
    Object.entries(HASHES).map(([type, [name]]) => [`file:hashes.${name}`, type] as const),
  ),
  ...Object.fromEntries(
    ['md5', 'sha1', 'sha256'].map(
      (type) =>
        [`x509-certificate:hashes.${HASHES[type]![0]}`, `x509-fingerprint-${type}`] as const,
    ),
  ),
}
