import { randomBytes } from 'node:crypto'
import {
  AccordError,
  cutImprint,
  timestampImprint,
  type ActId,
  type CharterId,
  type PartyId,
  type Timestamp,
  type VersionState,
} from '@entente/accord'
import type { CaseFile, HeldCase, HeldCaseFiles } from '../federation/index.ts'
import { crypto } from '../platform/crypto.ts'
import { inTurn } from '../platform/turn.ts'
import type { TimestampView } from './api.ts'
import { askAuthority } from './ask.ts'
import { readAnchors } from './certificate.ts'
import { TimestampError } from './error.ts'
import { tokenIn } from './exchange.ts'
import type { TimestampAuthority } from './setting.ts'
import type { KeptTimestamp, TimestampStore } from './store.ts'
import { verifyToken, type ProvedTime } from './verify-token.ts'

/** Milliseconds until an authority that gave no token for a certificate is asked again. */
const PAUSE = 60_000
/** Milliseconds after a change before a case is looked at: a flood of changes is one visit. */
const SETTLED = 200

type Options = {
  readonly store: TimestampStore
  readonly caseFiles: Pick<HeldCaseFiles, 'held' | 'onChange'>
  /** Asked anew each time: the configuration may change while the node runs. */
  readonly authorities: () => readonly TimestampAuthority[]
  readonly warn: (line: string) => void
}

/** Tokens of timestamp authorities over cuts of this node's cases. No decision reads them. */
export type Timestamps = {
  readonly authorities: () => readonly string[]
  /** What is held of a case, each proved again from its token. */
  readonly list: (file: CaseFile) => Promise<readonly TimestampView[]>
  /** As a bundle of the case at its present cut carries them. */
  readonly bundled: (file: CaseFile) => Promise<readonly Timestamp[]>
  /** Asks every authority for a token over the cut that is final now; throws `timestamp.no-authority` where there is none. */
  readonly take: (file: CaseFile) => Promise<readonly TimestampView[]>
}

export function createTimestamps({ store, caseFiles, authorities }: Options): Timestamps {
  const turn = inTurn()
  const heldOf = ({ charter }: CaseFile) =>
    caseFiles.held().find((one) => one.charter.id === charter.id)!
  return {
    authorities: () => authorities().map(({ name }) => name),
    list: async (file) =>
      (await store.of(file.charter.id)).map((kept) => viewOf(heldOf(file), kept, authorities())),
    bundled: async (file) =>
      (await store.of(file.charter.id))
        .filter(({ sizes }) => isWithin(file, sizes))
        .map(({ sizes, nonce, token }) => ({
          sizes,
          nonce,
          token: Buffer.from(token).toString('base64'),
        })),
    take: (file) =>
      turn(async () => {
        const asked = authorities()
        if (asked.length === 0)
          throw new TimestampError(
            'timestamp.no-authority',
            'expected a timestamp authority in node.json, got none',
          )
        return Promise.all(asked.map((authority) => takeFrom(authority, file, store)))
      }),
  }
}

const isWithin = (file: CaseFile, sizes: KeptTimestamp['sizes']) => {
  const { cut } = file.state()
  return file.charter.parties.every(({ id }) => (sizes[id] ?? Infinity) <= (cut[id]?.size ?? 0))
}

async function takeFrom(
  authority: TimestampAuthority,
  file: CaseFile,
  store: TimestampStore,
): Promise<TimestampView> {
  const { cut } = file.state()
  const charter = file.charter.id
  const sizes = Object.fromEntries(
    Object.entries(cut).map(([party, { size }]) => [party, size]),
  ) as Record<PartyId, number>
  const imprint = cutImprint(charter, cut, crypto.sha256)
  const nonce = randomBytes(8).toString('hex')
  const { name, url, anchor } = authority
  return proving({ authority: name, sizes }, async () => {
    const number = BigInt(`0x${nonce}`)
    const token = tokenIn(await askAuthority(url, { imprint, nonce: number }))
    // Only what proves something now is kept: a token that does not would be worth nothing later either.
    const proved = verifyToken(token, against(imprint, nonce, anchor))
    await store.keep({ charter, authority: name, sizes, nonce, token })
    return proved
  })
}

const against = (hash: Uint8Array, nonce: string, anchor: string) => ({
  imprint: { algorithm: 'sha256' as const, hash },
  nonce: BigInt(`0x${nonce}`),
  anchors: readAnchors(anchor),
})

