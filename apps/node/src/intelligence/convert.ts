import type * as Misp from '@entente/misp'
import type * as Sources from '@entente/sources'
import type { FieldFate } from '@entente/stix'
import { IntelligenceError } from './error.ts'

/** The formats that are taken in; all but STIX become STIX on their way. */
export const IMPORT_FORMATS = [
  'stix',
  'misp',
  'csaf',
  'kev',
  'eu-kev',
  'cve',
  'cyclonedx',
  'csv',
  'text',
] as const satisfies readonly ('stix' | Format)[]
export type Format = 'misp' | Sources.Format
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** What a file was before it was STIX, and what became of each of its fields. */
export type Converted = { readonly format: Format; readonly fields: readonly FieldFate[] }

/** What is known of a file beside its bytes. */
export type Given = Pick<Sources.Given, 'name' | 'at'> & {
  /** What techniques of these ids are by the ATT&CK that is held here. */
  readonly techniques?: (ids: readonly string[]) => Promise<Sources.Techniques>
  /** When what is held under these ids was created. */
  readonly created?: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** What a person says it is; without it the file says so itself. */
  readonly format?: ImportFormat
}

/** Bytes that are looked at to tell what a file is. */
const HEAD = 64 * 1024
/** Bytes of a file that has to be read whole before it can be converted. */
const MOST = 256 * 1024 * 1024

/**
 * The bytes of a STIX bundle, whatever came: STIX goes through as it streams, a file of another format is read whole and
 * converted. Told of what it was before the first byte of the bundle.
 */
export async function* asBundle(
  bytes: AsyncIterable<Uint8Array>,
  told: (converted: Converted) => void,
  given: Given,
): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  const rest = { [Symbol.asyncIterator]: () => iterator }
  const format = given.format ?? (await formatOf(Buffer.concat(first)))
  if (format === 'stix') {
    yield* first
    yield* rest
    return
  }
  for await (const chunk of rest) {
    first.push(chunk)
    size += chunk.length
    if (size > MOST)
      throw new IntelligenceError(
        'import.too-large',
        `expected at most ${MOST} bytes of a file that is not STIX, got more`,
      )
  }
  // Loaded where it is needed: whoever brings STIX does not pay for it.
  const { bundle, fields } =
    format === 'misp'
      ? fromMisp(await import('@entente/misp'), Buffer.concat(first))
      : await fromSource(await import('@entente/sources'), format, {
          bytes: Buffer.concat(first),
          given,
        })
  told({ format, fields })
  yield bundle
}

/** A bundle of which the first piece is here: what has to be converted, or looked up for it, is done. */
export async function begun(
  bundle: AsyncGenerator<Uint8Array>,
): Promise<AsyncGenerator<Uint8Array>> {
  const first = await bundle.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* bundle
  })()
}

/** How what STIX writes begins, as a rule: nothing has to be loaded to tell. */
const STIX = /^\uFEFF?\s*\{\s*"(?:type"\s*:\s*"bundle"|objects"|id"\s*:\s*"bundle--)/

/** What a file is by how it begins; what is not known here is read as STIX, and refused as such. */
async function formatOf(head: Uint8Array): Promise<Format | 'stix'> {
  if (STIX.test(new TextDecoder().decode(head))) return 'stix'
  const { decodeBeginning, headOf, recognise } = await import('@entente/sources')
  const text = decodeBeginning(head)
  const [first] = [headOf(text)].flat()
  const isEvent = (names: readonly string[]) => names.every((name) => first && name in first)
  if (isEvent(['Event']) || isEvent(['response']) || isEvent(['info', 'uuid'])) return 'misp'
  // Of an event without its wrapper whose names stand by the alphabet, `info` comes behind all attributes.
  const lists = [first?.['Attribute'], first?.['Object']]
  if (lists.some((list) => Array.isArray(list))) return 'misp'
  return recognise(text) ?? 'stix'
}

/** The objects of a file of another format, as one bundle. */
async function fromSource(
  { decode, findValues, fromSource: read }: typeof Sources,
  format: Sources.Format,
  { bytes, given }: { readonly bytes: Uint8Array; readonly given: Given },
) {
  const text = decode(bytes)
  const { name, at } = given
  const named =
    format === 'text' && given.techniques
      ? findValues(text).flatMap(({ kind, value }) => (kind === 'attack' ? [value] : []))
      : []
  const techniques = named.length > 0 ? await given.techniques?.(named) : undefined
  const { id, objects, fields } = read(format, text, {
    name,
    at,
    ...(techniques ? { techniques } : {}),
  })
  const dated = await datedFirst(objects, given)
  return {
    bundle: bundleOf(
      id,
      dated.map((object) => JSON.stringify(object)),
    ),
    fields,
  }
}

/**
 * What has no date but that of its coming keeps the one at which it came first: its id follows from what it says, and the
 * same table or text says nothing new on the next day.
 */
async function datedFirst(
  objects: readonly Sources.Json[],
  { at, created }: Given,
): Promise<readonly Sources.Json[]> {
  const undated = objects.flatMap((one) => (one['created'] === at ? [String(one['id'])] : []))
  const first = undated.length > 0 ? await created?.(undated) : undefined
  if (!first || first.size === 0) return objects
  return objects.map((object) => {
    const date = object['created'] === at ? first.get(String(object['id'])) : undefined
    if (date === undefined) return object
    const entries = Object.entries(object).map(([key, value]) => [key, value === at ? date : value])
    return Object.fromEntries(entries) as Sources.Json
  })
}

/** One bundle of all events in a file; its id is that of the first. What several events have in common stands in it once. */
function fromMisp(
  { MispError, fromEvent, joinReports, readEvents }: typeof Misp,
  bytes: Uint8Array,
) {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new MispError('misp.malformed', 'expected MISP events in UTF-8, got other bytes', {
      cause,
    })
  }
  const events = readEvents(text)
  const reports: (readonly FieldFate[])[] = []
  // What several events say of one id, each in its own way, is all kept.
  const objects = new Set<string>()
  for (const read of events) {
    const { objects: own, report } = fromEvent(read)
    for (const object of own) objects.add(JSON.stringify(object))
    reports.push(report)
  }
  return {
    bundle: bundleOf(`bundle--${events[0]!.event.uuid}`, [...objects]),
    fields: joinReports(reports),
  }
}

const bundleOf = (id: string, objects: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `{"type":"bundle","id":"${id}","objects":[\n${objects.join(',\n')}\n]}\n`,
  )
