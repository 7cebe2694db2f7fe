import { canonical, makeCertificate, type PartyId, type ShownEntry } from '@entente/accord'
import { fromBase64, fromUtf8, toBase64 } from '@entente/log'
import { bytesOf } from './vectors-case.ts'
import {
  goodCertificate,
  PUBLISHED_AT,
  publicBytes,
  publicFields,
  publishedPlay,
  shown,
  type Published,
} from './vectors-public.ts'

/**
 * A public certificate that proves, and the ways to tamper with it. What each must be refused with
 * is written here by hand, with the reason; nothing of it is read from what our verifier answers.
 */

type Certificate = {
  charter: string
  parties: { party: string; entries: { entry: string; proof: string }[] }[]
}

type Expected = {
  readonly name: string
  readonly what: string
  readonly why: string
  readonly code: string
  /** Whose act it is about; null where it is about the file as a whole. */
  readonly party: 'XA' | 'XB' | 'XC' | 'CO' | null
}
type BadCertificate = Expected & { readonly certificate: string }
type Tamper = (expected: Expected, change: (certificate: Certificate) => void) => void

const [ALDER, BIRCH, CEDAR] = [0, 1, 2]

export function badCertificates(play: Published = publishedPlay()): readonly BadCertificate[] {
  const good = goodCertificate(play)
  const bad: BadCertificate[] = []
  const tamper: Tamper = (expected, change) => {
    const certificate = JSON.parse(good) as Certificate
    change(certificate)
    bad.push({ ...expected, certificate: canonical(certificate) })
  }
  tamperWithCharter(tamper)
  tamperWithActs(tamper, play)
  tamperWithSelection(tamper, play)
  tamperWithParties(tamper, play)
  tamperWithProofs(tamper)
  tamperWithWitnesses(tamper)
  return bad
}

function tamperWithCharter(tamper: Tamper) {
  tamper(
    {
      name: 'charter-edited',
      what: 'the quorum in the charter is four instead of three',
      why: 'The charter is another than the one asked for.',
      code: 'charter.other',
      party: null,
    },
    (certificate) => {
      certificate.charter = toBase64(bytesOf({ ...publicFields(), quorum: 4 }))
    },
  )
}

/** An entry whose act says something else, under the signatures that were on it. */
function reworded(entry: string, change: (act: Record<string, unknown>) => void): string {
  const envelope = JSON.parse(fromUtf8(fromBase64(entry))) as { payload: string }
  const act = JSON.parse(fromUtf8(fromBase64(envelope.payload))) as Record<string, unknown>
  change(act)
  return toBase64(bytesOf({ ...envelope, payload: toBase64(bytesOf(act)) }))
}

function tamperWithActs(tamper: Tamper, { strands }: Published) {
  tamper(
    {
      name: 'text-edited',
      what: 'Alder’s publication says “by accident” instead of “on purpose”',
      why: 'Alder’s ministry never signed these bytes.',
      code: 'act.signature',
      party: 'XA',
    },
    ({ parties }) => {
      const shownEntry = parties[ALDER]!.entries[0]!
      shownEntry.entry = reworded(shownEntry.entry, (act) => {
        const text = act['text'] as { clauses: { text: string }[] }
        text.clauses[0]!.text = text.clauses[0]!.text.replace('on purpose', 'by accident')
      })
    },
  )
  tamper(
    {
      name: 're-encoded',
      what: 'the envelope of Alder’s publication is written with spaces',
      why: 'It says the same in other bytes, and only one form of an envelope is accepted.',
      code: 'envelope.not-canonical',
      party: 'XA',
    },
    ({ parties }) => {
      const shownEntry = parties[ALDER]!.entries[0]!
      const envelope: unknown = JSON.parse(fromUtf8(fromBase64(shownEntry.entry)))
      shownEntry.entry = toBase64(new TextEncoder().encode(JSON.stringify(envelope, null, 1)))
    },
  )
  tamper(
    {
      name: 'other-text',
      what: 'Birch’s Spanish text stands in the place of its English one',
      why: 'Birch truly published it, and it is another text than Alder’s.',
      code: 'public-certificate.texts',
      party: 'XB',
    },
    ({ parties }) => {
      const [key] = parties[BIRCH]!.entries
      const spanish = shown('XB', strands.XB, { index: 1, size: 2, time: PUBLISHED_AT })
      parties[BIRCH]!.entries = [key!, asWritten('XB', spanish)]
    },
  )
}

/** One shown entry in the form that it has in a file. */
function asWritten(party: string, entry: ShownEntry) {
  const one = makeCertificate({
    charterBytes: publicBytes,
    parties: [{ party: party as PartyId, entries: [entry] }],
  })
  return (JSON.parse(one) as Certificate).parties[0]!.entries[0]!
}

