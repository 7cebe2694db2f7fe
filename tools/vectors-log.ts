import { encodeEntries, formatProof, nodeHash, toBase64, toUtf8 } from '@entente/log'
import { crypto } from '../apps/node/src/platform/crypto.ts'
import { fixedKey } from './vectors-key.ts'
import { checkpoints, goodNote as good, second } from './vectors-log-notes.ts'
import { entries, flip, rootAt, tree } from './vectors-log-tree.ts'

/** The formats of the log a sentence at a time, good and bad, each verdict written by hand: spec/log.md. */

const log = fixedKey('xa.example/quiet-modem')
const vkey = (name: string, type: number, raw: Uint8Array) =>
  Buffer.concat([
    crypto.sha256(Buffer.concat([toUtf8(`${name}\n`), Uint8Array.of(type), raw])).subarray(0, 4),
  ]).toString('hex') + `+${toBase64(Uint8Array.of(type, ...raw))}`
const keyOf = (name: string, type = 1, raw = log.publicKey) => `${name}+${vkey(name, type, raw)}`

/** Verifier keys: what is read from each, or nothing. */
const KEYS: readonly {
  readonly name: string
  readonly vkey: string
  readonly type: number | null
}[] = [
  { name: 'of a log', vkey: keyOf('a'), type: 1 },
  { name: 'of a witness with Ed25519', vkey: keyOf('a', 4), type: 4 },
  { name: 'of a witness with ML-DSA-44', vkey: keyOf('a', 6, second.publicKey), type: 6 },
  { name: 'of a name beyond ASCII', vkey: keyOf('ñ/“”'), type: 1 },
  { name: 'of another type', vkey: keyOf('a', 2), type: null },
  { name: 'of type 5', vkey: keyOf('a', 5), type: null },
  { name: 'of type 0', vkey: keyOf('a', 0), type: null },
  { name: 'of Ed25519 with a byte less', vkey: keyOf('a', 1, log.publicKey.slice(1)), type: null },
  {
    name: 'of Ed25519 with a byte more',
    vkey: keyOf('a', 4, Uint8Array.of(...log.publicKey, 0)),
    type: null,
  },
  { name: 'of ML-DSA-44 as one of Ed25519', vkey: keyOf('a', 4, second.publicKey), type: null },
  { name: 'of Ed25519 as one of ML-DSA-44', vkey: keyOf('a', 6), type: null },
  { name: 'with an id that does not follow', vkey: keyOf('a').replace('a+', 'b+'), type: null },
  {
    name: 'with an id in capitals',
    vkey: keyOf('a').replace(/\+(.{8})\+/, (id) => id.toUpperCase()),
    type: null,
  },
  { name: 'without a name', vkey: keyOf(''), type: null },
  { name: 'with a space in its name', vkey: keyOf('a b'), type: null },
  { name: 'with U+00A0 in its name', vkey: keyOf('a\u00a0b'), type: null },
  { name: 'with U+0085 in its name', vkey: keyOf('a\u0085b'), type: null },
  { name: 'with half a character in its name', vkey: keyOf('a\ud800'), type: null },
  { name: 'with a plus in its name', vkey: keyOf('a+b'), type: null },
  {
    name: 'without padding',
    vkey: keyOf('a', 6, second.publicKey.slice(1)).replaceAll('=', ''),
    type: null,
  },
  { name: 'with a line feed behind it', vkey: `${keyOf('a')}\n`, type: null },
  { name: 'with a line before it', vkey: `\n${keyOf('a')}`, type: null },
  { name: 'of nothing', vkey: '', type: null },
]

const hashes = (all: readonly Uint8Array[]) => all.map((one) => toBase64(one))
const pairs = Array.from({ length: 8 }, (_, at) => at + 1).flatMap((to) =>
  Array.from({ length: to }, (_, from) => [from, to] as const),
)
type Claim = {
  readonly name: string
  readonly holds: boolean
  readonly from: number
  readonly to: number
  readonly proof: readonly string[]
}
/** A proof as it is, and changed in every way in which it could be another. */
function claims(
  from: number,
  to: number,
  proof: readonly Uint8Array[],
  is: { mostFrom: number },
): readonly Claim[] {
  const one = (name: string, holds: boolean, path = proof, at = from): Claim => ({
    name,
    holds,
    from: at,
    to,
    proof: hashes(path),
  })
  const last = proof.at(-1)
  return [
    one('as it is', true),
    one('one hash longer', false, [...proof, rootAt(1)]),
    ...(last ? [one('one hash shorter', false, proof.slice(0, -1))] : []),
    ...(last
      ? [one('one bit of it is another', false, [...proof.slice(0, -1), flip(7)(last)])]
      : []),
    ...(last ? [one('a hash of 31 bytes', false, [...proof.slice(0, -1), last.slice(1)])] : []),
    ...(from < is.mostFrom ? [one('said of the next', false, proof, from + 1)] : []),
  ]
}
const inclusion = pairs.flatMap(([index, size]) =>
  claims(index, size, tree.inclusion(index, size), { mostFrom: 8 }),
)
const consistency = pairs.flatMap(([before, size]) =>
  claims(before + 1, size, tree.consistency(before + 1, size), { mostFrom: size }),
)
const LONG = 2 ** 50
const [left, a, b] = [5, 6, 7].map((size) => rootAt(size)) as [Uint8Array, Uint8Array, Uint8Array]
const node = (one: Uint8Array, other: Uint8Array) => nodeHash(crypto.sha256, one, other)

