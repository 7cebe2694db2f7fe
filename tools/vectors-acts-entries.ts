import { headOf, openStrand, PARTY_IDS, put, type Said } from './vectors-case.ts'
import { FIRST, type Case } from './vectors-example.ts'
import { certificate, complies, STEP, TEXT, type Strands } from './vectors-play.ts'

const strands = Object.fromEntries(PARTY_IDS.map((id) => [id, openStrand(id)])) as Strands
const first = put(strands.CO, { kind: 'propose', step: STEP, text: TEXT })
for (const id of ['XA', 'XB', 'XC'] as const) put(strands[id], complies(first))
const good = certificate(strands, 'adopted', first)
const since = { XA: { size: 1, notes: (good['closings'] as Record<string, unknown>)['XA'] } }
const at = strands.CO

export const declareCases: readonly Case[] = [
  {
    name: 'adopted, with the trees of its cut',
    why: 'Anyone may publish it and anyone can check it.',
    said: good,
    party: 'CO',
    at,
  },
  { name: 'by a member', why: 'It is no privilege of the chair.', said: good },
  {
    name: 'ended, with an early tree of a stuck member',
    why: 'What its trees prove is judged where the whole cut is.',
    said: { ...good, result: 'ended', since },
    party: 'CO',
    at,
  },
  {
    name: 'lapsed, for the first window',
    why: 'It names the reaffirmation that is lacking.',
    said: { ...good, result: 'lapsed', window: 1 },
    party: 'CO',
    at,
  },
  {
    name: 'expired, of one voice',
    why: 'It names the voice that ran out.',
    said: { ...good, result: 'expired', of: first },
    party: 'CO',
    at,
  },
  {
    name: 'expired, of a silence, with early trees and breaks',
    why: 'Trees show when a text was acknowledged and when a silence was broken.',
    said: { ...good, result: 'expired', early: since, breaks: since },
    party: 'CO',
    at,
  },
  {
    name: 'lapsed without a window',
    why: 'Each window has a due time of its own.',
    void: 'act.malformed',
    said: { ...good, result: 'lapsed' },
    party: 'CO',
    at,
  },
  {
    name: 'lapsed for window 0',
    why: 'The first window is 1.',
    void: 'act.malformed',
    said: { ...good, result: 'lapsed', window: 0 },
    party: 'CO',
    at,
  },
  {
    name: 'adopted, of one voice',
    why: 'Only what runs out is named so.',
    void: 'act.malformed',
    said: { ...good, of: first },
    party: 'CO',
    at,
  },
  {
    name: 'adopted, for a window',
    why: 'Windows are those of reaffirmation.',
    void: 'act.malformed',
    said: { ...good, window: 1 },
    party: 'CO',
    at,
  },
  {
    name: 'a result that does not exist',
    why: 'Adopted, ended, lapsed or expired.',
    void: 'act.malformed',
    said: { ...good, result: 'rejected' },
    party: 'CO',
    at,
  },
  {
    name: 'without notes for a closing',
    why: 'A closing carries at least one note.',
    void: 'act.malformed',
    said: { ...good, closings: { XA: [] } },
    party: 'CO',
    at,
  },
  {
    name: 'a size that is none',
    why: 'Sizes are whole numbers from zero on.',
    void: 'act.malformed',
    said: { ...good, cut: { XA: { ...headOf(strands.XA), size: -1 } } },
    party: 'CO',
    at,
  },
]

const said = complies(FIRST)
const text = (entry: string) => Buffer.from(entry, 'base64').toString()
const changed = (from: string, to: string) => (entry: string) =>
  Buffer.from(text(entry).replace(from, to)).toString('base64')

const remark: Said = { kind: 'note', says: 'A remark.' }
/** A payload in which so many objects lie in one another. */
const deep = (levels: number): Said => {
  let view: object = {}
  for (let level = 3; level < levels; level++) view = { a: view }
  const facts = { asOf: '2026-11-24', lawBase: 'entente-law-1', facts: {}, outcome: 'unknown' }
  return { kind: 'assess', on: FIRST, ...facts, word: 'Open.', view: { a: view } }
}

