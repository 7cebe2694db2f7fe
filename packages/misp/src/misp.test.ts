import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readBundle, validateObject } from '@entente/stix'
import { attribute, converted, event, only, uuid } from '../test/example-event.ts'
import { MispError } from './error.ts'
import { isMisp, readEvents, type Json } from './event.ts'
import { EXTENSION } from './extension.ts'
import { fromEvent } from './from-event.ts'
import { toEvents } from './to-event.ts'
import { saidBy } from './values.ts'

const OPTIONS = {
  uuidOf: (text: string) => uuid(900_000 + text.length),
  org: { name: 'Alder', uuid: uuid(7) },
}
const back = (objects: readonly Json[]) => toEvents(objects, OPTIONS)

describe('an attribute that detects', () => {
  test.each([
    ['ip-dst', '192.0.2.7', "[ipv4-addr:value = '192.0.2.7']"],
    ['ip-src', '2001:db8::7', "[ipv6-addr:value = '2001:db8::7']"],
    ['ip-dst', '198.51.100.0/24', "[ipv4-addr:value ISSUBSET '198.51.100.0/24']"],
    ['ip-src', '2001:db8::/32', "[ipv6-addr:value ISSUBSET '2001:db8::/32']"],
    [
      'ip-dst|port',
      '192.0.2.7|443',
      "[network-traffic:dst_ref.value = '192.0.2.7' AND network-traffic:dst_port = 443]",
    ],
    ['hostname', 'modem.example', "[domain-name:value = 'modem.example']"],
    [
      'domain|ip',
      'modem.example|192.0.2.7',
      "[domain-name:value = 'modem.example' AND domain-name:resolves_to_refs[*].value = '192.0.2.7']",
    ],
    ['url', 'https://modem.example/a?b=c', "[url:value = 'https://modem.example/a?b=c']"],
    ['sha1', 'a'.repeat(40), `[file:hashes.'SHA-1' = '${'a'.repeat(40)}']`],
    [
      'filename|md5',
      'up|date.exe|0123456789abcdef0123456789abcdef',
      "[file:name = 'up|date.exe' AND file:hashes.MD5 = '0123456789abcdef0123456789abcdef']",
    ],
    ['filename', "C:\\it's.exe", "[file:name = 'C:\\\\it\\'s.exe']"],
    ['AS', 'AS64500', '[autonomous-system:number = 64500]'],
    ['mutex', 'Global\\quiet', "[mutex:name = 'Global\\\\quiet']"],
    [
      'user-agent',
      'Quiet/1.0',
      "[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = 'Quiet/1.0']",
    ],
  ])('%s %s is an indicator', (type, value, pattern) => {
    const [indicator] = only(event({ Attribute: [attribute(type, value)] }), 'indicator')
    expect(indicator).toMatchObject({ pattern, pattern_type: 'stix' })
  })

  test('is an indicator in its own language where it is a rule', () => {
    const rule = 'rule quiet { condition: true }'
    const [indicator] = only(event({ Attribute: [attribute('yara', rule)] }), 'indicator')
    expect(indicator).toMatchObject({ pattern: rule, pattern_type: 'yara' })
  })

  test.each([
    ['sha256', 'not a hash'],
    ['ip-dst', '192.0.2.7; rm -rf /'],
    ['domain', 'two words'],
    ['stix2-pattern', '[ipv4-addr:value = '],
    ['iban', 'XA00 0000'],
  ])('%s %s is a note, for STIX has no property that takes it', (type, value) => {
    const raw = event({ Attribute: [attribute(type, value)] })
    expect(only(raw, 'indicator')).toEqual([])
    expect(only(raw, 'note')[0]).toMatchObject({
      content: value,
      object_refs: [`report--${uuid(1)}`],
    })
  })

  it('matches a host name in linear time', () => {
    const startedWith = 'a'.repeat(200_000)
    expect(saidBy('domain', `${startedWith}!`).comparisons).toEqual([])
    expect(saidBy('domain', `${'a.'.repeat(100_000)}!`).comparisons).toEqual([])
  })
})