type Said = Pick<TimestampView, 'authority' | 'sizes'>

async function proving(said: Said, prove: () => Promise<ProvedTime>): Promise<TimestampView> {
  try {
    return provedView(said, await prove())
  } catch (error) {
    return refusedView(said, error)
  }
}

const provedView = (said: Said, { at, accuracy, authority }: ProvedTime): TimestampView => ({
  ...said,
  at,
  ...(accuracy === undefined ? {} : { accuracy }),
  signedBy: authority,
})

function refusedView(said: Said, error: unknown): TimestampView {
  if (!(error instanceof TimestampError) && !(error instanceof AccordError)) throw error
  return { ...said, code: error.code, message: error.message }
}

/** What a kept token proves to whoever trusts the authorities that are configured now. */
function viewOf(
  file: HeldCase,
  { authority, sizes, nonce, token }: KeptTimestamp,
  authorities: readonly TimestampAuthority[],
): TimestampView {
  const said = { authority, sizes }
  try {
    const anchor = authorities.find(({ name }) => name === authority)?.anchor
    if (anchor === undefined)
      throw new TimestampError(
        'token.anchor',
        `expected ${authority} among the authorities of node.json, got others`,
      )
    const imprint = imprintOf(file, sizes)
    return provedView(said, verifyToken(token, against(imprint, nonce, anchor)))
  } catch (error) {
    return refusedView(said, error)
  }
}

function imprintOf(file: HeldCase, sizes: KeptTimestamp['sizes']): Uint8Array {
  const strands = file.charter.parties.map(({ id }) => ({
    party: id,
    tree: file.strand(id).tree(),
  }))
  return timestampImprint(file.charter, strands, sizes, crypto.sha256)
}

/** Certificates that prove true in a case: where a time that somebody else attests is worth most. */
function certificatesIn(file: CaseFile): readonly ActId[] {
  const of = ({ adopted, ended, lapsed = [], broken = [], ranOut = [] }: VersionState) => [
    ...adopted,
    ...ended,
    ...lapsed,
    ...broken,
    ...ranOut,
  ]
  return file.state().state.steps.flatMap(({ versions }) => versions.flatMap(of))
}

/** Whether an authority has seen every certificate of the case. */
function isSeen(file: CaseFile, held: readonly KeptTimestamp[], authority: string): boolean {
  const certificates = new Set(certificatesIn(file))
  const places = file.charter.parties.flatMap(({ id }) =>
    file.logged(id).filter((one) => certificates.has(one.id)),
  )
  return places.every(({ party, index }) =>
    held.some((one) => one.authority === authority && (one.sizes[party] ?? 0) > index),
  )
}

/** Asks the authorities whenever a case has a certificate that none of their tokens is over. */
export function startTimestamping(
  timestamps: Timestamps,
  { store, caseFiles, authorities, warn }: Options,
): { readonly stop: () => Promise<void> } {
  const turn = inTurn()
  const timers = new Map<CharterId, NodeJS.Timeout>()
  let isStopped = false
  const visit = async (file: CaseFile) => {
    const asked = authorities()
    if (isStopped || asked.length === 0 || certificatesIn(file).length === 0) return
    const held = await store.of(file.charter.id)
    if (asked.every(({ name }) => isSeen(file, held, name))) return
    const failed = (await timestamps.take(file)).filter((one) => 'code' in one)
    for (const { authority, code, message } of failed)
      warn(`timestamp of ${authority}: ${code}: ${message}`)
    if (failed.length > 0) later(file, PAUSE)
  }
  const later = (file: CaseFile, milliseconds: number) => {
    if (isStopped) return
    clearTimeout(timers.get(file.charter.id))
    const run = () =>
      turn(() => visit(file)).catch((error: unknown) => warn(`timestamps: ${String(error)}`))
    timers.set(file.charter.id, setTimeout(run, milliseconds).unref())
  }
  const kick = (id: CharterId) => {
    const file = caseFiles.held().find(({ charter }) => charter.id === id)
    if (file && authorities().length > 0) later(file, SETTLED)
  }
  const stopListening = caseFiles.onChange(kick)
  for (const { charter } of caseFiles.held()) kick(charter.id)
  return {
    stop: async () => {
      isStopped = true
      stopListening()
      for (const timer of timers.values()) clearTimeout(timer)
      await turn(async () => {})
    },
  }
}