function tamperWithSelection(tamper: Tamper, { strands }: Published) {
  tamper(
    {
      name: 'key-act-removed',
      what: 'the act that gave Birch’s press office its key is left out',
      why: 'Nothing in the file says that this key speaks for Birch.',
      code: 'act.unsigned',
      party: 'XB',
    },
    ({ parties }) => void parties[BIRCH]!.entries.shift(),
  )
  tamper(
    {
      name: 'publication-removed',
      what: 'Birch’s publication is left out and its key act stays',
      why: 'Who publishes nothing does not stand behind anything.',
      code: 'public-certificate.unpublished',
      party: 'XB',
    },
    ({ parties }) => void parties[BIRCH]!.entries.pop(),
  )
  tamper(
    {
      name: 'recall-first',
      what: 'Cedar’s recall stands before what it recalls',
      why: 'The entries are out of the order of their places.',
      code: 'public-certificate.order',
      party: 'XC',
    },
    ({ parties }) => void parties[CEDAR]!.entries.reverse(),
  )
  tamper(
    {
      name: 'stray-act',
      what: 'an advisory of Cedar stands beside its position',
      why: 'A certificate is about one publication of each party.',
      code: 'public-certificate.stray',
      party: 'XC',
    },
    ({ parties }) => {
      const stray = shown('XC', strands.XC, { index: 1, size: 3, time: PUBLISHED_AT })
      parties[CEDAR]!.entries.splice(1, 0, asWritten('XC', stray))
    },
  )
}

function tamperWithParties(tamper: Tamper, { strands }: Published) {
  tamper(
    {
      name: 'party-doubled',
      what: 'Alder stands there twice',
      why: 'One nation twice is not two nations.',
      code: 'strand.doubled',
      party: 'XA',
    },
    ({ parties }) => void parties.push(parties[ALDER]!),
  )
  tamper(
    {
      name: 'not-competent',
      what: 'the chair is added with an act that its press office was not allowed to sign',
      why: 'The entry is in the chair’s strand, where it counts for nothing.',
      code: 'act.not-competent',
      party: 'CO',
    },
    ({ parties }) => {
      const entries = [0, 1].map((index) =>
        asWritten('CO', shown('CO', strands.CO, { index, size: 2, time: PUBLISHED_AT })),
      )
      parties.push({ party: 'CO', entries })
    },
  )
  tamper(
    {
      name: 'stranger',
      what: 'Alder’s acts are said to be those of XZ',
      why: 'The charter names no such party.',
      code: 'strand.unknown',
      party: null,
    },
    ({ parties }) => {
      parties[ALDER]!.party = 'XZ'
    },
  )
}

function tamperWithProofs(tamper: Tamper) {
  tamper(
    {
      name: 'place-edited',
      what: 'the proof of Birch’s publication says place 1 instead of 2',
      why: 'The path of place 2 does not lead from place 1 to the root.',
      code: 'public-certificate.proof',
      party: 'XB',
    },
    ({ parties }) => {
      const last = parties[BIRCH]!.entries.at(-1)!
      last.proof = last.proof.replace('\nindex 2\n', '\nindex 1\n')
    },
  )
  tamper(
    {
      name: 'foreign-checkpoint',
      what: 'Alder’s publication has the proof of Cedar’s',
      why: 'It is a true proof, in another strand.',
      code: 'checkpoint.origin',
      party: 'XA',
    },
    ({ parties }) => {
      parties[ALDER]!.entries[0]!.proof = parties[CEDAR]!.entries[0]!.proof
    },
  )
}

function tamperWithWitnesses(tamper: Tamper) {
  const ofAlder = (change: (lines: string[]) => void) => (certificate: Certificate) => {
    const entry = certificate.parties[ALDER]!.entries[0]!
    const lines = entry.proof.trimEnd().split('\n')
    change(lines)
    entry.proof = `${lines.join('\n')}\n`
  }
  tamper(
    {
      name: 'cosignature-dropped',
      what: 'one of three cosignatures on Alder’s tree is left out',
      why: 'Two of four witnesses are not the quorum.',
      code: 'checkpoint.quorum',
      party: 'XA',
    },
    ofAlder((lines) => lines.pop()),
  )
  tamper(
    {
      name: 'cosignature-doubled',
      what: 'one cosignature stands in the place of another',
      why: 'One witness twice is not two witnesses.',
      code: 'checkpoint.cosignature-twice',
      party: 'XA',
    },
    ofAlder((lines) => lines.splice(-1, 1, lines.at(-2)!)),
  )
  tamper(
    {
      name: 'cosignature-re-timed',
      what: 'a cosignature says a time 256 seconds away from its own',
      why: 'The witness signed another time: nobody dates a publication back.',
      code: 'checkpoint.cosignature',
      party: 'XA',
    },
    ofAlder((lines) => {
      const [dash, name, signature] = lines.at(-1)!.split(' ')
      const bytes = fromBase64(signature!)
      // Four bytes of key id and eight of time, of which the last but one is changed.
      bytes[10]! ^= 1
      lines.splice(-1, 1, [dash, name, toBase64(bytes)].join(' '))
    }),
  )
}
