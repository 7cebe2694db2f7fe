import { LogError, quorum, toHex, type Crypto } from '@entente/log'
import { KINDS } from './act.ts'
import { parseCanonical } from './canonical.ts'
import { expectedForm } from './alg.ts'
import { charterKeys, type Keyed } from './checkpoint.ts'
import { casesAbove, Charter, firstsAmong, RULES } from './charter.ts'
import { AccordError, type AccordErrorCode } from './error.ts'
import type { CharterId } from './id.ts'
import { readPublicKey } from './keys.ts'
import { assertRules } from './rule.ts'
import { createStrandReader } from './strand.ts'

/** Sums of populations are compared after multiplying by at most a hundred. */
const MOST_POPULATION = Math.floor(Number.MAX_SAFE_INTEGER / 100)

/** SHA-256 of the canonical bytes of a charter: the id by which its case is trusted. */
export const charterId = (bytes: Uint8Array, { sha256 }: Pick<Crypto, 'sha256'>): CharterId =>
  `sha256:${toHex(sha256(bytes))}` as CharterId

/** Reads a charter and refuses one under which nothing could be decided or proved. */
export function parseCharter(bytes: Uint8Array, crypto: Crypto): Charter {
  const value = parseCanonical(bytes)
  const rules = typeof value === 'object' && value !== null && 'rules' in value && value.rules
  if (typeof rules === 'string' && rules !== RULES)
    throw refuse('charter.unknown-rules', `expected ${RULES}, got ${rules.slice(0, 80)}`)
  const parsed = Charter.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw refuse(
      'charter.malformed',
      `${issue?.message ?? 'expected a charter'} at ${issue?.path.join('.') || 'the top'}`,
    )
  }
  const charter: Charter = { ...parsed.data, id: charterId(bytes, crypto) }
  assertParties(charter)
  assertRules(charter)
  assertCustody(charter)
  assertPopulations(charter)
  assertRootKeys(charter, crypto)
  assertVerifierKeys(charter, crypto)
  assertQuorum(charter)
  assertInherited(charter, crypto)
  return charter
}

function assertParties({ parties, chair, steps, witnesses, keys = {} }: Charter) {
  assertOnce(
    'charter.parties',
    'party id',
    parties.map(({ id }) => id),
  )
  assertOnce(
    'charter.parties',
    'origin',
    parties.map(({ origin }) => origin),
  )
  const ids = new Set(parties.map(({ id }) => id))
  const named = [
    chair,
    ...Object.values(steps).flatMap(({ by }) => by ?? []),
    ...witnesses.flatMap(({ party }) => party ?? []),
    ...Object.keys(keys),
  ]
  const stranger = named.find((id) => !ids.has(id as typeof chair))
  if (stranger) throw refuse('charter.parties', `expected a party of the charter, got ${stranger}`)
  if (!parties.some(({ role }) => role === 'member'))
    throw refuse('charter.parties', 'expected at least one member with voices, got none')
}

/** A demand on a verb that no authority signs would look like one, and be none. */
function assertCustody({ custody = {} }: Charter) {
  const verbs = new Set<string>(
    KINDS.filter(({ signedBy }) => signedBy === 'authority').map(({ kind }) => kind),
  )
  const other = Object.keys(custody).find((verb) => !verbs.has(verb))
  if (other !== undefined)
    throw refuse(
      'charter.custody',
      `expected kinds of act that an authority signs, got ${other.slice(0, 80)}`,
    )
}

function assertPopulations({ parties }: Charter) {
  for (const { id, role, population } of parties)
    if ((role === 'member') !== (population !== undefined))
      throw refuse(
        'charter.population',
        role === 'member'
          ? `expected a population for the member ${id}, got none`
          : `expected no population for ${id}, which has no voice, got ${population}`,
        id,
      )
  const total = parties.reduce((sum, { population = 0 }) => sum + population, 0)
  if (total > MOST_POPULATION)
    throw refuse(
      'charter.population',
      `expected populations of at most ${MOST_POPULATION} in all, got ${total}`,
    )
}

