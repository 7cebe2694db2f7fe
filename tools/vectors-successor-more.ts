import {
  charterId,
  makeBundle,
  rootSetHash,
  stateDigest,
  takenFrom,
  type Attachments,
  type Charter,
  type PartyId,
} from '@entente/accord'
import { formatVkey, toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import {
  bytesOf,
  charter as first,
  fixedKey,
  noteOf,
  PARTY_IDS,
  roots,
  threeAt,
  type Said,
} from './vectors-case.ts'
import { beginStory, speak, START, ruledCharter, type Story } from './vectors-decision-world.ts'
import { certOf } from './vectors-example.ts'
import { AFTER, EVIDENCE, TEXT } from './vectors-play.ts'
import { amendedPlay, recordOf, stateOf, successorStrands } from './vectors-successor.ts'

/** Charters held against two more records: one in which several are put, and that of a case whose own charter amends another. */

type Verdict = 'succeeds' | { readonly refused: string }
export type Held = {
  readonly bundle: string
  readonly amended: string
  readonly charters: readonly {
    readonly name: string
    readonly why: string
    readonly charter: string
    readonly verdict: Verdict
  }[]
}
type Given = readonly [name: string, why: string, refused?: string]

const held = ([name, why, refused]: Given, bytes: Uint8Array) => ({
  name,
  why,
  charter: toBase64(bytes),
  verdict: refused === undefined ? ('succeeds' as const) : { refused },
})

/** The parties of a charter, each with a strand of another name. */
const renamed = (parties: Charter['parties'], name: string) =>
  parties.map((party) => {
    const origin = `${party.origin.split('/')[0]}/${name}`
    return {
      ...party,
      origin,
      log: formatVkey(origin, 1, fixedKey(origin).publicKey, crypto.sha256),
    }
  })

const NEXT = rootSetHash(
  {
    root: [{ keyid: 'XA-next-1', alg: 'ed25519', pub: toBase64(fixedKey('XA-next-1').publicKey) }],
    threshold: 1,
  },
  crypto.sha256,
)
const ruled = () => ruledCharter({ steps: { charter: { rule: 'participants-only' } }, next: NEXT })
/** What is taken over: four entries of Alder’s, of which two are key acts that count. */
const SIZES = { XA: 4, XB: 1, XC: 2, CO: 1 }

function begin(of: ReturnType<typeof ruled>): Story {
  const story = beginStory(of)
  story.say('XA', certOf('XA'), roots('XA').slice(1))
  story.say('XA', EVIDENCE)
  story.say('XA', certOf('XA'), roots('XA'))
  story.say('XC', EVIDENCE)
  return story
}

/** Birch and Alder decide on three charters; Cedar is not asked, and its strand goes further than the first certificate cites. */
function decide(story: Story, { put, late, elsewhere }: Readonly<Record<string, Uint8Array>>) {
  const names = ['XA', 'XB']
  const propose = (id: string, kind: string, bytes: Uint8Array, more: Said): string => {
    const successor = charterId(bytes, crypto)
    const on = story.say('CO', {
      kind: 'propose',
      step: { id, kind },
      text: TEXT,
      successor,
      ...more,
    })
    speak(story, on, { XA: 'complies', XB: 'complies', XC: 'complies' })
    return on
  }
  const adopt = (on: string, XC = story.sizeOf('XC')) =>
    void story.declare({ result: 'adopted', on, at: [START], sizes: { XC } })
  adopt(propose('early', 'charter', put!, { names }), 1)
  const on = propose('late', 'charter', late!, { names })
  adopt(on, 1)
  adopt(on, SIZES.XC)
  adopt(propose('position', 'position', elsewhere!, {}))
  story.say(
    'XA',
    {
      ...certOf('XA'),
      authority: { id: 'XA-army', name: 'Army' },
      key: {
        ...(certOf('XA')['key'] as object),
        keyid: 'XA-army-1',
        pub: toBase64(fixedKey('XA-army-1').publicKey),
      },
    },
    roots('XA'),
  )
}

const of = ruled()
const story = begin(of)
const record = () => recordOf(story.strands, of.charter)
const takenAt = (sizes: Readonly<Record<string, number>>) =>
  takenFrom(record(), sizes as Record<PartyId, number>, crypto)
const { cut, keys } = takenAt(SIZES)
const { id: HERE, ...fields } = of.charter
const again = renamed(fields.parties, 'again')
/** A charter that amends that one. */
const amending = (title: string, more: object = {}) =>
  bytesOf({ ...fields, title, parties: again, keys, amends: { case: HERE, cut }, ...more })
const [put, late, elsewhere] = ['One', 'Two', 'Three'].map((title) => amending(title)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
]

/** The charter with Alder in another form. */
const naming = (change: object, more: object = {}) => {
  const named = again.map((party) => {
    const { next: _, ...rest } = party as typeof party & { readonly next?: string }
    return rest.id === 'XA' ? { ...rest, ...change } : party
  })
  return amending('Two', { parties: named, ...more })
}

export function severalPut(): { readonly held: Held; readonly text: string } {
  decide(story, { put, late, elsewhere })
  const attachments = new Map(
    [put, late, elsewhere].map((bytes) => [charterId(bytes, crypto), bytes]),
  ) as unknown as Attachments
  const text = makeBundle({
    charterBytes: of.bytes,
    strands: PARTY_IDS.map((party) => ({
      party: story.strands[party].party,
      checkpoint: noteOf(story.strands[party], threeAt(AFTER)),
      entries: story.strands[party].entries,
    })),
    attachments,
    digest: stateDigest(stateOf(record(), attachments), crypto.sha256),
  })
  return { held: { bundle: '../bundle/several-put.json', amended: HERE, charters: amend() }, text }
}

function amend(): Held['charters'] {
  const { XA: _alder, ...others } = keys as Readonly<Record<string, readonly string[]>>
  const anew = 'It is named anew, with nothing handed down.'
  return [
    held(['adopted by two certificates, of which one cites enough', 'One is enough.'], late),
    held(
      [
        'adopted by a certificate that cites less than the cut',
        'Nobody agreed to what is taken over.',
        'amends.cut',
      ],
      put,
    ),
    held(
      [
        'put by a position that was adopted',
        'Only a step of kind charter puts one.',
        'amends.not-adopted',
      ],
      elsewhere,
    ),
    held(
      ['whose cut has a strand to its very end', 'It is a place in it.', 'amends.not-adopted'],
      amending('Two', {
        amends: { case: HERE, cut: takenAt({ ...SIZES, XB: story.sizeOf('XB') }).cut },
      }),
    ),
    held(
      ['that names Alder without its next root keys', anew, 'amends.not-adopted'],
      naming({}, { keys: others }),
    ),
    held(
      ['that hands keys down to Alder with another threshold', anew, 'amends.keys'],
      naming({ threshold: 1, next: NEXT }),
    ),
    held(
      ['that hands keys down to Alder without its next root keys', anew, 'amends.keys'],
      naming({}),
    ),
  ]
}

/** The case under the successor, and charters that amend it in turn. */
export function amendedAgain(): Held {
  const { bytes } = amendedPlay()
  const { next, strands } = successorStrands(bytes)
  const sizes = Object.fromEntries(next.parties.map(({ id }) => [id, strands[id]!.entries.length]))
  const { cut, keys } = takenFrom(recordOf(strands, next), sizes as Record<PartyId, number>, crypto)
  const { id, ...rest } = next
  const alder = keys['XA' as PartyId]!
  const with_ = (more: object, given: object = keys) =>
    bytesOf({
      ...rest,
      parties: renamed(rest.parties, 'quiet-modem-3'),
      keys: given,
      amends: { case: id, cut, older: [first.id], ...more },
    })
  const { older: _, ...without } = { case: id, cut, older: [] }
  const charters = [
    held(
      ['with the charter before that one', 'Nobody adopted it yet.', 'amends.not-adopted'],
      with_({}),
    ),
    held(
      [
        'without the charter before that one',
        'Its key acts were handed down from there.',
        'amends.case',
      ],
      bytesOf({
        ...rest,
        parties: renamed(rest.parties, 'quiet-modem-3'),
        keys: {},
        amends: without,
      }),
    ),
    held(
      ['without what the charter before it handed down', 'It is taken over again.', 'amends.keys'],
      with_({}, { ...keys, XA: alder.slice(1) }),
    ),
    held(
      ['without the copy of a later key act', 'It counts there, and is taken over.', 'amends.keys'],
      with_({}, { ...keys, XA: alder.slice(0, 1) }),
    ),
  ]
  return { bundle: '../bundle/successor.json', amended: id, charters }
}
