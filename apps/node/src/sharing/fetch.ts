import type { CharterId, PartyId } from '@entente/accord'
import { PeerProblem, type CaseFile, type HeldCaseFiles, type Source } from '../federation/index.ts'
import { importBundle, type IntelligenceStore } from '../intelligence/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { faultIn, HEAD, TAIL, type Fault } from './check-object.ts'
import { namedBy, type Named } from './named.ts'
import { readRefusal, type ToldRefusal } from './read-refusal.ts'

/** Why an object that a case names is not here, since when. */
type Refusal = ToldRefusal & { readonly at: string }

/** The fetching of evidence objects from their custodians. */
export type Fetching = {
  /** One go at a custodian about one case: asks for what is named, not here and due. */
  readonly visit: (file: CaseFile, source: Source) => Promise<void>
  /** What keeps an object away, as far as its custodian was asked in this run. */
  readonly refusal: (id: CharterId, sha256: string) => Refusal | undefined
  /** What keeps away whatever evidence of any case names under this STIX id. */
  readonly withheld: (id: string) => Withheld | undefined
  /** How much is kept away for each code. */
  readonly kept: () => readonly { readonly code: string; readonly count: number }[]
}

type Withheld = Refusal & { readonly custodian: PartyId }

type FetchingOptions = {
  readonly objects: Pick<IntelligenceStore, 'versions' | 'receive' | 'held'>
  readonly raise: HeldCaseFiles['raise']
  readonly clock: Clock
  /** Milliseconds until a custodian that refused is asked again, doubled each time; a minute unless told. */
  readonly patience?: number
}

/** As large as an object may be that comes in by any way. */
const OBJECT_LIMIT = 16 * 1024 * 1024
/** What is taken from one custodian in one go; the rest follows in the next. */
const MOST = { objects: 64, bytes: 32 * 1024 * 1024 }
const LONGEST_PATIENCE = 60 * 60_000
/** A custodian that does not answer is left alone for a moment, for strands matter more. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000

type Asking = { times: number; retryAt: number; refusal: Withheld | undefined; id?: string }
type Custodian = { failures: number; retryAt: number; readonly here: Set<string> }
type Taken = { readonly named: Named; readonly bytes: Uint8Array }

/** Fetches the objects that evidence acts name from their custodians, and takes in what proves itself. */
export function createFetching(options: FetchingOptions): Fetching {
  const asked = new Map<string, Asking>()
  const custodians = new Map<string, Custodian>()
  const keyOf = (file: CaseFile, sha256: string) => `${file.charter.id} ${sha256}`
  return {
    refusal: (id, sha256) => {
      const { code, detail, at } = asked.get(`${id} ${sha256}`)?.refusal ?? {}
      return code === undefined || detail === undefined || at === undefined
        ? undefined
        : { code, detail, at }
    },
    withheld: (id) => [...asked.values()].find((one) => one.id === id && one.refusal)?.refusal,
    kept: () => {
      const away = [...asked.values()].flatMap(({ id, refusal }) =>
        refusal ? [{ id, ...refusal }] : [],
      )
      return [...Map.groupBy(away, ({ code }) => code)]
        .map(([code, all]) => ({ code, count: new Set(all.map(({ id }) => id)).size }))
        .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    },
    visit: async (file, { peer, get }) => {
      const key = `${file.charter.id} ${peer.party}`
      const custodian = custodians.get(key) ?? { failures: 0, retryAt: 0, here: new Set() }
      custodians.set(key, custodian)
      if (performance.now() < custodian.retryAt) return
      const asking = (sha256: string) => of(asked, keyOf(file, sha256))
      const missing = await missingOf(namedBy(file, peer.party), { custodian, asking, options })
      if (missing.length === 0) return
      const go = { file, custodian: peer.party, asking, get, options }
      const { taken, isAnswering } = await askAll(missing, go)
      await takeIn(taken, go)
      custodian.failures = isAnswering ? 0 : custodian.failures + 1
      if (isAnswering) return
      const pause = FIRST_PAUSE * 2 ** Math.min(custodian.failures - 1, 10)
      custodian.retryAt = performance.now() + Math.min(pause, LONGEST_PAUSE)
    },
  }
}

function of(asked: Map<string, Asking>, key: string): Asking {
  const known = asked.get(key) ?? { times: 0, retryAt: 0, refusal: undefined }
  asked.set(key, known)
  return known
}

type Go = {
  readonly file: CaseFile
  readonly custodian: PartyId
  readonly asking: (sha256: string) => Asking
  readonly get: Source['get']
  readonly options: FetchingOptions
}

/**
 * What is named and due, what was asked for least first: one object that never comes must not keep
 * away all behind it. What was found here once is not looked up again.
 */
