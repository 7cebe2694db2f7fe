import { findValues, type FindKind } from './find.ts'
import { refang } from './refang.ts'

/** A text as a constant of a pattern (STIX 2.1 section 9.2). */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const PATHS: Readonly<Partial<Record<FindKind, string>>> = {
  'ipv4-addr': 'ipv4-addr:value',
  'ipv6-addr': 'ipv6-addr:value',
  'domain-name': 'domain-name:value',
  url: 'url:value',
  'email-addr': 'email-addr:value',
  md5: 'file:hashes.MD5',
  sha1: "file:hashes.'SHA-1'",
  sha256: "file:hashes.'SHA-256'",
  sha512: "file:hashes.'SHA-512'",
  'registry-key': 'windows-registry-key:key',
}

/** Kinds that somebody says a value is of, where the value does not say it itself: names inside a network, of files. */
const SAID: readonly (readonly [says: RegExp, path: string, is: RegExp])[] = [
  [
    /domain|host|fqdn|dominio/i,
    'domain-name:value',
    /^(?=.{1,253}$)[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_-]{1,63}){0,30}$/u,
  ],
  [/^ur[il]/i, 'url:value', /^[a-z][a-z0-9+.-]{1,20}:\/\/\S{1,4000}$/i],
  [/file|fichero|archivo/i, 'file:name', /^[^\p{Cc}\\/]{1,255}$/u],
  [/mutex/i, 'mutex:name', /^[^\p{Cc}]{1,1000}$/u],
]

/** The pattern that finds a value; undefined for what no pattern of STIX compares. */
export function patternOf(text: string, said: string | undefined): string | undefined {
  const finds = findValues(text)
  const [only] = finds
  // Nothing beside the value: what stands in a sentence is not what a column of values holds.
  if (finds.length === 1 && only!.start === 0 && only!.end === text.length) {
    const path = PATHS[only!.kind]
    // Whoever looks for a network looks for the addresses in it.
    const isNetwork = /^ipv[46]-addr$/.test(only!.kind) && only!.value.includes('/')
    if (path !== undefined)
      return `[${path} ${isNetwork ? 'ISSUBSET' : '='} ${quoted(only!.value)}]`
  }
  const { text: plain } = refang(text)
  const found = SAID.find(([says, , is]) => said !== undefined && says.test(said) && is.test(plain))
  return (
    found &&
    `[${found[1]} = ${quoted(found[1] === 'domain-name:value' ? plain.toLowerCase() : plain)}]`
  )
}
