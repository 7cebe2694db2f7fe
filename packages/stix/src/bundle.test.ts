import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBundle, type Received, type SetAside } from './bundle.ts'
import { StixError } from './error.ts'

const ID = '0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4d'
const identity = (more: Record<string, unknown> = {}) => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--${ID}`,
  created: '2026-11-02T09:00:00.000Z',
  modified: '2026-11-02T09:00:00.000Z',
  name: 'Alder CERT',
  ...more,
})
const without = (key: string) =>
  Object.fromEntries(Object.entries(identity()).filter(([name]) => name !== key))
const bundle = (...objects: unknown[]) =>
  JSON.stringify({ type: 'bundle', id: `bundle--${ID}`, objects })

/** Reads bytes cut at the given places. */
function read(bytes: Uint8Array, cuts: readonly number[] = []) {
  const objects: Received[] = []
  const reader = readBundle((object) => void objects.push(object), { lift: true })
  const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
  for (const [index, from] of places.entries()) reader.push(bytes.slice(from, places[index + 1]))
  return { objects, bundle: reader.end() }
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const readText = (text: string) => read(utf8(text))

function refusal(run: () => unknown) {
  try {
    run()
  } catch (error) {
    if (!(error instanceof StixError)) throw error
    return {
      code: error.code,
      line: error.place.line,
      path: error.place.path,
      reason: error.reason,
    }
  }
  throw new Error('expected a refusal, got none')
}

describe('a bundle', () => {
  it('gives each object with its bytes, its references and the line it begins on', () => {
    const first = JSON.stringify(identity())
    const second = '{ "type":"ipv4-addr",\n"value":"\\u0031.2.3.4", "id":"ipv4-addr--' + ID + '"}'
    const text = `{\n"id":"bundle--${ID}","x":{"a":[1,"]"]},"objects":[\n${first} ,\n\n${second}\n],"type":"bundle"}\n`
    const { objects, bundle: said } = readText(text)
    expect(objects.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([first, second])
    expect(objects.map(({ line }) => line)).toEqual([3, 5])
    expect(objects.map(({ version }) => version)).toEqual(['2026-11-02T09:00:00', ''])
    expect(said).toEqual({ id: `bundle--${ID}`, objects: 2, notKept: ['x'] })
  })

  it('names every id that an object refers to, each once, at any depth', () => {
    const marking = `marking-definition--${ID}`
    const author = `identity--${ID}`
    const target = `malware--${ID}`
    const { objects } = readText(
      bundle(
        identity({
          created_by_ref: author,
          object_marking_refs: [marking],
          granular_markings: [{ marking_ref: marking, selectors: ['name'] }],
          x_more: { deep: [{ some_ref: target, some_refs: [target, 'no id'], other: target }] },
        }),
      ),
    )
    expect(objects[0]!.references).toEqual([author, marking, target])
  })

  it('may begin with a byte order mark', () => {
    expect(readText(`\ufeff${bundle(identity())}`).objects).toHaveLength(1)
  })

  it('may hold no objects', () => {
    expect(readText(`{"type":"bundle","id":"bundle--${ID}"}`).bundle.objects).toBe(0)
  })

  it('takes ids in either case, as RFC 4122 does, and does not rewrite them', () => {
    const id = `identity--${ID.toUpperCase()}`
    expect(readText(bundle(identity({ id }))).objects[0]!.id).toBe(id)
  })

  it('takes objects of types it does not know, where they say so as STIX 2.1 does', () => {
    const flow = identity({ type: 'attack-flow', id: `attack-flow--${ID}` })
    const extension = `extension-definition--${ID}`
    const own = {
      type: 'own-sco',
      id: `own-sco--${ID}`,
      extensions: { [extension]: { extension_type: 'new-sco' } },
    }
    const undated = { type: 'x-sco', id: `x-sco--${ID}`, value: 'a' }
    expect(readText(bundle(flow, own, undated)).objects.map(({ type }) => type)).toEqual([
      'attack-flow',
      'own-sco',
      'x-sco',
    ])
    const half = { type: 'x-sdo', id: `x-sdo--${ID}`, spec_version: '2.1', created: flow.created }
    expect(refusal(() => readText(bundle(half)))).toMatchObject({ path: '$.objects[0].modified' })
  })
})

describe('a file is refused', () => {
  it.each([
    ['empty', '', 'bundle.expected', 1, '$'],
    ['blank', ' \n\n', 'bundle.expected', 3, '$'],
    ['a list of objects', `[${JSON.stringify(identity())}]`, 'bundle.expected', 1, '$'],
    ['one object', JSON.stringify(identity()), 'bundle.expected', 1, '$.type'],
    ['a TAXII envelope', '{"more":false,"objects":[]}', 'bundle.malformed', 1, '$.objects[0]'],
    ['no type', `{"id":"bundle--${ID}"}`, 'bundle.expected', 1, '$'],
    ['no id', '{"type":"bundle"}', 'bundle.malformed', 1, '$'],
    ['a wrong id', '{"type":"bundle","id":"bundle--1"}', 'bundle.malformed', 1, '$.id'],
    ['objects in an object', '{"objects":{}}', 'bundle.malformed', 1, '$.objects'],
    ['cut off', bundle(identity()).slice(0, -30), 'json.truncated', 1, '$.objects[0]'],
    ['cut off between', `{"objects":[\n`, 'json.truncated', 2, '$.objects[0]'],
    ['more behind it', `${bundle(identity())}\n\n{`, 'json.trailing', 3, '$'],
    ['a key twice', `{"type":"bundle",\n"type":"bundle"}`, 'json.duplicate-key', 2, '$.type'],
    [
      'a comma too many',
      bundle(identity()).replace(']', ',]'),
      'json.malformed',
      1,
      '$.objects[1]',
    ],
    ['a number for an object', '{"objects":[1]}', 'object.malformed', 1, '$.objects[0]'],
    ['no comma', '{"a":1 "b":2}', 'json.malformed', 1, '$'],
    ['no colon', '{"a" 1}', 'json.malformed', 1, '$.a'],
    ['a key without quotes', '{a:1}', 'json.malformed', 1, '$'],
    ['a word', '{"a":nul}', 'json.malformed', 1, '$.a'],
    ['a number', '{"a":01}', 'json.malformed', 1, '$.a'],
    ['brackets crossed', '{"a":[}]}', 'json.malformed', 1, '$.a[0]'],
    ['a raw line feed in a text', '{"a":"b\nc"}', 'json.malformed', 1, '$.a'],
  ])('that is %s', (_, text, ...[code, line, path]) => {
    expect(refusal(() => readText(text))).toMatchObject({ code, line, path })
  })

  it('with the line inside an object that has many', () => {
    const text = `{"objects":[\n{\n"type":"a",\n"type":"b"\n}]}`
    expect(refusal(() => readText(text))).toEqual({
      code: 'json.duplicate-key',
      line: 4,
      path: '$.objects[0].type',
      reason: 'expected every key once, got "type" twice',
    })
  })

  it('with a key twice deep inside an object', () => {
    const object = JSON.stringify(identity({ x: [{ y: 1 }] })).replace('"y":1', '"y":1,"y":1')
    expect(refusal(() => readText(`{"objects":[${object}]}`))).toMatchObject({
      code: 'json.duplicate-key',
      path: '$.objects[0].x[0].y',
    })
  })

  it('with other bytes than UTF-8', () => {
    const bytes = utf8(bundle(identity({ name: 'Ä' })))
    bytes[bytes.indexOf(0xc3)] = 0xff
    expect(refusal(() => read(bytes))).toMatchObject({
      code: 'json.encoding',
      path: '$.objects[0]',
    })
  })

  it('with an object larger than the bound, as soon as it is', () => {
    const reader = readBundle(() => {}, { limits: { bytes: 1_000, depth: 64 } })
    reader.push(utf8('{"objects":[{"type":"'))
    const chunk = utf8('a'.repeat(100))
    let pushed = 0
    const refused = refusal(() => {
      for (;;) {
        reader.push(chunk)
        pushed += chunk.length
      }
    })
    expect(refused).toMatchObject({ code: 'json.too-large', path: '$.objects[0]' })
    expect(pushed).toBeLessThanOrEqual(1_000)
  })

  it('with an object deeper than the bound, however deep it goes', () => {
    const deep = `{"objects":[${'{"a":'.repeat(100_000)}`
    expect(refusal(() => readText(deep))).toMatchObject({ code: 'json.too-deep' })
    const levels = (count: number) =>
      identity({ x_deep: JSON.parse('['.repeat(count) + ']'.repeat(count)) })
    expect(readText(bundle(levels(63))).objects).toHaveLength(1)
    expect(refusal(() => readText(bundle(levels(64))))).toMatchObject({ code: 'json.too-deep' })
  })
})

const MARKING = `marking-definition--${ID}`

describe('an object is refused', () => {
  it.each([
    ['no type', without('type'), '.type'],
    ['a type that is none', identity({ type: 'Identity' }), '.type'],
    ['a bundle in a bundle', identity({ type: 'bundle', id: `bundle--${ID}` }), '.type'],
    ['no id', without('id'), '.id'],
    ['an id of another type', identity({ id: `malware--${ID}` }), '.id'],
    ['an id of a longer type', identity({ id: `identity-x--${ID}` }), '.id'],
    ['an id without UUID', identity({ id: 'identity--1' }), '.id'],
    ['an unknown version of STIX', identity({ spec_version: '3.0' }), '.spec_version'],
    ['no created', without('created'), '.created'],
    ['no modified', without('modified'), '.modified'],
    ['a date that is none', identity({ created: '2026-02-30T00:00:00Z' }), '.created'],
    ['a date that is a number', identity({ modified: 1 }), '.modified'],
    ['modified before created', identity({ modified: '2026-11-02T08:59:59.999999Z' }), '.modified'],
    ['an author who is no identity', identity({ created_by_ref: MARKING }), '.created_by_ref'],
    ['revoked that is a text', identity({ revoked: 'no' }), '.revoked'],
    ['an empty list', identity({ labels: [] }), '.labels'],
    ['a label that is a number', identity({ labels: ['a', 1] }), '.labels[1]'],
    ['confidence above 100', identity({ confidence: 101 }), '.confidence'],
    ['confidence in between', identity({ confidence: 0.5 }), '.confidence'],
    ['a language that is none', identity({ lang: 1 }), '.lang'],
    [
      'a source without a name',
      identity({ external_references: [{ source_name: 'a', url: 'b' }, { url: 'b' }] }),
      '.external_references[1].source_name',
    ],
    [
      'a marking that is none',
      identity({ object_marking_refs: [MARKING, `identity--${ID}`] }),
      '.object_marking_refs[1]',
    ],
    [
      'a granular marking without selectors',
      identity({ granular_markings: [{ marking_ref: MARKING }] }),
      '.granular_markings[0].selectors',
    ],
    [
      'a granular marking that marks twice',
      identity({ granular_markings: [{ marking_ref: MARKING, lang: 'es', selectors: ['name'] }] }),
      '.granular_markings[0]',
    ],
    ['extensions in a list', identity({ extensions: [] }), '.extensions'],
    ['an extension that is a text', identity({ extensions: { a: 'b' } }), '.extensions.a'],
    [
      'an extension definition without author',
      identity({ type: 'extension-definition', id: `extension-definition--${ID}` }),
      '.created_by_ref',
    ],
    [
      'an observable of another version',
      { type: 'url', id: `url--${ID}`, value: 'a', spec_version: '2.0' },
      '.spec_version',
    ],
    ['no object', 'identity', ''],
    ['nothing', null, ''],
  ])('for %s, with its path', (_, object, path) => {
    expect(refusal(() => readText(bundle(identity(), object)))).toMatchObject({
      code: 'object.malformed',
      path: `$.objects[1]${path}`,
      reason: expect.stringMatching(/^expected .+, got .+/) as string,
    })
  })

  it('of STIX 2.0 that cannot be lifted', () => {
    const text = bundle({ ...without('spec_version'), x_id: 1 }).replace(
      '"x_id":1',
      '"x_id":9007199254740993',
    )
    expect(refusal(() => readText(text))).toMatchObject({
      code: 'object.version-2.0',
      path: '$.objects[0]',
    })
  })

  it('of STIX 2.0 where nothing is lifted', () => {
    const reader = readBundle(() => {})
    expect(refusal(() => reader.push(utf8(bundle(without('spec_version')))))).toMatchObject({
      code: 'object.version-2.0',
      reason: 'expected "spec_version": "2.1", got an object of STIX 2.0',
    })
  })

  it('with the line of the property that is wrong', () => {
    const text = JSON.stringify(
      { type: 'bundle', id: `bundle--${ID}`, objects: [identity(), identity({ lang: 5 })] },
      null,
      1,
    )
    const line = text.split('\n').findIndex((one) => one.includes('"lang"')) + 1
    expect(refusal(() => readText(text))).toMatchObject({ line, path: '$.objects[1].lang' })
  })
})

describe('an object that does not conform', () => {
  const wrong = identity({ lang: 5, name: undefined, confidence: 101, labels: [] })

  it('is set aside with everything that is wrong with it, and the others are read', () => {
    const text = JSON.stringify(
      { type: 'bundle', id: `bundle--${ID}`, objects: [identity(), wrong, identity()] },
      null,
      1,
    )
    const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1
    const [taken, aside]: [Received[], SetAside[]] = [[], []]
    const reader = readBundle((object) => void taken.push(object), {
      onSetAside: (object) => void aside.push(object),
    })
    reader.push(utf8(text))
    expect(reader.end().objects).toBe(3)
    expect(taken.map(({ value }) => value)).toEqual([identity(), identity()])
    expect(aside).toHaveLength(1)
    expect(aside[0]).toMatchObject({ id: wrong.id, faults: { length: 4 } })
    const faults = aside[0]!.faults.map(({ path, line }) => [
      path.slice('$.objects[1]'.length),
      line,
    ])
    expect(faults).toContainEqual(['.lang', lineOf('"lang"')])
    expect(faults).toContainEqual(['.confidence', lineOf('"confidence"')])
    expect(faults).toContainEqual(['.labels', lineOf('"labels"')])
    expect(faults.map(([path]) => path)).toContain('.name')
  })

  it('may have no id, or be none at all', () => {
    const aside: SetAside[] = []
    const reader = readBundle(() => {}, { onSetAside: (object) => void aside.push(object) })
    reader.push(utf8(bundle('text', null, [], {})))
    reader.end()
    expect(aside.map(({ id }) => id)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('an object of STIX 2.0', () => {
  it('is lifted, and says so', () => {
    const { objects } = readText(bundle(without('spec_version'), identity()))
    expect(objects.map(({ lifted }) => lifted)).toEqual([true, undefined])
    expect(objects[0]!.value).toEqual(identity())
    expect(JSON.parse(new TextDecoder().decode(objects[0]!.bytes))).toEqual(identity())
  })
})

describe('however a bundle is cut into pieces', () => {
  const space = fc.stringMatching(/^[ \n\t\r]{0,3}$/)
  const objects = fc.array(
    fc
      .record({
        name: fc.string({ unit: 'binary' }),
        x_any: fc.jsonValue({ maxDepth: 3 }).map((value) => ({ value })),
      })
      .map((more) => JSON.stringify(identity(more), null, more.name.length % 3)),
    { minLength: 1, maxLength: 5 },
  )

  it('its objects are the same, byte for byte, and nothing lies between them but commas and blanks', () => {
    fc.assert(
      fc.property(objects, space, fc.array(fc.nat(), { maxLength: 12 }), (texts, blank, cuts) => {
        const head = `${blank}{"type":"bundle",${blank}"id":"bundle--${ID}","objects":[`
        const bytes = utf8(`${head}${texts.join(`${blank},${blank}`)}${blank}]${blank}}${blank}`)
        const { objects: received } = read(
          bytes,
          cuts.map((cut) => cut % (bytes.length + 1)),
        )
        expect(received.map((object) => new TextDecoder().decode(object.bytes))).toEqual(texts)
        expect(received.map(({ value }) => value)).toEqual(texts.map((text) => JSON.parse(text)))
      }),
      { numRuns: 1_000 },
    )
  })

  it('even one byte at a time', () => {
    const bytes = utf8(bundle(identity({ name: 'Ω\\"}]' }), identity()))
    expect(read(bytes, Array.from(bytes.keys())).objects.map(({ value }) => value)).toEqual([
      identity({ name: 'Ω\\"}]' }),
      identity(),
    ])
  })
})

describe('bytes that anyone may send', () => {
  const good = bundle(
    identity({
      external_references: [{ source_name: 'a', url: 'b' }],
      x_any: [1.5, true, null, 'é'],
    }),
    { type: 'ipv4-addr', id: `ipv4-addr--${ID}`, value: '192.0.2.1' },
  )
  const change = fc.oneof(
    fc.record({ at: fc.nat(), drop: fc.nat(4), put: fc.uint8Array({ maxLength: 3 }) }),
    fc.record({
      at: fc.nat(),
      drop: fc.nat(2),
      put: fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', '0', '\n').map(utf8),
    }),
    fc.record({
      at: fc.nat(),
      drop: fc.constant(Number.MAX_SAFE_INTEGER),
      put: fc.constant(utf8('')),
    }),
  )
  const changed = fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes = [...utf8(good)]
    for (const { at, drop, put } of changes) {
      const from = at % (bytes.length + 1)
      bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(from + drop)]
    }
    return Uint8Array.from(bytes)
  })
  const anyJson = fc
    .record({ type: fc.constantFrom('bundle', 'x'), id: fc.jsonValue(), objects: fc.jsonValue() })
    .map((value) => utf8(JSON.stringify(value)))
  const hostile = fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 1, arbitrary: anyJson },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  )

  it('are read as the platform reads them, or refused with code, line and path: 12,000 of them', () => {
    let refused = 0
    fc.assert(
      fc.property(hostile, fc.nat(), (bytes, cut) => {
        const whole = byThePlatform(bytes)
        try {
          const { objects } = read(bytes, [cut % (bytes.length + 1)])
          // What is taken must be JSON to everybody else, with the same objects in it.
          const inFile: readonly unknown[] = (whole as { objects?: [] }).objects ?? []
          expect(objects).toHaveLength(inFile.length)
          for (const [index, { value, lifted }] of objects.entries())
            if (!lifted) expect(value).toEqual(inFile[index])
        } catch (error) {
          if (!(error instanceof StixError)) throw error
          refused += 1
          expect(error.message).toMatch(/^expected .+ at line [1-9]\d*, \$/s)
        }
      }),
      { numRuns: 12_000 },
    )
    expect(refused).toBeGreaterThan(10_000)
  })
})

/** Undefined where the platform takes the bytes for no JSON. */
function byThePlatform(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Not UTF-8, or not JSON: then it must be refused.
    return undefined
  }
}