/** Payloads that are signed as they are, and are the canonical form of no act. */
const payloadCases: readonly Case[] = [
  { name: 'objects 32 deep', why: 'So deep they may lie.', said: deep(32) },
  {
    name: 'objects 33 deep',
    why: 'No deeper than 32.',
    void: 'act.malformed',
    said: deep(32),
    rewritten: (payload) => payload.replace('{}}', '{"a":{}}}'),
  },
  {
    name: 'half a character',
    why: 'Words are well-formed; this is half of one.',
    void: 'act.malformed',
    said: remark,
    rewritten: (payload) => payload.replace('A remark', String.raw`\ud800`),
  },
  {
    name: 'half a character in the name of a field',
    why: 'Names of fields are text as well.',
    void: 'act.malformed',
    said: { ...deep(4), view: { name: {} } },
    rewritten: (payload) => payload.replace('"name"', String.raw`"\ud800"`),
  },
  {
    name: 'a space in the payload',
    why: 'A payload has one form.',
    void: 'act.malformed',
    said: remark,
    rewritten: (payload) => payload.replace(':', ': '),
  },
  {
    name: 'a letter written by its number',
    why: 'A payload has one form.',
    void: 'act.malformed',
    said: remark,
    rewritten: (payload) => payload.replace('A remark', String.raw`\u0041 remark`),
  },
  {
    name: 'a field twice in the payload',
    why: 'Readers differ in which they take.',
    void: 'act.malformed',
    said: remark,
    rewritten: (payload) => payload.replace('"says"', '"says":"Other.","says"'),
  },
  {
    name: 'a byte order mark before the payload',
    why: 'It is kept, and JSON does not begin with it.',
    void: 'act.malformed',
    said: remark,
    rewritten: (payload) => `\ufeff${payload}`,
  },
  {
    name: 'a payload that is null',
    why: 'An act is an object.',
    void: 'act.malformed',
    said: remark,
    rewritten: () => 'null',
  },
]

const ENVELOPE = { payload: '', payloadType: 'application/vnd.entente.act+json' }
const SIGNATURE = { keyid: 'XZ-1', sig: '' }
const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ keyid: `XZ-${at}`, sig: '' }))
const envelope = (
  name: string,
  why: string,
  given: unknown,
  verdict: Pick<Case, 'void' | 'refused'> = { refused: 'envelope.malformed' },
): Case => ({
  name,
  why,
  said,
  ...verdict,
  change: () => Buffer.from(JSON.stringify(given)).toString('base64'),
})
const signedBy = (...signatures: readonly unknown[]) => ({ ...ENVELOPE, signatures })
const UNSIGNED = { void: 'act.unsigned' }

/** Envelopes that nobody known signed. */
const envelopeCases: readonly Case[] = [
  envelope('an envelope of nothing', 'It is one, and a stranger’s.', signedBy(SIGNATURE), UNSIGNED),
  envelope('null', 'An envelope is an object.', null),
  envelope('a list', 'An envelope is an object.', []),
  envelope('16 signatures', 'So many may be there.', signedBy(...named(16)), UNSIGNED),
  envelope('17 signatures', 'More may not.', signedBy(...named(17))),
  envelope('an id twice', 'Each stands once.', signedBy(SIGNATURE, SIGNATURE)),
  envelope('signatures that are no list', 'They are a list.', {
    ...ENVELOPE,
    signatures: 'XZ-1',
  }),
  envelope('a payload that is a number', 'It is text.', { ...signedBy(SIGNATURE), payload: 1 }),
  envelope('a type that is a number', 'It is text.', { ...signedBy(SIGNATURE), payloadType: 1 }),
  envelope('a signature that is a number', 'It is text.', signedBy({ ...SIGNATURE, sig: 1 })),
  envelope('a signature with more', 'It has two fields.', signedBy({ ...SIGNATURE, more: '' })),
  envelope('a signature without sig', 'It has two fields.', signedBy({ keyid: 'XZ-1' })),
  envelope('a signature that is null', 'It is an object.', signedBy(null)),
  envelope('an id that is a number', 'It is a name.', signedBy({ ...SIGNATURE, keyid: 1 })),
  envelope('a second signature of another form', 'Each has it.', signedBy(SIGNATURE, { sig: '' })),
  ...['', '.a', 'a b', 'ä', 'a\n', `A${'b'.repeat(64)}`].map((keyid) =>
    envelope(
      `the id ${JSON.stringify(keyid)}`,
      'An id has 1 to 64 letters, digits, points, lines and hyphens.',
      signedBy({ ...SIGNATURE, keyid }),
    ),
  ),
  envelope(
    'an id of 64 characters',
    'So many may be there.',
    signedBy({ ...SIGNATURE, keyid: `A${'b.-_'.repeat(15)}bcd` }),
    UNSIGNED,
  ),
  {
    name: '65,535 bytes of nothing',
    why: 'So long an entry may be, and this is no JSON.',
    refused: 'envelope.malformed',
    said,
    spaces: 65_535,
  },
]

