import {
  canonical,
  evaluate,
  makeBundle,
  readCut,
  createStrandReader,
  stateDigest,
  type ActId,
  type StrandReaders,
} from '@entente/accord'
import { fromBase64, fromUtf8, toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter,
  charterBytes,
  charterFields,
  idOf,
  noteOf,
  PARTY_IDS,
  threeAt,
  type GrowingStrand,
} from './vectors-case.ts'
import { AFTER, play, type Play, type Strands } from './vectors-play.ts'

/**
 * A record that proves, and the twelve ways to tamper with it. What each must be refused with is
 * written here by hand, with the reason; nothing of it is read from what our verifier answers.
 */

type Bundle = {
  charter: string
  strands: { origin: string; checkpoint: string; entries: string[] }[]
  claim: { digest: string }
}

export type BadBundle = {
  readonly name: string
  readonly what: string
  readonly why: string
  readonly code: string
  readonly strand: string
  readonly index: number
  /** The id of an act; null where nothing of the record can tell it. */
  readonly act: ActId | null
  readonly bundle: string
}

/** The digest of the state of the case at these sizes. */
function digestAt(strands: Strands, sizes: Readonly<Record<string, number>> = {}): string {
  const readers = Object.fromEntries(
    PARTY_IDS.map((id) => {
      const reader = createStrandReader(charter, strands[id].party, crypto)
      for (const entry of strands[id].entries) reader.append(entry)
      return [id, reader]
    }),
  ) as StrandReaders
  const whole = Object.fromEntries(PARTY_IDS.map((id) => [id, strands[id].entries.length]))
  const cut = readCut(charter, readers, { ...whole, ...sizes }, { crypto })
  return stateDigest(evaluate(charter, cut), crypto.sha256)
}

/** The record of the play, with three cosignatures on each strand. */
export function goodBundle({ strands }: Play): string {
  return makeBundle({
    charterBytes,
    strands: PARTY_IDS.map((id) => ({
      party: strands[id].party,
      checkpoint: noteOf(strands[id], threeAt(AFTER)),
      entries: strands[id].entries,
    })),
    digest: digestAt(strands),
  })
}

const at = (id: (typeof PARTY_IDS)[number]) => PARTY_IDS.indexOf(id)

/** An act's payload with something else in it, under the signatures that were on it. */
function reworded(entry: string, change: (act: Record<string, unknown>) => void) {
  const envelope = JSON.parse(fromUtf8(fromBase64(entry))) as { payload: string }
  const act = JSON.parse(fromUtf8(fromBase64(envelope.payload))) as Record<string, unknown>
  change(act)
  const payload = bytesOf(act)
  return {
    id: idOf(payload),
    entry: toBase64(bytesOf({ ...envelope, payload: toBase64(payload) })),
  }
}

const idAt = ({ entries }: GrowingStrand, index: number): ActId => {
  const { payload } = JSON.parse(fromUtf8(entries[index]!)) as { payload: string }
  return idOf(fromBase64(payload))
}

export function badBundles(told: Play = play()): readonly BadBundle[] {
  const { strands, ids } = told
  const good = goodBundle(told)
  const bad: BadBundle[] = []
  const tamper = (
    expected: Omit<BadBundle, 'bundle' | 'act'> & { readonly act?: ActId | null },
    change: (bundle: Bundle) => ActId | void,
  ) => {
    const bundle = JSON.parse(good) as Bundle
    const made = change(bundle)
    bad.push({ act: made ?? null, ...expected, bundle: canonical(bundle) })
  }
  tamperWithEntries(tamper, told)
  tamperWithEncoding(tamper, told)
  tamperWithStrands(tamper, told)
  tamperWithWitnesses(tamper, told)
  tamper(
    {
      name: 'charter-edited',
      what: 'the quorum in the charter is four instead of three',
      why: 'The charter is another than the one asked for; the first act in the file still names that one.',
      code: 'charter.other',
      strand: 'XA',
      index: 0,
      act: idAt(strands.XA, 0),
    },
    (bundle) => {
      bundle.charter = toBase64(bytesOf({ ...charterFields(), quorum: 4 }))
    },
  )
  tamper(
    {
      name: 'claim-edited',
      what: 'the claim is the state without the withdrawal: the position would still stand',
      why: 'The state that follows from the acts is another; the claim is true only where Cedar’s withdrawal is left out.',
      code: 'bundle.claim',
      strand: 'XC',
      index: 3,
      act: ids.withdrawal,
    },
    (bundle) => {
      bundle.claim.digest = digestAt(strands, { XC: 3 })
    },
  )
  return bad
}

type Tamper = (
  expected: Omit<BadBundle, 'bundle' | 'act'> & { readonly act?: ActId | null },
  change: (bundle: Bundle) => ActId | void,
) => void

