import { describe, expect, test } from 'vitest'
import { parseInventory } from './asset.ts'
import { indexAssets } from './index-of-assets.ts'
import { matchIndicator } from './match.ts'

const [A, B] = ['a'.repeat(64), 'b'.repeat(32)]
const { assets } = parseInventory(
  new TextEncoder().encode(`id,name,hash,address,domain,url,cpe
modem,VESTA terminal firmware,${A},198.51.100.77,update.vesta.example,http://update.vesta.example/fw?x=1,cpe:2.3:h:vesta:terminal:2.1:*:*:*:*:*:*:*
scada,SCADA server,${B},198.51.100.0/24 2001:db8::5,scada.rowan.example,,cpe:2.3:a:rowan:scada:*:*:*:*:*:*:*:*
plain,Gate,,,,,
`),
)
const index = indexAssets(assets)
const match = (pattern: string, pattern_type = 'stix') =>
  matchIndicator(index, { pattern, pattern_type })
/** Which assets, and how surely. */
const found = (pattern: string) =>
  match(pattern).matches.map(({ asset, certainty }) => `${asset.id} ${certainty}`)
const untested = (pattern: string, language?: string) =>
  match(pattern, language).untested.map(({ because }) => because)

describe('an indicator touches the assets', () => {
  test.each([
    [
      'whose hash it names, in either case',
      `[file:hashes.'SHA-256' = '${A.toUpperCase()}']`,
      ['modem matches'],
    ],
    ['whose hash of any algorithm it names', `[file:hashes[*] = '${B}']`, ['scada matches']],
    [
      'whose address it names',
      "[ipv4-addr:value = '198.51.100.77']",
      ['modem matches', 'scada may-match'],
    ],
    [
      'whose network may have the address',
      "[ipv4-addr:value = '198.51.100.9']",
      ['scada may-match'],
    ],
    [
      'whose address is in its network',
      "[ipv4-addr:value ISSUBSET '198.51.100.64/26']",
      ['modem matches'],
    ],
    [
      'whose network is in its network',
      "[ipv4-addr:value ISSUBSET '198.51.0.0/16']",
      ['modem matches', 'scada matches'],
    ],
    [
      'whose network takes its network in',
      "[ipv4-addr:value ISSUPERSET '198.51.100.64/26']",
      ['scada matches'],
    ],
    ['of IPv6 too', "[ipv6-addr:value = '2001:0db8:0:0::5']", ['scada matches']],
    [
      'that speak to an address',
      "[network-traffic:dst_ref.value = '198.51.100.77/32']",
      ['modem matches', 'scada may-match'],
    ],
    [
      'whose domain name it names',
      "[domain-name:value = 'UPDATE.vesta.example.']",
      ['modem matches'],
    ],
    [
      'whose domain name is one of a set',
      "[domain-name:value IN ('x.example', 'scada.rowan.example')]",
      ['scada matches'],
    ],
    [
      'whose domain name is like it',
      "[domain-name:value LIKE '%.vesta.example']",
      ['modem matches'],
    ],
    ['whose URL it names', "[url:value = 'http://update.vesta.example/fw?x=1']", ['modem matches']],
    ['of that name', "[software:name = 'vesta terminal firmware']", ['modem matches']],
    ['of that name but for one character', "[software:name LIKE 'GAT_']", ['plain matches']],
    [
      'of that product, any version',
      "[software:cpe = 'cpe:2.3:h:vesta:terminal:*:*:*:*:*:*:*:*']",
      ['modem matches'],
    ],
    [
      'of a version that the inventory leaves open',
      "[software:cpe = 'cpe:2.3:a:rowan:scada:7:*:*:*:*:*:*:*']",
      ['scada may-match'],
    ],
    [
      'by either of two',
      `[domain-name:value = 'nowhere.example' OR file:hashes.MD5 = '${B}']`,
      ['scada matches'],
    ],
    [
      'by both of two',
      `[file:hashes.'SHA-256' = '${A}' AND domain-name:value = 'update.vesta.example']`,
      ['modem matches'],
    ],
    [
      'and not where one of two is otherwise',
      `[file:hashes.'SHA-256' = '${A}' AND domain-name:value = 'other.example']`,
      [],
    ],
    [
      'and not what it leaves out',
      `[file:hashes.'SHA-256' = '${A}' AND domain-name:value != 'update.vesta.example']`,
      [],
    ],
    ['and none of another hash', `[file:hashes.'SHA-256' = '${'c'.repeat(64)}']`, []],
  ])('%s', (_, pattern, expected) => {
    expect(found(pattern)).toEqual(expected)
    expect(match(pattern).state).toBe('tested')
  })

  test('and both are shown side by side', () => {
    const [first] = match("[domain-name:value = 'update.vesta.example']").matches
    expect(first?.why).toEqual([
      {
        comparison: "domain-name:value = 'update.vesta.example'",
        column: 'domain',
        value: 'update.vesta.example',
        relation: 'same',
      },
    ])
  })

  test('at most, where a part is not known of them, and says which', () => {
    const both = `[file:hashes.'SHA-256' = '${A}' AND file:hashes.MD5 = '${B}']`
    expect(found(both)).toEqual(['modem may-match', 'scada may-match'])
    expect(match(both).matches[0]?.untested).toEqual([
      { text: `file:hashes.MD5 = '${B}'`, because: 'the inventory has no md5:hash of it' },
    ])
    const named = `[file:name = 'x.exe' AND file:hashes.'SHA-256' = '${A}']`
    expect(found(named)).toEqual(['modem may-match'])
    expect(match(named).state).toBe('partly')
    expect(found("[ipv4-addr:value = '198.51.100.77'] REPEATS 5 TIMES")[0]).toBe('modem may-match')
  })
})

describe('what cannot be tested is said', () => {
  test.each([
    [
      'another language',
      'rule x { condition: true }',
      'yara',
      'patterns of yara are not read here',
    ],
    [
      'a pattern that is none',
      '[file:name = ',
      'stix',
      'expected a constant, got the end, at line 1, column 14 of the pattern',
    ],
    [
      'a property that inventories do not have',
      "[mutex:name = 'x']",
      'stix',
      'an inventory has no column for it',
    ],
    [
      'a regular expression',
      "[domain-name:value MATCHES '^(a+)+$']",
      'stix',
      'regular expressions of others are not run here',
    ],
    ['an order', "[domain-name:value > 'a']", 'stix', 'values of an inventory have no order'],
    ['something that is no address', "[ipv4-addr:value = 'x']", 'stix', 'x is no address'],
    [
      'something that is no text',
      '[domain-name:value = 7]',
      'stix',
      'an inventory has texts, and it compares with something else',
    ],
    [
      'only what a thing is not',
      "[domain-name:value != 'a.example']",
      'stix',
      'it only says what a thing is not',
    ],
    [
      'the order of observations',
      '[a:b = 1] FOLLOWEDBY [a:c = 2]',
      'stix',
      'it asks when or how often something was seen',
    ],
  ])('%s', (_, pattern, language, expected) => {
    expect(untested(pattern, language)).toContain(expected)
    expect(match(pattern, language)).toMatchObject({ matches: [], state: 'untested' })
  })

  test('and comes to an end for a hostile LIKE', () => {
    const long = indexAssets(
      parseInventory(new TextEncoder().encode(`id,name\n1,${'a'.repeat(200)}`)).assets,
    )
    const pattern = `[software:name LIKE '${'%a'.repeat(400)}%b']`
    // Each way to place 400 wildcards would be tried: no test of ours ends then.
    expect(matchIndicator(long, { pattern, pattern_type: 'stix' }).matches).toEqual([])
  })
})
