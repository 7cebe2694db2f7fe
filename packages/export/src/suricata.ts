import { instantKey, textOf } from '@entente/stix'
import { lookedFor, type LookedFor, type LookOptions } from './looked-for.ts'
import {
  idOf,
  oneLine,
  strictestOf,
  tellLeftOut,
  type LeftOut,
  type Reason,
  type Thing,
} from './thing.ts'
import { writeTar } from './tar.ts'
import type { Value } from './values.ts'

/** Rules that are ready but for their numbers. */
export type SuricataRules = {
  /** What each rule is known by: it keeps its number as long as this stays the same. */
  readonly keys: readonly string[]
  readonly left: readonly LeftOut[]
  /** Rules on URLs of https, which a sensor sees only where TLS is taken off before it. */
  readonly encrypted: number
  /** The ids of the objects of which something is in them. */
  readonly ids: ReadonlySet<string>
  /** An archive of `entente.rules` and the lists of hashes that it names. Every key needs a number. */
  readonly write: (sids: ReadonlyMap<string, number>) => Uint8Array
}

type Rule = {
  readonly key: string
  /** Action, protocol, addresses. */
  readonly head: string
  readonly options: readonly string[]
  readonly thing?: Thing
}

/** Lists that Suricata reads, by the keyword that names them. */
const LISTS = { md5: 'filemd5', sha1: 'filesha1', sha256: 'filesha256' } as const
const isListed = (kind: string): kind is keyof typeof LISTS => kind in LISTS
/** Protocols in which Suricata takes files out of the traffic. */
const CARRIERS = ['http', 'smtp', 'ftp-data', 'smb', 'nfs'] as const

/**
 * Rules for Suricata 6 and later from what indicators look for: an address, a name that is asked for, a URL, a hash of a
 * file, a fingerprint of TLS. What has no keyword is told with its reason.
 */
export function suricataRules(things: readonly Thing[], options: LookOptions): SuricataRules {
  const { found, left: unlisted } = lookedFor(things, options)
  const left: LeftOut[] = [...unlisted]
  const rules = new Map<string, Rule>()
  const lists = new Map<keyof typeof LISTS, LookedFor[]>()
  for (const one of found) {
    const { kind } = one.value
    if (isListed(kind)) {
      const some = lists.get(kind)
      if (some) some.push(one)
      else lists.set(kind, [one])
      continue
    }
    const made = rulesOf(one)
    if (typeof made === 'string')
      left.push({ id: idOf(one.thing), because: made, what: one.value.value })
    else for (const rule of made) rules.set(rule.key, rule)
  }
  const listed = [...lists].flatMap(([kind, all]) => listRules(kind, all))
  const all = [...[...rules.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)), ...listed]
  const written = found.map(({ thing }) => thing)
  return {
    keys: all.map(({ key }) => key),
    left,
    encrypted: found.filter(({ value }) => value.kind === 'url' && /^https:/i.test(value.value))
      .length,
    ids: new Set(
      [
        ...[...rules.values()].flatMap(({ thing }) => thing ?? []),
        ...[...lists.values()].flatMap((some) => some.map(({ thing }) => thing)),
      ].map(idOf),
    ),
    write: (sids) => {
      const head = [
        `# ${strictestOf(written) ?? 'nothing in it'}: rules from indicators`,
        ...tellLeftOut(left).map((line) => `# ${line}`),
      ]
      const lines = [...head, ...all.map((rule) => lineOf(rule, sids.get(rule.key)))]
      return writeTar([
        { name: 'entente.rules', bytes: encoded(lines) },
        ...[...lists]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([kind, some]) => ({
            name: `entente.${kind}`,
            bytes: encoded(hashLines(some)),
          })),
      ])
    },
  }
}

const encoded = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)

/** What stands behind a hash on its line Suricata does not read; who said so stands there. */
const hashLines = (some: readonly LookedFor[]): readonly string[] =>
  [
    ...new Set(some.map(({ value, thing }) => `${value.value}  ${idOf(thing)} ${thing.tlp}`)),
  ].toSorted()

function rulesOf({ thing, value }: LookedFor): readonly Rule[] | Reason {
  const parts = partsOf(value)
  if (typeof parts === 'string') return parts
  const { kind, value: text, port = '' } = value
  return parts.map(({ head, options }, at) => ({
    // By UDP alone it is the second of the two rules that there are where no protocol is said.
    key: `${idOf(thing)} ${kind} ${text} ${port} ${value.protocol === 'udp' ? 1 : at}`,
    head,
    options,
    thing,
  }))
}

type Part = Pick<Rule, 'head' | 'options'>

function partsOf(value: Value): readonly Part[] | Reason {
  const { kind, value: text } = value
  switch (kind) {
    case 'ipv4-addr':
    case 'ipv6-addr':
      return addressParts(value)
    case 'domain-name':
      return one('dns $HOME_NET any -> any any', [
        ...exactly('dns.query', text).slice(0, 2),
        'nocase',
        `bsize:${text.length}`,
      ])
    case 'url':
      return urlParts(text)
    case 'ja3':
      return one('tls $HOME_NET any -> any any', exactly('ja3.hash', text))
    case 'ja3s':
      return one('tls any any -> $HOME_NET any', exactly('ja3s.hash', text))
    case 'certificate-sha1':
      if (!/^[\da-f]{40}$/i.test(text)) return 'value'
      return one(
        'tls any any -> $HOME_NET any',
        exactly('tls.cert_fingerprint', text.toLowerCase().match(/../g)!.join(':')),
      )
    case 'certificate-serial':
      // STIX says nothing about how a number is written; Suricata has pairs of digits.
      if (!/^[\da-f]{2}(?::[\da-f]{2})*$/i.test(text)) return 'value'
      return one('tls any any -> $HOME_NET any', exactly('tls.cert_serial', text.toUpperCase()))
    default:
      return 'no-place'
  }
}

