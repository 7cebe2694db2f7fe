import { createHash } from 'node:crypto'
import {
  explain,
  release,
  releaseEach,
  type Audience,
  type Marked,
  type Releasable,
  type Verdict,
} from '@entente/release'
import type { FieldFate } from '@entente/misp'
import { referencesOf } from '@entente/stix'
import type { ReleaseLine, ReleasePreview } from './api.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import { readAudience, type Directory } from './audience.ts'
import { SharingError } from './error.ts'
import { marked, read, type Content } from './marked.ts'
import { writeBundle } from './write-bundle.ts'
import { writeEvents } from './write-events.ts'

type Objects = Pick<IntelligenceStore, 'contents'>

/** Which objects, for whom, and how they are written: as they were received, or as MISP events. */
export type AskedRelease = {
  readonly ids: readonly string[]
  readonly audience: string
  readonly format?: 'stix' | 'misp'
  /** With everything that these refer to, and that refers to, as far as it is held; each goes by its own marking. */
  readonly whole?: boolean
}

/** What would be sent to an audience, said line by line, and the bundle itself, cleared for it. */
export type Prepared = {
  readonly preview: ReleasePreview
  readonly bundle: Releasable<Uint8Array>
}

/** A thing that cannot be sent, whoever asks. */
type Absent = { readonly id: string; readonly code: string; readonly because: string }

/**
 * Prepares the newest versions of some objects for an audience. Whoever only wants to see what would
 * leave takes the preview; whoever sends takes the bundle that the preview speaks of.
 */
export async function prepare(
  { ids, audience: text, format = 'stix', whole = false }: AskedRelease,
  { objects, directory }: { readonly objects: Objects; readonly directory: Directory },
): Promise<Prepared> {
  const audience = readAudience(text, directory)
  const { found, absent } = await gather({ ids, whole }, { objects, directory })
  const leaving: Content[] = []
  let fields: readonly FieldFate[] | undefined
  const { sent, verdicts } = releaseEach(found, audience, (cleared) => {
    leaving.push(...cleared)
    if (cleared.length === 0) return new Uint8Array()
    if (format === 'stix') return writeBundle(cleared)
    const written = writeEvents(cleared)
    fields = written.fields
    return written.bytes
  })
  const lines = found.map((thing, at) => lineOf(thing, verdicts[at]!, audience))
  return {
    bundle: sent,
    preview: {
      audience: text,
      objects: [...lines, ...absent.map(absentLine)],
      ...(leaving.length === 0 ? {} : { bundle: summaryOf(sent.value, leaving.length) }),
      dangling: danglingIn(leaving),
      ...(fields ? { fields } : {}),
    },
  }
}

type Gathered = { readonly found: readonly Marked<Content>[]; readonly absent: readonly Absent[] }

/** The newest version of each object, and how far it may go; and what cannot be sent at all. */
export async function gather(
  { ids, whole }: Required<Pick<AskedRelease, 'ids' | 'whole'>>,
  { objects, directory }: { readonly objects: Objects; readonly directory: Directory },
): Promise<Gathered> {
  const setting = directory.setting()
  const found: Marked<Content>[] = []
  const absent: Absent[] = []
  for (const id of whole ? await withReferences(ids, objects) : new Set(ids)) {
    const newest = newestOf(id, await objects.contents(id))
    if ('code' in newest) absent.push(newest)
    else found.push(await marked(objects, newest, setting))
  }
  return { found, absent }
}

/** One held content, cleared for an audience by its markings, and what is taken out of it to be sent. Throws `ReleaseError`. */
export async function clearOne<T>(
  content: Content,
  { audience, take }: { readonly audience: string; readonly take: (content: Content) => T },
  { objects, directory }: { readonly objects: Objects; readonly directory: Directory },
): Promise<Releasable<T>> {
  const { marking } = await marked(objects, content, directory.setting())
  return release({ value: take(content), marking }, readAudience(audience, directory))
}

/** Objects that one release takes together with what they refer to. */
const MOST_WHOLE = 20_000

/** These ids, and what they refer to and that refers to, as far as it is held. */
async function withReferences(ids: readonly string[], objects: Objects): Promise<Set<string>> {
  const found = new Set<string>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    const newest = (await objects.contents(id)).at(-1)
    if (!newest && !ids.includes(id)) continue
    found.add(id)
    if (found.size > MOST_WHOLE)
      throw new SharingError(
        'release.too-large',
        `expected at most ${MOST_WHOLE} objects with what they refer to, got more`,
      )
    if (newest) waiting.push(...referencesOf(read(newest.bytes)))
  }
  return found
}

function newestOf(id: string, contents: readonly Content[]): Content | Absent {
  const newest = contents.at(-1)
  if (!newest)
    return { id, code: 'object.unknown', because: 'expected an object held here, got none' }
  const same = contents.filter(({ version }) => version === newest.version)
  if (same.length === 1) return newest
  return {
    id,
    code: 'object.conflict',
    because: `expected one content of ${newest.modified ?? 'the object'}, got ${same.length}: whoever reads them could not tell which holds`,
  }
}

const absentLine = ({ id, code, because }: Absent): ReleaseLine => ({
  id,
  leaves: false,
  because,
  code,
  fields: [],
})

function lineOf({ value, marking }: Marked<Content>, verdict: Verdict, audience: Audience) {
  const { id, sha256 } = value
  const line = { id, sha256, leaves: verdict.leaves, because: verdict.because }
  const to =
    audience.kind === 'circle'
      ? {
          to: audience.circle.members.map(({ party }) => {
            const alone = explain(marking, { kind: 'party', party, within: audience.circle })
            return { party, leaves: alone.leaves, because: alone.because }
          }),
        }
      : {}
  return verdict.leaves
    ? { ...line, fields: 'all' as const, ...to }
    : { ...line, code: verdict.code, fields: verdict.fields ?? [], ...to }
}

function summaryOf(bytes: Uint8Array, objects: number) {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    objects,
  }
}

function danglingIn(leaving: readonly Content[]): readonly string[] {
  const here = new Set(leaving.map(({ id }) => id))
  const targets = new Set(leaving.flatMap(({ bytes }) => referencesOf(read(bytes))))
  return [...targets].filter((id) => !here.has(id))
}