const carried = formatProof({ index: 2, proof: tree.inclusion(2, 3), checkpoint: good })
const [header, ...rest] = carried.split('\n')
const with_ = (...lines: readonly string[]) => [header, ...lines].join('\n')
const hash = toBase64(rootAt(1))
const CARRIED: readonly {
  readonly name: string
  readonly text: string
  readonly index: number | null
  readonly hashes?: number
}[] = [
  { name: 'as it is', text: carried, index: 2, hashes: 1 },
  { name: 'with an extra line', text: with_('extra AAAA', ...rest), index: 2, hashes: 1 },
  { name: 'with an empty extra', text: with_('extra ', ...rest), index: 2, hashes: 1 },
  { name: 'without hashes', text: with_('index 0', '', good), index: 0, hashes: 0 },
  {
    name: 'with 63 hashes',
    text: with_('index 0', ...Array<string>(63).fill(hash), '', good),
    index: 0,
    hashes: 63,
  },
  {
    name: 'of the last index',
    text: with_('index 9007199254740991', '', good),
    index: 9007199254740991,
    hashes: 0,
  },
  {
    name: 'with 64 hashes',
    text: with_('index 0', ...Array<string>(64).fill(hash), '', good),
    index: null,
  },
  { name: 'of index 2⁵³', text: with_('index 9007199254740992', '', good), index: null },
  { name: 'of index 01', text: with_('index 01', '', good), index: null },
  { name: 'of no index', text: with_(...rest.slice(1)), index: null },
  { name: 'of an index and more', text: with_('index 2 ', ...rest.slice(1)), index: null },
  { name: 'with two extra lines', text: with_('extra AAAA', 'extra AAAA', ...rest), index: null },
  { name: 'with an extra that is no base64', text: with_('extra A', ...rest), index: null },
  { name: 'under another header', text: carried.replace('@v1', '@v2'), index: null },
  { name: 'with a line before it', text: `\n${carried}`, index: null },
  {
    name: 'with a hash of 31 bytes',
    text: with_('index 2', toBase64(new Uint8Array(31)), '', good),
    index: null,
  },
  {
    name: 'with a hash that is no base64',
    text: with_('index 2', '*'.repeat(44), '', good),
    index: null,
  },
  { name: 'without a blank line', text: with_('index 2', hash), index: null },
  { name: 'of nothing', text: '', index: null },
]

const bundle = encodeEntries([toUtf8('one'), new Uint8Array(), toUtf8('three')])
const many = (count: number) => encodeEntries(Array.from({ length: count }, () => new Uint8Array()))
const BUNDLES = [
  { name: 'of three', bytes: bundle, entries: 3 },
  { name: 'of none', bytes: new Uint8Array(), entries: 0 },
  { name: 'of 256', bytes: many(256), entries: 256 },
  { name: 'of 257', bytes: Uint8Array.of(...many(256), 0, 0), entries: null },
  { name: 'of half a length', bytes: Uint8Array.of(...bundle, 0), entries: null },
  { name: 'of half an entry', bytes: bundle.slice(0, -1), entries: null },
  { name: 'of an entry longer than 255', bytes: encodeEntries([new Uint8Array(256)]), entries: 1 },
].map(({ bytes, ...one }) => ({ ...one, bytes: toBase64(bytes) }))

/** Paths of tiles: level, number and width, or nothing. */
const PATHS: Readonly<Record<string, readonly [number | 'entries', number, number] | null>> = {
  'tile/0/000': [0, 0, 256],
  'tile/63/999': [63, 999, 256],
  'tile/1/x001/000': [1, 1000, 256],
  'tile/2/x001/x234/067.p/1': [2, 1_234_067, 1],
  'tile/entries/x123/456.p/255': ['entries', 123_456, 255],
  'tile/0/x009/x007/x199/x254/x740/991': [0, 9_007_199_254_740_991, 256],
  'tile/0/x009/x007/x199/x254/x740/992': null,
  'tile/64/000': null,
  'tile/00/000': null,
  'tile/0/0': null,
  'tile/0/1000': null,
  'tile/0/x000/001': null,
  'tile/0/001/000': null,
  'tile/0/x001': null,
  'tile/0/000.p/0': null,
  'tile/0/000.p/256': null,
  'tile/0/000.p/01': null,
  'tile/data/000': null,
  '/tile/0/000': null,
  'tile/0/000/': null,
  'tile/0/000\n': null,
}

export const logVectors = () => ({
  checkpoints,
  keys: { examples: KEYS },
  proofs: {
    entries: hashes(entries),
    roots: hashes(Array.from({ length: 9 }, (_, size) => rootAt(size))),
    inclusion,
    consistency,
    long: {
      from: LONG + 1,
      to: LONG + 2,
      fromRoot: toBase64(node(left, a)),
      toRoot: toBase64(node(left, node(a, b))),
      proof: hashes([a, b, left]),
    },
    carried: CARRIED,
  },
  tiles: { paths: PATHS, bundles: BUNDLES },
})
