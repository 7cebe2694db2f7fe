import {
  attachmentId,
  createStrandReader,
  cutText,
  evaluate,
  makeBundle,
  readCut,
  stateDigest,
  type Attachments,
  type Charter,
  type Head,
  type StrandReaders,
} from '@entente/accord'
import { cosign, createTree, formatCheckpoint, leafHash, toHex, toUtf8 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  charter,
  charterBytes,
  headOf,
  named,
  noteOf,
  openStrand,
  originOf,
  PARTY_IDS,
  put,
  threeAt,
  type Said,
} from './vectors-case.ts'
import { AFTER, BEFORE, complies, STEP, TEXT, type Strands } from './vectors-play.ts'

/** Records whose certificate is shown by notes over the whole cut, and what such notes are worth that are not true. */

type Cut = Readonly<Record<string, Head>>

/** A note over a whole cut, cosigned by these witnesses at their times. */
export function cutNoteOf(
  cut: Cut,
  times: Readonly<Record<string, number>>,
  of: Charter = charter,
): string {
  const text = cutText(of, cut, crypto)
  const lines = Object.entries(times).map(([name, time]) =>
    cosign(text, named(name), time, crypto.sha256),
  )
  return `${text}\n${lines.join('')}`
}

const cutOf = (strands: Strands): Cut =>
  Object.fromEntries(PARTY_IDS.map((id) => [id, headOf(strands[id])]))

/** All three agree on a text; the chair certifies it with these notes, in the act or attached. */
export function togetherPlay({ notes, attachment }: Pick<TogetherCase, 'notes' | 'attachment'>) {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const on = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
  for (const id of ['XA', 'XB', 'XC'] as const) put(strands[id], complies(on))
  const cut = cutOf(strands)
  const id = attachment && attachmentId(attachment, crypto.sha256)
  const attachments: Attachments = new Map(id ? [[id, attachment]] : [])
  const more = { ...notes(cut, strands), ...(id && { attached: id }) }
  put(strands.CO, { kind: 'declare', on, result: 'adopted', cut, ...more })
  return { strands, attachments }
}

const beforeAndAfter = (cut: Cut): readonly [string, string] => [
  cutNoteOf(cut, threeAt(BEFORE)),
  cutNoteOf(cut, threeAt(AFTER)),
]

export type TogetherCase = {
  readonly name: string
  readonly what: string
  readonly why: string
  /** The code for which the certificate is void; null where it counts. */
  readonly void: string | null
  readonly standing: 'stands' | 'open'
  readonly notes: (cut: Cut, strands: Strands) => Said
  /** What the certificate attaches instead. */
  readonly attachment?: Uint8Array
}

export const CASES: readonly TogetherCase[] = [
  {
    name: 'together',
    what: 'two notes over the whole cut, before and after the instant',
    why: 'Three witnesses had cosigned every tree by then, and as the last one from then on.',
    void: null,
    standing: 'stands',
    notes: (cut) => ({ together: beforeAndAfter(cut) }),
  },
  {
    name: 'together-mixed',
    what: 'one note over the whole cut, and one over each strand',
    why: 'It does not matter in which notes a witness said when.',
    void: null,
    standing: 'stands',
    notes: (cut, strands) => ({
      together: [beforeAndAfter(cut)[1]],
      closings: Object.fromEntries(
        PARTY_IDS.map((id) => [id, [noteOf(strands[id], threeAt(BEFORE))]]),
      ),
    }),
  },
  {
    name: 'together-two-witnesses',
    what: 'notes over the whole cut of two witnesses where the quorum is three',
    why: 'Two do not show when a tree was current.',
    void: null,
    standing: 'open',
    notes: (cut) => {
      const [first, second] = Object.entries(threeAt(BEFORE))
      return { together: [cutNoteOf(cut, Object.fromEntries([first!, second!]))] }
    },
  },
  {
    name: 'together-another-cut',
    what: 'a note over a cut in which one strand is shorter',
    why: 'What witnesses said of another cut says nothing of this one.',
    void: 'certificate.tree',
    standing: 'open',
    notes: (cut, strands) => ({
      together: [cutNoteOf({ ...cut, XB: headOf(strands.XB, 1) }, threeAt(AFTER))],
    }),
  },
  {
    name: 'together-re-timed',
    what: 'the time in a cosignature over the whole cut is another than the one that was signed',
    why: 'The witness signed the time too.',
    void: 'certificate.note',
    standing: 'open',
    notes: (cut) => ({ together: beforeAndAfter(cut).map(reTimed) }),
  },
  {
    name: 'together-twice',
    what: 'one witness twice under one note',
    why: 'Each witness is counted once and stands there once.',
    void: 'certificate.note',
    standing: 'open',
    notes: (cut) => {
      const [note] = beforeAndAfter(cut)
      return { together: [`${note}${note.trimEnd().split('\n').at(-1)}\n`] }
    },
  },
  {
    name: 'together-nothing',
    what: 'a note over the whole cut is none',
    why: 'It is read first.',
    void: 'certificate.note',
    standing: 'open',
    notes: () => ({ together: ['a note'] }),
  },
  {
    name: 'together-root-nothing',
    what: 'a note over the whole cut is none, and the cut has a root of 31 bytes',
    why: 'The note is read first.',
    void: 'certificate.note',
    standing: 'open',
    notes: (cut) => ({
      cut: { ...cut, XB: { ...cut['XB']!, root: Buffer.alloc(31).toString('base64') } },
      together: ['a note'],
    }),
  },
  ...[
    ['of 31 bytes', Buffer.alloc(31).toString('base64')],
    ['of another base64', `${'A'.repeat(42)}B=`],
  ].map(([form, root], at): TogetherCase => ({
    name: `together-root-${at + 1}`,
    what: `the cut has a root ${form!}, and a note over it is falsely signed`,
    why: 'A root is base64 of 32 bytes. Of a cut without one no note is true, whoever signed it.',
    void: 'certificate.tree',
    standing: 'open',
    notes: (cut) => {
      const wrong = { ...cut, XB: { ...cut['XB']!, root: root! } }
      return { cut: wrong, together: [reTimed(rawNoteOf(wrong))] }
    },
  })),
]

