import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../../../tools/shared.ts'
import { indexWarningLists, OWN_LISTS, readWarningList, type WarningList } from './index.ts'

const list = (
  type: WarningList['type'],
  entries: readonly string[],
  types: readonly string[] = [],
) =>
  readWarningList(
    JSON.stringify({ name: type, type, version: 1, list: entries, matching_attributes: types }),
  )
const on = (one: WarningList, kind: string, value: string) =>
  indexWarningLists([one]).listsOf({ kind, value }).length > 0

describe('a list', () => {
  it.each([
    ['cidr', ['104.16.0.0/13', '198.51.100.7'], 'ipv4-addr', '104.21.1.180', true],
    ['cidr', ['104.16.0.0/13'], 'ipv4-addr', '104.24.0.0', false],
    ['cidr', ['104.16.0.0/13'], 'ipv4-addr', '104.16.0.0/14', true],
    ['cidr', ['104.16.0.0/13'], 'ipv4-addr', '104.16.0.0/12', false],
    ['cidr', ['198.51.100.7'], 'ipv4-addr', '198.51.100.7', true],
    ['cidr', ['2606:4700::/32'], 'ipv6-addr', '2606:4700:1::5', true],
    ['cidr', ['104.16.0.0/13'], 'domain-name', '104.21.1.180', false],
    ['hostname', ['Bank.example'], 'domain-name', 'www.bank.example', true],
    ['hostname', ['bank.example'], 'domain-name', 'notbank.example', false],
    ['hostname', ['bank.example'], 'url', 'https://u@www.BANK.example:8443/x?y', true],
    ['hostname', ['bank.example'], 'url', 'https://c2.example/bank.example', false],
    ['hostname', ['bank.example'], 'url', 'https://c2.example\\@bank.example/', false],
    ['hostname', ['bank.example'], 'url', 'https://c2.example#@bank.example/', false],
    ['string', ['COM'], 'domain-name', 'com', true],
    ['string', ['com'], 'domain-name', 'c2.com', false],
    ['substring', ['@mail.Example'], 'email-addr', 'a@MAIL.example', true],
    ['substring', ['mail.example'], 'email-addr', 'a@mail.other', false],
    ['regex', ['/^abuse@.*\\.example$/i'], 'email-addr', 'ABUSE@a.example', true],
    ['regex', ['^abuse@'], 'email-addr', 'notabuse@a.example', false],
  ] as const)('of type %s with %j on %s %s: %s', (...row) => {
    const [type, entries, kind, value, expected] = row
    expect(on(list(type, entries), kind, value)).toBe(expected)
  })
  it('holds for the attribute types that it names and no others', () => {
    const one = list('string', ['a.example'], ['domain|ip'])
    expect([on(one, 'domain-name', 'a.example'), on(one, 'url', 'a.example')]).toEqual([
      true,
      false,
    ])
  })
  it('says what in it is not looked for', () => {
    const { refused } = indexWarningLists([
      list('cidr', ['10.0.0.0/33', '10.0.0.0/8']),
      list('regex', ['/(a)\\1/', '/a/x']),
    ])
    expect(refused.map(({ entry }) => entry)).toEqual(['10.0.0.0/33', '/(a)\\1/', '/a/x'])
    for (const { because } of refused) expect(because).not.toBe('')
  })
  it.each([
    ['no JSON', '{', 'warninglist.malformed'],
    ['no list', '{"name":"a","type":"cidr","version":1}', 'warninglist.malformed'],
    ['an empty one', '{"name":"a","type":"cidr","version":1,"list":[]}', 'warninglist.malformed'],
    ['another type', '{"name":"a","type":"x","version":1,"list":["a"]}', 'warninglist.malformed'],
    [
      'a name that nobody can write',
      '{"name":"a\\u0000","type":"cidr","version":1,"list":["a"]}',
      'warninglist.malformed',
    ],
    ['too much', ' '.repeat(32 * 1024 * 1024 + 1), 'warninglist.too-large'],
  ])('that is %s is refused', (_, text, code) => {
    expect(() => readWarningList(text)).toThrow(expect.objectContaining({ code }) as Error)
  })
  it('of a hundred thousand entries is asked a hundred thousand times', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `h${at}.example`)
    const { listsOf } = indexWarningLists([
      list('hostname', names(100_000)),
      list('string', names(100_000)),
    ])
    // Linear in the entries it would be ten thousand million comparisons: no test of ours ends then.
    const suppressed = names(100_000).filter(
      (name) => listsOf({ kind: 'url', value: `http://a.b.${name}.other/x` }).length > 0,
    )
    expect(suppressed).toEqual([])
  }, 30_000)
})

describe('the lists that come with the program', () => {
  const { listsOf, refused } = indexWarningLists(OWN_LISTS)
  it('are all read, each entry with its source', () => {
    expect(refused).toEqual([])
    for (const { list: entries, sources } of OWN_LISTS)
      for (const entry of entries) expect(sources[entry]).toMatch(/^(RFC \d|SHA-)/)
  })
  it.each([
    ['ipv4-addr', '10.1.2.3', 'special-use addresses'],
    ['ipv4-addr', '203.0.113.9', 'documentation addresses'],
    ['ipv6-addr', 'fe80::1', 'special-use addresses'],
    ['domain-name', 'a.localhost', 'special-use names'],
    ['url', 'http://www.example.com/x', 'special-use names'],
  ])('have %s %s', (kind, value, name) => {
    expect(listsOf({ kind, value })).toEqual([name])
  })
  it.each(['md5', 'sha1', 'sha256', 'sha512'])('have the %s of a file without a byte', (kind) => {
    const value = createHash(kind).digest('hex')
    expect(listsOf({ kind, value })).toEqual(['the empty file'])
  })
  it.each([
    ['ipv4-addr', '8.8.8.8'],
    ['ipv4-addr', '172.32.0.1'],
    ['domain-name', 'contest'],
    ['domain-name', 'c2.attacker-example.org'],
  ])('have not %s %s', (kind, value) => {
    expect(listsOf({ kind, value })).toEqual([])
  })
})

const folder = sharedPath('data/misp-warninglists')
describe.skipIf(!folder)(
  folder ? 'the lists of MISP' : 'the lists of MISP, left out: ../shared is not here',
  () => {
    const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
    const all = files.map((name) => readWarningList(readFileSync(join(folder!, name), 'utf8')))
    const { listsOf, refused } = indexWarningLists(all)
    it('are read, all 41', () => {
      expect(all).toHaveLength(41)
      expect(refused).toEqual([])
    })
    it.each(['104.21.1.180', '172.67.129.176'])(
      'have %s, which CISA lists, as Cloudflare’s',
      (value) => {
        expect(listsOf({ kind: 'ipv4-addr', value })).toEqual([
          'List of known Cloudflare IP ranges',
        ])
      },
    )
    it.each(['45.129.137.233', '141.98.9.137', '81.19.135.219'])('have not %s', (value) => {
      expect(listsOf({ kind: 'ipv4-addr', value })).toEqual([])
    })
  },
)
