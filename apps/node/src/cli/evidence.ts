import { existsSync } from 'node:fs'
import type { Facets, HuntEvent, ObjectView, ReleasePreview } from '../api.ts'
import { facetsOf } from '../intelligence/facets.ts'
import {
  importBundle,
  missing,
  shortened,
  type ShortReport,
} from '../intelligence/import-bundle.ts'
import type { Given } from '../intelligence/convert.ts'
import type { AskedRelease } from '../sharing/api.ts'
import { hunt } from '../intelligence/hunt.ts'
import { objectsSince } from '../intelligence/since.ts'
import { intelligenceStore } from '../intelligence/object-store.ts'
import type { Knowing } from '../knowing/knowing.ts'
import { findObjects, objectView, type FoundObjects } from '../intelligence/view.ts'
import { refuse } from './terminal.ts'
import type { EvidenceOptions } from './where.ts'
import { openStore } from '../open-store.ts'
import { systemClock as clock } from '../platform/clock.ts'
import { DatabaseError, type Database } from '../platform/db/index.ts'

type IncomingFile = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly format?: Given['format']
  readonly progress?: (objects: number) => void
}

/** A node's evidence, whether the node runs or not. */
export type Evidence = {
  readonly take: (file: IncomingFile) => Promise<ShortReport>
  /** How many ids that all files taken refer to are not held now; undefined where nobody can tell. */
  readonly stillMissing: () => Promise<number | undefined>
  readonly find: (q: string, limit: number) => Promise<FoundObjects>
  readonly facets: (q: string) => Promise<Facets>
  /** A pattern put to all that is held, told as it goes on. */
  readonly hunt: (pattern: string) => AsyncIterable<HuntEvent>
  readonly show: (id: string) => Promise<ObjectView | undefined>
  /** What is held, seen together. */
  readonly knowing: () => Promise<Knowing>
  /** What may go to an audience, and the bundle of it as soon as somebody wants it. */
  readonly prepare: (asked: AskedRelease) => Promise<{
    readonly preview: ReleasePreview
    readonly bundle: () => Promise<Uint8Array>
  }>
}

/**
 * Opens evidence for as long as `work` takes: in a data directory, or at a running node. A node that
 * runs on the directory keeps everybody else out of it; then, and where nothing is there, it says so.
 */
export async function withEvidence(
  { data, session }: EvidenceOptions,
  work: (evidence: Evidence) => Promise<void>,
): Promise<void> {
  if (session !== undefined) return atNode(session, work)
  if (!existsSync(data)) return refuse(`expected a data directory, got ${data}, which is not there`)
  let database: Database
  try {
    database = await openStore(data)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return tellHeld(error)
  }
  try {
    await work(evidenceIn(database, data))
  } finally {
    await database.close()
  }
}

function evidenceIn(database: Database, data: string): Evidence {
  const store = intelligenceStore(database)
  const dangling = new Set<string>()
  return {
    take: async ({ bytes, ...file }) => {
      const report = await importBundle(store, bytes, { ...file, clock })
      for (const id of report.dangling) dangling.add(id)
      return shortened(report)
    },
    stillMissing: async () => (await missing(store, [...dangling])).length,
    find: (q, limit) => findObjects(store, { q, limit, red: true, clock }),
    facets: (q) => facetsOf(store, q, { red: true, clock }),
    hunt: (pattern) => hunt({ store, since: objectsSince(database) }, { pattern, red: true }),
    show: (id) => objectView(store, id),
    // This and the next are loaded where they are asked for: an import does not pay for them.
    knowing: async () => {
      const { createKnowing } = await import('../knowing/knowing.ts')
      return createKnowing(store, { red: true, clock })
    },
    prepare: async (asked) => {
      const { preparedIn } = await import('./prepared.ts')
      return preparedIn(database, data, asked)
    },
  }
}

async function atNode(session: string, work: (evidence: Evidence) => Promise<void>): Promise<void> {
  // Loaded where it is asked for: what works on a directory does not pay for it.
  const { openSession, SessionError } = await import('./session.ts')
  try {
    const client = openSession(session)
    const ofObject = <T>(id: string, what = '') =>
      client.get<T>(`/api/v1/objects/${encodeURIComponent(id)}${what}`).catch((error) => {
        if (error instanceof SessionError && error.code === 'object.unknown') return undefined
        throw error
      })
    await work({
      take: async ({ name, bytes, format }) =>
        client.post(
          `/api/v1/imports?${new URLSearchParams({ name, ...(format ? { format } : {}) }).toString()}`,
          await whole(bytes),
        ),
      stillMissing: () => Promise.resolve(undefined),
      find: (words, limit) =>
        client.get(
          `/api/v1/objects?${new URLSearchParams({ q: words, limit: String(limit) }).toString()}`,
        ),
      facets: (q) => client.get(`/api/v1/objects/facets?${new URLSearchParams({ q }).toString()}`),
      hunt: async function* (pattern) {
        yield* linesOf<HuntEvent>(await client.stream('/api/v1/hunts', JSON.stringify({ pattern })))
      },
      show: (id) => ofObject<ObjectView>(id),
      knowing: () =>
        Promise.resolve({
          hints: (id) => ofObject(id, '/hints'),
          neighbourhood: (id, depth) => ofObject(id, `/neighbourhood?depth=${depth}`),
          timeline: (id) => ofObject(id, '/timeline'),
          techniques: (asked) =>
            client.get(`/api/v1/techniques?${new URLSearchParams({ ...asked }).toString()}`),
        }),
      prepare: async (asked) => ({
        preview: await client.post<ReleasePreview>('/api/v1/releases/preview', asked),
        bundle: () => client.bytes('/api/v1/releases', asked),
      }),
    })
  } catch (error) {
    if (!(error instanceof SessionError)) throw error
    refuse(`${error.code}: ${error.message}`)
  }
}

/** An answer of lines of JSON, each as it comes. */
async function* linesOf<T>(stream: AsyncIterable<Uint8Array>): AsyncGenerator<T> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as T
  }
}

/** What a node takes in one request; it says so itself where that is too much. */
async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Says that a data directory does not open, and what to do where a node runs on it. */
export function tellHeld({ code, message }: DatabaseError): void {
  refuse(`${code}: ${message}`)
  if (code === 'directory.held')
    console.error(
      'A node runs on it: use its page, or entente login and then --session .entente/session.json.',
    )
}

const REFUSALS = new Set([
  'StixError',
  'MispError',
  'SourceError',
  'IntelligenceError',
  'SessionError',
  'SharingError',
  'WarningListError',
  'WarningsError',
])

/** A refusal of what a file holds; anything else that is thrown is a defect, or no file. */
export const isRefusal = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && REFUSALS.has(error.name)