describe('an attribute that was seen', () => {
  const seen = (type: string, value: string, more: Json = {}) =>
    converted(event({ Attribute: [attribute(type, value, { to_ids: false, ...more })] }))
  const faultsIn = (objects: readonly Json[]) =>
    objects.flatMap((object) => validateObject(object, { advice: false }))

  test.each<[type: string, value: string, more?: Json]>([
    ['ip-dst', '999.1.1.1'],
    ['ip-src', ':::'],
    ['domain|ip', 'a.example|999.9.9.9'],
    ['uri', 'fe80::1%eth0'],
    ['sha512/224', 'a'.repeat(56)],
    ['ssdeep', 'none'],
    ['filename|tlsh', 'a.exe|0000'],
    ['attachment', 'a.pdf', { data: 'no base64!' }],
    ['malware-sample', `a.exe|${'0'.repeat(32)}`, { data: 'no base64!' }],
  ])(
    '%s %s is a note where STIX takes no such value, and nothing of it is lost',
    (type, value, more = {}) => {
      const { objects, report } = seen(type, value, more)
      expect(faultsIn(objects)).toEqual([])
      expect(objects.find((one) => one['type'] === 'note')).toMatchObject({ content: value })
      expect(report.filter(({ fate }) => fate === 'lost')).toEqual([])
      const [again] = back(JSON.parse(JSON.stringify(objects)) as Json[])
      expect(again!.Event['Attribute']).toMatchObject([{ value, ...more }])
    },
  )

  test.each([
    ['regkey', 'HKLM\\Software\\Quiet', 'HKEY_LOCAL_MACHINE\\Software\\Quiet'],
    ['regkey|value', 'hkcu\\Run|quiet.exe', 'HKEY_CURRENT_USER\\Run'],
    ['regkey', 'HKEY_USERS\\Quiet', 'HKEY_USERS\\Quiet'],
  ])('%s %s is a key with its hive written out, seen or looked for', (type, value, key) => {
    const { objects } = seen(type, value)
    expect(faultsIn(objects)).toEqual([])
    expect(objects.find((one) => one['type'] === 'windows-registry-key')).toMatchObject({ key })
    const [indicator] = only(event({ Attribute: [attribute(type, value)] }), 'indicator')
    expect(indicator!['pattern']).toContain(`'${key.replaceAll('\\', '\\\\')}'`)
  })
})

describe('an event', () => {
  const raw = event({
    Attribute: [
      attribute('domain', 'modem.example', {
        comment: 'seen in Alder',
        first_seen: '2026-11-18T08:00:00.000000+00:00',
        Sighting: [
          { uuid: uuid(4), type: '0', date_sighting: '1795000050' },
          { uuid: uuid(5), type: '1', date_sighting: '1795000060' },
        ],
      }),
      attribute('text', 'a word of it', { deleted: true }),
      attribute('malware-sample', `a.exe|${'0'.repeat(32)}`, { data: 'UEsDBA==' }),
    ],
    Object: [
      {
        uuid: uuid(6),
        name: 'file',
        'meta-category': 'file',
        timestamp: '1795000000',
        comment: 'the dropper',
        Attribute: [attribute('sha1', 'b'.repeat(40), { object_relation: 'sha1' })],
        ObjectReference: [
          {
            uuid: uuid(8),
            referenced_uuid: uuid(6),
            relationship_type: 'Related To',
            timestamp: '1795000000',
          },
          { uuid: uuid(9), referenced_uuid: uuid(404), relationship_type: 'drops' },
        ],
      },
    ],
    Galaxy: [
      {
        type: 'threat-actor',
        GalaxyCluster: [
          {
            uuid: uuid(500),
            type: 'threat-actor',
            value: 'QUIET GULL',
            meta: { synonyms: ['GULL'] },
          },
        ],
      },
      {
        type: 'mitre-attack-pattern',
        GalaxyCluster: [{ uuid: uuid(501), type: 'mitre-attack-pattern', value: 'Wipe - T0000' }],
      },
    ],
  })

  it('becomes a bundle that STIX takes, and comes back', () => {
    const { objects, report } = converted(raw)
    const taken: string[] = []
    const reader = readBundle(({ id }) => taken.push(id))
    const bundle = { type: 'bundle', id: `bundle--${uuid(1)}`, objects }
    reader.push(new TextEncoder().encode(JSON.stringify(bundle)))
    reader.end()
    expect(taken).toEqual(objects.map(({ id }) => id))
    expect(new Set(taken).size).toBe(taken.length)
    expect(report.filter(({ fate }) => fate === 'lost')).toEqual([])
    const [again] = back(JSON.parse(JSON.stringify(objects)) as Json[])
    expect(again).toEqual({ Event: raw, report: [], sightings: [] })
  })
  it('tells field by field what others can read, and what only a way back reads', () => {
    const { report } = converted(raw)
    const fates = Object.fromEntries(report.map(({ field, fate }) => [field, fate]))
    expect(fates).toMatchObject({
      'Event.info': 'mapped',
      'Event.threat_level_id': 'carried',
      'Attribute.value': 'mapped',
      'Attribute.data': 'mapped',
      'Attribute.object_relation': 'carried',
      'Object.meta-category': 'carried',
    })
    expect(report).toContainEqual({ field: 'Sighting', fate: 'mapped', as: 'sighting', count: 1 })
    expect(report).toContainEqual({ field: 'Sighting', fate: 'carried', as: 'extension', count: 1 })
    expect(report).toContainEqual({
      field: 'ObjectReference',
      fate: 'carried',
      as: 'extension',
      count: 1,
    })
  })
  it('revokes what was deleted, so that whoever has it learns of it', () => {
    expect(only(raw, 'note')[0]).toMatchObject({ revoked: true })
  })
  it('writes no second form of what ATT&CK has under that UUID, and refers to it', () => {
    const { objects } = converted(raw)
    const id = `attack-pattern--${uuid(501)}`
    expect(objects.map((object) => object['id'])).not.toContain(id)
    expect(objects.at(-1)!['object_refs']).toContain(id)
  })
  it('names what was changed in STIX since, where it goes back', () => {
    const objects = converted(raw).objects.map((object) =>
      object['type'] === 'indicator' ? { ...object, description: 'said otherwise' } : object,
    )
    expect(back(objects)[0]!.report).toContainEqual({
      field: 'indicator.description',
      fate: 'lost',
      as: 'changed since it came from MISP',
      count: 2,
    })
  })
})