/** Entries that are none: with one of these in it, a strand is refused as a whole. */
export const entryCases: readonly Case[] = [
  ...payloadCases,
  ...envelopeCases,
  {
    name: 'a space in the envelope',
    why: 'One form of an envelope is accepted.',
    refused: 'envelope.not-canonical',
    said,
    change: changed('{', '{ '),
  },
  {
    name: 'another payload type',
    why: 'Signatures cover the type; acts have one.',
    refused: 'envelope.type',
    said,
    change: changed('act+json', 'note+json'),
  },
  {
    name: 'no signatures',
    why: 'An envelope has one to sixteen.',
    refused: 'envelope.malformed',
    said,
    change: (entry) => Buffer.from(text(entry).replace(/\[.*\]/, '[]')).toString('base64'),
  },
  {
    name: 'a field too many',
    why: 'An envelope has three.',
    refused: 'envelope.malformed',
    said,
    change: changed('"payload"', '"a":1,"payload"'),
  },
  {
    name: 'base64 without its end',
    why: 'One base64 form is accepted.',
    refused: 'envelope.base64',
    said,
    change: changed('=="}]', '"}]'),
  },
  {
    name: 'no JSON',
    why: 'An entry is JSON.',
    refused: 'envelope.malformed',
    said,
    change: () => Buffer.from('comply').toString('base64'),
  },
  {
    name: '65,536 bytes',
    why: 'The length of an entry has two bytes.',
    refused: 'envelope.too-large',
    said,
    spaces: 65_536,
  },
  {
    name: 'a kind that these rules do not have',
    why: 'A later version may know it; under these rules it counts for nothing, and no reader passes it over.',
    void: 'act.unknown-kind',
    said: { kind: 'boycott', of: 'XB', terms: { from: 'spring' } },
  },
  {
    name: 'a kind that is the name of none',
    why: 'The name of a kind has small letters, digits and hyphens.',
    void: 'act.malformed',
    said: { kind: 'Boycott' },
  },
  ...[['boycott'], null, undefined].map((kind): Case => ({
    name: `a kind that is ${JSON.stringify(kind) ?? 'not there'}`,
    why: 'The name of a kind is text.',
    void: 'act.malformed',
    said: { ...(kind !== undefined && { kind }) },
  })),
  {
    name: 'a kind that objects have by themselves',
    why: 'It is no name of a kind that is listed.',
    void: 'act.unknown-kind',
    said: { kind: 'constructor' },
  },
  {
    name: 'an unknown kind signed by nobody known',
    why: 'Signatures are looked at first: a stranger has no kinds.',
    void: 'act.unsigned',
    said: { kind: 'boycott' },
    by: 'stranger',
  },
  {
    name: 'a false signature',
    why: 'One bit of the signature is another. The entry is one, and void.',
    void: 'act.signature',
    said,
    change: flipSignature,
  },
]

function flipSignature(entry: string): string {
  const envelope = JSON.parse(Buffer.from(entry, 'base64').toString()) as {
    signatures: { sig: string }[]
  }
  const sig = Buffer.from(envelope.signatures[0]!.sig, 'base64')
  sig[3]! ^= 1
  envelope.signatures[0]!.sig = sig.toString('base64')
  return Buffer.from(JSON.stringify(envelope)).toString('base64')
}
