import {
  cutName,
  parseCharter,
  parseFrame,
  type CharterFrame,
  type CharterId,
  type PartyId,
} from '@entente/accord'
import { parseVkey, toHex, type Crypto, type Signer, type Vkey } from '@entente/log'
import type { Alarm } from '../api.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { inTurn } from '../platform/turn.ts'
import {
  openCaseFile,
  openMirroredCase,
  type CaseContext,
  type CaseFile,
  type HeldCase,
  type MirroredCase,
} from './case-file.ts'
import { alarmId } from './case-store.ts'
import { FederationError } from './error.ts'
import type { Source } from './fetch-entries.ts'
import { KEEPING_TIMEOUT, keepEntries } from './kept.ts'
import { outside as system, type Outside } from './outside.ts'
import { sourceOf } from './pull.ts'
import { accountFor, strandNamed } from './refused-checkpoint.ts'
import type { CaseStore } from './store.ts'
import type { Tell } from './tell.ts'
import { createSubmit } from './submit.ts'
import { createWitness, type Seen, type Witness } from './witness.ts'

/** Where another party's node answers: `http://127.0.0.1:4101`. */
export type Peer = { readonly party: PartyId; readonly url: string }

type CaseAlarm = Alarm & { readonly charter: CharterId }

type Adding = {
  /** This node made the charter just now, and nobody knows of it: this run signs a first act without asking. */
  readonly isNew?: boolean
}

/** Every case file of one node, its witness, and what it has against its peers. */
export type CaseFiles = {
  readonly party: PartyId
  readonly list: () => readonly CaseFile[]
  readonly get: (id: CharterId) => CaseFile | undefined
  /** Takes part in the case of this charter; the same charter twice is the same case. */
  readonly add: (charterBytes: Uint8Array, how?: Adding) => Promise<CaseFile>
  readonly alarms: () => readonly CaseAlarm[]
  /** Called after anything in that case changed; returns how to stop listening. */
  readonly onChange: (listener: (id: CharterId) => void) => () => void
  /** Waits for work under way and stops retrying; the store is closed by whoever opened it. */
  readonly close: () => Promise<void>
}

/** Case files with what the routes and the pulling need of them. */
export type HeldCaseFiles = CaseFiles & {
  readonly held: () => readonly HeldCase[]
  /** These, and the cases that are only kept, passed on and witnessed: their rules are not known here, or were not. */
  readonly mirrored: () => readonly MirroredCase[]
  /** Mirrors a case of which the frame alone was looked at; `add` takes part in it once all of it was. */
  readonly mirror: (charterBytes: Uint8Array) => Promise<MirroredCase>
  readonly store: CaseStore
  readonly clock: Clock
  readonly outside: Outside
  readonly crypto: Crypto
  readonly witness: Witness
  readonly witnessSigner: Signer
  readonly peers: () => readonly Peer[]
  readonly logSigner: (origin: string) => Signer
  /** Keeps what speaks against a party of a case as evidence, and tells people. */
  readonly raise: (charter: CharterId, alarm: Omit<Alarm, 'at'>) => Promise<void>
  readonly tell: Tell
  readonly warn: (line: string) => void
}

export type CaseFilesOptions = {
  readonly store: CaseStore
  readonly party: PartyId
  /** Signs checkpoints of this node's own strand; the signer's name is the origin. */
  readonly logSigner: (origin: string) => Signer
  /** Signs cosignatures; its name stands in the charter's witness keys. */
  readonly witnessSigner: Signer
  readonly clock: Clock
  readonly crypto: Crypto
  /** Asked anew each time: peers may be introduced while the node runs. */
  readonly peers: () => readonly Peer[]
  /** Acts per hour that are taken in of one strand; 20,000 unless told. */
  readonly quota?: () => number
  /** Wires and timers; the system's unless told. */
  readonly outside?: Outside
  /** Tells the people of this node; nobody unless given. */
  readonly tell?: Tell
  /** One line about what went wrong with a peer; never a secret. */
  readonly warn?: (line: string) => void
}

