import { cosign, formatCheckpoint, formatVkey, signNote, toBase64 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { fixedKey, fixedSecond } from './vectors-key.ts'
import { flip, rootAt } from './vectors-log-tree.ts'

/** Checkpoints of one strand, good and bad, each verdict written by hand: spec/log.md sections 3 and 4, spec/strand.md section 2. */

const ORIGIN = 'xa.example/quiet-modem'
const [FIRST, OTHER, SECOND] = ['xa.example/witness', 'xb.example/witness', 'xc.example/witness']
const TIME = 1_795_694_400
const log = { name: ORIGIN, ...fixedKey(ORIGIN) }
const ed = (name: string) => ({ name, ...fixedKey(name) })
const second = { name: SECOND, ...fixedSecond(SECOND) }
const LOG_KEY = formatVkey(ORIGIN, 1, log.publicKey, crypto.sha256)
const WITNESSES = [
  ...[FIRST, OTHER].map((name) => formatVkey(name, 4, fixedKey(name).publicKey, crypto.sha256)),
  formatVkey(SECOND, 6, second.publicKey, crypto.sha256),
]

type Verdict = { readonly size: number; readonly times: object } | { readonly refused: string }
type NoteExample = {
  readonly name: string
  readonly why: string
  /** A note; `#` in it stands for `times` letters A. */
  readonly note: string
  readonly times?: number
  readonly verdict: Verdict
}

const textOf = (size = 3) => formatCheckpoint({ origin: ORIGIN, size, root: rootAt(size) })
const signed = (text: string) => signNote(text, log, crypto.sha256)
const good = signed(textOf())
const by = (signer: typeof log, time = TIME, text = textOf()) =>
  cosign(text, signer, time, crypto.sha256)
const MALFORMED = 'checkpoint.malformed'
const proved = (times: object, size = 3): Verdict => ({ size, times })
const bad = (name: string, why: string, note: string, code = MALFORMED): NoteExample => ({
  name,
  why,
  note,
  verdict: { refused: code },
})
/** Some other log's line, whose key nobody here knows. */
const stranger = (name = 'xz.example/log', bytes = 68) =>
  `— ${name} ${toBase64(new Uint8Array(bytes).fill(1))}\n`
const lineOf = (note: string) => note.slice(note.lastIndexOf('\n\n') + 2)
/** A cosignature line with other bytes behind its name. */
function changed(line: string, change: (bytes: Uint8Array) => Uint8Array): string {
  const [dash, name, encoded] = line.trimEnd().split(' ')
  return `${dash} ${name} ${toBase64(change(new Uint8Array(Buffer.from(encoded!, 'base64'))))}\n`
}

/** A note of exactly so many characters: a stranger's line is as long as it takes. */
function ofLength(length: number, name: string, verdict: Verdict): NoteExample {
  for (const padding of ['', 'x', 'xx', 'xxx']) {
    const note = `${good}— z${padding} #\n`
    const times = length - note.length + 1
    if (times % 4 === 0)
      return { name, why: 'A note has at most 1,000,000 characters.', note, times, verdict }
  }
  throw new Error('expected one of four lengths to fit')
}

const SIGNED: readonly NoteExample[] = [
  { name: 'signed', why: 'The log’s signature is true.', note: good, verdict: proved({}) },
  {
    name: 'of an empty tree',
    why: 'A size is any whole number from zero on.',
    note: signed(textOf(0)),
    verdict: proved({}, 0),
  },
  {
    name: 'with cosignatures of both kinds, in any order',
    why: 'An Ed25519 cosignature is over the text, one of ML-DSA-44 over the message of tlog-cosignature.',
    note: `${good}${by(second, TIME + 2)}${by(ed(OTHER), TIME + 1)}${by(ed(FIRST))}`,
    verdict: proved({ [FIRST]: TIME, [OTHER]: TIME + 1, [SECOND]: TIME + 2 }),
  },
  {
    name: 'at the second 0 and at the last one',
    why: 'Times go from 0 to 2⁵³ − 1.',
    note: `${good}${by(ed(FIRST), 0)}${by(ed(OTHER), Number.MAX_SAFE_INTEGER)}`,
    verdict: proved({ [FIRST]: 0, [OTHER]: Number.MAX_SAFE_INTEGER }),
  },
  {
    name: 'with the log’s line behind those of witnesses',
    why: 'The order of the lines says nothing.',
    note: `${textOf()}\n${by(ed(FIRST))}${lineOf(good)}`,
    verdict: proved({ [FIRST]: TIME }),
  },
  {
    name: 'signed twice by the log',
    why: 'Of one key only the first signature is looked at.',
    note: `${good}${changed(lineOf(good), flip(20))}`,
    verdict: proved({}),
  },
  {
    name: 'signed by a stranger too',
    why: 'Signatures of unknown keys are passed over.',
    note: `${good}${stranger()}`,
    verdict: proved({}),
  },
  {
    name: 'signed by another key under the name of a witness',
    why: 'A signature counts when name and id are those of a known key.',
    note: `${good}${stranger(FIRST)}`,
    verdict: proved({}),
  },
  {
    name: 'signed by the key of a witness under another name',
    why: 'A signature counts when name and id are those of a known key.',
    note: `${good}${by(ed(FIRST)).replace(FIRST, 'xz.example/witness')}`,
    verdict: proved({}),
  },
  {
    name: 'with a signature of one byte, by a stranger',
    why: 'Behind the key id there is at least one byte; what it is worth is asked of known keys.',
    note: `${good}${stranger('z', 5)}`,
    verdict: proved({}),
  },
  {
    name: 'with 100 signatures',
    why: 'A note has at most 100.',
    note: `${good}${stranger('z', 5).repeat(99)}`,
    verdict: proved({}),
  },
  ofLength(1_000_000, 'of 1,000,000 characters', proved({})),
]

const REFUSED: readonly NoteExample[] = [
  bad('with 101 signatures', 'A note has at most 100.', `${good}${stranger('z', 5).repeat(100)}`),
  ofLength(1_000_004, 'of 1,000,004 characters', { refused: MALFORMED }),
  ofLength(1_000_001, 'of 1,000,001 characters', { refused: MALFORMED }),
  bad('without its last line feed', 'Each line ends with one.', good.slice(0, -1)),
  bad('without a blank line', 'It parts text and signatures.', good.replace('\n\n', '\n')),
  bad('without signatures', 'There is at least one line.', `${textOf()}\n`),
  bad('of nothing', 'A note has a text.', ''),
  bad('with a control character in a name', 'None below U+0020.', `${good}${stranger('a\u0001b')}`),
  bad(
    'with U+0085 in a name',
    'A name has no control character.',
    `${good}${stranger('a\u0085b')}`,
  ),
  bad('with U+00A0 in a name', 'A name has no white space.', `${good}${stranger('a\u00a0b')}`),
  bad('with a plus in a name', 'A name has no +.', `${good}${stranger('a+b')}`),
  bad('without a name', 'A name is not empty.', `${good}${stranger('')}`),
  bad('with half a character in a name', 'Text is UTF-8.', `${good}${stranger('a\ud800')}`),
  bad('with another dash', 'A line begins with U+2014.', `${good}${stranger().replace('—', '-')}`),
  bad('with a space before a line', 'One form of a line.', `${good} ${stranger()}`),
  bad(
    'with two spaces in a line',
    'One form of a line.',
    `${good}${stranger().replace(' z', '  z').replace('— x', '—  x')}`,
  ),
  bad('with a fourth word', 'One form of a line.', `${good}${stranger().replace('\n', ' x\n')}`),
  bad('with base64 that is not in its one form', 'Padding is required.', `${good}— z AQEBAQE\n`),
  bad(
    'with a signature without bytes',
    'Behind the key id there is one at least.',
    `${good}${stranger('z', 4)}`,
  ),
  bad('with an extension line', 'Strands have none.', signed(`${textOf()}more\n`)),
  bad('with an empty line more', 'No line of a checkpoint is empty.', signed(`${textOf()}\n`)),
  bad('of two lines', 'Origin, size and root.', signed(`${ORIGIN}\n3\n`)),
  bad(
    'without an origin',
    'The first line names the log.',
    signed(`\n3\n${toBase64(rootAt(3))}\n`),
  ),
  bad('of size 03', 'No leading zero.', signed(textOf().replace('\n3\n', '\n03\n'))),
  bad('of size -1', 'Digits alone.', signed(textOf().replace('\n3\n', '\n-1\n'))),
  bad('of size 3 and more', 'Digits alone.', signed(textOf().replace('\n3\n', '\n3 \n'))),
  bad('of size 2⁵³', 'At most 2⁵³ − 1.', signed(textOf().replace('\n3\n', '\n9007199254740992\n'))),
  ...[31, 33].map((size) =>
    bad(
      `with a root of ${size} bytes`,
      'A root has 32.',
      signed(`${ORIGIN}\n3\n${toBase64(new Uint8Array(size))}\n`),
    ),
  ),
  bad('with a root that is no base64', 'One form.', signed(`${ORIGIN}\n3\n${'*'.repeat(44)}\n`)),
  bad(
    'of another strand',
    'The origin is the charter’s.',
    signNote(textOf().replace('xa.', 'xb.'), log, crypto.sha256),
    'checkpoint.origin',
  ),
  bad(
    'signed by a stranger alone',
    'The log did not sign.',
    `${textOf()}\n${stranger()}`,
    'checkpoint.unsigned',
  ),
  bad(
    'cosigned and not signed',
    'The log did not sign.',
    `${textOf()}\n${by(ed(FIRST))}`,
    'checkpoint.unsigned',
  ),
  bad(
    'with another key under the log’s name',
    'The log did not sign.',
    `${textOf()}\n${stranger(ORIGIN)}`,
    'checkpoint.unsigned',
  ),
  bad(
    'with a false signature of the log',
    'One bit is another.',
    `${textOf()}\n${changed(lineOf(good), flip(20))}`,
    'checkpoint.log-signature',
  ),
  bad(
    'with a signature of the log a byte too short',
    'It has 64.',
    `${textOf()}\n${changed(lineOf(good), (bytes) => bytes.slice(0, -1))}`,
    'checkpoint.log-signature',
  ),
  bad(
    'with a cosignature at the second 2⁵³',
    'Times go to 2⁵³ − 1.',
    `${good}${by(ed(FIRST), 2 ** 53)}`,
    'checkpoint.cosignature',
  ),
  bad(
    'with one witness twice',
    'One witness is one.',
    `${good}${by(ed(FIRST)).repeat(2)}`,
    'checkpoint.cosignature-twice',
  ),
  bad(
    'with one witness twice, truly and falsely',
    'Twice is asked before truth.',
    `${good}${by(ed(FIRST))}${changed(by(ed(FIRST)), flip(30))}`,
    'checkpoint.cosignature-twice',
  ),
  ...[ed(FIRST), second].flatMap((signer, at) =>
    [
      bad('false', 'One bit is another.', changed(by(signer), flip(30))),
      bad('over another tree', 'It is over this text.', by(signer, TIME, textOf(2))),
      bad('at another time', 'The time is signed.', changed(by(signer), flip(11))),
      bad(
        'without a whole time',
        'A time has eight bytes.',
        changed(by(signer), (bytes) => bytes.slice(0, 11)),
      ),
      bad(
        'of a time alone',
        'The signature is missing.',
        changed(by(signer), (bytes) => bytes.slice(0, 12)),
      ),
      bad(
        'a byte too long',
        'A signature has one length.',
        changed(by(signer), (bytes) => Uint8Array.of(...bytes, 0)),
      ),
    ].map((one) => ({
      ...one,
      name: `with a cosignature of ${at === 0 ? 'Ed25519' : 'ML-DSA-44'} ${one.name}`,
      note: `${good}${one.note}`,
      verdict: { refused: 'checkpoint.cosignature' },
    })),
  ),
]

export { good as goodNote, second }
export const checkpoints = {
  origin: ORIGIN,
  log: LOG_KEY,
  witnesses: WITNESSES,
  examples: [...SIGNED, ...REFUSED],
}
