import { describe, expect, it } from 'vitest'
import { crypto, seeded, sha256 } from '../test/crypto.ts'
import { concat, fromHex, toBase64, toHex, toUtf8 } from './base64.ts'
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { emptyRoot } from './merkle.ts'
import { cosign, formatVkey, openNote, parseNote, parseVkey, signNote } from './note.ts'
import { formatProof, parseProof } from './proof.ts'

const alder = seeded('case/alder', 1)
const birch = seeded('birch.example/witness', 2)
const root = emptyRoot(sha256)
const text = formatCheckpoint({ origin: 'case/alder', size: 0, root })
const note = `${signNote(text, alder, sha256)}${cosign(text, birch, 1_795_694_400, sha256)}`
const alderKey = parseVkey(formatVkey(alder.name, 1, alder.publicKey, sha256), sha256)
const birchKey = parseVkey(formatVkey(birch.name, 4, birch.publicKey, sha256), sha256)
const coded = (code: string) => expect.objectContaining({ name: 'LogError', code })

describe('a verifier key', () => {
  it('has the id that signed-note gives it', () => {
    const id = sha256(concat(toUtf8('case/alder\n'), Uint8Array.of(1), alder.publicKey))
    expect(alderKey.id).toBe(toHex(id.subarray(0, 4)))
    expect(alderKey.raw).toEqual(alder.publicKey)
  })
  it('has another id as a witness, so that no signature passes for a cosignature', () => {
    const asWitness = parseVkey(formatVkey(alder.name, 4, alder.publicKey, sha256), sha256)
    expect(asWitness.id).not.toBe(alderKey.id)
    expect(() => openNote(signNote(text, alder, sha256), [asWitness], crypto)).toThrow(
      coded('note.unknown-keys'),
    )
  })
  it.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\u2003b', 'a\nb', 'a\u0000b', 'a\ud800b'])(
    'has a name, and %j is none',
    (name) => {
      expect(() => formatVkey(name, 1, alder.publicKey, sha256)).toThrow(coded('vkey.malformed'))
      const id = sha256(concat(toUtf8(`${name}\n`), Uint8Array.of(1), alder.publicKey))
      const key = toBase64(concat(Uint8Array.of(1), alder.publicKey))
      expect(() => parseVkey(`${name}+${toHex(id.subarray(0, 4))}+${key}`, sha256)).toThrow(
        coded('vkey.malformed'),
      )
    },
  )
  it.each([0, 2, 3, 5, 255])('of type %i is not known', (type) => {
    const id = sha256(concat(toUtf8('a\n'), Uint8Array.of(type), alder.publicKey))
    const key = toBase64(concat(Uint8Array.of(type), alder.publicKey))
    expect(() => parseVkey(`a+${toHex(id.subarray(0, 4))}+${key}`, sha256)).toThrow(
      coded('vkey.malformed'),
    )
  })
})

describe('a signed note', () => {
  it('is opened with the log and the witness that signed it', () => {
    const { text: opened, verified } = openNote(note, [alderKey, birchKey], crypto)
    expect(opened).toBe(text)
    expect(verified).toEqual([{ vkey: alderKey }, { vkey: birchKey, time: 1_795_694_400 }])
  })
  it('ends its text at the last blank line', () => {
    const words = 'first\n\nsecond\n'
    expect(parseNote(signNote(words, alder, sha256)).text).toBe(words)
  })
  it('is refused whole for one false signature of a known key', () => {
    const other = formatCheckpoint({ origin: 'case/alder', size: 1, root })
    const mixed = `${signNote(text, alder, sha256)}${cosign(other, birch, 1, sha256)}`
    expect(() => openNote(mixed, [alderKey, birchKey], crypto)).toThrow(coded('note.signature'))
    expect(openNote(mixed, [alderKey], crypto).verified).toHaveLength(1)
  })
  it('carries the evidence when its signature is false', () => {
    const forged = note.replace('\n0\n', '\n1\n')
    expect(() => openNote(forged, [alderKey], crypto)).toThrow(
      expect.objectContaining({
        code: 'note.signature',
        evidence: { text: text.replace('\n0\n', '\n1\n'), line: note.split('\n').at(-3) },
      }),
    )
  })
  it('takes 100 signatures and none more', () => {
    const line = note.split('\n').at(-2)!
    const many = (count: number) => `${text}\n${`${line}\n`.repeat(count)}`
    expect(openNote(many(100), [birchKey], crypto).verified).toHaveLength(1)
    expect(() => openNote(many(101), [birchKey], crypto)).toThrow(coded('note.malformed'))
  })
  it('has no cosignature of a time beyond whole numbers', () => {
    for (const time of [2n ** 53n, 2n ** 64n - 1n]) {
      const bytes = new Uint8Array(8)
      new DataView(bytes.buffer).setBigUint64(0, time)
      const signature = birch.sign(toUtf8(`cosignature/v1\ntime ${time}\n${text}`))
      const blob = toBase64(concat(fromHex(birchKey.id), bytes, signature))
      const late = `${text}\n\u2014 ${birch.name} ${blob}\n`
      expect(() => openNote(late, [birchKey], crypto)).toThrow(coded('note.signature'))
    }
  })
  it('has at least one byte of signature behind each key id, and is well-formed text', () => {
    const short = (bytes: number) => `${text}\n\u2014 a ${toBase64(new Uint8Array(bytes))}\n`
    expect(parseNote(short(5)).signatures).toHaveLength(1)
    expect(() => parseNote(short(4))).toThrow(coded('note.malformed'))
    expect(() => parseNote(`\ud800${note}`)).toThrow(coded('note.malformed'))
  })
  it('may hold any character but the control characters below U+0020', () => {
    for (let code = 0; code < 0x20; code++) {
      const signed = signNote(`a${String.fromCharCode(code)}b\n`, alder, sha256)
      if (code === 10) expect(parseNote(signed).text).toBe('a\nb\n')
      else expect(() => parseNote(signed)).toThrow(coded('note.malformed'))
    }
    const words = 'd\u00e9l\u00e8gue \u007f\u0085 \u{1f54a}\n'
    expect(openNote(signNote(words, alder, sha256), [alderKey], crypto).text).toBe(words)
  })
})

