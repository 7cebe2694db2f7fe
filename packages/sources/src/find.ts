import { wholeKey } from '@entente/stix'
import { parse } from 'tldts'
import { refang } from './refang.ts'

export type FindKind =
  | 'ipv4-addr'
  | 'ipv6-addr'
  | 'domain-name'
  | 'url'
  | 'email-addr'
  | 'md5'
  | 'sha1'
  | 'sha256'
  | 'sha512'
  | 'cve'
  | 'attack'
  | 'atlas'
  | 'path'
  | 'registry-key'

/** A value in a text. */
export type Find = {
  readonly kind: FindKind
  /** As it is meant: not defanged, hashes in lower case, the hive of a registry key in full. */
  readonly value: string
  /** Where it stands in the text as it came, in UTF-16 units; `end` is behind its last. */
  readonly start: number
  readonly end: number
  readonly defanged: boolean
}

type Finder = {
  readonly kind: FindKind
  readonly pattern: RegExp
  /** The value of a match, and how much of the match it is; undefined where it is none. */
  readonly read: (text: string, around: Around) => Read | undefined
}
type Read = { readonly value: string; readonly length?: number; readonly kind?: FindKind }
type Around = {
  /** The text before the match. */
  readonly before: string
  readonly after: string
  readonly isDefanged: boolean
}

/** How much of what stands before a value is looked at. */
const BEFORE = 60

/** Values in the order in which they stand; one that is part of another is not told of. Precise rather than complete. */
export function findValues(original: string): readonly Find[] {
  const { text, originOf, isDefanged } = refang(original)
  const finds: Find[] = []
  const claimed = new Uint8Array(text.length)
  for (const { kind, pattern, read } of FINDERS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (claimed[start] === 1 || claimed[end - 1] === 1) continue
      const found = read(match[0], {
        before: text.slice(Math.max(0, start - BEFORE), start),
        after: text.slice(end, end + 8),
        isDefanged: isDefanged(start, end),
      })
      if (!found) continue
      const last = start + (found.length ?? match[0].length)
      claimed.fill(1, start, last)
      finds.push({
        kind: found.kind ?? kind,
        value: found.value,
        start: originOf(start),
        end: originOf(last),
        defanged: isDefanged(start, last),
      })
    }
  }
  return finds.toSorted((a, b) => a.start - b.start)
}

const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?`
const HOST = String.raw`(?:${LABEL}\.){1,20}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})`
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`
const V4 = String.raw`${OCTET}(?:\.${OCTET}){3}`

const FINDERS: readonly Finder[] = [
  {
    kind: 'url',
    pattern: /(?<![\p{L}\p{N}])(?:https?|ftps?):\/\/[^\s<>"'`{}|\\^]{1,4000}/giu,
    read: readUrl,
  },
  {
    kind: 'email-addr',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+][\p{L}\p{N}._%+-]{0,63}@${HOST}(?![\p{L}\p{N}_-])`,
      'giu',
    ),
    read: (text) => (isHost(text.slice(text.indexOf('@') + 1)) ? { value: text } : undefined),
  },
  {
    kind: 'registry-key',
    pattern:
      /(?<![A-Za-z0-9_\\])(?:HKEY_[A-Z_]{5,20}|HKLM|HKCU|HKCR|HKU|HKCC)\\[^\s"'<>|,;*?]{1,1000}(?: (?=[^\s"'<>|,;*?]{1,100}\\)[^\s"'<>|,;*?]{1,200}){0,5}/g,
    read: readRegistryKey,
  },
  {
    kind: 'path',
    pattern:
      /(?<![A-Za-z0-9_])(?:[A-Za-z]:\\|%[A-Za-z()0-9_]{2,30}%\\)(?:(?![^\\\r\n]{0,100}\.[A-Za-z0-9]{1,5}[\s,;])[^\\/:*?"<>|\r\n%]{1,100}\\){0,20}(?:[^\\/:*?"<>|\s,;]{1,60} [^\\/:*?"<>|\s,;.]{1,60}\.(?:exe|dll|docx?|xlsx?|pdf|lnk|bat|ps1|vbs|js|txt|zip|rar|tmp|dat)\b|[^\\/:*?"<>|\s]{1,150})/g,
    read: (text) => ({ value: trimmed(text), length: trimmed(text).length }),
  },
  {
    kind: 'path',
    pattern:
      /(?<![\p{L}\p{N}_./:@-])\/(?:etc|usr|var|tmp|home|opt|bin|sbin|dev|root|lib|lib64|mnt|proc|srv|Library|Users|private|data)\/[^\s"'<>|,;:()[\]*?`]{1,500}/gu,
    read: (text) => ({ value: trimmed(text), length: trimmed(text).length }),
  },
  {
    kind: 'sha512',
    pattern:
      /(?<![\p{L}\p{N}])(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![\p{L}\p{N}])/giu,
    read: readHash,
  },
  {
    kind: 'cve',
    pattern: /(?<![A-Za-z0-9-])CVE[-\u2010\u2011]\d{4}[-\u2010\u2011]\d{4,19}(?!\d)/gi,
    read: (text) => ({ value: text.toUpperCase().replaceAll(/[\u2010\u2011]/g, '-') }),
  },
  {
    // ids of ATLAS look as those of ATT&CK do behind a prefix: they are another matrix.
    kind: 'atlas',
    pattern: /(?<![A-Za-z0-9_])AML\.(?:T\d{4}(?:\.\d{3})?|TA\d{4}|M\d{4})(?![A-Za-z0-9_])/g,
    read: (text) => ({ value: text }),
  },
  {
    kind: 'attack',
    pattern: /(?<![A-Za-z0-9_.-])T[01]\d{3}(?:\.\d{3}|\/\d{3})?(?![A-Za-z0-9_-]|\.\d)/g,
    read: (text) => ({ value: text.replace('/', '.') }),
  },
  {
    kind: 'ipv4-addr',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}._+-])${V4}(?:\/(?:3[0-2]|[12]?\d)(?!\d|\.\d))?(?![\p{L}\p{N}_-]|\.\d|\/\d)`,
      'gu',
    ),
    read: readV4,
  },
  {
    kind: 'ipv6-addr',
    pattern:
      /(?<![\p{L}\p{N}_:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?::\d{1,3}(?:\.\d{1,3}){3})?(?:\/\d{1,3})?(?![\p{L}\p{N}_:])/giu,
    read: readV6,
  },
  {
    kind: 'domain-name',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_@.-])${HOST}(?![\p{L}\p{N}_@-]|\.[\p{L}\p{N}])`,
      'gu',
    ),
    read: readDomain,
  },
]

