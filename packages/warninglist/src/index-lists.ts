import { compileRegex, networkOf, PrefixTree, StixError, SubstringAutomaton } from '@entente/stix'
import type { WarningList } from './read.ts'

/** A value that is asked about; `kind` as STIX calls it, or the algorithm of a hash. */
export type Asked = { readonly kind: string; readonly value: string }

/** An entry that is not looked for, and why. */
export type RefusedEntry = {
  readonly list: string
  readonly entry: string
  readonly because: string
}

export type WarningLists = {
  /** The names of the lists on which a value stands, each once. */
  readonly listsOf: (asked: Asked) => readonly string[]
  readonly refused: readonly RefusedEntry[]
}

/** Attribute types of MISP that each kind of value comes as. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'ipv4-addr': ['ip-src', 'ip-dst', 'ip'],
  'ipv6-addr': ['ip-src', 'ip-dst', 'ip'],
  'domain-name': ['domain', 'hostname'],
  url: ['url', 'uri', 'link'],
  'email-addr': ['email', 'email-src', 'email-dst', 'target-email'],
  md5: ['md5'],
  sha1: ['sha1'],
  sha256: ['sha256'],
  sha512: ['sha512'],
  ja3: ['ja3-fingerprint-md5'],
}

type Names = Map<string, Set<string>>
type Index = {
  readonly v4: PrefixTree<string>
  readonly v6: PrefixTree<string>
  readonly texts: Names
  readonly hosts: Names
  readonly parts: SubstringAutomaton<{ readonly text: string; readonly list: string }>
  readonly regexes: { readonly list: string; readonly test: (text: string) => boolean }[]
}

/**
 * Makes an index of lists: addresses by prefix tree, texts by hash, names by their ends, parts of texts by automaton,
 * regular expressions one by one, each in time linear in the value. What it costs to ask does not grow with the lists.
 */
export function indexWarningLists(lists: Iterable<WarningList>): WarningLists {
  const index: Index = {
    v4: new PrefixTree(32),
    v6: new PrefixTree(128),
    texts: new Map(),
    hosts: new Map(),
    parts: new SubstringAutomaton(),
    regexes: [],
  }
  const kinds = new Map<string, ReadonlySet<string> | 'all'>()
  const refused: RefusedEntry[] = []
  for (const list of lists) {
    kinds.set(list.name, kindsOf(list))
    for (const entry of list.list) {
      const because = put(index, list, entry)
      if (because !== undefined) refused.push({ list: list.name, entry, because })
    }
  }
  const holdsFor = (list: string, kind: string) => {
    const all = kinds.get(list)
    return all === 'all' || all?.has(kind) === true
  }
  return {
    listsOf: ({ kind, value }) => {
      const found = new Set<string>()
      ask(index, { kind, value }, (list) => {
        if (holdsFor(list, kind)) found.add(list)
      })
      return [...found]
    },
    refused,
  }
}

function kindsOf({ matching_attributes: types }: WarningList): ReadonlySet<string> | 'all' {
  if (types.length === 0) return 'all'
  return new Set(
    Object.entries(ATTRIBUTES).flatMap(([kind, own]) =>
      // A combined type such as domain|ip holds either.
      types.some((type) => type.split('|').some((part) => own.includes(part))) ? [kind] : [],
    ),
  )
}

/** Puts one entry in, or says why it is not looked for. */
function put(index: Index, { name, type }: WarningList, entry: string): string | undefined {
  switch (type) {
    case 'cidr': {
      const network = networkOf(entry.trim())
      if (!network) return 'it is no address and no network'
      const tree = network.size === 32 ? index.v4 : index.v6
      tree.add(network, name)
      return undefined
    }
    case 'string':
      return note(index.texts, entry.toLowerCase(), name)
    case 'hostname':
      return note(index.hosts, hostOf(entry), name)
    case 'substring':
      index.parts.add(entry.toLowerCase(), { text: entry.toLowerCase(), list: name })
      return undefined
    case 'regex':
      return putRegex(index, name, entry)
  }
}

function note(names: Names, key: string, list: string): undefined {
  const lists = names.get(key) ?? new Set()
  names.set(key, lists.add(list))
}

/** MISP writes them as PHP does, between slashes and with flags behind. */
function putRegex(index: Index, list: string, entry: string): string | undefined {
  const [, inside = entry, flags = ''] = /^\/(.*)\/([a-zA-Z]*)$/s.exec(entry) ?? []
  if (/[^gimsu]/.test(flags)) return `the flag ${flags} is not read`
  try {
    const { test } = compileRegex(flags.includes('i') ? `(?i)${inside}` : inside)
    index.regexes.push({ list, test })
    return undefined
  } catch (error) {
    if (error instanceof StixError) return error.message
    throw error
  }
}

function ask(index: Index, { kind, value }: Asked, found: (list: string) => void): void {
  const text = value.toLowerCase()
  if (kind === 'ipv4-addr' || kind === 'ipv6-addr') {
    const network = networkOf(value)
    if (network) (network.size === 32 ? index.v4 : index.v6).covering(network, found)
  }
  index.texts.get(text)?.forEach(found)
  if (kind === 'domain-name' || kind === 'url' || kind === 'email-addr')
    for (let host = hostOf(text); host !== ''; host = parentOf(host))
      index.hosts.get(host)?.forEach(found)
  index.parts.find(text, ({ text: part, list }) => {
    if (text.includes(part)) found(list)
  })
  for (const { list, test } of index.regexes) if (test(value)) found(list)
}

/**
 * The name in a URL or behind an @, without a dot at either end. Browsers take a backslash for a slash (WHATWG URL): what
 * stands behind one is no name.
 */
const hostOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/\\?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d+$/, '')
    .replace(/^\.+|\.+$/g, '')

const parentOf = (host: string): string =>
  host.includes('.') ? host.slice(host.indexOf('.') + 1) : ''
