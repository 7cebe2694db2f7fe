import {
  makeCertificate,
  parseCharter,
  seal,
  type ActId,
  type ActSigner,
  type Charter,
  type PartyId,
  type ShownEntry,
} from '@entente/accord'
import {
  cosign,
  createTree,
  formatCheckpoint,
  formatVkey,
  leafHash,
  signNote,
  toBase64,
} from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter as parent,
  charterFields,
  fixedKey,
  headOf,
  idOf,
  keysAdd,
  ministry,
  openStrand,
  PARTY_IDS,
  payload,
  roots,
  signerOf,
  WITNESS_NAMES,
  type Said,
} from './vectors-case.ts'
import { TEXT } from './vectors-play.ts'

/** The public case of the same invented nations: its keys come from the case above it. */

type PartyName = (typeof PARTY_IDS)[number]
const originOf = (id: string) => `${id.toLowerCase()}.example/public`

const VERBS = ['declare', 'publish', 'recall']
/** The key act of each party in the case above, which this charter hands down byte for byte. */
const inherited = (id: string): string => toBase64(seal(payload(id, keysAdd(id, VERBS)), roots(id)))

export const publicFields = () => {
  const fields = charterFields()
  return {
    ...fields,
    title: 'Publications',
    public: true,
    tlp: 'TLP:CLEAR',
    parent: {
      case: parent.id,
      cut: Object.fromEntries(PARTY_IDS.map((id) => [id, headOf(openStrand(id))])),
    },
    keys: Object.fromEntries(PARTY_IDS.map((id) => [id, [inherited(id)]])),
    parties: fields.parties.map((party) => ({
      ...party,
      origin: originOf(party.id),
      log: formatVkey(originOf(party.id), 1, fixedKey(originOf(party.id)).publicKey, crypto.sha256),
    })),
  }
}

export const publicBytes = bytesOf(publicFields())
export const publicCharter: Charter = parseCharter(publicBytes, crypto)

/** Strands of the public case, entry by entry. */
type PublicStrands = Readonly<Record<PartyName, Uint8Array[]>>

const said = (party: string, act: Said): Uint8Array =>
  bytesOf({
    v: 1,
    charter: publicCharter.id,
    party,
    claimedAt: '2026-11-25T09:00:00Z',
    ...act,
  })

function putPublic(strands: PublicStrands, id: PartyName, act: Said, by = [ministry(id)]): ActId {
  const bytes = said(id, act)
  strands[id].push(seal(bytes, by))
  return idOf(bytes)
}

const named = (name: string) => ({ name, ...fixedKey(name) })

/** The first entries of a strand: where they lie in its tree, under a checkpoint with these cosignatures. */
export function shown(
  id: string,
  entries: readonly Uint8Array[],
  at: {
    readonly index: number
    readonly size: number
    readonly time: number
    /** Of each witness its own; of those that are left out none. */
    readonly times?: readonly number[]
  },
): ShownEntry {
  const origin = originOf(id)
  const tree = createTree(crypto.sha256)
  for (const entry of entries.slice(0, at.size)) tree.append(leafHash(crypto.sha256, entry))
  const text = formatCheckpoint({ origin, size: at.size, root: tree.root() })
  const times = at.times ?? Array<number>(3).fill(at.time)
  const lines = times.map((time, which) =>
    cosign(text, named(WITNESS_NAMES[which]!), time, crypto.sha256),
  )
  return {
    entry: entries[at.index]!,
    index: at.index,
    proof: tree.inclusion(at.index),
    checkpoint: `${signNote(text, named(origin), crypto.sha256)}${lines.join('')}`,
  }
}

export const PUBLISHED_AT = 1_795_600_000
const RECALLED_AT = PUBLISHED_AT + 7200

/** Of a case that only its parties read: what is published, and where it was adopted. */
const OF = {
  case: parent.id,
  version: `sha256:${'1a'.repeat(32)}`,
  certificate: `sha256:${'2b'.repeat(32)}`,
}
const POSITION: Said = {
  kind: 'publish',
  what: 'position',
  audience: 'everybody',
  text: TEXT,
  of: OF,
}
const SPANISH: Said = {
  ...POSITION,
  text: {
    lang: 'es',
    title: 'Posición común sobre el borrado de módems',
    clauses: [
      { id: '1', text: 'Los módems se borraron a propósito y la avería alcanzó a otros.' },
      { id: '2', text: 'Los responsables cesan y reparan lo que han roto.' },
    ],
  },
}

/** Birch’s press office: a second authority, whose key came after the charter. */
const press = (id: string): ActSigner => signerOf(`${id}-press-1`)
const pressKey = (id: string, verbs: readonly string[]): Said => ({
  kind: 'keys-add',
  authority: { id: `${id}-press`, name: 'Press office' },
  key: {
    keyid: `${id}-press-1`,
    alg: 'ed25519',
    pub: toBase64(fixedKey(`${id}-press-1`).publicKey),
    custody: 'token',
  },
  mandate: { verbs },
})

export type Published = {
  readonly strands: PublicStrands
  readonly ids: Readonly<
    Record<'alder' | 'birch' | 'birchKey' | 'birchSpanish' | 'cedar' | 'recall' | 'stray', ActId>
  >
}

/** Alder and Cedar publish by their ministries, Birch by its press office; Cedar takes it back. */
export function publishedPlay(): Published {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, []])) as unknown as PublicStrands
  const alder = putPublic(strands, 'XA', POSITION)
  const birchKey = putPublic(strands, 'XB', pressKey('XB', ['publish']), roots('XB'))
  const birchSpanish = putPublic(strands, 'XB', SPANISH, [press('XB')])
  const birch = putPublic(strands, 'XB', { ...POSITION, with: birchSpanish }, [press('XB')])
  const cedar = putPublic(strands, 'XC', POSITION)
  const stray = putPublic(strands, 'XC', { ...SPANISH, what: 'advisory', with: cedar })
  const recall = putPublic(strands, 'XC', {
    kind: 'recall',
    of: cedar,
    reason: 'Its parliament took the mandate back.',
  })
  // It stands in the chair's strand and counts for nothing: this key may only take back.
  putPublic(strands, 'CO', pressKey('CO', ['recall']), roots('CO'))
  putPublic(strands, 'CO', POSITION, [press('CO')])
  return { strands, ids: { alder, birch, birchKey, birchSpanish, cedar, recall, stray } }
}

/** The entries that belong into the certificate of the position, each in the tree that first had it. */
function certified({ strands }: Published) {
  const { XA, XB, XC } = strands
  const first = (id: string, entries: readonly Uint8Array[], index: number, time: number) =>
    shown(id, entries, { index, size: index + 1, time })
  return [
    { party: 'XA' as PartyId, entries: [first('XA', XA, 0, PUBLISHED_AT)] },
    {
      party: 'XB' as PartyId,
      entries: [
        shown('XB', XB, { index: 0, size: 3, time: PUBLISHED_AT + 600 }),
        first('XB', XB, 2, PUBLISHED_AT + 600),
      ],
    },
    {
      party: 'XC' as PartyId,
      entries: [
        first('XC', XC, 0, PUBLISHED_AT + 1200),
        shown('XC', XC, { index: 2, size: 3, time: RECALLED_AT }),
      ],
    },
  ]
}

export const goodCertificate = (play: Published = publishedPlay()): string =>
  makeCertificate({ charterBytes: publicBytes, parties: certified(play) })
