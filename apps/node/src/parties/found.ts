import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { canonical, parseCharter, seal, type Charter, type CharterId } from '@entente/accord'
import { createTree, formatVkey, leafHash, quorum, toBase64 } from '@entente/log'
import { writeConfig } from '../config.ts'
import { crypto } from '../platform/crypto.ts'
import { openKeys, type HeldKey } from '../platform/keys/index.ts'

/** Who founds a coalition and opens its first case, and under which rules. */
export type Founding = {
  readonly slug: string
  readonly coalition: string
  readonly title: string
  readonly exercise: boolean
  readonly tlp: Charter['tlp']
  readonly chair: string
  readonly steps: Charter['steps']
  readonly grace: number
  readonly notice: number
  readonly cure: number
  readonly parties: readonly FoundingParty[]
}

export type FoundingParty = {
  readonly id: string
  readonly name: string
  readonly role: 'member' | 'organisation'
  readonly population?: number
  readonly authority: { readonly id: string; readonly name: string }
  readonly person: { readonly id: string; readonly name: string }
}

export type Founded = {
  readonly root: CharterId
  readonly case: CharterId
  /** Charters in the order in which a node takes them up, and the key act of each party. */
  readonly charters: readonly Uint8Array[]
  readonly keyActs: Readonly<Record<string, Uint8Array>>
}

type PartyKeys = {
  readonly root: HeldKey
  readonly log: HeldKey
  readonly witness: HeldKey
  readonly authority: HeldKey
}

const MEMBER_VERBS = ['evidence', 'attribute', 'comply', 'withdraw', 'declare']
const CHAIR_VERBS = ['evidence', 'propose', 'amend', 'declare']

const encode = (value: unknown) => new TextEncoder().encode(canonical(value))
const witnessName = (party: FoundingParty) => `${party.id.toLowerCase()}.example/witness`

/**
 * Makes the keys of every party in its own data directory, writes the root charter with each
 * party's root-signed key act, and opens a case whose charter carries those acts byte for byte.
 */
export function found(
  founding: Founding,
  directoryOf: (party: string) => string,
  nowAt: Date,
): Founded {
  const keys = new Map(founding.parties.map((party) => [party.id, makeKeys(party, directoryOf)]))
  const suffix = randomBytes(4).toString('hex')
  const rootBytes = encode(charterOf(founding, keys, `${founding.slug}/${suffix}/root`, {}))
  const root = parseCharter(rootBytes, crypto)
  const keyActs = Object.fromEntries(
    founding.parties.map((party) => [party.id, keyAct(party, root.id, keys.get(party.id)!, nowAt)]),
  )
  const cut = Object.fromEntries(
    Object.entries(keyActs).map(([party, entry]) => {
      const tree = createTree(crypto.sha256)
      tree.append(leafHash(crypto.sha256, entry))
      return [party, { size: 1, root: toBase64(tree.root()) }]
    }),
  )
  const caseBytes = encode(
    charterOf(founding, keys, `${founding.slug}/${suffix}/case-1`, {
      title: founding.title,
      parent: { case: root.id, cut },
      keys: Object.fromEntries(
        Object.entries(keyActs).map(([party, entry]) => [party, [toBase64(entry)]]),
      ),
      steps: founding.steps,
    }),
  )
  return {
    root: root.id,
    case: parseCharter(caseBytes, crypto).id,
    charters: [rootBytes, caseBytes],
    keyActs,
  }
}

function makeKeys(party: FoundingParty, directoryOf: (party: string) => string): PartyKeys {
  const directory = directoryOf(party.id)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  writeConfig(directory, {
    party: party.id,
    name: party.name,
    role: party.role,
    witness: witnessName(party),
    people: [{ ...party.person, authority: party.authority.id, keyid: `${party.authority.id}-1` }],
  })
  const keys = openKeys(directory, process.env['ENTENTE_NODE_KEY'])
  return {
    root: keys.create('root-1'),
    log: keys.create('log'),
    witness: keys.create('witness'),
    authority: keys.create(`${party.authority.id}-1`),
  }
}

/** A charter of this coalition; `more` says what a case adds to the root's rules. */
function charterOf(
  founding: Founding,
  keys: ReadonlyMap<string, PartyKeys>,
  slug: string,
  more: Record<string, unknown>,
) {
  return {
    v: 1,
    rules: 'entente-rules/1',
    title: founding.coalition,
    exercise: founding.exercise,
    tlp: founding.tlp,
    chair: founding.chair,
    parties: founding.parties.map((party) => {
      const origin = `entente.example/${slug}/${party.id.toLowerCase()}`
      return {
        id: party.id,
        name: party.name,
        role: party.role,
        ...(party.population === undefined ? {} : { population: party.population }),
        origin,
        log: formatVkey(origin, 1, keys.get(party.id)!.log.publicKey, crypto.sha256),
        root: [
          {
            keyid: `${party.id}-root-1`,
            alg: 'ed25519',
            pub: toBase64(keys.get(party.id)!.root.publicKey),
          },
        ],
        threshold: 1,
      }
    }),
    witnesses: founding.parties.map((party) => ({
      party: party.id,
      vkey: formatVkey(witnessName(party), 4, keys.get(party.id)!.witness.publicKey, crypto.sha256),
    })),
    quorum: quorum(founding.parties.length),
    grace: founding.grace,
    notice: founding.notice,
    cure: founding.cure,
    steps: {},
    ...more,
  }
}

/** The party's root key gives its authority a key and the verbs it may use. */
function keyAct(party: FoundingParty, charter: CharterId, keys: PartyKeys, nowAt: Date) {
  const payload = encode({
    v: 1,
    charter,
    party: party.id,
    kind: 'keys-add',
    claimedAt: `${nowAt.toISOString().slice(0, 19)}Z`,
    authority: party.authority,
    key: {
      keyid: `${party.authority.id}-1`,
      alg: 'ed25519',
      pub: toBase64(keys.authority.publicKey),
      custody: 'node-held',
    },
    mandate: { verbs: party.role === 'member' ? MEMBER_VERBS : CHAIR_VERBS },
  })
  return seal(payload, [{ keyid: `${party.id}-root-1`, sign: keys.root.sign }])
}