/**
 * A peer that lies without end fills neither memory nor disk; per code, so that a flood of one
 * kind leaves room for the proof of another.
 */
const ALARMS_PER_CODE = 20

/** Opens every case file in the store, verified from its entries. */
export async function openCaseFiles(options: CaseFilesOptions): Promise<HeldCaseFiles> {
  const { store, witnessSigner, clock, peers } = options
  const { warn = () => {}, tell = () => Promise.resolve(), outside = system } = options
  const cases = new Map<CharterId, HeldCase>()
  const mirrors: Mirrors = new Map()
  const mirrored = () => [...cases.values(), ...mirrors.values()]
  const logs = new Map<string, WitnessedLog>()
  const { changed, onChange } = createListeners()
  const turn = inTurn()
  const { alarms, raise } = await openAlarms({ store, clock, warn, tell, changed })
  const urlOf = (id: PartyId) => peers().find((peer) => peer.party === id)?.url
  const self = { ...options, outside, urlOf }
  const witness = createWitness({
    ...self,
    signer: witnessSigner,
    ...knownOf(logs),
    keep: keepingOf(self, mirrored),
    refused: (refused) => accountFor(refused, { held: mirrored(), raise, tell }),
  })
  const context: CaseContext = {
    ...self,
    witness,
    quota: options.quota ?? (() => 20_000),
    submitTo: createSubmit(outside),
    raise,
    tell,
    changed,
    failed: (error) => warn(`federation: ${error instanceof Error ? error.stack : String(error)}`),
  }
  const holding = createHolding({ cases, mirrors, logs }, context, witnessSigner)
  for (const bytes of await store.charters()) await holding.open(bytes)
  for (const bytes of await store.mirrored()) await holding.openMirror(bytes)
  return {
    ...options,
    outside,
    warn,
    tell,
    witness,
    raise,
    alarms,
    list: () => [...cases.values()],
    held: () => [...cases.values()],
    mirrored,
    mirror: (bytes) => turn(() => holding.mirror(bytes)),
    get: (id) => cases.get(id),
    add: (bytes, how) => turn(() => holding.add(bytes, how)),
    onChange,
    close: () => closeAll(mirrored()),
  }
}

type Mirrors = Map<CharterId, Awaited<ReturnType<typeof openMirroredCase>>>

type Holding = {
  readonly cases: Map<CharterId, HeldCase>
  readonly mirrors: Mirrors
  readonly logs: Map<string, WitnessedLog>
}

/** Opens cases and holds them: those whose rules are known, and those that are only mirrored. */
function createHolding({ cases, mirrors, logs }: Holding, context: CaseContext, signer: Signer) {
  const { store, party, crypto, changed } = context
  const witnessing = (charter: CharterFrame) => {
    for (const log of witnessedLogs(charter, signer, crypto)) logs.set(...log)
  }
  const open = async (bytes: Uint8Array, how: Adding = {}): Promise<HeldCase> => {
    const charter = parseCharter(bytes, crypto)
    witnessing(charter)
    const file = await openCaseFile(charter, bytes, { ...context, ...how })
    cases.set(charter.id, file)
    return file
  }
  const openMirror = async (bytes: Uint8Array): Promise<MirroredCase> => {
    const frame = parseFrame(bytes, crypto)
    witnessing(frame)
    const file = await openMirroredCase(frame, bytes, context)
    mirrors.set(frame.id, file)
    return file
  }
  return {
    open,
    openMirror,
    mirror: async (bytes: Uint8Array): Promise<MirroredCase> => {
      const frame = parseFrame(bytes, crypto)
      const known = cases.get(frame.id) ?? mirrors.get(frame.id)
      if (known) return known
      assertNames(frame, party)
      await store.addMirrored(frame.id, bytes)
      const file = await openMirror(bytes)
      changed(frame.id)
      return file
    },
    add: async (bytes: Uint8Array, how?: Adding): Promise<HeldCase> => {
      const charter = parseCharter(bytes, crypto)
      const known = cases.get(charter.id)
      if (known) return known
      assertNames(charter, party)
      await mirrors.get(charter.id)?.retire()
      await store.addCharter(charter.id, bytes)
      const file = await open(bytes, how)
      mirrors.delete(charter.id)
      changed(charter.id)
      return file
    },
  }
}

