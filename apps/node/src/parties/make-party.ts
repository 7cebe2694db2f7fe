import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { rootSetHash, type Charter } from '@entente/accord'
import { cosignerType, formatVkey, toBase64 } from '@entente/log'
import { writeConfig } from '../config.ts'
import type { WarningMode } from '../warnings/setting.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys } from '../platform/keys/index.ts'
import { PartyCard, writeCard } from './card.ts'
import { PartiesError } from './error.ts'
import { defaultVerbs } from './key-act.ts'
import type { Role } from './role.ts'
import { createRootKeys, makeNextRoot, nextNumber, ONE, type HowMany } from './root-keys.ts'

/** Who founds a node: a party, the authorities that sign for it, and the persons of each. */
export type Profile = {
  readonly id: string
  readonly name: string
  readonly role: Charter['parties'][number]['role']
  readonly population?: number
  /** The name of its witness; invented parties witness under `.example`. */
  readonly witness?: string
  readonly authorities: readonly {
    readonly id: string
    readonly name: string
    readonly verbs?: readonly string[]
  }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly authority: string
    readonly role: Role
  }[]
  /** How many root keys, now and next; one unless said. */
  readonly roots?: Omit<HowMany, 'second'>
  /** Whether its root keys, its authorities and its witness have a key of ML-DSA-44 as well, in the place of one for the witness. */
  readonly second?: boolean
  /** Where the next root keys are put; beside the others unless said, to be carried elsewhere. */
  readonly nextRoot?: string
  /** What its node does with values on warning lists; keeps them out unless said. */
  readonly warninglists?: WarningMode
  /** Kinds of act that its node signs only after a draft was cleared; none unless said. */
  readonly clearance?: readonly string[]
}

/** Where `entente init` leaves the next root keys. */
export const NEXT_ROOT = 'next-root'

const authorityKeyId = (authority: string) => `${authority}-1`
const secondKeyId = (authority: string) => `${authority}-second-1`

/**
 * Makes a party's data directory: its root, log and witness keys, a key per authority, `node.json`
 * and the card that it gives to others. Refuses a directory where a party lives already.
 */
export function makeParty(directory: string, profile: Profile): PartyCard {
  assertFree(directory)
  const { authorities, people } = keyed(profile)
  const blank = { v: 1, party: profile.id, name: profile.name, role: profile.role }
  const population = profile.population === undefined ? {} : { population: profile.population }
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const keys = openKeys(directory, process.env['ENTENTE_NODE_KEY'])
  const witness = profile.witness ?? `${profile.id.toLowerCase()}.example/witness`
  const { second = false } = profile
  const howMany = { ...(profile.roots ?? ONE), second }
  const alg = second ? 'ml-dsa-44' : 'ed25519'
  assertRoots(howMany)
  const root = createRootKeys(keys, profile.id, { ...howMany, first: 1 })
  const next = makeNextRoot(profile.nextRoot ?? join(directory, NEXT_ROOT), profile.id, {
    ...howMany,
    first: nextNumber(root),
  })
  const card = PartyCard.parse({
    ...blank,
    ...population,
    ...root,
    next: rootSetHash(next, crypto.sha256),
    log: toBase64(keys.create('log').publicKey),
    witness: witnessVkey(witness, keys.create('witness', alg).publicKey),
  })
  for (const { keyid, second: other } of authorities) {
    keys.create(keyid)
    if (other !== undefined) keys.create(other, 'ml-dsa-44')
  }
  writeConfig(directory, {
    party: profile.id,
    name: profile.name,
    role: profile.role,
    witness,
    authorities,
    people,
    clearance: [...(profile.clearance ?? [])],
    ...(profile.warninglists === undefined ? {} : { warninglists: profile.warninglists }),
  })
  writeCard(directory, card)
  return card
}

/** Old and new root keys sign a change of them together, twice each with second keys, and an envelope has sixteen signatures. */
function assertRoots({ count, second = false }: HowMany): void {
  if (second && count > 4)
    throw new PartiesError(
      'card.malformed',
      `expected at most 4 root keys with second keys beside them, got ${count}`,
    )
}

const witnessVkey = (name: string, publicKey: Uint8Array) =>
  formatVkey(name, cosignerType(publicKey), publicKey, crypto.sha256)

function assertOnce(
  code: 'authority.taken' | 'person.exists',
  what: string,
  named: readonly { readonly id: string }[],
): void {
  // Keys are files, and not every file system tells capitals from small letters.
  const ids = named.map(({ id }) => id.toLowerCase())
  const twice = named.find(({ id }, at) => ids.indexOf(id.toLowerCase()) !== at)
  if (twice) throw new PartiesError(code, `expected each ${what} once, got ${twice.id} again`)
}

function assertFree(directory: string): void {
  const taken = ['node.json', 'keys'].find((name) => existsSync(join(directory, name)))
  if (taken !== undefined)
    throw new PartiesError(
      'party.exists',
      `expected a directory without a party, got ${directory} with ${taken} in it`,
    )
}

function keyed({ role, authorities, people, second = false }: Profile) {
  assertOnce('authority.taken', 'authority', authorities)
  assertOnce('person.exists', 'person', people)
  // Its key would be the party's own root key.
  if (authorities.some(({ id }) => authorityKeyId(id) === 'root-1'))
    throw new PartiesError('authority.taken', 'expected another name for an authority, got root')
  return {
    authorities: authorities.map(({ id, name, verbs }) => ({
      id,
      name,
      keyid: authorityKeyId(id),
      ...(second ? { second: secondKeyId(id) } : {}),
      verbs: [...(verbs ?? defaultVerbs(role))],
    })),
    people: people.map((person) => {
      if (authorities.some(({ id }) => id === person.authority))
        return { ...person, keyid: authorityKeyId(person.authority) }
      throw new PartiesError(
        'person.unknown',
        `expected ${person.id} to work for one of ${authorities.map(({ id }) => id).join(', ')}, got ${person.authority}`,
      )
    }),
  }
}