describe('STIX that came from elsewhere', () => {
  const common = { created: '2026-11-20T00:00:00.000Z', modified: '2026-11-21T00:00:00.000Z' }
  const indicator = (pattern: string): Json => ({
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${uuid(20)}`,
    ...common,
    pattern,
    pattern_type: 'stix',
    valid_from: '2026-11-20T00:00:00Z',
    kill_chain_phases: [{ kill_chain_name: 'k', phase_name: 'p' }],
  })
  const valuesFor = (pattern: string) =>
    (back([indicator(pattern)])[0]!.Event['Attribute'] as readonly Json[]).map(
      ({ type, value, to_ids }) => [type, value, to_ids],
    )

  test.each([
    ["[ipv4-addr:value = '192.0.2.7']", [['ip-dst', '192.0.2.7', true]]],
    [
      "[domain-name:value = 'a.example' OR domain-name:value = 'b.example']",
      [
        ['domain', 'a.example', true],
        ['domain', 'b.example', true],
      ],
    ],
    ["[ipv4-addr:value ISSUBSET '198.51.100.0/24']", [['ip-dst', '198.51.100.0/24', true]]],
    [`[file:hashes.'SHA-256' = '${'c'.repeat(64)}']`, [['sha256', 'c'.repeat(64), true]]],
  ])('gives attributes where it is one of several equalities: %s', (pattern, values) => {
    expect(valuesFor(pattern)).toEqual(values)
  })
  test.each([
    "[file:name = 'a' AND file:size = 3]",
    "[domain-name:value LIKE 'a%']",
    "[domain-name:value != 'a.example']",
    "[ipv4-addr:value = '192.0.2.7'] FOLLOWEDBY [url:value = 'https://a.example']",
  ])('goes whole where it asks for more: %s', (pattern) => {
    expect(valuesFor(pattern)).toEqual([['stix2-pattern', pattern, true]])
  })
  it('names every property that MISP has no field for', () => {
    const { report } = back([indicator("[ipv4-addr:value = '192.0.2.7']")])[0]!
    const lost = report.filter(({ fate }) => fate === 'lost').map(({ field }) => field)
    expect(lost).toEqual(['indicator.kill_chain_phases', 'indicator.valid_from'])
  })
  it('is told of as lost whatever its type and its properties are called', () => {
    const odd = { ...common, type: 'constructor', id: `constructor--${uuid(21)}`, name: 'odd' }
    expect(back([odd])[0]!.report).toContainEqual(
      expect.objectContaining({ field: 'constructor.name', fate: 'lost' }),
    )
    const came = converted(event({ Attribute: [attribute('domain', 'a.example')] })).objects
    const since = came.map((one) => ({ ...one, constructor: 'x' }))
    expect(back(since)[0]!.report).toContainEqual(
      expect.objectContaining({ field: 'indicator.constructor', fate: 'lost' }),
    )
  })
  it('goes to nobody but the own organisation unless it is said', () => {
    expect(back([indicator("[ipv4-addr:value = '192.0.2.7']")])[0]!.Event['distribution']).toBe('0')
  })
  it('makes an event of a report, and one of what belongs to none', () => {
    const report: Json = {
      type: 'report',
      spec_version: '2.1',
      id: `report--${uuid(30)}`,
      ...common,
      name: 'Quiet modems',
      published: '2026-11-20T12:00:00Z',
      object_refs: [`indicator--${uuid(20)}`],
    }
    const vulnerability: Json = {
      type: 'vulnerability',
      spec_version: '2.1',
      id: `vulnerability--${uuid(31)}`,
      ...common,
      name: 'CVE-2026-00001',
    }
    const events = back([indicator("[ipv4-addr:value = '192.0.2.7']"), report, vulnerability])
    expect(events.map(({ Event }) => Event['info'])).toEqual([
      'Quiet modems',
      'STIX objects handed on by Alder',
    ])
    expect(events[0]!.Event).toMatchObject({ uuid: uuid(30), date: '2026-11-20' })
    for (const { Event } of events) expect(readEvents(JSON.stringify({ Event }))).toHaveLength(1)
  })
})

describe('what is no event', () => {
  test.each([
    ['{', 'misp.malformed', undefined],
    ['{"type":"bundle"}', 'misp.no-event', undefined],
    ['[]', 'misp.no-event', undefined],
    [JSON.stringify({ Event: event({ timestamp: 'soon' }) }), 'misp.malformed', 'Event.timestamp'],
    [
      JSON.stringify({ response: [{ Event: event({ Attribute: [{ uuid: 'x' }] }) }] }),
      'misp.malformed',
      'response[0].Event.Attribute[0].uuid',
    ],
  ])('is refused with its place: %s', (text, code, path) => {
    try {
      readEvents(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(MispError)
      expect(error).toMatchObject({ code, ...(path === undefined ? {} : { path }) })
      const { message } = error as MispError
      expect(message).toMatch(/expected .*, got /)
      if (path !== undefined) expect(message).toMatch(/got "(?:soon|x)" at /)
    }
  })
  it('is refused where it is deeper than anything that is written', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    for (const text of [deep, `{"Event":{"uuid":"${uuid(1)}","info":"a","x":${deep}}}`])
      expect(() => readEvents(text)).toThrow(expect.objectContaining({ code: 'misp.too-large' }))
  })
  it('is told from one that is', () => {
    expect(isMisp({ response: [{ Event: event() }] })).toBe(true)
    expect(isMisp({ type: 'bundle', objects: [] })).toBe(false)
  })
  it('never ends otherwise than with an event or a refusal', () => {
    const values = fc.jsonValue()
    const shaped = fc.record(
      {
        uuid: fc.constantFrom(uuid(1), 'x', 1),
        info: fc.oneof(fc.string(), values),
        timestamp: fc.oneof(fc.nat().map(String), values),
        Attribute: fc.array(fc.oneof(values, fc.constant(attribute('domain', 'a.example')))),
        Object: values,
        Orgc: values,
        Tag: values,
        Galaxy: values,
      },
      { requiredKeys: ['uuid', 'info'] },
    )
    fc.assert(
      fc.property(fc.oneof(values, shaped), (value) => {
        let read: ReturnType<typeof readEvents>
        try {
          read = readEvents(JSON.stringify({ Event: value }))
        } catch (error) {
          expect(error).toBeInstanceOf(MispError)
          return
        }
        for (const one of read) expect(fromEvent(one).objects.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
  it('carries nothing under another name than its extension', () => {
    const { objects } = converted(event({ Attribute: [attribute('domain', 'a.example')] }))
    for (const object of objects)
      for (const name of Object.keys((object['extensions'] ?? {}) as Json))
        expect(name).toBe(EXTENSION)
  })
})