function tamperWithEntries(tamper: Tamper, { strands, ids }: Play) {
  tamper(
    {
      name: 'stance-edited',
      what: 'Birch’s waiting for instructions on version 2 is made an objection',
      why: 'Birch’s ministry never signed these bytes.',
      code: 'act.signature',
      strand: 'XB',
      index: 2,
    },
    (bundle) => {
      const { entries } = bundle.strands[at('XB')]!
      const { id, entry } = reworded(entries[2]!, (act) => (act['national'] = 'objects'))
      entries[2] = entry
      return id
    },
  )
  tamper(
    {
      name: 'entry-removed',
      what: 'Birch’s waiting for instructions is taken out',
      why: 'The checkpoint is over four entries and there are three; the next act of Birch follows one that is not there.',
      code: 'strand.size',
      strand: 'XB',
      index: 2,
      act: ids.waits,
    },
    (bundle) => {
      bundle.strands[at('XB')]!.entries.splice(2, 1)
    },
  )
  tamper(
    {
      name: 'entries-swapped',
      what: 'Birch’s last two acts stand in the other order',
      why: 'What now stands first names as the one before it what now stands after it.',
      code: 'strand.order',
      strand: 'XB',
      index: 2,
      act: idAt(strands.XB, 3),
    },
    (bundle) => {
      const { entries } = bundle.strands[at('XB')]!
      entries.push(...entries.splice(2, 1))
    },
  )
}

function tamperWithEncoding(tamper: Tamper, { ids }: Play) {
  tamper(
    {
      name: 're-encoded',
      what: 'the envelope of Cedar’s objection is written with spaces',
      why: 'It says the same in other bytes, and only one form of an envelope is accepted.',
      code: 'envelope.not-canonical',
      strand: 'XC',
      index: 1,
      act: ids.objection,
    },
    (bundle) => {
      const { entries } = bundle.strands[at('XC')]!
      const envelope: unknown = JSON.parse(fromUtf8(fromBase64(entries[1]!)))
      entries[1] = toBase64(new TextEncoder().encode(JSON.stringify(envelope, null, 1)))
    },
  )
}

function tamperWithStrands(tamper: Tamper, { strands, ids }: Play) {
  tamper(
    {
      name: 'strand-missing',
      what: 'the chair’s strand is left out',
      why: 'The charter names four strands and there are three; the others speak on the chair’s first text.',
      code: 'strand.missing',
      strand: 'CO',
      index: 0,
      act: ids.first,
    },
    (bundle) => {
      bundle.strands.splice(at('CO'), 1)
    },
  )
  tamper(
    {
      name: 'strand-doubled',
      what: 'Birch’s strand stands there a second time',
      why: 'Of two strands of one party a reader could take either.',
      code: 'strand.doubled',
      strand: 'XB',
      index: 0,
      act: idAt(strands.XB, 0),
    },
    (bundle) => {
      bundle.strands.push(bundle.strands[at('XB')]!)
    },
  )
  tamper(
    {
      name: 'foreign-checkpoint',
      what: 'Birch’s strand has the checkpoint of Cedar’s',
      why: 'It is a true checkpoint, of another strand. All of Birch’s entries up to the last are without proof.',
      code: 'checkpoint.origin',
      strand: 'XB',
      index: 3,
      act: idAt(strands.XB, 3),
    },
    (bundle) => {
      bundle.strands[at('XB')]!.checkpoint = bundle.strands[at('XC')]!.checkpoint
    },
  )
}

function tamperWithWitnesses(tamper: Tamper, { ids }: Play) {
  const cedar = { strand: 'XC', index: 3, act: ids.withdrawal }
  const ofCedar = (change: (lines: string[]) => void) => (bundle: Bundle) => {
    const strand = bundle.strands[at('XC')]!
    const lines = strand.checkpoint.trimEnd().split('\n')
    change(lines)
    strand.checkpoint = `${lines.join('\n')}\n`
  }
  tamper(
    {
      name: 'cosignature-dropped',
      what: 'one of three cosignatures on Cedar’s strand is left out',
      why: 'Two of four witnesses are not the quorum.',
      code: 'checkpoint.quorum',
      ...cedar,
    },
    ofCedar((lines) => lines.pop()),
  )
  tamper(
    {
      name: 'cosignature-doubled',
      what: 'one cosignature stands in the place of another',
      why: 'One witness twice is not two witnesses.',
      code: 'checkpoint.cosignature-twice',
      ...cedar,
    },
    ofCedar((lines) => lines.splice(-1, 1, lines.at(-2)!)),
  )
  tamper(
    {
      name: 'cosignature-re-timed',
      what: 'a cosignature says a time 256 seconds away from its own',
      why: 'The witness signed another time.',
      code: 'checkpoint.cosignature',
      ...cedar,
    },
    ofCedar((lines) => {
      const [dash, name, signature] = lines.at(-1)!.split(' ')
      const bytes = fromBase64(signature!)
      // Four bytes of key id and eight of time, of which the last but one is changed.
      bytes[10]! ^= 1
      lines.splice(-1, 1, [dash, name, toBase64(bytes)].join(' '))
    }),
  )
}
