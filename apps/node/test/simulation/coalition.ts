import {
  parseCharter,
  seal,
  takenFrom,
  type Charter,
  type HeldRecord,
  type PartyId,
} from '@entente/accord'
import { formatVkey, quorum, toBase64, type Signer } from '@entente/log'
import { bytesOf, fixedKey, keysAdd, roots, VERBS } from '../../../../tools/vectors-case.ts'
import { crypto } from '../../src/platform/crypto.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Seconds: what the charters of simulated coalitions say of time. */
export const TERMS = {
  grace: 600,
  notice: DAY / 1000,
  cure: (2 * DAY) / 1000,
  period: (6 * DAY) / 1000,
} as const

/** XA to XZ, then YA: as many as the Union has. */
const NAMES = Array.from({ length: 27 }, (_, index) =>
  index < 26 ? `X${String.fromCharCode(65 + index)}` : 'YA',
) as readonly string[] as readonly PartyId[]

/** One case of invented nations, each with a node, a log and a witness; the first is in the chair. */
export type Coalition = {
  readonly members: readonly PartyId[]
  readonly charter: Charter
  readonly charterBytes: Uint8Array
  readonly populations: Readonly<Record<string, number>>
  readonly logSigner: (origin: string) => Signer
  readonly witnessSigner: (party: PartyId) => Signer
  /** The key with which a party's ministry signs. */
  readonly ministry: (party: PartyId) => Signer
  /** The first entry of a strand: the root keys give the ministry its key. */
  readonly keysEntry: (party: PartyId) => Uint8Array
}

const witnessName = (party: string) => `${party.toLowerCase()}.example/witness`
/** The name of a party's strand, in the first case and in that under the successor. */
const originOf = (party: string, place = 'simulated') => `${party.toLowerCase()}.example/${place}`
const signers = new Map<string, Signer>()
function named(name: string): Signer {
  const signer = signers.get(name) ?? { name, ...fixedKey(name) }
  signers.set(name, signer)
  return signer
}

/** A charter before it is written, with strands that have these names. */
const fieldsOf = (
  members: readonly PartyId[],
  populations: Readonly<Record<string, number>>,
  place?: string,
) => ({
  v: 1,
  rules: 'entente-rules/1',
  title: 'A simulated case',
  exercise: true,
  tlp: 'TLP:GREEN',
  chair: 'XA',
  parties: members.map((id) => ({
    id,
    name: `Nation ${id}`,
    role: 'member',
    population: populations[id],
    origin: originOf(id, place),
    log: formatVkey(originOf(id, place), 1, fixedKey(originOf(id, place)).publicKey, crypto.sha256),
    root: [1, 2].map((n) => ({
      keyid: `${id}-root-${n}`,
      alg: 'ed25519',
      pub: toBase64(fixedKey(`${id}-root-${n}`).publicKey),
    })),
    threshold: 2,
  })),
  witnesses: members.map((party) => ({
    party,
    vkey: formatVkey(witnessName(party), 4, fixedKey(witnessName(party)).publicKey, crypto.sha256),
  })),
  quorum: quorum(members.length),
  ...TERMS,
  minimum: Math.ceil(members.length / 2),
  blocking: Math.max(1, Math.ceil((4 * members.length) / 27)),
  steps: {
    position: { rule: 'express-unanimity' },
    situation: { rule: 'qualified-majority' },
    term: { rule: 'silence' },
    attribution: { rule: 'each-its-own' },
    measure: { rule: 'participants-only' },
    charter: { rule: 'express-unanimity' },
  },
})

/** A coalition of so many members with the quorum of its size, and a rule for every way to decide. */
export function coalitionOf(count: number): Coalition {
  const members = NAMES.slice(0, count)
  const populations = Object.fromEntries(
    members.map((id, index) => [id, 10 + ((index * 7) % 13) * 3]),
  )
  const charterBytes = bytesOf(fieldsOf(members, populations))
  const charter = parseCharter(charterBytes, crypto)
  return {
    members,
    charter,
    charterBytes,
    populations,
    logSigner: named,
    witnessSigner: (party) => named(witnessName(party)),
    ministry: (party) => named(`${party}-mfa-1`),
    keysEntry: (party) =>
      seal(
        bytesOf({
          v: 1,
          charter: charter.id,
          party,
          claimedAt: '2026-11-24T14:05:00Z',
          ...keysAdd(party, [...VERBS, 'accuse']),
        }),
        roots(party),
      ),
  }
}

/** The bytes of a charter under which the same nations go on, from what is final of their case. */
export function successorOf(
  { members, populations }: Pick<Coalition, 'members' | 'populations'>,
  record: HeldRecord,
  sizes: Readonly<Record<PartyId, number>>,
): Uint8Array {
  const { cut, keys } = takenFrom(record, sizes, crypto)
  const fields = fieldsOf(members, populations, 'simulated-2')
  const amends = { case: record.charter.id, cut }
  return bytesOf({ ...fields, title: 'The same case under another charter', keys, amends })
}