function assertRootKeys({ parties, second }: Charter, crypto: Crypto) {
  assertOnce(
    'charter.keys',
    'root key id',
    parties.flatMap(({ root }) => root.map(({ keyid }) => keyid)),
  )
  assertOnce(
    'charter.keys',
    'root key',
    parties.flatMap(({ root }) => root.map(({ pub }) => pub)),
  )
  for (const { id, root, threshold } of parties) {
    const firsts = firstsAmong(root)
    if (threshold > firsts)
      throw refuse(
        'charter.keys',
        `expected a threshold of at most ${firsts} (its Ed25519 keys) for ${id}, got ${threshold}`,
        id,
      )
    if (second !== undefined && root.length - firsts < threshold)
      throw refuse(
        'charter.keys',
        `expected ${threshold} root keys of ${second} for ${id}, as the charter asks for second signatures, got ${root.length - firsts}`,
        id,
      )
    for (const key of root)
      if (!readPublicKey(key, crypto))
        throw refuse(
          'key.form',
          `expected ${expectedForm(key.alg)} for ${key.keyid}, got another`,
          id,
        )
  }
}

export function assertVerifierKeys(charter: Keyed, crypto: Crypto) {
  const { logs, witnesses } = readVerifierKeys(charter, crypto)
  for (const { id, origin } of charter.parties) {
    const log = logs.get(id)
    if (log?.type !== 1 || log.name !== origin)
      throw refuse(
        'charter.keys',
        `expected a log key (type 1) named ${origin}, got type ${log?.type} named ${log?.name}`,
        id,
      )
  }
  for (const { name, type } of witnesses)
    if (type !== 4 && type !== 6)
      throw refuse(
        'charter.keys',
        `expected a witness key (type 4 or 6) of ${name}, got type ${type}`,
      )
  assertOnce(
    'charter.keys',
    'witness name',
    witnesses.map(({ name }) => name),
  )
  assertOnce(
    'charter.keys',
    'witness key',
    witnesses.map(({ raw }) => toHex(raw)),
  )
  for (const { name, raw } of [...logs.values(), ...witnesses])
    if (!crypto.isKey(raw))
      throw refuse(
        'key.form',
        `expected an Ed25519 key of canonical form and prime order for ${name}, got another`,
      )
}

function readVerifierKeys(charter: Keyed, crypto: Crypto) {
  try {
    return charterKeys(charter, crypto)
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause
    throw new AccordError('charter.keys', cause.message, { cause })
  }
}

/** Fewer than this, and two trees of one strand could both count. */
export function assertQuorum({ witnesses, quorum: asked }: Pick<Charter, 'witnesses' | 'quorum'>) {
  const least = quorum(witnesses.length)
  if (asked < least || asked > witnesses.length)
    throw refuse(
      'charter.quorum',
      `expected a quorum from ${least} to ${witnesses.length} of ${witnesses.length} witnesses, got ${asked}`,
    )
}

function assertInherited(charter: Charter, crypto: Crypto) {
  if (charter.parent && charter.amends)
    throw refuse(
      'charter.malformed',
      'expected a case below another, or one that amends another, got both',
    )
  const above = casesAbove(charter)
  assertOnce('charter.malformed', 'case above', above)
  if (!charter.keys) return
  if (above.length === 0)
    throw refuse('charter.key-act', 'expected a parent case where the charter hands keys down')
  for (const { id } of charter.parties) createStrandReader(charter, id, crypto)
}

export function assertOnce(code: AccordErrorCode, what: string, values: readonly string[]) {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) throw refuse(code, `expected each ${what} once, got ${value} again`)
    seen.add(value)
  }
}

const refuse = (code: AccordErrorCode, message: string, party?: string) =>
  new AccordError(code, message, party === undefined ? {} : { place: { party } })
