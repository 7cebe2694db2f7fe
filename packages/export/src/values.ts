import {
  algorithmOf,
  networkOf,
  parsePattern,
  StixError,
  type Comparison,
  type Observation,
  type Test,
} from '@entente/stix'
import type { Reason } from './thing.ts'

/** One value, any one of which in the traffic or on a machine is what the pattern looks for. */
export type Value = {
  /**
   * `ipv4-addr`, `ipv6-addr`, `domain-name`, `url`, `email-addr`; `md5`, `sha1`, `sha256`, `sha512` of a file; `ja3`,
   * `ja3s`, `certificate-sha1`, `certificate-serial` of TLS; else the property as the pattern has it: `mutex:name`.
   */
  readonly kind: string
  readonly value: string
  /** Of an address: only where it is reached at this port, by this protocol where it is known. */
  readonly port?: number
  readonly protocol?: 'tcp' | 'udp'
}

type Unlisted = { readonly because: Reason; readonly what?: string }

/** The values that a pattern looks for, and those parts of it that are none. */
export type Values = { readonly values: readonly Value[]; readonly left: readonly Unlisted[] }

/** The values that an object is, or that its pattern looks for. */
export function valuesIn(object: Readonly<Record<string, unknown>>): readonly Value[] {
  const { type, value, hashes, pattern, pattern_type: language } = object
  if (type === 'indicator')
    return language === 'stix' && typeof pattern === 'string' ? valuesOf(pattern).values : []
  if (typeof type !== 'string') return []
  if (typeof value === 'string') {
    const found = normal(type, value)
    return found === undefined ? [] : [{ kind: type, value: found }]
  }
  if ((type !== 'file' && type !== 'artifact') || typeof hashes !== 'object' || hashes === null)
    return []
  return Object.entries(hashes).flatMap(([name, hash]: [string, unknown]) => {
    const kind = algorithmOf(name)
    return HASHED.has(kind) && typeof hash === 'string' ? [{ kind, value: hash.toLowerCase() }] : []
  })
}

const none = (because: Reason, what?: string): Values => ({
  values: [],
  left: [what === undefined ? { because } : { because, what }],
})

const joinAll = (all: readonly Values[]): Values => ({
  values: all.flatMap(({ values }) => values),
  left: all.flatMap(({ left }) => left),
})

/** Reads the values of a pattern of STIX; what cannot be said by a value alone is told. */
export function valuesOf(pattern: string): Values {
  try {
    return ofObservation(parsePattern(pattern))
  } catch (error) {
    if (error instanceof StixError) return none('malformed')
    throw error
  }
}

function ofObservation(observation: Observation): Values {
  switch (observation.kind) {
    case 'observed':
      return ofTest(observation.test)
    case 'or':
      return joinAll(observation.of.map(ofObservation))
    case 'and':
    case 'followed-by':
    case 'qualified':
      return none('observations')
  }
}

function ofTest(test: Test): Values {
  switch (test.kind) {
    case 'comparison':
      return ofComparison(test)
    case 'or':
      return joinAll(test.of.map(ofTest))
    case 'and': {
      const parts = test.of.filter((part) => part.kind === 'comparison')
      const value =
        parts.length === test.of.length ? (oneFile(parts) ?? oneEndpoint(parts)) : undefined
      return value ?? none('joined')
    }
  }
}

function ofComparison(comparison: Comparison): Values {
  const { operator, isNegated, constants, text } = comparison
  const kind = kindOf(comparison)
  const isNetwork = operator === 'ISSUBSET' && isAddress(kind)
  if (isNegated || (operator !== '=' && operator !== 'IN' && !isNetwork))
    return none('comparison', text)
  return joinAll(
    constants.map((constant): Values => {
      if (constant.kind !== 'string') return none('value', text)
      const value = normal(kind, constant.value)
      return value === undefined ? none('value', text) : { values: [{ kind, value }], left: [] }
    }),
  )
}

const isAddress = (kind: string) => kind === 'ipv4-addr' || kind === 'ipv6-addr'

const HASHED = new Set(['md5', 'sha1', 'sha256', 'sha512'])
const SIMPLE = new Set(['ipv4-addr', 'ipv6-addr', 'domain-name', 'url', 'email-addr'])

const BESIDE = new Set(['file:name', 'file:size'])

/** STIX has no property for JA3: whatever is called so at the end of a path is taken for it. */
const JA3 = /^(?:x[_-])?(ja3s?)(?:[_-](?:hash|md5|fingerprint))*$/i

