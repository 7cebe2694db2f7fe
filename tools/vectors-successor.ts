import {
  charterId,
  createStrandReader,
  evaluate,
  makeBundle,
  parseCharter,
  readCut,
  seal,
  stateDigest,
  takenFrom,
  type Attachments,
  type Charter,
  type PartyId,
  type StrandReaders,
} from '@entente/accord'
import { formatVkey, toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter,
  charterBytes,
  charterFields,
  fixedKey,
  keysAdd,
  ministry,
  noteOf,
  openStrand,
  PARTY_IDS,
  payload,
  put,
  roots,
  threeAt,
  type GrowingStrand,
  type Said,
} from './vectors-case.ts'
import { certOf } from './vectors-example.ts'
import { AFTER, certificate, complies, EVIDENCE, TEXT, type Strands } from './vectors-play.ts'

/** Three nations amend their charter: Cedar is out by its own voice as well, and Dogwood comes in. */

type Fields = Record<string, unknown> &
  Pick<Charter, 'parties' | 'amends'> & {
    readonly keys?: Readonly<Record<PartyId, readonly string[]>>
  }

const STEP = { id: 'charter', kind: 'charter' }
const originOf = (id: string) => `${id.toLowerCase()}.example/quiet-modem-2`

/** A case of these strands, as whoever holds it has it. */
export function recordOf(strands: Readonly<Record<string, GrowingStrand>>, of = charter) {
  const readers = Object.fromEntries(
    Object.entries(strands).map(([id, { party, entries }]) => {
      const reader = createStrandReader(of, party, crypto)
      for (const entry of entries) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders
  return {
    charter: of,
    readers,
    logged: (party: PartyId) => readers[party]!.strand().acts,
    entries: (party: PartyId) => strands[party]!.entries,
  }
}

export function stateOf(
  { readers, charter: of }: ReturnType<typeof recordOf>,
  attachments: Attachments,
) {
  const sizes = Object.fromEntries(Object.entries(readers).map(([id, { tree }]) => [id, tree.size]))
  return evaluate(of, readCut(of, readers, sizes, { crypto, attachments }))
}

export const partyNamed = (id: string, name: string, population?: number) => ({
  id,
  name,
  role: population === undefined ? 'organisation' : 'member',
  ...(population === undefined ? {} : { population }),
  origin: originOf(id),
  log: formatVkey(originOf(id), 1, fixedKey(originOf(id)).publicKey, crypto.sha256),
  root: [1, 2].map((n) => ({
    keyid: `${id}-root-${n}`,
    alg: 'ed25519',
    pub: toBase64(fixedKey(`${id}-root-${n}`).publicKey),
  })),
  threshold: 2,
})

/** The charter that amends the one of the vectors at these sizes of its strands. */
export function successorFields(strands: Strands, sizes: Readonly<Record<string, number>>): Fields {
  const { cut, keys } = takenFrom(recordOf(strands), sizes as Record<PartyId, number>, crypto)
  const { witnesses, ...rest } = charterFields()
  const goOn = ['XA', 'XB', 'CO'] as const
  return {
    ...rest,
    title: 'Quiet modem, with Dogwood',
    parties: [
      partyNamed('XA', 'Alder', 40),
      partyNamed('XB', 'Birch', 35),
      partyNamed('CO', 'Office'),
      partyNamed('XD', 'Dogwood', 25),
    ] as unknown as Charter['parties'],
    witnesses: witnesses.filter(({ party }) => party !== 'XC'),
    quorum: 2,
    keys: Object.fromEntries(goOn.map((id) => [id, keys[id as string as PartyId]!])),
    amends: { case: charter.id, cut },
  }
}

/** The strands in which all three agree on a successor, and its bytes. */
export function amendedPlay() {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const sizes = Object.fromEntries(PARTY_IDS.map((id) => [id, 1]))
  const fields = successorFields(strands, sizes)
  const bytes = bytesOf(fields)
  const successor = charterId(bytes, crypto)
  const text = { ...TEXT, title: 'Dogwood comes in, Cedar goes' }
  const on = put(strands.CO, { kind: 'propose', step: STEP, text, successor })
  for (const id of ['XA', 'XB', 'XC'] as const) put(strands[id], complies(on))
  put(strands.CO, certificate(strands, 'adopted', on))
  put(strands.CO, { kind: 'charter-amend', on, to: successor })
  const attachments = new Map([[successor, bytes]]) as unknown as Attachments
  return { strands, fields, bytes, on, attachments }
}

export function amendedBundle(): string {
  const { strands, attachments } = amendedPlay()
  return makeBundle({
    charterBytes,
    strands: PARTY_IDS.map((id) => ({
      party: strands[id].party,
      checkpoint: noteOf(strands[id], threeAt(AFTER)),
      entries: strands[id].entries,
    })),
    attachments,
    digest: stateDigest(stateOf(recordOf(strands), attachments), crypto.sha256),
  })
}

/** The record of the case under the successor: keys handed down, a copy of a later one, and a nation that is new. */
export function successorStrands(bytes: Uint8Array) {
  const next = parseCharter(bytes, crypto)
  const here = (party: string, said: Said) => payload(party, { ...said, charter: next.id })
  const said = (party: string, what: Said) => seal(here(party, what), [ministry(party)])
  const strands: Record<string, GrowingStrand> = Object.fromEntries(
    next.parties.map(({ id }) => [id, { party: id, entries: [] }]),
  )
  const enter = (party: string, entry: Uint8Array) => strands[party]!.entries.push(entry)
  enter('XD', seal(here('XD', keysAdd('XD')), roots('XD')))
  for (const id of ['XA', 'XB', 'CO', 'XD']) enter(id, said(id, { kind: 'join' }))
  // It was said in the case before, after the cut at which keys are taken over.
  enter('XA', seal(payload('XA', certOf('XA')), roots('XA')))
  enter('XA', said('XA', EVIDENCE))
  return { next, strands }
}

export function successorBundle(): string {
  const { bytes } = amendedPlay()
  const { next, strands } = successorStrands(bytes)
  const state = stateOf(recordOf(strands, next), new Map())
  const times = Object.fromEntries(Object.entries(threeAt(AFTER)).slice(0, 2))
  return makeBundle({
    charterBytes: bytes,
    strands: next.parties.map(({ id, origin }) => ({
      party: id,
      checkpoint: noteOf(strands[id]!, times, strands[id]!.entries.length, origin),
      entries: strands[id]!.entries,
    })),
    digest: stateDigest(state, crypto.sha256),
  })
}

type SuccessorCase = {
  readonly name: string
  readonly why: string
  readonly id: string
  readonly bytes: Uint8Array
  readonly verdict: 'succeeds' | { readonly refused: string }
}

const OTHER = `sha256:${'7'.repeat(64)}`

type Given = ReturnType<typeof amendedPlay>['fields'] & Required<Pick<Fields, 'amends' | 'keys'>>

/** A charter with something else in it, and what is to be said of it. */
function changed(
  fields: Given,
  [name, why, refused]: readonly [string, string, string?],
  change: Record<string, unknown> = {},
): SuccessorCase {
  const given = Object.entries({ ...fields, ...change }).filter(([, value]) => value !== undefined)
  const bytes = bytesOf(Object.fromEntries(given))
  const verdict = refused === undefined ? ('succeeds' as const) : { refused }
  return { name, why, id: charterId(bytes, crypto), bytes, verdict }
}

/** The adopted successor, and charters that are none, each by one change. */
export function successorCases(): readonly SuccessorCase[] {
  const fields = amendedPlay().fields as Given
  return [...byCase(fields), ...byCut(fields), ...byParty(fields)]
}

function byCase(fields: Given): readonly SuccessorCase[] {
  const { amends } = fields
  return [
    changed(fields, ['that was adopted', 'All three agreed to it, Cedar too.']),
    changed(fields, ['with another title', 'Nobody agreed to this one.', 'amends.not-adopted'], {
      title: 'Quiet modem, with Dogwood and others',
    }),
    changed(
      fields,
      ['that amends nothing', 'A charter says whose place it takes.', 'amends.case'],
      {
        amends: undefined,
        keys: undefined,
      },
    ),
    changed(
      fields,
      ['that amends another case', 'It was adopted elsewhere, or nowhere.', 'amends.case'],
      {
        amends: { ...amends, case: OTHER },
        keys: {},
      },
    ),
    changed(
      fields,
      ['with charters before that were none', 'Their key acts would count here.', 'amends.case'],
      { amends: { ...amends, older: [OTHER] } },
    ),
    changed(
      fields,
      ['with a charter before it twice', 'Each case stands once.', 'charter.malformed'],
      {
        amends: { ...amends, older: [OTHER, OTHER] },
      },
    ),
    changed(
      fields,
      ['that is below another as well', 'Keys come from one case.', 'charter.malformed'],
      {
        parent: { case: charter.id, cut: amends.cut },
      },
    ),
  ]
}

function byCut(fields: Given): readonly SuccessorCase[] {
  const { amends } = fields
  const alder = amends.cut['XA' as PartyId]!
  const within = (more: Record<string, unknown>) => ({ cut: { ...amends.cut, ...more } })
  const { CO: _office, ...three } = amends.cut as Record<string, unknown>
  return [
    changed(fields, ['whose cut leaves a party out', 'It is over all strands.', 'amends.cut'], {
      amends: { ...amends, cut: three },
    }),
    changed(
      fields,
      ['whose cut has another tree', 'It is no place in this record.', 'amends.cut'],
      {
        amends: {
          ...amends,
          ...within({ XA: { ...alder, root: amends.cut['XB' as PartyId]!.root } }),
        },
      },
    ),
    changed(fields, ['whose cut goes beyond the record', 'Nobody can look it up.', 'amends.cut'], {
      amends: { ...amends, ...within({ XA: { ...alder, size: 9 } }) },
    }),
  ]
}

function byParty(fields: Given): readonly SuccessorCase[] {
  const { keys } = fields
  const named = (change: (party: Charter['parties'][number]) => object) => ({
    parties: fields.parties.map((party) => ({ ...party, ...change(party) })),
  })
  return [
    changed(
      fields,
      ['that leaves out a key act', 'Alder would come in without a voice.', 'amends.keys'],
      {
        keys: { ...keys, XA: [] },
      },
    ),
    changed(
      fields,
      [
        'that takes over a later key act',
        'It counts by a copy, from the place of the copy.',
        'amends.keys',
      ],
      {
        keys: {
          ...keys,
          XA: [...keys['XA' as PartyId]!, toBase64(seal(payload('XA', certOf('XA')), roots('XA')))],
        },
      },
    ),
    changed(
      fields,
      [
        'that names Alder anew without its keys',
        'Its new root keys give new ones.',
        'amends.not-adopted',
      ],
      {
        ...named(({ id, root }) =>
          id === 'XA' ? { root: root.map((one) => ({ ...one, keyid: `${one.keyid}-new` })) } : {},
        ),
        keys: { XB: keys['XB' as PartyId], CO: keys['CO' as PartyId] },
      },
    ),
    changed(
      fields,
      ['that gives a strand its old name', 'Witnesses would see two histories.', 'amends.origin'],
      named(({ id, origin, log }) => (id === 'XA' ? charterFields().parties[0]! : { origin, log })),
    ),
  ]
}