describe('a checkpoint', () => {
  it('comes back as it went, up to the largest whole number', () => {
    const size = Number.MAX_SAFE_INTEGER
    const head = { origin: 'case/alder', size, root }
    expect(parseCheckpoint(formatCheckpoint(head))).toEqual({ ...head, extensions: [] })
  })
  it('keeps its extension lines', () => {
    expect(parseCheckpoint(`${text}one\ntwo words\n`).extensions).toEqual(['one', 'two words'])
  })
  const rootText = toBase64(root)
  it.each([
    ['no line feed at the end', `case/alder\n0\n${rootText}`],
    ['two lines', 'case/alder\n0\n'],
    ['no origin', `\n0\n${rootText}\n`],
    ['a leading zero', `case/alder\n01\n${rootText}\n`],
    ['a sign', `case/alder\n+1\n${rootText}\n`],
    ['another numeral', `case/alder\n\u0661\n${rootText}\n`],
    ['a fraction', `case/alder\n1.0\n${rootText}\n`],
    ['an exponent', `case/alder\n1e3\n${rootText}\n`],
    ['a size beyond whole numbers', `case/alder\n9007199254740992\n${rootText}\n`],
    ['a root of 31 bytes', `case/alder\n0\n${toBase64(root.subarray(1))}\n`],
    ['a root with a space', `case/alder\n0\n ${rootText}\n`],
    ['a root in another form', `case/alder\n0\n${rootText.replace('FU=', 'FV=')}\n`],
    ['an empty extension line', `case/alder\n0\n${rootText}\n\n`],
  ])('with %s is none', (_, words) => {
    expect(() => parseCheckpoint(words)).toThrow(coded('checkpoint.malformed'))
  })
})

describe('a proof that is carried about', () => {
  const carried = { index: 3, proof: [root, sha256(root)], checkpoint: note }

  it('comes back as it went', () => {
    expect(parseProof(formatProof(carried))).toEqual(carried)
    expect(parseProof(formatProof({ ...carried, proof: [] }))).toEqual({ ...carried, proof: [] })
  })
  it('may have extra data, which are passed over', () => {
    const extra = formatProof(carried).replace('\n', '\nextra aGVsbG8=\n')
    expect(parseProof(extra)).toEqual(carried)
  })
  const words = formatProof(carried)
  it.each([
    ['another header', words.replace('@v1', '@v2')],
    ['no index', words.replace('index 3\n', '')],
    ['an index with a leading zero', words.replace('index 3', 'index 03')],
    ['extra data that are no base64', words.replace('\n', '\nextra ?\n')],
    ['extra data twice', words.replace('\n', '\nextra AAAA\nextra AAAA\n')],
    ['a short hash', words.replace(toBase64(root), 'AAAA')],
    ['64 hashes', formatProof({ ...carried, proof: Array<Uint8Array>(64).fill(root) })],
    ['no blank line', words.replaceAll('\n\n', '\n')],
  ])('with %s is none', (_, spoilt) => {
    expect(() => parseProof(spoilt)).toThrow(coded('proof.malformed'))
  })
})
