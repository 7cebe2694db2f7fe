import type * as Misp from '@entente/misp'
import { IntelligenceError } from './error.ts'

/** What a file was before it was STIX, and what became of each of its fields. */
export type Converted = { readonly format: 'misp'; readonly fields: readonly Misp.FieldFate[] }

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
  if (!isMisp(Buffer.concat(first))) {
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
        `expected at most ${MOST} bytes of a file of MISP events, got more`,
      )
  }
  // Loaded where it is needed: whoever brings STIX does not pay for it.
  const misp = await import('@entente/misp')
  const { bundle, fields } = fromMisp(misp, Buffer.concat(first))
  told({ format: 'misp', fields })
  yield bundle
}

/** Whether it begins as what MISP writes does: an event, or events in a response, before anything that says STIX. */
function isMisp(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head)
  const [found] = /"(?:Event|response|type|objects)"\s*:/.exec(text) ?? []
  return found !== undefined && /Event|response/.test(found)
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
  const reports: (readonly Misp.FieldFate[])[] = []
  const objects = new Map<string, string>()
  for (const read of events) {
    const { objects: own, report } = fromEvent(read)
    for (const object of own) {
      const written = JSON.stringify(object)
      // What several events say of one id, each in its own way, is all kept.
      objects.set(`${String(object['id'])} ${String(object['modified'])}`, written)
    }
    reports.push(report)
  }
  const id = `bundle--${events[0]!.event.uuid}`
  const bundle = `{"type":"bundle","id":"${id}","objects":[\n${[...objects.values()].join(',\n')}\n]}\n`
  return { bundle: new TextEncoder().encode(bundle), fields: joinReports(reports) }
}
