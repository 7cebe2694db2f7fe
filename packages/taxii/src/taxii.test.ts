import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptsTaxii, isTaxii, TAXII_MEDIA_TYPE } from './media-type.ts'
import { readEnvelope, writeEnvelope, writeList } from './envelope.ts'
import { readQuestion, wantedOf, writeNext, type Parameter } from './question.ts'
import { readTimestamp, writeTimestamp } from './timestamp.ts'

describe('an Accept header', () => {
  it.each([
    TAXII_MEDIA_TYPE,
    'application/taxii+json',
    'application/taxii+json; version=2.1',
    'application/taxii+json; version="2.1"',
    'Application/TAXII+JSON;Version=2.1',
    'text/html, application/taxii+json;version=2.1;q=0.5',
    '*/*',
    'application/*;q=0.1',
  ])('%s takes TAXII 2.1', (accept) => {
    expect(acceptsTaxii(accept)).toBe(true)
  })
  it.each([
    'application/taxii+json;version=2.0',
    'application/json',
    'application/taxii+json;version=2.1;q=0',
    'application/stix+json;version=2.1',
    '',
  ])('%s does not', (accept) => {
    expect(acceptsTaxii(accept)).toBe(false)
  })
  it('names STIX where an endpoint takes it', () => {
    expect(acceptsTaxii('application/stix+json;version=2.1', ['application/stix+json'])).toBe(true)
    expect(acceptsTaxii('application/stix+json;version=2.0', ['application/stix+json'])).toBe(false)
  })
})

describe('a Content-Type header', () => {
  it.each([
    TAXII_MEDIA_TYPE,
    'application/taxii+json',
    'application/taxii+json; version=2.1; charset=utf-8',
  ])('%s is TAXII 2.1', (type) => expect(isTaxii(type)).toBe(true))
  it.each(['application/taxii+json;version=2.0', 'application/json', '*/*', ''])(
    '%s is not',
    (type) => expect(isTaxii(type)).toBe(false),
  )
})

describe('a timestamp', () => {
  it('is written with six digits and read with any number of them', () => {
    expect(writeTimestamp(0)).toBe('1970-01-01T00:00:00.000000Z')
    expect(writeTimestamp(1)).toBe('1970-01-01T00:00:00.000001Z')
    expect(readTimestamp('1970-01-01T00:00:01Z')).toBe(1_000_000)
    expect(readTimestamp('1970-01-01T00:00:00.5Z')).toBe(500_000)
    expect(readTimestamp('1970-01-01T00:00:00.0000019Z')).toBe(1)
    expect(readTimestamp('1960-01-01T00:00:00Z')).toBe(0)
    expect(readTimestamp('9999-12-31T23:59:59Z')).toBe(Number.MAX_SAFE_INTEGER)
  })
  it.each([
    'garbage',
    '',
    '2026-11-24',
    '2026-11-24T09:00:00+00:00',
    '2026-11-24T09:00:00 00:00',
    '2026-02-30T00:00:00Z',
  ])('%j is none', (text) => expect(readTimestamp(text)).toBeUndefined())
  it('is the same instant as the platform reads and writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (milliseconds) => {
        const text = new Date(milliseconds).toISOString()
        const micros = Math.min(milliseconds * 1000, Number.MAX_SAFE_INTEGER)
        expect(readTimestamp(text)).toBe(micros)
        if (milliseconds * 1000 < Number.MAX_SAFE_INTEGER)
          expect(writeTimestamp(micros)).toBe(text.replace('Z', '000Z'))
      }),
    )
  })
})

const bounds = { context: 'objects of a collection', mostPerPage: 100 }
const ALL: readonly Parameter[] = [
  'added_after',
  'limit',
  'next',
  'match[id]',
  'match[type]',
  'match[version]',
  'match[spec_version]',
]
const read = (text: string, allowed = ALL) =>
  readQuestion(new URLSearchParams(text), allowed, bounds)

