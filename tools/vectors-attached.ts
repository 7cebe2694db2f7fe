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