/** Signs that end a sentence, and not a value; a bracket that was opened before the value closes behind it. */
function trimmed(text: string): string {
  // How many more of each pair close than open, up to the end that is left.
  const behind = { ')': surplus(text, '(', ')'), ']': surplus(text, '[', ']') }
  let end = text.length
  for (;;) {
    const last = text[end - 1]
    if (last === undefined) return ''
    const isBracket = last === ')' || last === ']'
    if (isBracket ? behind[last] <= 0 : !'.,;:!?»”’*'.includes(last)) return text.slice(0, end)
    if (isBracket) behind[last] -= 1
    end -= 1
  }
}
const surplus = (text: string, opening: string, closing: string): number => {
  let found = 0
  for (const sign of text) found += sign === closing ? 1 : sign === opening ? -1 : 0
  return found
}

function readUrl(text: string): Read | undefined {
  // AsciiDoc and Markdown put a name in brackets behind an address.
  const [bare = ''] = text.split(/\[(?![0-9a-f:.]+\])/i, 1)
  const value = trimmed(bare)
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !(isHost(url.hostname) || isAddress(url.hostname))) return undefined
  // The scheme and the host say the same in any case; the rest is as it was written, as far as a URL has those signs.
  const written = value.replace(/^[^/]*:\/\/[^/?#]*/, (start) => start.toLowerCase())
  return { value: /[^!-~]/.test(written) ? url.href : written, length: value.length }
}

const isAddress = (host: string) => new RegExp(`^${V4}$`).test(host) || host.startsWith('[')

/** Names that no registry gives away and that documents and exercises use (RFC 2606, RFC 7686). */
const RESERVED = /\.(?:example|test|onion)$/i

/** Whether a name ends in a suffix under which names are given away (https://publicsuffix.org). */
function isHost(name: string): boolean {
  if (name.length > 253) return false
  if (RESERVED.test(name)) return true
  const { isIcann, isPrivate, domain } = parse(name, { allowPrivateDomains: true })
  return (isIcann === true || isPrivate === true) && domain !== null
}

/** Suffixes that are endings of files as well: a name of two parts is a file, unless somebody made it harmless. */
const FILE_ENDINGS = new Set('py sh pl ps rs md zip mov so cc bat java lib doc gz ml'.split(' '))
const PRODUCTS = /^(?:asp|ado|vb|ml|paint|socket|system)\.(?:net|io)$/i

function readDomain(text: string, { isDefanged }: Around): Read | undefined {
  const parts = text.split('.')
  const suffix = parts.at(-1)!
  if (!isHost(text)) return undefined
  if (!isDefanged) {
    if (parts.length === 2 && FILE_ENDINGS.has(suffix.toLowerCase())) return undefined
    // The end of a sentence without a blank behind it: "ended.In".
    if (/^\p{Lu}/u.test(suffix) && text !== text.toUpperCase()) return undefined
    if (PRODUCTS.test(text)) return undefined
  }
  return { value: text.toLowerCase() }
}

/** What stands before a version, and not before an address. */
const VERSION =
  /(?:\b(?:v|ver|versions?|version number|builds?|releases?|firmware|rev|revision|patch|update|SP)[\s.:=(v]*|\b(?:versions?|builds?|releases?|firmware)\b(?:[^.!?\n]|\.\d){0,45}(?:\b(?:and|or|to|through|before|until|from|than|including|is|of)\b|[,(])\s*v?)$/i

function readV4(text: string, { before, after, isDefanged }: Around): Read | undefined {
  if (text.startsWith('0.')) return undefined
  if (!isDefanged && (VERSION.test(before) || /^\s*(?:beta|rc|alpha|SP\d)/i.test(after)))
    return undefined
  return { value: text }
}

function readV6(text: string): Read | undefined {
  const [address = '', length] = text.split('/')
  const isLong = length === undefined || Number(length) <= 128
  const groups = address.split(':').filter((group) => group !== '')
  // `std::copy`, `::` and a time of day are none.
  const isMeant = groups.length >= 2 && /\d/.test(groups[0]!) && groups[0]!.length >= 2
  if (!isLong || !isMeant || !URL.canParse(`http://[${address}]/`)) return undefined
  return { value: text.toLowerCase() }
}

const HASHES: ReadonlyMap<number, FindKind> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [128, 'sha512'],
])

function readHash(text: string): Read | undefined {
  const kind = HASHES.get(text.length)
  // Of one digit, or without a letter: no digest of anything, as far as chance goes.
  if (kind === undefined || !/[a-f]/i.test(text) || !/\d/.test(text)) return undefined
  return { value: text.toLowerCase(), kind }
}

function readRegistryKey(text: string): Read | undefined {
  const bare = trimmed(text)
  return { value: wholeKey(bare), length: bare.length }
}