describe('a question', () => {
  it('without parameters asks for the latest version of everything, oldest first', () => {
    expect(read('')).toEqual({
      after: 0,
      limit: 100,
      versions: { first: false, last: true, at: new Set() },
    })
  })
  it.each([
    'added_after=garbage',
    'added_after=2026-11-24T09:00:00+00:00',
    'added_after=',
    'added_after=2026-01-01T00:00:00Z&added_after=2026-01-01T00:00:00Z',
    'limit=0',
    'limit=-1',
    'limit=1.5',
    'limit=ten',
    'limit=',
    'next=garbage',
    'next=1.00000000',
    'match[id]=',
    'match[id]=indicator',
    'match[type]=indicator,',
    'match[type]=indicator&match[type]=tool',
    'match[type]=Indicator Type',
    'match[spec_version]=new',
    'match[version]=garbage',
    'match[version]=all,last',
    'match[version]=last,last',
    'match[version]=2026-01-01T00:00:00Z,2026-01-01T00:00:00.000Z',
    `match[type]=${Array.from({ length: 1001 }, () => 'tool').join(',')}`,
  ])('with %.60s is refused', (text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'parameter.malformed' }) as Error,
    )
  })
  it('is held to the most of a page, and takes no empty next', () => {
    expect(read('limit=5000').limit).toBe(100)
    expect(read('next=').after).toBe(0)
  })
  it.each([
    ['match[version]', (at: number) => `2026-01-01T00:00:00.${at}1Z`],
    ['match[spec_version]', (at: number) => `2.${at % 999}`],
    ['match[type]', (at: number) => `x-type-${at}`],
  ])('has at most 1000 values of %s', (name, value) => {
    const asking = (count: number) =>
      `${name}=${Array.from({ length: count }, (_, at) => value(at)).join(',')}`
    expect(() => read(asking(1_000))).not.toThrow()
    expect(() => read(asking(1_001))).toThrow('at most 1000')
  })
  it('passes over what an endpoint does not have', () => {
    expect(read('match[x]=1&match[version]=garbage&other=1', ['limit'])).toEqual(read(''))
  })
  it('goes on where the same question was left, and where no other was', () => {
    const asked = new URLSearchParams('match[type]=indicator&limit=2')
    const next = writeNext(1_764_000_000_000_001, asked, bounds)
    const again = (text: string, within = bounds) =>
      readQuestion(new URLSearchParams(`${text}&next=${next}`), ALL, within).after
    expect(again('limit=7&match[type]=indicator')).toBe(1_764_000_000_000_001)
    expect(() => again('match[type]=tool')).toThrow('expected next')
    expect(() => again('match[type]=indicator', { ...bounds, context: 'other' })).toThrow(
      'expected next',
    )
  })
})

describe('versions', () => {
  const versions = ['2026-01-01T00:00:00', '2026-01-02T00:00:00', '2026-01-03T00:00:00'].map(
    (version) => ({ version }),
  )
  const days = (text: string) =>
    wantedOf(versions, read(text).versions).map(({ version }) => Number(version.slice(8, 10)))
  it.each([
    ['', [3]],
    ['match[version]=last', [3]],
    ['match[version]=first', [1]],
    ['match[version]=first,last', [1, 3]],
    ['match[version]=all', [1, 2, 3]],
    ['match[version]=2026-01-02T00:00:00.000Z', [2]],
    ['match[version]=2026-01-02T00:00:00Z,last', [2, 3]],
    ['match[version]=2026-01-09T00:00:00Z', []],
  ])('asked for by %j are those of days %j', (text, expected) => {
    expect(days(text)).toEqual(expected)
  })
})

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('an envelope', () => {
  it('holds no empty list, and says whether more follows', () => {
    expect(writeEnvelope([])).toBe('{}')
    expect(writeEnvelope([], { next: 'a' })).toBe('{}')
    expect(writeEnvelope(['{"a":1}'])).toBe('{"more":false,"objects":[{"a":1}]}')
    expect(writeEnvelope(['{}', '{ }'], { next: '"' })).toBe(
      '{"more":true,"next":"\\"","objects":[{},{ }]}',
    )
    expect(writeList('versions', [])).toBe('{}')
    expect(writeList('versions', ['v'])).toBe('{"more":false,"versions":["v"]}')
  })
  it('gives back the bytes of each object as they came', () => {
    const objects = fc.array(
      fc
        .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
        .map((value) => JSON.stringify(value, null, 1)),
    )
    fc.assert(
      fc.property(objects, (texts) => {
        const { objects: found, more } = readEnvelope(encode(writeEnvelope(texts)))
        expect(found.map(decode)).toEqual(texts)
        expect(more).toBe(false)
      }),
    )
  })
  it('is read with what the standard does not have, in any order', () => {
    const text = ' {"x_own": [1, "]"], "next":"n" , "objects" : [ {"a":"}"} , {} ],"more":true}\n'
    const { objects, ...rest } = readEnvelope(encode(text))
    expect(objects.map(decode)).toEqual(['{"a":"}"}', '{}'])
    expect(rest).toEqual({ more: true, next: 'n' })
    expect(readEnvelope(encode('{}'))).toEqual({ objects: [], more: false })
    expect(readEnvelope(encode('\uFEFF{"objects":[]}')).objects).toEqual([])
  })
  it.each([
    '',
    '[]',
    'null',
    '{',
    '{"objects"',
    '{"objects":',
    '{"objects":{}}',
    '{"objects":[1]}',
    '{"objects":[{}',
    '{"objects":[{}}',
    '{"objects":[{},]}',
    '{"objects":[{}]} x',
    '{"objects":[{}],"objects":[{}]}',
    '{"more":"yes"}',
    '{"more":tru}',
    '{"more":}',
    '{"next":1}',
    '{objects:[]}',
    `{"objects":[${'['.repeat(100)}]}`,
    `{"objects":[{"a":${'['.repeat(100)}${']'.repeat(100)}}]}`,
  ])('%.40s is none', (text) => {
    expect(() => readEnvelope(encode(text))).toThrow(
      expect.objectContaining({ code: 'posted.malformed' }) as Error,
    )
  })
  it('of any bytes is read or refused with a code', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '"objects":[', '"more":', 'true', ' '),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          readEnvelope(encode(pieces.join('')))
        } catch (error) {
          expect(error).toMatchObject({ code: 'posted.malformed' })
        }
      }),
      { numRuns: 10_000 },
    )
  })
})
