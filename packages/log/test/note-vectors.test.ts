import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toBase64, toHex, toUtf8, fromBase64, fromUtf8, concat } from '../src/base64.ts'
import { parseCheckpoint } from '../src/checkpoint.ts'
import { LogError, type LogErrorCode } from '../src/error.ts'
import { formatVkey, openNote, parseNote, parseVkey, signNote } from '../src/note.ts'
import { crypto, sha256, signerOf } from './crypto.ts'
import { describeVectors, readJson } from './vectors.ts'

/** The code with which something is refused; `undefined` where it is not. */
function refusal(attempt: () => unknown): LogErrorCode | undefined {
  try {
    attempt()
    return undefined
  } catch (error) {
    if (error instanceof LogError) return error.code
    throw error
  }
}

type GoNotes = {
  readonly vkeys: readonly [string, string]
  readonly skey: string
  readonly badVkeys: readonly string[]
  readonly text: string
  readonly signatures: readonly [string, string]
}

describeVectors('golang.org/x/mod sumdb/note', 'extracted/signed-note-golang.json', (path) => {
  const { vkeys, skey, badVkeys, text, signatures } = readJson<GoNotes>(path)
  const [peter, enoch] = vkeys.map((vkey) => parseVkey(vkey, sha256)) as [
    ReturnType<typeof parseVkey>,
    ReturnType<typeof parseVkey>,
  ]
  const [peterSig, enochSig] = signatures
  const both = `${text}\n${peterSig}${enochSig}`
  /** Upstream cuts its lines at byte 60, where the dash counts three. */
  const spoilt = (line: string) => `${line.slice(0, 58)}ABCD${line.slice(58)}`
  const names = (note: string, known: Parameters<typeof openNote>[1]) => {
    const opened = openNote(note, known, crypto)
    expect(opened.text).toBe(text)
    return opened.verified.map(({ vkey }) => vkey.name)
  }

  describe('opens', () => {
    const good: readonly (readonly [string, string, Parameters<typeof openNote>[1], string[]])[] = [
      ['one known signature of two', both, [peter], ['PeterNeumann']],
      ['two known signatures', both, [peter, enoch], ['PeterNeumann', 'EnochRoot']],
      [
        'a note while a key that did not sign it is known twice',
        `${text}\n${peterSig}`,
        [enoch, peter, enoch],
        ['PeterNeumann'],
      ],
      [
        'repeated signatures, once each, and false ones of unknown keys',
        `${text}\n${peterSig}${peterSig}${enochSig}${enochSig}${spoilt(enochSig)}`,
        [peter],
        ['PeterNeumann'],
      ],
    ]
    it.each(good)('%s', (_, note, known, expected) => {
      expect(names(note, known)).toEqual(expected)
    })
    it('counts 4', () => expect(good).toHaveLength(4))
  })

  describe('refuses', () => {
    const misnamed = peterSig.replace('PeterNeumann', 'CarmenSandiego')
    const bad: readonly (readonly [
      string,
      string,
      Parameters<typeof openNote>[1],
      LogErrorCode,
    ])[] = [
      ['a note of unknown keys', both, [], 'note.unknown-keys'],
      [
        'a key that is known twice',
        `${text}\n${enochSig}`,
        [enoch, peter, enoch],
        'note.ambiguous',
      ],
      ['101 known signatures', `${text}\n${peterSig.repeat(101)}`, [peter], 'note.malformed'],
      ['101 unknown signatures', `${text}\n${peterSig.repeat(101)}`, [], 'note.malformed'],
      [
        'a false signature of a known key',
        `${text}\n${spoilt(peterSig)}`,
        [peter],
        'note.signature',
      ],
      ['a text alone', text, [peter], 'note.malformed'],
      ['a text and a blank line', `${text}\n`, [peter], 'note.malformed'],
      ['no line feed at the end', `${text}\n${peterSig.slice(0, -1)}`, [peter], 'note.malformed'],
      ['a control character', `\u0001${text}\n${peterSig}`, [peter], 'note.malformed'],
      [
        'a name with a space',
        `${text}\n\u2014 Bad Name ${peterSig.split(' ')[2]!.trim()}`,
        [peter],
        'note.malformed',
      ],
      [
        'a line that is no signature',
        `${text}\n${peterSig}Unexpected line.\n`,
        [peter],
        'note.malformed',
      ],
      ['another name', `${text}\n${misnamed}`, [peter], 'note.unknown-keys'],
      [
        'another key id',
        `${text}\n${peterSig.replace('x08g', 'xxxx')}`,
        [peter],
        'note.unknown-keys',
      ],
    ]
    it.each(bad)('%s', (_, note, known, code) => {
      expect(refusal(() => openNote(note, known, crypto))).toBe(code)
    })
    it('bytes that are no UTF-8, before they become a note', () => {
      const bytes = concat(Uint8Array.of(0xff), toUtf8(`${text}\n${peterSig}`))
      expect(refusal(() => parseNote(fromUtf8(bytes)))).toBe('text.malformed')
    })
    it('counts 14, which makes 18 with those it opens', () => expect(bad.length + 1).toBe(14))
  })

  it('signs as upstream signs', () => {
    const seed = fromBase64(skey.split('+').slice(4).join('+')).subarray(1)
    const signer = signerOf('PeterNeumann', seed)
    expect(signNote(text, signer, sha256)).toBe(`${text}\n${peterSig}`)
    expect(formatVkey('PeterNeumann', 1, signer.publicKey, sha256)).toBe(vkeys[0])
  })

  it('refuses all 2,276 mangled keys and two with a matching id', () => {
    const [vkey] = vkeys
    const mangled = new Array<string>()
    for (let from = 0; from < vkey.length; from++)
      for (let to = from + 1; to <= vkey.length; to++)
        if (from > 0 || to < vkey.length) mangled.push(vkey.slice(from, to))
    for (let at = 0; at < vkey.length; at++) {
      const next = String.fromCharCode(vkey.charCodeAt(at) + 1)
      mangled.push(`${vkey.slice(0, at)}${next}${vkey.slice(at + 1)}`)
    }
    expect(mangled).toHaveLength(2276)
    expect(badVkeys).toHaveLength(2)
    const refused = [...mangled, ...badVkeys].filter(
      (key) => refusal(() => parseVkey(key, sha256)) === 'vkey.malformed',
    )
    expect(refused).toHaveLength(2278)
  })
})

