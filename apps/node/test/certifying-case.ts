import {
  cutName,
  parseCharter,
  seal,
  type ActId,
  type PartyId,
  type StepKind,
} from '@entente/accord'
import {
  cosign,
  createTree,
  formatCheckpoint,
  leafHash,
  parseVkey,
  signNote,
  type Signer,
} from '@entente/log'
import {
  bytesOf,
  charterFields,
  fixedKey,
  idOf,
  keysAdd,
  ministry,
  roots,
  WITNESS_NAMES,
  type Said,
} from '../../../tools/vectors-case.ts'
import { TEXT } from '../../../tools/vectors-play.ts'
import { openCaseFile, type HeldCase } from '../src/federation/case-file.ts'
import { caseMigrations, caseStore } from '../src/federation/case-store.ts'
import { outside } from '../src/federation/outside.ts'
import { createWitness } from '../src/federation/witness.ts'
import { crypto } from '../src/platform/crypto.ts'
import { openDatabase, type Database } from '../src/platform/db/index.ts'
import { draftCertificate, type Asked } from '../src/positions/certify.ts'

/** A case in which a node certifies from trees that it holds, with a clock that the test sets. */

const OFFICE = WITNESS_NAMES[3]!
const fields = charterFields()
const bytes = bytesOf({
  ...fields,
  witnesses: fields.witnesses.slice(3),
  quorum: 1,
  grace: 5,
  notice: 10,
  cure: 20,
  period: 100,
  minimum: 1,
  blocking: 4,
  steps: {
    position: { rule: 'express-unanimity' },
    term: { rule: 'silence' },
    situation: { rule: 'qualified-majority' },
  },
})
export const charter = parseCharter(bytes, crypto)
const named = (name: string): Signer => ({ name, ...fixedKey(name) })
const originOf = (party: string) => charter.parties.find(({ id }) => id === party)!.origin

let database: Database
/** After each test that opened a case. */
export const closeCase = async (): Promise<void> => database.close()

/** A case whose only witness is this node, which vouches for whole cuts or not, and whose members act when they are told to. */
export async function openCase({ vouches = true } = {}) {
  const clock = { now: () => world.now * 1000 }
  database = await openDatabase(':memory:', caseMigrations)
  const store = caseStore(database)
  const witness = createWitness({
    store,
    signer: named(OFFICE),
    clock,
    crypto,
    ...(vouches ? { jointName: () => cutName(charter) } : {}),
    logKeys: (origin) =>
      charter.parties
        .filter((party) => party.origin === origin && !world.isAway)
        .map(({ log }) => parseVkey(log, crypto.sha256)),
  })
  const file = await openCaseFile(charter, bytes, {
    store,
    party: 'CO' as PartyId,
    logSigner: named,
    crypto,
    clock,
    witness: {
      ...witness,
      vouch: async (...cut) => {
        const { meanwhile } = world
        delete world.meanwhile
        return meanwhile ? void (await meanwhile()) : witness.vouch(...cut)
      },
    },
    outside,
    quota: () => 20_000,
    submitTo: () => Promise.resolve(undefined),
    urlOf: () => undefined,
    raise: () => Promise.resolve(),
    tell: () => Promise.resolve(),
    changed: () => {},
    failed: (error) => {
      throw error
    },
  })
  const world: World = { now: 900, file, last: new Map() }
  for (const id of ['CO', 'XA', 'XB', 'XC'])
    await enter(world, id, seal(payloadOf(id, keysAdd(id)), roots(id)))
  return world
}

export type World = {
  now: number
  readonly file: HeldCase
  readonly last: Map<string, ActId>
  /** What happens while the witness is asked for a cut, of which it then says nothing. */
  meanwhile?: () => Promise<unknown>
  /** The witness cosigns nothing. */
  isAway?: boolean
}

export const payloadOf = (party: string, said: Said) =>
  bytesOf({ v: 1, charter: charter.id, party, claimedAt: '2026-11-24T14:05:00Z', ...said })

export async function enter({ file, now }: World, party: string, entry: Uint8Array): Promise<void> {
  if (party === 'CO') return void (await file.file(entry))
  const strand = file.strand(party as PartyId)
  const tree = createTree(crypto.sha256)
  for (const one of [...strand.entries(), entry]) tree.append(leafHash(crypto.sha256, one))
  const text = formatCheckpoint({ origin: originOf(party), size: tree.size, root: tree.root() })
  const note = `${signNote(text, named(originOf(party)), crypto.sha256)}${cosign(text, named(OFFICE), now, crypto.sha256)}`
  await strand.admit([entry], { size: tree.size, note, by: now })
}

/** Has a party's ministry file what it says at this second, and gives the act's id. */
export async function says(world: World, at: number, [party, said]: readonly [string, Said]) {
  world.now = at
  const { on } = said
  const subject = typeof on === 'string' ? `${party} ${on}` : undefined
  const prev = subject === undefined ? undefined : world.last.get(subject)
  const payload = payloadOf(party, prev ? { ...said, prev } : said)
  await enter(world, party, seal(payload, [ministry(party)]))
  const id = idOf(payload)
  if (subject !== undefined) world.last.set(subject, id)
  return id
}

export const put = (kind: StepKind): readonly [string, Said] => [
  'CO',
  { kind: 'propose', step: { id: 's', kind }, text: TEXT, expiry: 1000 },
]
export const voice = (
  party: string,
  on: ActId,
  said: string,
  more: Said = {},
): readonly [string, Said] => [party, { kind: 'comply', on, union: said, national: said, ...more }]
export const receipt = (party: string, of: ActId): readonly [string, Said] => [
  party,
  { kind: 'receipt', of },
]

export async function declare(world: World, at: number, asked: Asked): Promise<string> {
  world.now = at
  try {
    const { payload } = await draftCertificate(world.file, asked, {
      party: 'CO' as PartyId,
      now: at,
    })
    await world.file.file(seal(new TextEncoder().encode(payload), [ministry('CO')]))
    return 'filed'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
export const versionOf = ({ file }: World) => file.state().state.steps[0]!.versions[0]!

/** A text under silence: Alder complied, Birch and Cedar acknowledged it. */
export async function silence(how = {}) {
  const world = await openCase(how)
  const on = await says(world, 900, put('term'))
  await says(world, 920, voice('XA', on, 'complies'))
  await says(world, 930, receipt('XB', on))
  await says(world, 940, receipt('XC', on))
  return { world, on }
}
export const adopted = { result: 'adopted' } as const
export const ended = { result: 'ended' } as const
export const lapsed = { result: 'lapsed' } as const
export const expired = { result: 'expired' } as const
