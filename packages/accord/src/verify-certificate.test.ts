import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '@entente/log'
import { crypto } from '../../../apps/node/src/platform/crypto.ts'
import { charterBytes, openStrand } from '../../../tools/vectors-case.ts'
import { AccordError } from './error.ts'
import { charterId } from './parse-charter.ts'
import { makeCertificate, recordKind } from './public-certificate.ts'
import { publicationId } from './publication.ts'
import { verifyCertificate } from './verify-certificate.ts'

const VECTORS = new URL('../../../spec/vectors/', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, VECTORS), 'utf8')
const list = JSON.parse(textOf('bad-certificate/list.json')) as {
  charter: string
  tampered: { file: string; what: string; why: string; code: string; party: string | null }[]
}
const good = textOf('certificate/quiet-modem.json')
const verify = (text: string, id: string | undefined = list.charter) =>
  verifyCertificate(text, { crypto, ...(id === undefined ? {} : { charterId: id }) })

/** Whatever the file says, the answer is a proof or a refusal with a code. */
function codeOf(text: string): string | undefined {
  try {
    verify(text)
    return undefined
  } catch (error) {
    if (error instanceof AccordError) return error.code
    throw error
  }
}

type Certificate = {
  charter: string
  parties: { party: string; entries: { entry: string; proof: string }[] }[]
}
const changed = (change: (certificate: Certificate) => void): string => {
  const certificate = JSON.parse(good) as Certificate
  change(certificate)
  return JSON.stringify(certificate)
}

describe('a public certificate', () => {
  const verified = verify(good)

  it('proves who stands behind a text, by whose hand and since when', () => {
    expect(verified.trusted).toBe(true)
    expect(verified.publication.text.title).toBe('Common position on the wiping of modems')
    expect(
      verified.publishers.map(({ party, name, authority, custody, since }) => ({
        party,
        name,
        by: authority.name,
        custody,
        since,
      })),
    ).toEqual([
      {
        party: 'XA',
        name: 'Alder',
        by: 'Ministry of Foreign Affairs',
        custody: 'node-held',
        since: 1_795_600_000,
      },
      { party: 'XB', name: 'Birch', by: 'Press office', custody: 'token', since: 1_795_600_600 },
      {
        party: 'XC',
        name: 'Cedar',
        by: 'Ministry of Foreign Affairs',
        custody: 'node-held',
        since: 1_795_601_200,
      },
    ])
  })

  it('shows that a nation took it back, when and why', () => {
    expect(verified.publishers.map(({ recalled }) => recalled?.reason)).toEqual([
      undefined,
      undefined,
      'Its parliament took the mandate back.',
    ])
    expect(verified.publishers[2]?.recalled?.since).toBe(1_795_607_200)
    expect(verified.proved).toContain('recalled')
  })

  it('from before a recall cannot know of it, and says so', () => {
    const older = verify(changed(({ parties }) => void parties[2]!.entries.pop()))
    expect(older.publishers[2]?.recalled).toBeUndefined()
    expect(older.proved).not.toContain('recalled')
    expect(older.notProved).toContain('later')
  })

  it('says what it does not prove: others, adoption, truth, what came later, clocks, holders', () => {
    expect(verified.notProved).toEqual([
      'others',
      'adopted',
      'content',
      'later',
      'claimed-times',
      'holders',
      'revoked',
      'witnesses',
    ])
  })

  it('proves as much for the nations that it names when one is left out', () => {
    const { publishers } = verify(changed(({ parties }) => void parties.shift()))
    expect(publishers.map(({ party }) => party)).toEqual(['XB', 'XC'])
  })

  it('only agrees with itself where nobody names its charter', () => {
    const alone = verifyCertificate(good, { crypto })
    expect(alone.trusted).toBe(false)
    expect(alone.proved).not.toContain('charter')
    expect(alone.notProved[0]).toBe('charter')
    expect(alone.charterId).toBe(list.charter)
  })

  it('gives a publication one name, whoever publishes it', () => {
    const { id, ...publication } = verified.publication
    expect(publicationId(publication, crypto.sha256)).toBe(id)
    expect(id).toMatch(/^sha256:[0-9a-f]{64}$/)
  })
})