function kindOf({ type, path, constants }: Comparison): string {
  const property = path.join('.')
  if (SIMPLE.has(type) && property === 'value') return type
  const hashed = path[0] === 'hashes' && path.length === 2 ? hashKind(type, path[1]!) : undefined
  if (hashed !== undefined) return hashed
  if (type === 'x509-certificate' && property === 'serial_number') return 'certificate-serial'
  const ja3 = JA3.exec(path.at(-1) ?? '')?.[1]
  if (ja3 !== undefined) return ja3.toLowerCase()
  if (type === 'network-traffic' && property === 'dst_ref.value') {
    const address = constants[0]?.kind === 'string' ? networkOf(constants[0].value) : undefined
    return address?.size === 128 ? 'ipv6-addr' : 'ipv4-addr'
  }
  return `${type}:${property}`
}

function hashKind(type: string, name: string): string | undefined {
  const algorithm = algorithmOf(name)
  if (type === 'x509-certificate') return algorithm === 'sha1' ? 'certificate-sha1' : undefined
  return (type === 'file' || type === 'artifact') && HASHED.has(algorithm) ? algorithm : undefined
}

/** A value as it is compared, or nothing where it is none of its kind. */
function normal(kind: string, text: string): string | undefined {
  if (/\p{C}/u.test(text) || text.trim() !== text || text === '') return undefined
  switch (kind) {
    case 'ipv4-addr':
      return networkOf(text)?.size === 32 ? text : undefined
    case 'ipv6-addr':
      return networkOf(text)?.size === 128 ? text.toLowerCase() : undefined
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha512':
      return text.toLowerCase()
    case 'ja3':
    case 'ja3s':
      return /^[\da-f]{32}$/i.test(text) ? text.toLowerCase() : undefined
    case 'domain-name':
      return hostOf(text)
    default:
      return text
  }
}

/** A name as it is asked for on the wire; those of other scripts as RFC 3492 writes them. */
function hostOf(name: string): string | undefined {
  const url = URL.canParse(`http://${name}/`) ? new URL(`http://${name}/`) : undefined
  const host = url?.hostname.replace(/\.$/, '')
  const isName = host !== undefined && /^[\w-]+(?:\.[\w-]+)*$/.test(host) && host.length <= 253
  // `a.example/b` and `a.example:80` have a host, and are none.
  return isName && !/[\s/:?#@\\[\]%]/.test(name) ? host : undefined
}

/** Hashes of one and the same file: the strongest says it, whatever the file is called or how large it is. */
function oneFile(parts: readonly Comparison[]): Values | undefined {
  const found = new Map(parts.map((part) => [kindOf(part), part]))
  const isOne =
    found.size === parts.length &&
    parts.every((part) => (HASHED.has(kindOf(part)) || BESIDE.has(kindOf(part))) && isEqual(part))
  const best = ['sha512', 'sha256', 'sha1', 'md5'].map((kind) => found.get(kind))
  // SHA-512 has no list in Suricata: where another is there, it is taken.
  const strongest = [...best.slice(1, 3), best[0], best[3]].find((part) => part !== undefined)
  return isOne && strongest ? ofComparison(strongest) : undefined
}

const isEqual = ({ operator, isNegated, constants }: Comparison): boolean =>
  operator === '=' && !isNegated && constants.length === 1

/** Where a connection goes: an address and a port, and by which protocol. */
function oneEndpoint(parts: readonly Comparison[]): Values | undefined {
  const asked = new Map(parts.map((part) => [`${part.type}:${part.path.join('.')}`, part]))
  if (asked.size !== parts.length || !parts.every(isEqual)) return undefined
  const take = (path: string) => {
    const key = `network-traffic:${path}`
    const part = asked.get(key)
    asked.delete(key)
    return part
  }
  const address = take('dst_ref.value')
  const [type, port, protocol] = [take('dst_ref.type'), take('dst_port'), take('protocols.[*]')]
  if (!address || asked.size > 0) return undefined
  const [value] = ofComparison(address).values
  const said = [type, port, protocol].map((part) => part?.constants[0]?.value)
  if (!value || (type && said[0] !== value.kind)) return undefined
  if (port && !(Number.isInteger(said[1]) && Number(said[1]) >= 0 && Number(said[1]) < 65_536))
    return undefined
  const by = said[2]
  if (protocol && by !== 'tcp' && by !== 'udp') return undefined
  return {
    left: [],
    values: [
      {
        ...value,
        ...(port ? { port: Number(said[1]) } : {}),
        ...(by === 'tcp' || by === 'udp' ? { protocol: by } : {}),
      },
    ],
  }
}