const one = (head: string, options: readonly string[]): readonly Part[] | Reason =>
  options.some((option) => option === TOO_LONG) ? 'too-long' : [{ head, options }]

function addressParts({ value, port, protocol }: Value): readonly Part[] {
  if (port === undefined && protocol === undefined)
    return [{ head: `ip $HOME_NET any <> [${value}] any`, options: [] }]
  const protocols = protocol === undefined ? (['tcp', 'udp'] as const) : [protocol]
  return protocols.map((by) => ({
    head: `${by} $HOME_NET any -> [${value}] ${port ?? 'any'}`,
    options: [],
  }))
}

/** Asked for as it is written, at the host and the port that it names; what stands behind `#` is never sent. */
function urlParts(text: string): readonly Part[] | Reason {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const [, authority, rest = ''] = /^https?:\/\/([^/?#]*)([^#]*)/i.exec(text) ?? []
  if (!url || authority === undefined) return URL.canParse(text) ? 'no-place' : 'value'
  if (authority.includes('@') || url.hostname.startsWith('[')) return 'no-place'
  const asked = /^[\x21-\x7e]*$/.test(rest) ? rest : `${url.pathname}${url.search}`
  const path = asked.startsWith('/') ? asked : `/${asked}`
  return one(`http $HOME_NET any -> any ${url.port === '' ? 'any' : url.port}`, [
    'flow:established,to_server',
    ...exactly('http.host', url.hostname),
    ...exactly('http.uri.raw', path),
  ])
}

/** Longer ones are refused by other readers of the same rules. */
const MOST_CONTENT = 255
const TOO_LONG = 'too-long'

/** A buffer that is this text and nothing else. */
function exactly(buffer: string, text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > MOST_CONTENT) return [TOO_LONG]
  return [buffer, `content:"${escaped(bytes)}"`, `bsize:${bytes.length}`]
}

/** What could end a text or a rule is written in hexadecimal. */
const escaped = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => {
    const sign = String.fromCharCode(byte)
    return /[A-Za-z0-9./_=&%~+-]/.test(sign) ? sign : `|${byte.toString(16).padStart(2, '0')}|`
  })
    .join('')
    .replaceAll('||', ' ')

function listRules(kind: keyof typeof LISTS, all: readonly LookedFor[]): readonly Rule[] {
  return CARRIERS.map((carrier) => ({
    key: `list ${kind} ${carrier}`,
    head: `${carrier} any any -> any any`,
    options: [
      `msg:"Entente ${strictestOf(all.map(({ thing }) => thing)) ?? ''} file whose ${kind} is listed in entente.${kind}"`,
      `${LISTS[kind]}:entente.${kind}`,
    ],
  }))
}

function lineOf({ key, head, options, thing }: Rule, sid: number | undefined): string {
  if (sid === undefined) throw new TypeError(`expected a number for ${key}, got none`)
  const all = thing
    ? [`msg:"${messageOf(thing)}"`, ...options, ...referencesOf(thing), metadataOf(thing)]
    : options
  return `alert ${head} (${all.join('; ')}; sid:${sid}; rev:${thing ? revisionOf(thing) : 1};)`
}

/** Suricata asks for a backslash before these three. */
function messageOf({ object, tlp }: Thing): string {
  const name = oneLine(textOf(object['name']), 120).replaceAll(/[\\;"]/g, String.raw`\$&`)
  return `Entente ${tlp}${name === '' ? '' : ` ${name}`} (${oneLine(textOf(object['id']), 120)})`
}

function metadataOf({ object, tlp }: Thing): string {
  const said = [
    ['stix_id', textOf(object['id'])],
    ['tlp', tlp.slice('TLP:'.length)],
    ['created_by', textOf(object['created_by_ref'])],
    ['modified', textOf(object['modified']).slice(0, 10).replaceAll('-', '_')],
    ['valid_until', textOf(object['valid_until']).slice(0, 10).replaceAll('-', '_')],
    ['confidence', textOf(object['confidence'])],
  ] as const
  const pairs = said.filter(([, value]) => /^[\w+-]{1,150}$/.test(value))
  return `metadata:${pairs.map(([name, value]) => `${name} ${value}`).join(', ')}`
}

/** Suricata writes http:// in front itself. */
function referencesOf({ object }: Thing): readonly string[] {
  const list = object['external_references']
  return (Array.isArray(list) ? (list as readonly unknown[]) : [])
    .flatMap((one) => {
      const url = textOf((one as Readonly<Record<string, unknown>> | null)?.['url'])
      const [, rest] = /^https?:\/\/([\w.~/?=&%#+-]{1,200})$/i.exec(url) ?? []
      return rest === undefined ? [] : [`reference:url,${rest}`]
    })
    .slice(0, 3)
}

/** Grows with the version of the object: seconds since 1970, which fit a rule until 2106. */
function revisionOf({ object }: Thing): number {
  const key = instantKey(textOf(object['modified']))
  const [year, month, day, hour, minute, second] = (key ?? '').split(/\D/).map(Number)
  if (key === undefined) return 1
  const days = daysBefore(year!, month!) + day! - 1
  return Math.max(1, days * 86_400 + hour! * 3_600 + minute! * 60 + second!)
}

/** Days from 1970 to the first of a month, by the rules of the calendar. */
function daysBefore(year: number, month: number): number {
  const y = month <= 2 ? year - 1 : year
  const leap = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return 365 * y + leap + Math.floor((153 * ((month + 9) % 12) + 2) / 5) - 719_468
}
