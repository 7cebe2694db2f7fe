import { readCsv, SourceError } from '@entente/sources'
import { compareCpe, parseCpe } from '@entente/stix'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressRange, isInside } from './address.ts'
import { parseInventory } from './asset.ts'
import { COLUMNS } from './column.ts'
import { AssetsError } from './error.ts'

const LIMITS = { records: 1_000, field: 100, fields: 20 }
const bytes = (text: string) => new TextEncoder().encode(text)
const rows = (text: string) => readCsv(text, LIMITS).map(({ fields }) => fields)

const isRefusal = (error: unknown) => error instanceof AssetsError || error instanceof SourceError

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (isRefusal(error)) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('expected a refusal')
}
const refused = (text: string) => refusal(() => parseInventory(bytes(text)))

describe('a CSV file', () => {
  // The rules of RFC 4180 section 2, each with its own example.
  test.each([
    [
      'lines that end with CR LF',
      'aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      'a last line without an end',
      'aaa,bbb,ccc\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      'fields in quotes',
      '"aaa","bbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      'a line end in quotes',
      '"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'b\r\nbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    ['a quote in quotes', '"aaa","b""bb","ccc"', [['aaa', 'b"bb', 'ccc']]],
  ] as const)('is read with %s', (_, text, expected) => {
    expect(rows(text)).toEqual(expected)
  })

  test('may have semicolons or tabs, as the first line says, a byte order mark and empty lines', () => {
    expect(rows('\uFEFFid;name\n\n1;a,b\n')).toEqual([
      ['id', 'name'],
      ['1', 'a,b'],
    ])
    expect(rows('id\tname\n1\ta;b')).toEqual([
      ['id', 'name'],
      ['1', 'a;b'],
    ])
  })

  test('is refused with line and field', () => {
    expect(refusal(() => rows('a,b\n1,"open'))).toBe(
      'csv.malformed: expected a closing quote, got the end of the file at line 2, field 2',
    )
    expect(refusal(() => rows('a,b\n"x\ny"z,1'))).toBe(
      'csv.malformed: expected the end of the field after its closing quote, got z at line 3, field 1',
    )
    expect(refusal(() => rows('a,b\n1,it"s'))).toContain('line 2, field 2')
    expect(refusal(() => rows(`a\n${'x'.repeat(101)}`))).toContain('csv.too-large')
    expect(refusal(() => rows('a\n'.repeat(1_001)))).toContain('csv.too-large')
  })

  test('written by the rules is read as it was meant', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é'),
      maxLength: 8,
    })
    const record = fc.array(field, { minLength: 2, maxLength: 4 })
    const write = (all: readonly (readonly string[])[]) =>
      all.map((one) => one.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n')
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (all) => {
        // A field in quotes that holds a semicolon or tab cannot come first here: commas win.
        expect(rows(write(all))).toEqual(all)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('an inventory', () => {
  test('gives each thing with its values, hashes and names in one form', () => {
    const { assets, notKept } = parseInventory(
      bytes(
        `ID,Name,hash,address,domain,cpe,floor\nm-1,Modem 1,SHA-256:${'AB'.repeat(32)} ${'c'.repeat(32)},198.51.100.7 2001:DB8::/32,Update.Example. BÜCHER.example,cpe:2.3:h:vesta:t1:*:*:*:*:*:*:*:*,3\n`,
      ),
    )
    expect(assets).toEqual([
      {
        id: 'm-1',
        name: 'Modem 1',
        kind: '',
        hash: [`sha256:${'ab'.repeat(32)}`, `md5:${'c'.repeat(32)}`],
        address: ['198.51.100.7', '2001:db8::/32'],
        domain: ['update.example', 'xn--bcher-kva.example'],
        url: [],
        cpe: ['cpe:2.3:h:vesta:t1:*:*:*:*:*:*:*:*'],
        owner: '',
        site: '',
        note: '',
      },
    ])
    expect(notKept).toEqual(['floor'])
  })

  test('is refused whole, with line and column', () => {
    expect(refused('')).toContain('expected a line of column names')
    expect(refused('id,kind\n1,modem')).toContain('expected a column name in the first line')
    expect(refused('id,name,address\n1,a,198.51.100.7\n2,b,198.51.100.300')).toBe(
      'asset.malformed: expected an IPv4 or IPv6 address or network, got 198.51.100.300 at line 3, column address',
    )
    expect(refused('id,name,hash\n1,a,abc')).toContain('line 2, column hash')
    expect(refused(`id,name,hash\n1,a,md5:${'a'.repeat(64)}`)).toContain('column hash')
    expect(refused('id,name,cpe\n1,a,cpe:2.3:q:x')).toContain('column cpe')
    expect(refused('id,name\n1,a\n"1",b')).toBe(
      'asset.twice: expected each id once, got 1 of line 2 again at line 3, column id',
    )
    expect(refused('id,name\n1,')).toContain(
      'expected something, got nothing at line 2, column name',
    )
    expect(refused('id,name\n1,a,b')).toContain('expected 2 fields, got 3 at line 2')
    expect(refusal(() => parseInventory(new Uint8Array([0x69, 0xff])))).toContain('UTF-8')
  })

  test('of any bytes is read or refused, and nothing else is thrown', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"',
        '""',
        '198.51.100.7/33',
        '::1',
        'cpe:/a:%zz',
        '\u0000',
        'a'.repeat(64),
        '=1+1',
        '',
      ),
    )
    const table = fc.tuple(
      fc.subarray([...COLUMNS, 'x', 'id'], { minLength: 1 }),
      fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      table.map(([header, all, separator, end]) =>
        [header, ...all].map((one) => one.join(separator)).join(end),
      ),
    )
    fc.assert(
      fc.property(text, (hostile) => {
        try {
          const { assets } = parseInventory(bytes(hostile))
          for (const { id, name } of assets) expect(id !== '' && name !== '').toBe(true)
        } catch (error) {
          expect(error).toSatisfy(isRefusal)
        }
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('addresses', () => {
  test('lie in a network or not, each in its family', () => {
    const isIn = (inner: string, outer: string) =>
      isInside(addressRange(inner)!, addressRange(outer)!)
    expect(isIn('198.51.100.7', '198.51.100.0/24')).toBe(true)
    expect(isIn('198.51.101.0', '198.51.100.0/24')).toBe(false)
    expect(isIn('198.51.100.0/25', '198.51.100.9/24')).toBe(true)
    expect(isIn('2001:db8::ff', '2001:0db8:0:0:0:0:0:0/64')).toBe(true)
    expect(isIn('2001:db8:1::', '2001:db8::/48')).toBe(false)
    expect(isIn('::ffff:192.0.2.1', '::ffff:c000:201')).toBe(true)
    expect(isIn('0.0.0.1', '::/0')).toBe(false)
  })

  test('that are none are none', () => {
    for (const text of [
      '',
      '1.2.3',
      '1.2.3.4/33',
      '::1/129',
      'fe80::1%eth0',
      '01.2.3.4',
      'x',
      ':::',
    ])
      expect(addressRange(text)).toBeUndefined()
  })
})

describe('a CPE name', () => {
  const compare = (named: string, thing: string) => compareCpe(parseCpe(named)!, parseCpe(thing)!)
  const cpe = (...parts: readonly string[]) =>
    `cpe:2.3:${[...parts, ...Array.from({ length: 11 - parts.length }, () => '*')].join(':')}`

  // By the attribute relations of NISTIR 7696, table 6-2, worked out by hand.
  test.each([
    ['the same', cpe('h', 'vesta', 't1', '2.1'), cpe('h', 'VESTA', 't1', '2.1'), 'covers'],
    ['any version', cpe('h', 'vesta', 't1'), cpe('h', 'vesta', 't1', '2.1'), 'covers'],
    [
      'a version that the thing leaves open',
      cpe('h', 'vesta', 't1', '2.1'),
      cpe('h', 'vesta', 't1'),
      'may',
    ],
    ['another version', cpe('h', 'vesta', 't1', '2.1'), cpe('h', 'vesta', 't1', '2.2'), 'not'],
    [
      'a family of versions',
      cpe('h', 'vesta', 't1', '2.*'),
      cpe('h', 'vesta', 't1', '2.7'),
      'covers',
    ],
    ['one more character', cpe('h', 'vesta', 't1', '2?'), cpe('h', 'vesta', 't1', '23'), 'covers'],
    ['two more characters', cpe('h', 'vesta', 't1', '2?'), cpe('h', 'vesta', 't1', '234'), 'not'],
    ['no version at all', cpe('h', 'vesta', 't1', '-'), cpe('h', 'vesta', 't1', '2.1'), 'not'],
    [
      'the older form',
      'cpe:/h:vesta:t1:2.1',
      String.raw`cpe:2.3:h:vesta:t1:2\.1:*:*:*:*:*:*:*`,
      'covers',
    ],
    [
      'a dot that one writes with a backslash',
      cpe('h', 'v', 't', '2.1'),
      cpe('h', 'v', 't', String.raw`2\.1`),
      'covers',
    ],
    ['another part', cpe('o', 'vesta', 't1'), cpe('h', 'vesta', 't1'), 'not'],
  ] as const)('with %s', (_, named, thing, expected) => {
    expect(compare(named, thing)).toBe(expected)
  })

  test('keeps a colon that is escaped, and is refused in any other form', () => {
    expect(parseCpe(String.raw`cpe:2.3:a:x\:y:z:*:*:*:*:*:*:*:*`)?.[1]).toBe(String.raw`x\:y`)
    for (const text of [
      'cpe:2.3:a:b',
      'cpe:2.3:z:b:c:*:*:*:*:*:*:*:*',
      'cpe:/q:x',
      'cpe:/a:%zz',
      '',
    ])
      expect(parseCpe(text)).toBeUndefined()
  })
})
