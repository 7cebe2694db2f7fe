import { createHash } from 'node:crypto'
import { countLeftOut } from '@entente/export'
import {
  explain,
  release,
  releaseEach,
  type Audience,
  type Limits,
  type Marked,
  type Releasable,
  type Verdict,
} from '@entente/release'
import { referencesOf } from '@entente/stix'
import type { AskedRelease, ReleaseLine, ReleasePreview } from './api.ts'
import type { IntelligenceStore } from '../intelligence/index.ts'
import type { WarningsNow } from '../warnings/index.ts'
import { readAudience, type Directory } from './audience.ts'
import { SharingError } from './error.ts'
import { marked, read, type Content } from './marked.ts'
import { FORMATS, writeAs, type Labelled, type Written } from './write-as.ts'

type Objects = Pick<IntelligenceStore, 'contents' | 'recalled'>

/** What would be sent to an audience, said line by line, and the bundle itself, cleared for it. */
export type Prepared = {
  readonly preview: ReleasePreview
  readonly bundle: Releasable<Uint8Array>
  /** The contents of which something is in the bundle. */
  readonly leaving: readonly { readonly id: string; readonly sha256: string }[]
}

/** A thing that cannot be sent, whoever asks. */
type Absent = { readonly id: string; readonly code: string; readonly because: string }

/**
 * Prepares the newest versions of some objects for an audience. Whoever only wants to see what would
 * leave takes the preview; whoever sends takes the bundle that the preview speaks of.
 */
export async function prepare(
  { ids, audience: text, format = 'stix', whole = false, ceiling, ...asked }: AskedRelease,
  { objects, directory, warnings, ...rest }: Preparing,
): Promise<Prepared> {
  const audience = readAudience(text, directory)
  const { found: held, absent } = await gather({ ids, whole }, { objects, directory })
  const found = held.map(labelled)
  const limits = { ceiling, use: FORMATS[format].use }
  const { sent, verdicts } = releaseEach(found, audience, (cleared) => cleared, limits)
  const { only, widest, knownGood } = asked
  const known = knownGood ? undefined : await warnings()
  const written = await writeAs(format, sent, {
    ...rest,
    ...(only === undefined ? {} : { only }),
    ...(widest === undefined ? {} : { widest }),
    ...(known?.mode === 'suppress' ? { listsOf: known.listsOf } : {}),
  })
  const lines = found.map((thing, at) => lineOf(thing, verdicts[at]!, { audience, limits }))
  const objectLines = [...lines, ...absent.map(absentLine)]
  return {
    bundle: written.bytes,
    preview: { audience: text, objects: objectLines, ...toldOf(written, sent.value) },
    leaving: sent.value.flatMap(({ id, sha256 }) =>
      written.ids?.has(id) === false ? [] : [{ id, sha256 }],
    ),
  }
}

/** What a receipt of it says beside who took it when. */
export const receiptOf = ({ audience, format = 'stix' }: AskedRelease) => ({ audience, format })

/** Where the objects are, who the audiences are, and what those who write them need. */
type Preparing = {
  readonly objects: Objects
  readonly directory: Directory
  readonly warnings: () => Promise<Pick<WarningsNow, 'listsOf' | 'mode'>>
} & Omit<Parameters<typeof writeAs>[2], 'only' | 'listsOf' | 'widest'>

const labelled = ({ value, marking }: Marked<Content>): Marked<Labelled> => ({
  value: { ...value, label: marking.tlp ?? '' },
  marking,
})

/** What is told of what was written. */
function toldOf(
  { bytes, entries, fields, left, guarded, encrypted }: Written,
  leaving: readonly Labelled[],
): Omit<ReleasePreview, 'audience' | 'objects'> {
  const isAnything = leaving.length > 0 && entries > 0
  return {
    ...(isAnything ? { bundle: { ...summaryOf(bytes.value, leaving.length), entries } } : {}),
    dangling: danglingIn(leaving),
    ...(fields ? { fields } : {}),
    ...(left ? { leftOut: countLeftOut(left) } : {}),
    ...(guarded ? { guarded } : {}),
    ...(encrypted ? { encrypted } : {}),
  }
}

type Gathered = { readonly found: readonly Marked<Content>[]; readonly absent: readonly Absent[] }

/** The newest version of each object, and how far it may go; and what cannot be sent at all. */
export async function gather(
  { ids, whole }: Required<Pick<AskedRelease, 'ids' | 'whole'>>,
  { objects, directory }: { readonly objects: Objects; readonly directory: Directory },
): Promise<Gathered> {
  const by = { setting: directory.setting(), recalled: await objects.recalled() }
  const found: Marked<Content>[] = []
  const absent: Absent[] = []
  for (const id of whole ? await withReferences(ids, objects) : new Set(ids)) {
    const newest = newestOf(id, await objects.contents(id))
    if ('code' in newest) absent.push(newest)
    else found.push(await marked(objects, newest, by))
  }
  return { found, absent }
}

/** One held content, cleared for an audience by its markings, and what is taken out of it to be sent. Throws `ReleaseError`. */
export async function clearOne<T>(
  content: Content,
  { audience, take }: { readonly audience: string; readonly take: (content: Content) => T },
  { objects, directory }: { readonly objects: Objects; readonly directory: Directory },
): Promise<Releasable<T>> {
  const recalled = await objects.recalled()
  const { marking } = await marked(objects, content, { setting: directory.setting(), recalled })
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

type Asked = { readonly audience: Audience; readonly limits: Limits }

function lineOf(
  { value, marking }: Marked<Labelled>,
  verdict: Verdict,
  { audience, limits }: Asked,
) {
  const { id, sha256 } = value
  const line = { id, sha256, leaves: verdict.leaves, because: verdict.because }
  const to =
    audience.kind === 'circle'
      ? {
          to: audience.circle.members.map(({ party }) => {
            const alone = explain(
              marking,
              { kind: 'party', party, within: audience.circle },
              limits,
            )
            return { party, leaves: alone.leaves, because: alone.because, ...besides(alone) }
          }),
        }
      : {}
  return verdict.leaves
    ? { ...line, fields: 'all' as const, ...to }
    : { ...line, code: verdict.code, fields: verdict.fields ?? [], ...besides(verdict), ...to }
}

const besides = (verdict: Verdict) =>
  verdict.leaves || !verdict.also ? {} : { also: verdict.also }

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