type CosignerKeys = {
  readonly cases: readonly { readonly name: string; readonly vkey: string }[]
}

describeVectors('transparency-dev/formats', 'extracted/cosigner-vkeys.json', (path) => {
  const { cases } = readJson<CosignerKeys>(path)
  const answer = (vkey: string) =>
    refusal(() => parseVkey(vkey, sha256)) ?? `type ${parseVkey(vkey, sha256).type}`

  it('has 8 cosigner keys, good and bad', () => {
    expect(cases.map(({ name, vkey }) => [name, answer(vkey)])).toEqual([
      ['works: convert from algEd25519', 'type 1'],
      ['works: native algEd25519CosignatureV1 verifier', 'type 4'],
      // Good upstream, where no id is compared: the next test.
      ['works: native algMLDSA44 verifier', 'vkey.malformed'],
      ['wrong number of parts', 'vkey.malformed'],
      ['invalid base64', 'vkey.malformed'],
      ['invalid algo', 'vkey.malformed'],
      ['invalid keyhash', 'vkey.malformed'],
      ['incorrect keyhash', 'vkey.malformed'],
    ])
  })

  it('has one ML-DSA-44 key that is good under the id that tlog-cosignature demands', () => {
    const [name, id, key] = cases[2]!.vkey.split(/\+(.{8})\+/) as [string, string, string]
    const digest = createHash('sha256').update(`${name}\n`).update(Buffer.from(key, 'base64'))
    const demanded = digest.digest('hex').slice(0, 8)
    expect(demanded).not.toBe(id)
    expect(answer(`${name}+${demanded}+${key}`)).toBe('type 6')
  })
})

const COSIGNED = [
  [
    'witness',
    'witness.v0.json',
    '000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706',
  ],
  [
    'witness2',
    'witness.v0.json',
    '88ad7a28caeb0b2aa890fdf0304c2fcaf59fca2ee140134ff8c1300bac493482',
  ],
  [
    'witness/mirror',
    'mirror.v0.json',
    '000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706',
  ],
] as const

describeVectors('sunlight', 'sunlight/cmd/skylight/testdata', (path) => {
  const keyOf = (file: string) => {
    const { verifier_keys: keys } = readJson<{ verifier_keys: readonly string[] }>(file)
    expect(keys).toHaveLength(1)
    return parseVkey(keys[0]!, sha256)
  }

  it.each(COSIGNED)('has a checkpoint that %s cosigned', (directory, keyFile, hash) => {
    const vkey = keyOf(`${path}/${directory}/${keyFile}`)
    const note = readFileSync(`${path}/${directory}/${hash}/checkpoint`, 'utf8')
    const { text, verified } = openNote(note, [vkey], crypto)
    expect(verified).toHaveLength(1)
    expect(verified[0]!.vkey.type).toBe(4)
    // The time of the log's last tree head, as upstream's log.v3.json has it.
    expect(verified[0]!.time).toBe(Date.parse('2025-12-31T00:00:00Z') / 1000)
    const { origin, size } = parseCheckpoint(text)
    expect(size).toBe(300)
    expect(toHex(sha256(toUtf8(origin)))).toBe(hash)
  })

  it('has cosignatures that are false over any other time, text or key', () => {
    const vkey = keyOf(`${path}/witness/witness.v0.json`)
    const note = readFileSync(`${path}/witness/${COSIGNED[0][2]}/checkpoint`, 'utf8')
    const line = parseNote(note).signatures.find(({ name }) => name === vkey.name)!
    const { text } = parseNote(note)
    const again = (bytes: Uint8Array, words = text) =>
      refusal(() => {
        const key = concat(Uint8Array.from(Buffer.from(vkey.id, 'hex')), bytes)
        return openNote(`${words}\n\u2014 ${vkey.name} ${toBase64(key)}\n`, [vkey], crypto)
      })
    expect(again(line.signature)).toBe(undefined)
    for (let at = 0; at < 72; at++) {
      const bytes = line.signature.slice()
      bytes[at] = bytes[at]! ^ 1
      expect(again(bytes)).toBe('note.signature')
    }
    expect(again(line.signature, text.replace('300', '301'))).toBe('note.signature')
    expect(again(line.signature.slice(8))).toBe('note.signature')
  })

  it.each(['witness', 'witness/mirror'])('has a decoy in %s that is no checkpoint', (directory) => {
    const decoy = readFileSync(`${path}/${directory}/checkpoint`, 'utf8')
    expect(refusal(() => parseNote(decoy))).toBe('note.malformed')
  })
})
