import {
  attachmentId,
  canonical,
  createStrandReader,
  evaluate,
  makeBundle,
  readCut,
  stateDigest,
  type Attachments,
  type StrandReaders,
} from '@entente/accord'
import { toBase64, toUtf8 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  charter,
  charterBytes,
  noteOf,
  openStrand,
  PARTY_IDS,
  put,
  threeAt,
  type Said,
} from './vectors-case.ts'
import { AFTER, certificate, complies, STEP, TEXT, type Strands } from './vectors-play.ts'
import type { TogetherCase } from './vectors-together.ts'

/** A record whose certificate attaches its notes, and what must be refused of it. */

/** A certificate whose notes are attached, and the attachment. */
export function attaching({ closings, early, breaks, since, ...said }: Said) {
  const notes = Object.fromEntries(
    Object.entries({ closings, early, breaks, since }).filter(([, one]) => one !== undefined),
  )
  const bytes = toUtf8(canonical(notes))
  const id = attachmentId(bytes, crypto.sha256)
  return { said: { ...said, attached: id }, bytes, id }
}

/** All three agree on a text; the chair certifies it with these notes. */
export function attachedPlay(notes: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) {
  const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
  const on = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
  for (const id of ['XA', 'XB', 'XC'] as const) put(strands[id], complies(on))
  const { said, bytes } = attaching(certificate(strands, 'adopted', on))
  const attachment = notes(bytes)
  const id = attachmentId(attachment, crypto.sha256)
  put(strands.CO, { ...said, attached: id })
  const attachments: Attachments = new Map([[id, attachment]])
  return { strands, on, id, attachments }
}

export function attachedState({ strands, attachments }: ReturnType<typeof attachedPlay>) {
  const readers = Object.fromEntries(
    PARTY_IDS.map((id) => {
      const reader = createStrandReader(charter, strands[id].party, crypto)
      for (const entry of strands[id].entries) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders
  const sizes = Object.fromEntries(PARTY_IDS.map((id) => [id, strands[id].entries.length]))
  return evaluate(charter, readCut(charter, readers, sizes, { crypto, attachments }))
}

export function attachedBundle(told = attachedPlay()): string {
  return makeBundle({
    charterBytes,
    strands: PARTY_IDS.map((id) => ({
      party: told.strands[id].party,
      checkpoint: noteOf(told.strands[id], threeAt(AFTER)),
      entries: told.strands[id].entries,
    })),
    attachments: told.attachments,
    digest: stateDigest(attachedState(told), crypto.sha256),
  })
}

const attachedAs = (
  name: string,
  what: string,
  code: string,
  attachment: Uint8Array,
): TogetherCase => ({
  name: `attached-${name}`,
  what,
  why: WHY[code]!,
  void: code,
  standing: 'open',
  notes: () => ({}),
  attachment,
})
const WHY: Readonly<Record<string, string>> = {
  'attachment.malformed': 'It is an object of notes in its one form, of at most 1,048,576 bytes.',
  'certificate.note': 'So many bytes may be there, and their notes are none.',
}

/** Notes that are none, of so many bytes in all. */
function lettersOf(bytes: number): Uint8Array {
  const notes = (last: string) =>
    canonical({ closings: { XA: Array(4).fill('x'.repeat(240_000)), XB: [last] } })
  return toUtf8(notes('x'.repeat(bytes - notes('').length)))
}

/** Certificates whose attachment is at hand and says nothing. */
export const ATTACHED: readonly TogetherCase[] = [
  ['spaced', 'the notes are attached with a space before them', ' {"closings":{}}'],
  ['cut', 'what is attached is no JSON', '{'],
  ['empty', 'no notes are attached for a strand that is named', '{"closings":{"XA":[]}}'],
  ['none', 'what is attached has neither kind of notes', '{}'],
]
  .map(([name, what, said]) => attachedAs(name!, what!, 'attachment.malformed', toUtf8(said!)))
  .concat([
    attachedAs('longest', '1,048,576 bytes are attached', 'certificate.note', lettersOf(1_048_576)),
    attachedAs(
      'too-long',
      '1,048,577 bytes are attached',
      'attachment.malformed',
      lettersOf(1_048_577),
    ),
  ])

type Bundle = { attachments?: Record<string, string> }

export function badAttached() {
  const told = attachedPlay()
  const good = attachedBundle(told)
  const changed = (change: (bundle: Bundle) => void) => {
    const bundle = JSON.parse(good) as Bundle
    change(bundle)
    return canonical(bundle)
  }
  return [
    {
      name: 'missing',
      what: 'the attachment is left out',
      why: 'Without the notes nobody can tell what the certificate is worth.',
      code: 'attachment.missing',
      bundle: changed((bundle) => {
        delete bundle.attachments
      }),
    },
    {
      name: 'other',
      what: 'other bytes stand under the name of the attachment',
      why: 'An attachment is named after its bytes.',
      code: 'bundle.attachment',
      bundle: changed((bundle) => {
        bundle.attachments = { [told.id]: toBase64(toUtf8('{}')) }
      }),
    },
    {
      name: 'base64',
      what: 'the attachment is not in the one base64 form',
      why: 'One form of every field is accepted.',
      code: 'bundle.base64',
      bundle: changed((bundle) => {
        bundle.attachments = { [told.id]: `${bundle.attachments![told.id]!.slice(0, -4)}****` }
      }),
    },
  ]
}