async function missingOf(
  named: readonly Named[],
  { custodian, asking, options }: { custodian: Custodian } & Pick<Go, 'asking' | 'options'>,
): Promise<readonly Named[]> {
  const now = performance.now()
  const unseen = named.filter(
    ({ sha256 }) => !custodian.here.has(sha256) && asking(sha256).retryAt <= now,
  )
  if (unseen.length === 0) return []
  const held = await options.objects.versions(unseen.map(({ id }) => id))
  for (const { sha256 } of held) custodian.here.add(sha256)
  const byHash = new Map(unseen.map((one) => [one.sha256, one]))
  return [...byHash.values()]
    .filter(({ sha256 }) => !custodian.here.has(sha256))
    .toSorted((a, b) => asking(a.sha256).times - asking(b.sha256).times)
}

async function askAll(
  missing: readonly Named[],
  go: Go,
): Promise<{ readonly taken: readonly Taken[]; readonly isAnswering: boolean }> {
  const taken: Taken[] = []
  let size = 0
  for (const named of missing.slice(0, MOST.objects)) {
    try {
      const bytes = await askFor(named, go)
      if (!bytes) continue
      taken.push({ named, bytes })
      size += bytes.length
      if (size >= MOST.bytes) break
    } catch (error) {
      if (!(error instanceof PeerProblem)) throw error
      later(go.asking(named.sha256), go.options)
      return { taken, isAnswering: false }
    }
  }
  return { taken, isAnswering: true }
}

function later(one: Asking, { patience = 60_000 }: FetchingOptions): void {
  const longer = Math.min(patience * 2 ** Math.min(one.times, 10), LONGEST_PATIENCE)
  one.times += 1
  one.retryAt = performance.now() + longer
}

/** The bytes, if they are what was named. What else a custodian answers is kept as the reason. */
async function askFor(named: Named, go: Go): Promise<Uint8Array | undefined> {
  const answer = await go
    .get(`object/${named.sha256}`, OBJECT_LIMIT)
    .catch(async (error: unknown) => {
      if (!(error instanceof PeerProblem) || error.kind !== 'too-large') throw error
      await accuse(named, go, {
        fault: { code: 'object.too-large', message: `${named.id}: ${error.message}` },
      })
      return undefined
    })
  if (!answer) return undefined
  if (answer.status !== 200) {
    wait(named, go, readRefusal(answer))
    return undefined
  }
  const fault = faultIn(answer.bytes, named)
  if (fault) await accuse(named, go, { fault, bytes: answer.bytes })
  return fault ? undefined : answer.bytes
}

/** A refusal may end: a marking, a setting or a store changes. It is asked for again, ever later. */
function wait({ id, sha256 }: Named, { asking, custodian, options }: Go, told: ToldRefusal): void {
  const one = asking(sha256)
  later(one, options)
  one.id = id
  one.refusal = { ...told, custodian, at: instant(options.clock) }
}

/** What a custodian sent against its own act is kept as evidence; in this run it is not asked again. */
async function accuse(
  named: Named,
  go: Go,
  { fault, bytes }: { fault: Fault; bytes?: Uint8Array },
): Promise<void> {
  const { file, custodian, asking, options } = go
  const one = asking(named.sha256)
  one.retryAt = Infinity
  one.id = named.id
  one.refusal = {
    code: fault.code,
    detail: fault.message,
    custodian,
    at: instant(options.clock),
  }
  await options.raise(file.charter.id, {
    code: fault.code,
    party: custodian,
    message: fault.message,
    evidence: {
      act: named.act,
      object: named.id,
      expected: named.sha256,
      ...(bytes ? { got: Buffer.from(bytes.subarray(0, 4_096)).toString('base64') } : {}),
    },
  })
}

/** On the path of every import: all of them in one transaction, each byte for byte. */
async function takeIn(taken: readonly Taken[], go: Go): Promise<void> {
  if (taken.length === 0) return
  const { file, custodian, asking, options } = go
  const { id, title } = file.charter
  await importBundle(options.objects as IntelligenceStore, bundleOf(taken), {
    name: `case ${title}, custodian ${custodian}`,
    clock: options.clock,
    from: { case: id, custodian },
  })
  for (const { named } of taken) {
    const one = asking(named.sha256)
    // The same content may be here in another layout: then these bytes are not kept, nor asked for again.
    one.retryAt = Infinity
    one.refusal = undefined
  }
}

async function* bundleOf(taken: readonly Taken[]): AsyncGenerator<Uint8Array> {
  const text = (said: string) => new TextEncoder().encode(said)
  yield text(HEAD)
  for (const [index, { bytes }] of taken.entries()) {
    if (index > 0) yield text(',')
    yield bytes
  }
  yield text(TAIL)
}
