import { describe, expect, it } from 'vitest'
import {
  suricataRules,
  valuesOf,
  writeCsv,
  writeList,
  writeNavigator,
  type Thing,
} from './index.ts'

const NOW = '2026-11-27T00:00:00Z'
const OURS = 'identity--17bb8652-d521-4b01-8a78-fdcf6783b0cf'
let count = 0
const idOf = (type: string) =>
  `${type}--0b0c0d0e-0000-4000-8000-${String(++count).padStart(12, '0')}`

const indicator = (pattern: string, more: object = {}, tlp = 'TLP:GREEN'): Thing => ({
  tlp,
  object: {
    type: 'indicator',
    spec_version: '2.1',
    id: idOf('indicator'),
    created_by_ref: OURS,
    created: '2026-11-20T00:00:00.000Z',
    modified: '2026-11-20T00:00:01.500Z',
    name: 'Modem control',
    pattern,
    pattern_type: 'stix',
    valid_from: '2026-11-20T00:00:00Z',
    ...more,
  },
})

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('the values of a pattern', () => {
  it.each([
    ["[ipv4-addr:value = '198.51.100.7']", [{ kind: 'ipv4-addr', value: '198.51.100.7' }]],
    [
      "[ipv4-addr:value ISSUBSET '198.51.100.0/24']",
      [{ kind: 'ipv4-addr', value: '198.51.100.0/24' }],
    ],
    [
      "[domain-name:value IN ('A.example', 'bücher.example')]",
      [
        { kind: 'domain-name', value: 'a.example' },
        // RFC 3492 section 7.1 has `bcher-kva` for bücher.
        { kind: 'domain-name', value: 'xn--bcher-kva.example' },
      ],
    ],
    [
      "[url:value = 'http://a.example/x'] OR [mutex:name = 'Quiet']",
      [
        { kind: 'url', value: 'http://a.example/x' },
        { kind: 'mutex:name', value: 'Quiet' },
      ],
    ],
    [
      `[file:hashes.MD5 = 'D41D8CD98F00B204E9800998ECF8427E' AND file:hashes.'SHA-1' = 'da39a3ee5e6b4b0d3255bfef95601890afd80709']`,
      [{ kind: 'sha1', value: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' }],
    ],
    [
      `[(file:name = 'Mag.dll') AND file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']`,
      [{ kind: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e' }],
    ],
    [
      "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.51.100.7' AND network-traffic:dst_port = 443]",
      [{ kind: 'ipv4-addr', value: '198.51.100.7', port: 443 }],
    ],
    [
      "[network-traffic:extensions.'x-tls-ext'.ja3_hash = '6734F37431670B3AB4292B8F60F29984']",
      [{ kind: 'ja3', value: '6734f37431670b3ab4292b8f60f29984' }],
    ],
  ])('%s', (pattern, values) => {
    expect(valuesOf(pattern)).toEqual({ values, left: [] })
  })

  it.each([
    ["[ipv4-addr:value = '1.2.3.4'] FOLLOWEDBY [url:value = 'http://a.example/']", 'observations'],
    ["[ipv4-addr:value = '1.2.3.4'] WITHIN 5 SECONDS", 'observations'],
    ["[file:name = 'a.exe' AND file:size = 7]", 'joined'],
    [`[file:name != 'a' AND file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']`, 'joined'],
    [`[file:name = 'a' AND mutex:name = 'b']`, 'joined'],
    ["[network-traffic:dst_ref.value = '1.2.3.4' AND network-traffic:src_port = 5]", 'joined'],
    ["[domain-name:value LIKE '%.example']", 'comparison'],
    ["[ipv4-addr:value != '1.2.3.4']", 'comparison'],
    ["[ipv4-addr:value NOT = '1.2.3.4']", 'comparison'],
    ["[ipv4-addr:value = '1.2.3.400']", 'value'],
    ["[domain-name:value = 'a.example/path']", 'value'],
    ["[domain-name:value = 'a.example\n198.51.100.9']", 'value'],
    ['[network-traffic:dst_port = 443]', 'value'],
    ['[ipv4-addr:value = ', 'malformed'],
  ])('%s has none that says it alone', (pattern, because) => {
    const { values, left } = valuesOf(pattern)
    expect([values, left.map((one) => one.because)]).toEqual([[], [because]])
  })
})

/** The files of an archive, read by the fields of POSIX.1-1988 by hand. */
function untar(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (let at = 0; bytes[at] !== 0;) {
    const header = text(bytes.subarray(at, at + 512))
    const name = header.slice(0, 100).replace(/\0.*$/s, '')
    const size = parseInt(header.slice(124, 135), 8)
    files.set(name, text(bytes.subarray(at + 512, at + 512 + size)))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}

const rulesOf = (things: readonly Thing[], options: object = {}) => {
  const made = suricataRules(things, { now: NOW, ...options })
  const files = untar(made.write(new Map(made.keys.map((key, at) => [key, 1_000_000 + at]))))
  const lines = files.get('entente.rules')!.trim().split('\n')
  return { ...made, files, rules: lines.filter((line) => !line.startsWith('#')), lines }
}

describe('rules for Suricata', () => {
  it('say an address with who made it and what it is marked', () => {
    const one = indicator("[ipv4-addr:value = '198.51.100.7']", {
      external_references: [{ source_name: 'a', url: 'https://csirt.example/2026/7' }],
      valid_until: '2027-01-01T00:00:00Z',
    })
    expect(rulesOf([one]).rules).toEqual([
      `alert ip $HOME_NET any <> [198.51.100.7] any (msg:"Entente TLP:GREEN Modem control (${String(one.object['id'])})"; ` +
        `reference:url,csirt.example/2026/7; metadata:stix_id ${String(one.object['id'])}, tlp GREEN, created_by ${OURS}, ` +
        // 2026-11-20T00:00:01Z, by `date -u -d @1795132801`.
        'modified 2026_11_20, valid_until 2027_01_01; sid:1000000; rev:1795132801;)',
    ])
  })
  it.each([
    [
      "[domain-name:value = 'c2.example']",
      'alert dns $HOME_NET any -> any any',
      'dns.query; content:"c2.example"; nocase; bsize:10;',
    ],
    [
      '[url:value = \'http://C2.example:8080/a;b?c="d"#e\']',
      'alert http $HOME_NET any -> any 8080',
      'flow:established,to_server; http.host; content:"c2.example"; bsize:10; http.uri.raw; content:"/a|3b|b|3f|c=|22|d|22|"; bsize:10;',
    ],
    [
      "[url:value = 'http://c2.example']",
      'alert http $HOME_NET any -> any any',
      'http.uri.raw; content:"/"; bsize:1;',
    ],
    [
      `[x509-certificate:hashes.'SHA-1' = 'da39a3ee5e6b4b0d3255bfef95601890afd80709']`,
      'alert tls any any -> $HOME_NET any',
      'tls.cert_fingerprint; content:"da|3a|39|3a|a3|3a|ee|3a|5e|3a|6b|3a|4b|3a|0d|3a|32|3a|55|3a|bf|3a|ef|3a|95|3a|60|3a|18|3a|90|3a|af|3a|d8|3a|07|3a|09"; bsize:59;',
    ],
    [
      "[network-traffic:extensions.'x'.ja3s = '6734f37431670b3ab4292b8f60f29984']",
      'alert tls any any -> $HOME_NET any',
      'ja3s.hash; content:"6734f37431670b3ab4292b8f60f29984"; bsize:32;',
    ],
    [
      "[network-traffic:dst_ref.value = '2001:db8::7' AND network-traffic:dst_port = 443 AND network-traffic:protocols[*] = 'tcp']",
      'alert tcp $HOME_NET any -> [2001:db8::7] 443',
      '',
    ],
  ])('%s', (pattern, head, options) => {
    const { rules, left } = rulesOf([indicator(pattern)])
    expect([rules.length, left]).toEqual([1, []])
    expect(rules[0]!.startsWith(`${head} (msg:`)).toBe(true)
    expect(rules[0]).toContain(options)
  })
  it('name lists for hashes, one rule for each protocol that carries files', () => {
    const md5 = 'd41d8cd98f00b204e9800998ecf8427e'
    const one = indicator(`[file:hashes.MD5 = '${md5}']`, {}, 'TLP:AMBER')
    const { rules, files } = rulesOf([one])
    expect(files.get('entente.md5')).toBe(`${md5}  ${String(one.object['id'])} TLP:AMBER\n`)
    expect(rules).toHaveLength(5)
    for (const rule of rules) expect(rule).toContain('filemd5:entente.md5; sid:')
  })
  it('end in no place where a stranger would have them end', () => {
    const name = 'a"; sid:1;)\nalert ip any any -> any any (msg:"b\\'
    const { rules } = rulesOf([indicator("[domain-name:value = 'c2.example']", { name })])
    expect(rules).toHaveLength(1)
    // Every quotation mark and semicolon of the name has its backslash.
    expect(rules[0]).toContain(
      String.raw`Entente TLP:GREEN a\"\; sid:1\;) alert ip any any -> any any (msg:\"b\\ (indicator--`,
    )
  })
  it('leave out what they cannot say, and say why', () => {
    const things = [
      indicator("[ipv4-addr:value = '198.51.100.7']", { revoked: true }),
      indicator("[ipv4-addr:value = '198.51.100.8']", { valid_until: '2026-11-27T00:00:00.000Z' }),
      indicator("[ipv4-addr:value = '198.51.100.11']", {
        valid_from: '2026-11-27T00:00:00.000001Z',
      }),
      indicator('rule x {}', { pattern_type: 'yara' }),
      indicator("[mutex:name = 'Quiet']"),
      indicator(`[url:value = 'http://a.example/${'x'.repeat(300)}']`),
      indicator("[url:value = 'ftp://a.example/x']"),
      indicator("[ipv4-addr:value = '198.51.100.9']"),
      {
        object: { type: 'ipv4-addr', id: 'ipv4-addr--1', value: '198.51.100.10' },
        tlp: 'TLP:GREEN',
      },
    ]
    const listsOf = ({ value }: { readonly value: string }) =>
      value === '198.51.100.9' ? ['documentation'] : []
    const { rules, left, lines } = rulesOf(things, { listsOf })
    expect(rules).toEqual([])
    expect(left.map(({ because }) => because).toSorted()).toEqual([
      'expired',
      'known-good',
      'language',
      'no-indicator',
      'no-place',
      'no-place',
      'not-yet',
      'revoked',
      'too-long',
    ])
    expect(lines).toContain('# 2 left out: the format has no place for this property')
    expect(lines).toContain('# 1 left out: it stands on a warning list')
  })
  it.each([
    ['0.0.0.0/0', '128.0.0.0/1', '8.0.0.0/7', '198.0.0.0/8'],
    ['::/0', '2000::/3', '2600::/11', '2600::/12'],
  ])('and plain lists are not for everything: %s', (...networks) => {
    const widest = networks.at(-1)
    const kind = widest?.includes(':') ? 'ipv6-addr' : 'ipv4-addr'
    const things = networks.map((one) => indicator(`[${kind}:value ISSUBSET '${one}']`))
    const { rules, left, lines } = rulesOf(things)
    expect(rules).toHaveLength(1)
    expect(rules[0]).toContain(`[${widest}]`)
    const tooWide = networks.slice(0, -1).map((what) => ['too-wide', what])
    expect(left.map(({ because, what }) => [because, what])).toEqual(tooWide)
    const why = 'left out: it is a network wider than a rule may be for'
    expect(lines).toContain(`# 3 ${why}`)
    const list = writeList(things, { now: NOW })
    expect([list.entries, list.left.map(({ what }) => what)]).toEqual([1, networks.slice(0, -1)])
    expect(text(list.bytes)).toContain(`# 3 ${why}`)
  })
  it.each([
    [
      '256 networks of a /8',
      Array.from({ length: 256 }, (_, at) => `${at}.0.0.0/8`),
      '198.51.0.0/16',
    ],
    [
      '512 networks of a /12',
      Array.from({ length: 512 }, (_, at) => `${(0x2000 + at * 16).toString(16)}::/12`),
      '2001:db8::/32',
    ],
  ])(
    'and lists of %s, one by one, are not for everything either, and leave the narrower there',
    (_what, networks, narrow) => {
      const kind = narrow.includes(':') ? 'ipv6-addr' : 'ipv4-addr'
      const of = (all: readonly string[]) =>
        all.map((one) => indicator(`[${kind}:value ISSUBSET '${one}']`))
      const { rules, left, lines } = rulesOf(of([...networks, narrow]))
      expect(rules).toHaveLength(1)
      expect(rules[0]).toContain(`[${narrow}]`)
      expect(new Set(left.map(({ because }) => because))).toEqual(new Set(['too-wide-together']))
      const why =
        'with the other networks it would be a rule for more than a sixteenth of all addresses'
      expect(lines).toContain(`# ${networks.length} left out: ${why}`)
      const list = writeList(of([...networks, narrow]), { now: NOW })
      expect([list.entries, list.left.length]).toEqual([1, networks.length])
      expect(text(list.bytes)).toContain(`# ${networks.length} left out: ${why}`)
      // A sixteenth is taken, however often each is named.
      const few = networks.slice(0, networks.length / 16)
      expect(rulesOf(of([...few, ...few])).left).toEqual([])
      expect(rulesOf(of([...few, narrow])).left).toHaveLength(few.length)
    },
  )
  it('are of no wider networks than whoever asks wants, and never of wider ones than that', () => {
    const things = ['10.0.0.0/8', '10.0.0.0/16', '2600::/12', '2600::/32'].map((one) =>
      indicator(`[${one.includes(':') ? 'ipv6' : 'ipv4'}-addr:value ISSUBSET '${one}']`),
    )
    const left = (widest: object) =>
      writeList(things, { now: NOW, widest }).left.map(({ what }) => what)
    expect(left({ ipv4: 16, ipv6: 32 })).toEqual(['10.0.0.0/8', '2600::/12'])
    expect(left({ ipv4: 9 })).toEqual(['10.0.0.0/8'])
    expect(left({ ipv4: 0, ipv6: 0 })).toEqual([])
  })
  it('leave nobody’s networks out because another asks for many', () => {
    const of = (from: string, all: readonly string[]) =>
      all.map((one) => ({ ...indicator(`[ipv4-addr:value ISSUBSET '${one}']`), from }))
    const greedy = of(
      'TAXII: greedy',
      Array.from({ length: 4_097 }, (_, at) => `${1 + (at >> 8)}.${at & 255}.0.0/16`),
    )
    const honest = of('XB', ['198.51.0.0/16', '203.0.0.0/12'])
    const also = of('XC', ['198.51.0.0/16'])
    const { left } = writeList([...greedy, ...honest, ...also], { now: NOW })
    expect(new Set(left.map(({ id }) => id))).toEqual(
      new Set(greedy.map(({ object }) => object['id'])),
    )
    // Two who ask for too much have half each, and what fits is not touched by how many ask.
    const wide = (from: string, first: number) =>
      of(
        from,
        Array.from({ length: 9 }, (_, at) => `${first + at}.0.0.0/8`),
      )
    expect(writeList([...wide('XB', 20), ...wide('XC', 40)], { now: NOW }).entries).toBe(0)
    expect(
      writeList([...wide('XB', 20).slice(1), ...wide('XC', 40).slice(1)], { now: NOW }).entries,
    ).toBe(16)
  })
  it('are two where one port is asked for by TCP and by UDP, and none is lost', () => {
    const to = (protocol: string) =>
      `[network-traffic:dst_ref.value = '198.51.100.7' AND network-traffic:dst_port = 53 AND network-traffic:protocols[*] = '${protocol}']`
    const { rules, keys } = rulesOf([indicator(`${to('tcp')} OR ${to('udp')}`)])
    expect(rules.map((rule) => rule.split(' ')[1])).toEqual(['tcp', 'udp'])
    expect(new Set(keys).size).toBe(2)
  })
  it('are known by the same key whatever else is written', () => {
    const [one, other] = [
      indicator("[url:value = 'https://a.example/x']"),
      indicator("[url:value = 'http://b.example/']"),
    ]
    expect(rulesOf([other, one]).keys).toEqual(expect.arrayContaining([...rulesOf([one]).keys]))
    expect(rulesOf([one, other]).encrypted).toBe(1)
  })
})

describe('a plain list', () => {
  it('has one value a line by kind, with whose it is', () => {
    const [a, b] = [
      indicator("[ipv4-addr:value IN ('198.51.100.7', '198.51.100.6')]"),
      indicator(
        "[domain-name:value = 'c2.example']",
        { created_by_ref: 'x\n198.51.100.1' },
        'TLP:AMBER',
      ),
    ]
    const { bytes, entries } = writeList([a, b], { now: NOW })
    const by = `# ${String(a.object['id'])} TLP:GREEN by ${OURS} modified 2026-11-20T00:00:01.500Z`
    expect(entries).toBe(3)
    expect(text(bytes).trim().split('\n')).toEqual([
      '# TLP:AMBER: values that indicators look for',
      '# domain-name: 1',
      `# ${String(b.object['id'])} TLP:AMBER by x 198.51.100.1 modified 2026-11-20T00:00:01.500Z`,
      'c2.example',
      '# ipv4-addr: 2',
      by,
      '198.51.100.6',
      by,
      '198.51.100.7',
    ])
    expect(text(writeList([a, b], { now: NOW, only: 'domain-name' }).bytes)).not.toContain('.100.6')
  })
  it('has nothing that needs more than its value', () => {
    const one = indicator(
      "[network-traffic:dst_ref.value = '198.51.100.7' AND network-traffic:dst_port = 443]",
    )
    const { left, entries } = writeList([one], { now: NOW })
    expect([entries, left[0]?.because]).toEqual([0, 'joined'])
  })
})

describe('a table', () => {
  const rowOf = (object: object) => {
    const { bytes, ...told } = writeCsv([
      { object: { type: 'note', id: 'note--1', ...object }, tlp: 'TLP:CLEAR' },
    ])
    return { ...told, row: text(bytes).split('\r\n')[1] }
  }
  it('doubles quotation marks and keeps line ends inside them (RFC 4180, section 2)', () => {
    expect(rowOf({ name: 'a, "b"\nc' }).row).toContain('"TLP:CLEAR","a, ""b""\nc"')
  })
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '=HYPERLINK("http://x.example")',
  ])('has no cell that a spreadsheet calculates: %j', (name) => {
    const { row, guarded } = rowOf({ name })
    expect(row).toContain(`,"'${name.replaceAll('"', '""')}",`)
    expect(guarded).toBe(1)
  })
  it('says what has no column', () => {
    expect(rowOf({ content: 'x', 'x_of-ours': 1 })).toMatchObject({
      guarded: 0,
      noColumn: [
        { field: 'note.content', count: 1 },
        { field: 'note.x_of-ours', count: 1 },
      ],
    })
  })
})

describe('a layer of ATT&CK Navigator', () => {
  const technique = (number: string, more: object = {}): Thing => ({
    tlp: 'TLP:CLEAR',
    object: {
      type: 'attack-pattern',
      id: idOf('attack-pattern'),
      name: number,
      external_references: [
        {
          source_name: 'mitre-attack',
          external_id: number,
          url: `https://attack.mitre.org/techniques/${number}`,
        },
      ],
      ...more,
    },
  })
  const relation = (source: string, kind: string, target: Thing, tlp = 'TLP:GREEN'): Thing => ({
    tlp,
    object: {
      type: 'relationship',
      id: idOf('relationship'),
      relationship_type: kind,
      source_ref: source,
      target_ref: target.object['id'],
    },
  })
  const malware: Thing = {
    tlp: 'TLP:GREEN',
    object: { type: 'malware', id: idOf('malware'), name: 'Quiet' },
  }
  const quiet = String(malware.object['id'])

  it('counts distinct objects, and those of an id that was revoked at what it became', () => {
    const [now, old, gone, idle] = [
      technique('T1566.001'),
      technique('T1193', { revoked: true }),
      technique('T1064', { x_mitre_deprecated: true }),
      technique('T1485'),
    ]
    const other = idOf('tool')
    const things = [
      now,
      old,
      gone,
      idle,
      malware,
      relation(quiet, 'uses', now),
      relation(quiet, 'uses', now),
      relation(quiet, 'uses', old),
      relation(other, 'uses', old, 'TLP:AMBER'),
      relation(quiet, 'mitigates', idle),
      relation(String(old.object['id']), 'revoked-by', now),
    ]
    const { bytes, left } = writeNavigator(things)
    const layer = JSON.parse(text(bytes)) as {
      techniques: { techniqueID: string; score?: number; comment: string }[]
    }
    expect(layer).toMatchObject({
      versions: { layer: '4.5' },
      domain: 'enterprise-attack',
      gradient: { minValue: 0, maxValue: 2 },
    })
    expect(layer.techniques.map(({ techniqueID, score }) => [techniqueID, score])).toEqual([
      ['T1485', undefined],
      ['T1566.001', 2],
    ])
    const { comment } = layer.techniques[1]!
    expect(comment).toContain(`Quiet (${quiet})\n${other}`)
    expect(comment).toContain('T1193 was revoked and became this technique.')
    expect(layer.techniques[1]).toMatchObject({
      metadata: [{ name: 'STIX id' }, { name: 'label', value: 'TLP:AMBER' }],
      links: [{ label: 'T1566.001', url: 'https://attack.mitre.org/techniques/T1566.001' }],
    })
    expect(left).toContainEqual({ id: gone.object['id'], because: 'retired', what: 'T1064' })
  })
  it('is one for each domain', () => {
    const { bytes } = writeNavigator([
      technique('T1485'),
      technique('T0800', { x_mitre_domains: ['ics-attack'] }),
    ])
    expect(JSON.parse(text(bytes))).toMatchObject([
      { domain: 'enterprise-attack' },
      { domain: 'ics-attack' },
    ])
  })
})

describe('what is looked for', () => {
  it('trap 7: of a name joined with a hash in capitals the hash, in small letters as tools write it', () => {
    const hash = 'ED5D694D561C97B4D70EFE934936286FE562ADDF7D6836F795B336D9791A5C44'
    const { values, left } = valuesOf(
      `[(file:name = '123.ps1') AND file:hashes.'SHA-256' = '${hash}']`,
    )
    expect(values).toEqual([{ kind: 'sha256', value: hash.toLowerCase() }])
    expect(left).toEqual([])
  })
})