/** A note over a cut whose roots are what they say, whatever that is. */
function rawNoteOf(cut: Cut): string {
  const texts = PARTY_IDS.map((id) => `${originOf(id)}\n${cut[id]!.size}\n${cut[id]!.root}\n`)
  const tree = createTree(crypto.sha256)
  for (const one of texts) tree.append(leafHash(crypto.sha256, toUtf8(one)))
  const root = tree.root()
  const origin = `${charter.id}/cut/${toHex(root)}`
  const text = formatCheckpoint({ origin, size: PARTY_IDS.length, root })
  const lines = Object.entries(threeAt(BEFORE)).map(([name, time]) =>
    cosign(text, named(name), time, crypto.sha256),
  )
  return `${text}\n${lines.join('')}`
}

/** The note with the last cosignature dated a second later than its witness signed it. */
function reTimed(note: string): string {
  const lines = note.trimEnd().split('\n')
  const [dash, name, text] = lines.at(-1)!.split(' ')
  const bytes = Buffer.from(text!, 'base64')
  bytes.writeBigUInt64BE(bytes.readBigUInt64BE(4) + 1n, 4)
  return `${[...lines.slice(0, -1), `${dash} ${name} ${bytes.toString('base64')}`].join('\n')}\n`
}

function bundleOf({ strands, attachments }: ReturnType<typeof togetherPlay>): string {
  const readers = Object.fromEntries(
    PARTY_IDS.map((id) => {
      const reader = createStrandReader(charter, strands[id].party, crypto)
      for (const entry of strands[id].entries) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders
  const sizes = Object.fromEntries(PARTY_IDS.map((id) => [id, strands[id].entries.length]))
  const state = evaluate(charter, readCut(charter, readers, sizes, { crypto, attachments }))
  return makeBundle({
    charterBytes,
    strands: PARTY_IDS.map((id) => ({
      party: strands[id].party,
      checkpoint: noteOf(strands[id], threeAt(AFTER)),
      entries: strands[id].entries,
    })),
    ...(attachments.size > 0 && { attachments }),
    digest: stateDigest(state, crypto.sha256),
  })
}

/** `eHh4` (three letters x) so many times over is a `#` in a file. */
const TIMES = 1_000
const LONG = new RegExp(`(?:eHh4){${TIMES}}`, 'g')

/** Each record, and what is to be read from it. */
export const togetherCases = (cases: readonly TogetherCase[]) =>
  cases.map((one) => {
    const { name, what, why, void: code, standing } = one
    const bundle = bundleOf(togetherPlay(one)).replaceAll(LONG, '#')
    const times = bundle.includes('#') ? { times: TIMES } : {}
    return { name, what, why, void: code, standing, ...times, bundle }
  })