describe('a public certificate that was tampered with', () => {
  it('is listed at least eight times, each with a code of its own', () => {
    const codes = list.tampered.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThanOrEqual(8)
  })

  it.each(list.tampered)('is refused where $what', ({ file, code, party }) => {
    expect(() => verify(textOf(`bad-certificate/${file}`))).toThrow(
      expect.objectContaining({
        name: 'AccordError',
        code,
        ...(party === null ? {} : { place: expect.objectContaining({ party }) as unknown }),
      }),
    )
  })
})

describe('a public certificate that is none', () => {
  it('is refused where its case is not for anyone to read', () => {
    const { party, entries } = openStrand('XA')
    const proof = { entry: entries[0]!, index: 0, proof: [], checkpoint: 'x\n\n' }
    const text = makeCertificate({ charterBytes, parties: [{ party, entries: [proof] }] })
    expect(() => verify(text, charterId(charterBytes, crypto))).toThrow(
      expect.objectContaining({ code: 'charter.not-public' }),
    )
  })

  it.each([
    ['other text', 'a certificate', 'public-certificate.malformed'],
    ['another object', '{}', 'public-certificate.malformed'],
    ['a field twice', good.replace('{', '{"parties":[],'), 'public-certificate.malformed'],
    [
      'another version',
      good.replace('certificate/1', 'certificate/2'),
      'public-certificate.malformed',
    ],
    ['no party', changed((one) => void (one.parties = [])), 'public-certificate.malformed'],
    [
      'more entries than a party may have',
      changed(({ parties }) => {
        parties[0]!.entries = Array.from({ length: 65 }, () => parties[0]!.entries[0]!)
      }),
      'public-certificate.malformed',
    ],
    [
      'a charter that is not base64',
      changed((one) => void (one.charter += '=')),
      'public-certificate.base64',
    ],
    [
      'a proof in another form',
      changed(({ parties }) => void (parties[0]!.entries[0]!.proof = 'c2sp.org/tlog-proof@v2\n\n')),
      'public-certificate.proof',
    ],
    [
      'a checkpoint that is none',
      changed(({ parties }) => {
        parties[0]!.entries[0]!.proof = 'c2sp.org/tlog-proof@v1\nindex 0\n\nnothing\n'
      }),
      'checkpoint.malformed',
    ],
    [
      'one entry twice',
      changed(({ parties }) => void parties[0]!.entries.push(parties[0]!.entries[0]!)),
      'public-certificate.order',
    ],
    ['too many characters', ' '.repeat(16_777_217), 'public-certificate.too-large'],
  ])('is refused with %s', (_what, text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it('never proves anything else when one bit of an entry or a proof is another', () => {
    const { parties } = JSON.parse(good) as Certificate
    const places = parties.flatMap(({ entries }, at) =>
      entries.flatMap((_, index) => [
        { at, index, field: 'entry' as const },
        { at, index, field: 'proof' as const },
      ]),
    )
    const whole = verify(good)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), fc.nat(7), (place, where, bit) => {
        const text = changed((one) => {
          const entry = one.parties[place.at]!.entries[place.index]!
          const bytes =
            place.field === 'entry'
              ? fromBase64(entry.entry)
              : new TextEncoder().encode(entry.proof)
          bytes[where % bytes.length]! ^= 1 << bit
          entry[place.field] =
            place.field === 'entry' ? toBase64(bytes) : new TextDecoder().decode(bytes)
        })
        // A signature line whose name or key id changed is that of a stranger; below the quorum it refuses.
        if (codeOf(text) === undefined) expect(verify(text)).toEqual(whole)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a file that is to be verified', () => {
  it('says itself whether it is a member bundle or a public certificate', () => {
    expect(recordKind(good)).toBe('certificate')
    expect(recordKind(textOf('bundle/quiet-modem.json'))).toBe('bundle')
    expect(recordKind('{}')).toBeUndefined()
  })
})
