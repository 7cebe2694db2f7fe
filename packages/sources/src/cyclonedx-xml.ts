import { SaxesParser, type SaxesTagNS } from 'saxes'
import { SourceError } from './error.ts'
import { LIMITS, type Json } from './json.ts'

/** CycloneDX in XML (https://cyclonedx.org/docs/), as the JSON that the same bill of materials would be. */

const NAMESPACE = 'http://cyclonedx.org/schema/bom/'
/** Elements that are lists in JSON, by what they are in, and the elements in them that are members. */
const LISTS: Readonly<Record<string, string>> = {
  components: 'component',
  services: 'service',
  vulnerabilities: 'vulnerability',
  references: 'reference',
  externalReferences: 'reference',
  ratings: 'rating',
  cwes: 'cwe',
  advisories: 'advisory',
  affects: 'target',
  versions: 'version',
  responses: 'response',
  properties: 'property',
  hashes: 'hash',
  dependencies: 'dependency',
  compositions: 'composition',
  authors: 'author',
}
/** What is called otherwise in JSON. */
const RENAMED: ReadonlyMap<string, string> = new Map([['responses', 'response']])
const NUMBERS = new Set(['cwe', 'score'])

/** Whether a text begins as a bill of materials in XML does; the first 64 KiB are enough. */
export const isCycloneDxXml = (beginning: string): boolean =>
  /^\uFEFF?\s*</.test(beginning) &&
  /<(?:[\w.-]{1,40}:)?bom\s[^<>]{0,2000}["']http:\/\/cyclonedx\.org\/schema\/bom\//.test(beginning)

type Element = {
  readonly name: string
  readonly attributes: readonly (readonly [string, string])[]
  readonly children: (readonly [string, unknown])[]
  text: string
}

/**
 * The value that a bill of materials in XML stands for. Throws a `SourceError` where it is not well-formed or goes beyond
 * the bounds of a file. A document type is refused: whoever declares entities could have one stand for a billion signs.
 */
export function readCycloneDxXml(text: string): Json {
  if (text.length > LIMITS.text)
    throw tooLarge(`at most ${LIMITS.text} characters of a bill of materials`, `${text.length}`)
  const parser = new SaxesParser({ xmlns: true })
  const open: Element[] = []
  let whole: Json | undefined
  let elements = 0
  parser.on('error', (cause) => {
    throw malformed('a bill of materials in XML', cause.message.slice(0, 200), { cause })
  })
  parser.on('doctype', () => {
    throw malformed('a bill of materials without a document type', 'one with a document type')
  })
  parser.on('opentag', (tag) => {
    if (open.length >= LIMITS.depth) throw tooLarge(`at most ${LIMITS.depth} levels`, 'more')
    if ((elements += 1) > LIMITS.records * 10)
      throw tooLarge(`at most ${LIMITS.records * 10} elements`, 'more')
    if (open.length === 0 && !isBom(tag))
      throw malformed('a CycloneDX bom', `${tag.local} of ${tag.uri || 'no namespace'}`)
    open.push(elementOf(tag))
  })
  const addText = (some: string) => {
    const at = open.at(-1)
    if (!at) return
    at.text += some
    if (at.text.length > LIMITS.value)
      throw tooLarge(`at most ${LIMITS.value} characters of one value`, 'more')
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', (tag) => {
    const closed = open.pop()!
    const value = valueOf(closed, open.at(-1)?.name)
    if (open.length > 0)
      open.at(-1)!.children.push([RENAMED.get(closed.name) ?? closed.name, value])
    else whole = bomOf(tag, value)
  })
  parser.write(text.startsWith('\uFEFF') ? text.slice(1) : text).close()
  if (whole === undefined) throw malformed('a bill of materials in XML', 'nothing')
  return whole
}

const isBom = ({ local, uri }: SaxesTagNS) => local === 'bom' && uri.startsWith(NAMESPACE)

const bomOf = ({ uri }: SaxesTagNS, value: unknown): Json => {
  const { version, ...members } = (typeof value === 'object' ? value : {}) as Json
  return {
    bomFormat: 'CycloneDX',
    specVersion: uri.slice(NAMESPACE.length),
    ...(version === undefined ? {} : { version: Number(version) }),
    ...members,
  }
}

const elementOf = ({ local, name, uri, attributes }: SaxesTagNS): Element => ({
  // What others add stands beside it under the name that they gave it.
  name: uri.startsWith(NAMESPACE) ? local : name,
  attributes: Object.values(attributes).flatMap(({ name: own, prefix, value }) =>
    own === 'xmlns' || prefix === 'xmlns' || prefix === 'xsi' ? [] : [[own, value] as const],
  ),
  children: [],
  text: '',
})

function valueOf(element: Element, parent: string | undefined): unknown {
  const { name, attributes, children } = element
  const member = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined
  const isMember = parent !== undefined && Object.hasOwn(LISTS, parent) && LISTS[parent] === name
  if (member !== undefined && children.every(([child]) => child === member))
    return children.map(([, value]) => value)
  const text = element.text.trim()
  if (attributes.length === 0 && children.length === 0)
    return NUMBERS.has(name) && /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text
  const members = new Map<string, unknown>(attributes)
  for (const [child, all] of Map.groupBy(children, ([key]) => key))
    members.set(child, all.length === 1 ? all[0]![1] : all.map(([, value]) => value))
  if (text !== '') members.set(isMember ? 'value' : 'content', text)
  return Object.fromEntries(members)
}

const malformed = (expected: string, was: string, options?: ErrorOptions) =>
  new SourceError('source.malformed', `expected ${expected}, got ${was}`, options)
const tooLarge = (expected: string, was: string) =>
  new SourceError('source.too-large', `expected ${expected} in XML, got ${was}`)