/** How this node's witness comes by the entries of what it is about to cosign: from their author's node. */
function keepingOf(
  self: Pick<CaseFilesOptions, 'party' | 'clock' | 'crypto' | 'store' | 'logSigner'> & {
    readonly outside: Outside
    readonly urlOf: (party: PartyId) => string | undefined
  },
  cases: () => readonly MirroredCase[],
): (seen: Seen, carried?: Source) => Promise<boolean> {
  const { ask, openStream } = self.outside.network
  const network: Outside['network'] = {
    openStream,
    ask: (url, asked) => ask(url, { ...asked, timeout: KEEPING_TIMEOUT }),
  }
  return async (seen, carried) => {
    const of = strandNamed(seen.origin, cases())
    const url = of && of.party !== self.party ? self.urlOf(of.party) : undefined
    const overWire = () =>
      url === undefined
        ? undefined
        : sourceOf(of!.file, { party: of!.party, url }, { ...self, network })
    const source = carried ?? overWire()
    if (!of || !source) return true
    // A pouch is brought once: what it asks for is not put off.
    return (await keepEntries(seen, { ...self, ...of, source })) || source.isCarried === true
  }
}

async function closeAll(files: Iterable<MirroredCase>): Promise<void> {
  await Promise.all([...files].map(({ own }) => own.close()))
}

function createListeners() {
  const listeners = new Set<(id: CharterId) => void>()
  return {
    changed: (id: CharterId) => {
      for (const listener of listeners) listener(id)
    },
    onChange: (listener: (id: CharterId) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function assertNames({ parties }: CharterFrame, party: PartyId): void {
  if (parties.some(({ id }) => id === party)) return
  const named = parties.map(({ id }) => id).join(', ')
  throw new FederationError(
    'case.not-party',
    `expected a charter that names ${party}, got one of ${named}`,
  )
}

const knownOf = (logs: ReadonlyMap<string, WitnessedLog>) => ({
  logKeys: (origin: string) => [logs.get(origin)?.key].filter((key) => key !== undefined),
  jointName: (origin: string) => logs.get(origin)?.joint,
})

/** A log of a charter, and the name of the cuts that it is in. */
type WitnessedLog = { readonly key: Vkey; readonly joint: string }

/** The logs for which a charter names this node's key as a witness. */
function witnessedLogs(
  charter: CharterFrame,
  signer: Signer,
  { sha256 }: Crypto,
): readonly (readonly [string, WitnessedLog])[] {
  const isNamed = charter.witnesses.some(({ vkey }) => {
    const { name, raw } = parseVkey(vkey, sha256)
    return name === signer.name && toHex(raw) === toHex(signer.publicKey)
  })
  if (!isNamed) return []
  const joint = cutName(charter)
  return charter.parties.map(
    ({ origin, log }) => [origin, { key: parseVkey(log, sha256), joint }] as const,
  )
}

async function openAlarms({
  store,
  clock,
  warn,
  tell,
  changed,
}: {
  store: CaseStore
  clock: Clock
  warn: (line: string) => void
  tell: Tell
  changed: (id: CharterId) => void
}) {
  const alarms = [...(await store.alarms())]
  const known = new Set(alarms.map(alarmId))
  const raise = async (charter: CharterId, alarm: Omit<Alarm, 'at'>) => {
    await tell({ ...alarm, case: charter })
    const dated = { ...alarm, charter, at: instant(clock) }
    const id = alarmId(dated)
    const isLike = (one: CaseAlarm) =>
      one.charter === charter && one.party === alarm.party && one.code === alarm.code
    if (known.has(id) || alarms.filter(isLike).length >= ALARMS_PER_CODE) return
    known.add(id)
    warn(`${alarm.code} (${alarm.party}): ${alarm.message}`)
    alarms.push(dated)
    await store.addAlarm(dated)
    changed(charter)
  }
  return { alarms: () => alarms, raise }
}
