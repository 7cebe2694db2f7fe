import { randomBytes } from 'node:crypto'
import {
  AccordError,
  cutImprint,
  timestampImprint,
  type CharterId,
  type PartyId,
  type Timestamp,
} from '@entente/accord'
import type { CaseFile, HeldCase, HeldCaseFiles } from '../federation/index.ts'
import { instant, type Clock } from '../platform/clock.ts'
import { crypto } from '../platform/crypto.ts'
import { inTurn } from '../platform/turn.ts'
import type { TimestampFailure, TimestampView } from './api.ts'
import { askAuthority } from './ask.ts'
import { readAnchors } from './certificate.ts'
import { isOver, placesOfCertificates, type Place } from './certified.ts'
import { TimestampError } from './error.ts'
import { tokenIn } from './exchange.ts'
import type { TimestampAuthority } from './setting.ts'
import type { KeptTimestamp, TimestampStore } from './store.ts'
import { verifyToken, type ProvedTime } from './verify-token.ts'

/** What a record may carry of them (section 6 of `spec/bundle.md`). */
const MOST_BUNDLED = 100

export type TimestampOptions = {
  readonly store: TimestampStore
  readonly caseFiles: Pick<HeldCaseFiles, 'held' | 'onChange'>
  /** Asked anew each time: the configuration may change while the node runs. */
  readonly authorities: () => readonly TimestampAuthority[]
  readonly warn: (line: string) => void
  readonly clock: Clock
}

/** Tokens of timestamp authorities over cuts of this node's cases. No decision reads them. */
export type Timestamps = {
  readonly authorities: () => readonly string[]
  /** What is held of a case, each proved again from its token. */
  readonly list: (file: CaseFile) => Promise<readonly TimestampView[]>
  /** As a bundle of the case at its present cut carries them. */
  readonly bundled: (file: CaseFile) => Promise<readonly Timestamp[]>
  /** What authorities that gave none of this case, when they were asked last, answered instead. */
  readonly failures: (file: CaseFile) => readonly TimestampFailure[]
  /**
   * Asks authorities, all unless some are named, for a token over the cut that is final now; throws
   * `timestamp.no-authority` where there is none.
   */
  readonly take: (file: CaseFile, named?: readonly string[]) => Promise<readonly TimestampView[]>
}

export function createTimestamps(options: TimestampOptions): Timestamps {
  const { store, caseFiles, authorities, clock } = options
  const turn = inTurn()
  const failed = new Map<CharterId, ReadonlyMap<string, TimestampFailure>>()
  const note = (id: CharterId, taken: readonly TimestampView[]) => {
    const now = new Map(failed.get(id))
    for (const one of taken) {
      const { authority } = one
      if ('code' in one)
        now.set(authority, { authority, code: one.code, message: one.message, at: instant(clock) })
      else now.delete(authority)
    }
    failed.set(id, now)
    return taken
  }
  const heldOf = ({ charter }: CaseFile) =>
    caseFiles.held().find((one) => one.charter.id === charter.id)!
  return {
    authorities: () => authorities().map(({ name }) => name),
    list: async (file) =>
      (await store.of(file.charter.id)).map((kept) => viewOf(heldOf(file), kept, authorities())),
    bundled: async (file) =>
      weightiest(
        (await store.of(file.charter.id)).filter(({ sizes }) => isWithin(file, sizes)),
        placesOfCertificates(file),
      ).map(({ sizes, nonce, token }) => ({
        sizes,
        nonce,
        token: Buffer.from(token).toString('base64'),
      })),
    failures: (file) => {
      const asked = new Set(authorities().map(({ name }) => name))
      return [...(failed.get(file.charter.id)?.values() ?? [])].filter(({ authority }) =>
        asked.has(authority),
      )
    },
    take: (file, named) =>
      turn(async () => {
        const asked = authorities().filter(({ name }) => named?.includes(name) ?? true)
        if (asked.length === 0)
          throw new TimestampError(
            'timestamp.no-authority',
            'expected a timestamp authority in node.json, got none',
          )
        const taken = await Promise.all(asked.map((authority) => takeFrom(authority, file, store)))
        return note(file.charter.id, taken)
      }),
  }
}

/**
 * Those that a record carries: of each certificate the first that is over it, then the latest. A case that
 * goes on for months has more than a record may hold.
 */
function weightiest(
  held: readonly KeptTimestamp[],
  places: readonly Place[],
): readonly KeptTimestamp[] {
  if (held.length <= MOST_BUNDLED) return held
  const first = places.map((place) => held.find(({ sizes }) => isOver(sizes, place)))
  const chosen = new Set(first.filter((one) => one !== undefined).slice(0, MOST_BUNDLED))
  for (const one of held.toReversed()) if (chosen.size < MOST_BUNDLED) chosen.add(one)
  return held.filter((one) => chosen.has(one))
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
