import { describe, expect, it } from 'vitest'
import { GOOD, ID, MADE } from '../test/example-objects.ts'
import { MOST_FINDINGS } from './finding.ts'
import { validateObject } from './validate.ts'

type Json = Readonly<Record<string, unknown>>
const change = (type: string, more: Json): Json =>
  Object.fromEntries(
    Object.entries({ ...GOOD[type], ...more }).filter(([, value]) => value !== undefined),
  )
const musts = (object: unknown) =>
  validateObject(object, { advice: false }).map(({ section, path }) => `${section} ${path}`)
const shoulds = (object: unknown) =>
  validateObject(object).flatMap(({ level, section, path }) =>
    level === 'should' ? [`${section} ${path}`] : [],
  )

describe('an object of each type that the standard has', () => {
  it('is there: 19 of the domain, 2 relationships, 18 observables, 3 of their own kind', () => {
    expect(Object.keys(GOOD)).toHaveLength(42)
  })

  it.each(Object.entries(GOOD))('conforms: %s', (_, object) => {
    expect(validateObject(object)).toEqual([])
  })

  // STIX 2.1 sections 4 to 7: what is required beyond the common properties.
  it.each(
    `attack-pattern name|campaign name|course-of-action name|grouping name context object_refs|
    identity name|incident name|indicator pattern pattern_type valid_from|infrastructure name|
    intrusion-set name|malware-analysis product|note content object_refs|
    observed-data first_observed last_observed number_observed|opinion opinion object_refs|
    report name published object_refs|threat-actor name|tool name|vulnerability name|
    relationship relationship_type source_ref target_ref|sighting sighting_of_ref|
    language-content object_ref contents|extension-definition name schema version extension_types|
    autonomous-system number|directory path|domain-name value|email-addr value|
    email-message is_multipart|ipv4-addr value|ipv6-addr value|mac-addr value|mutex name|
    network-traffic protocols|software name|url value`
      .split('|')
      .map((line) => line.trim().split(' ')),
  )('needs of a %s what it requires', (type, ...required) => {
    for (const key of required) {
      const found = musts(change(type!, { [key]: undefined }))
      expect(found.some((one) => one.endsWith(` .${key}`))).toBe(true)
    }
  })

  it.each(Object.keys(GOOD))(
    'says of every property of a %s that it is of the wrong type',
    (type) => {
      for (const key of Object.keys(GOOD[type]!)) {
        const found = musts(change(type, { [key]: { '': [] } }))
        expect([key, found.some((one) => one.includes(` .${key}`))]).toEqual([key, true])
      }
    },
  )

  it.each(Object.keys(GOOD))('needs the common properties of a %s', (type) => {
    const isObservable = GOOD[type]!['created'] === undefined
    const needed = isObservable
      ? ['type', 'id']
      : [
          'type',
          'id',
          'spec_version',
          'created',
          ...(type === 'marking-definition' ? [] : ['modified']),
        ]
    for (const key of needed) {
      const found = musts(change(type, { [key]: undefined }))
      expect(found.some((one) => one.endsWith(` .${key}`))).toBe(true)
    }
  })
})

const REF = `identity--${ID}`
const X = `x_${'a'.repeat(249)}`

describe('what an object must', () => {
  it.each<[string, Json, string]>([
    ['have a type that begins with a letter', change('tool', { type: '1tool' }), '3.1 .type'],
    ['have no two hyphens in its type', { type: 'a--b', id: `a--b--${ID}` }, '3.1 .type'],
    ['have the type in its id', change('tool', { id: `malware--${ID}` }), '2.9 .id'],
    [
      'have a UUID of RFC 4122',
      change('tool', { id: `tool--${ID.replace('-9d', '-0d')}` }),
      '2.9 .id',
    ],
    ['be of this version', change('tool', { spec_version: '2.2' }), '3.2 .spec_version'],
    [
      'have dates with milliseconds',
      change('tool', { created: '2026-11-02T09:00:00Z' }),
      '3.2 .created',
    ],
    [
      'have dates with Z',
      change('tool', { modified: '2026-11-02T09:00:00.000+01:00' }),
      '2.16 .modified',
    ],
    [
      'not be modified before created',
      change('tool', { modified: '2026-11-02T08:59:59.9999Z' }),
      '3.6.1 .modified',
    ],
    ['be sure from 0 to 100', change('tool', { confidence: 101 }), '2.10 .confidence'],
    ['have labels', change('tool', { labels: [] }), '2.12 .labels'],
    ['say its language', change('tool', { lang: 'english_uk' }), '3.2 .lang'],
    [
      'refer to something with a source',
      change('tool', { external_references: [{ source_name: 'a' }] }),
      '2.5 .external_references[0]',
    ],
    [
      'name a CVE exactly',
      change('vulnerability', {
        external_references: [{ source_name: 'cve', external_id: '2026-1' }],
      }),
      '4.19 .external_references[0].external_id',
    ],
    [
      'name a CAPEC in its form',
      change('attack-pattern', {
        external_references: [{ source_name: 'capec', external_id: '163' }],
      }),
      '4.1 .external_references[0].external_id',
    ],
    [
      'be marked by markings',
      change('tool', { object_marking_refs: [REF] }),
      '3.3 .object_marking_refs[0]',
    ],
    ['not be defanged unless it is observed', change('tool', { defanged: true }), '3.2 .defanged'],
    ['have no name that is reserved', change('tool', { severity: 1 }), '3.8 .severity'],
    ['have names of three and more', change('tool', { ab: 1 }), '3.1 .ab'],
    ['have names of 250 and fewer', change('tool', { [X]: 1 }), '3.1 ["x_a'],
    ['have no empty lists of its own', change('tool', { x_own: [] }), '2.12 .x_own'],
    ['have no empty dictionaries of its own', change('tool', { x_own: {} }), '2.3 .x_own'],
    ['have names in lower case', change('tool', { x_Own: 1 }), '3.1 .x_Own'],
    [
      'mark by one thing',
      change('tool', { granular_markings: [{ selectors: ['name'] }] }),
      '7.2.3 .granular_markings[0]',
    ],
    [
      'select what is there',
      change('tool', { granular_markings: [{ lang: 'es', selectors: ['aliases.[1]'] }] }),
      '7.2.3 .granular_markings[0].selectors[0]',
    ],
    [
      'select in lists by number',
      change('tool', { granular_markings: [{ lang: 'es', selectors: ['aliases.name'] }] }),
      '7.2.3 .granular_markings[0].selectors[0]',
    ],
    [
      'say of which type an extension is',
      change('tool', { extensions: { [`extension-definition--${ID}`]: { rank: 1 } } }),
      `3.2 .extensions.extension-definition--${ID}.extension_type`,
    ],
    ['have extensions', change('tool', { extensions: {} }), '2.3 .extensions'],
    [
      'have an extension type of the five',
      change('tool', {
        extensions: { [`extension-definition--${ID}`]: { extension_type: 'more' } },
      }),
      `10.5 .extensions.extension-definition--${ID}.extension_type`,
    ],
    [
      'end after it began: indicator',
      change('indicator', { valid_until: '2026-11-02T09:00:00.000Z' }),
      '4.7 .valid_until',
    ],
    ['have a pattern that is one', change('indicator', { pattern: '[file:name =]' }), '9 .pattern'],
    [
      'be seen last after first',
      change('campaign', {
        first_seen: '2026-11-02T09:00:00.0001Z',
        last_seen: '2026-11-02T09:00:00Z',
      }),
      '4 .last_seen',
    ],
    ['be somewhere', change('location', { region: undefined, country: undefined }), '4.10 '],
    ['have both coordinates', change('location', { latitude: 1 }), '4.10 .longitude'],
    ['be on Earth', change('location', { latitude: 91, longitude: 0 }), '2.10 .latitude'],
    ['be precise about coordinates', change('location', { precision: 1 }), '4.10 .latitude'],
    ['name a family', change('malware', { name: undefined, is_family: true }), '4.11 .name'],
    [
      'run on software',
      change('malware', { operating_system_refs: [REF] }),
      '3.3 .operating_system_refs[0]',
    ],
    ['find something in an analysis', change('malware-analysis', { result: undefined }), '4.12 '],
    ['observe something', change('observed-data', { object_refs: undefined }), '4.14 '],
    [
      'observe an observable',
      change('observed-data', { object_refs: [`relationship--${ID}`] }),
      '4.14 .object_refs',
    ],
    [
      'observe in one way',
      change('observed-data', { objects: { '0': GOOD['url']! } }),
      '4.14 .objects',
    ],
    [
      'observe at least once',
      change('observed-data', { number_observed: 0 }),
      '2.10 .number_observed',
    ],
    [
      'observe what is in the container',
      change('observed-data', {
        object_refs: undefined,
        objects: { '0': { type: 'network-traffic', src_ref: '1' } },
      }),
      '2.9 .objects["0"].src_ref',
    ],
    ['have an opinion of the five', change('opinion', { opinion: 'perhaps' }), '10.18 .opinion'],
    [
      'relate by a name',
      change('relationship', { relationship_type: 'uses it' }),
      '5.1 .relationship_type',
    ],
    [
      'relate no relationships',
      change('relationship', { source_ref: `relationship--${ID}` }),
      '3.3 .source_ref',
    ],
    [
      'stop after it started',
      change('relationship', {
        start_time: '2026-11-02T09:00:00Z',
        stop_time: '2026-11-02T09:00:00.00Z',
      }),
      '5.1 .stop_time',
    ],
    [
      'sight something of the domain',
      change('sighting', { sighting_of_ref: `url--${ID}` }),
      '3.3 .sighting_of_ref',
    ],
    ['be counted from 0', change('sighting', { count: -1 }), '2.10 .count'],
    [
      'translate into a language',
      change('language-content', { contents: { _: { name: 'a' } } }),
      '3.2 .contents._',
    ],
    [
      'not be marked by itself',
      change('marking-definition', { object_marking_refs: [`marking-definition--${ID}`] }),
      '3.2 .object_marking_refs',
    ],
    [
      'define a marking',
      change('marking-definition', { definition: undefined, definition_type: undefined }),
      '7.2.1 .definition_type',
    ],
    [
      'state something',
      change('marking-definition', { definition: { text: 'a' } }),
      '7.2.1.3 .definition',
    ],
    [
      'be TLP as it is published',
      change('marking-definition', { definition_type: 'tlp', definition: { tlp: 'red' } }),
      '7.2.1.4 .definition',
    ],
    [
      'extend as one of the five',
      change('extension-definition', { extension_types: ['more'] }),
      '10.5 .extension_types[0]',
    ],
    [
      'add properties at the top only',
      change('extension-definition', { extension_properties: ['rank'] }),
      '7.3.1 .extension_properties',
    ],
    [
      'have an author, as an extension',
      change('extension-definition', { created_by_ref: undefined }),
      '3.2 .created_by_ref',
    ],
    ['hold a payload or a place', change('artifact', { payload_bin: undefined }), '6.1 '],
    ['hold not both', change('artifact', { url: 'https://a.example/', hashes: MADE }), '6.1 .url'],
    [
      'have a hash of what is elsewhere',
      change('artifact', { payload_bin: undefined, url: 'https://a.example/' }),
      '6.1 .hashes',
    ],
    [
      'have a key to something closed',
      change('artifact', { decryption_key: 'a' }),
      '6.1 .encryption_algorithm',
    ],
    ['be base64', change('artifact', { payload_bin: 'a b=' }), '2.1 .payload_bin'],
    ['be a domain name', change('domain-name', { value: 'a..example' }), '6.4 .value'],
    [
      'be an address alone',
      change('email-addr', { value: 'Alder <cert@alder.example>' }),
      '6.5 .value',
    ],
    [
      'have no body beside its parts',
      change('email-message', { is_multipart: true, body: 'a' }),
      '6.6 .body',
    ],
    [
      'have no parts beside its body',
      change('email-message', { body_multipart: [{ body: 'a' }] }),
      '6.6 .body_multipart',
    ],
    [
      'have headers in lists',
      change('email-message', { additional_header_fields: { 'Reply-To': 'a' } }),
      '2.12 .additional_header_fields.Reply-To',
    ],
    [
      'have parts that hold something',
      change('email-message', {
        is_multipart: true,
        body: undefined,
        body_multipart: [{ content_type: 'text/plain' }],
      }),
      '6.6.2 .body_multipart[0]',
    ],
    [
      'be named or hashed',
      change('file', { name: undefined, hashes: undefined, name_enc: undefined }),
      '6.7 ',
    ],
    ['have an encoding of a name', change('file', { name: undefined }), '3.1 .name'],
    ['have a hash of its length', change('file', { hashes: { MD5: 'ab' } }), '2.7 .hashes.MD5'],
    ['have no negative size', change('file', { size: -1 }), '2.10 .size'],
    [
      'be hexadecimal in lower case',
      change('file', { magic_number_hex: '4D5A' }),
      '2.8 .magic_number_hex',
    ],
    ['be an IPv4 address', change('ipv4-addr', { value: '2001:db8::1' }), '6.8 .value'],
    ['be an IPv6 address', change('ipv6-addr', { value: '192.0.2.1' }), '6.9 .value'],
    ['be a MAC in lower case', change('mac-addr', { value: 'D2:FB:49:24:37:18' }), '6.10 .value'],
    ['come from or go somewhere', change('network-traffic', { src_ref: undefined }), '6.12 '],
    [
      'not go on where it ended',
      change('network-traffic', { end: '2026-11-02T09:00:00Z' }),
      '6.12 .is_active',
    ],
    [
      'end after it began: traffic',
      change('network-traffic', {
        is_active: false,
        start: '2026-11-02T09:00:00Z',
        end: '2026-11-02T08:00:00Z',
      }),
      '6.12 .end',
    ],
    ['come from a port', change('network-traffic', { src_port: 65_536 }), '2.10 .src_port'],
    ['be a process of something', { type: 'process', id: GOOD['process']!['id'] }, '6.13 '],
    ['be a CPE 2.3', change('software', { cpe: 'cpe:/a:alder:kiln' }), '6.14 .cpe'],
    ['be a URL', change('url', { value: 'alder.example/a b' }), '6.15 .value'],
    ['be an account of something', { type: 'user-account', id: `user-account--${ID}` }, '6.16 '],
    ['write the hive out', change('windows-registry-key', { key: 'HKLM\\Software' }), '6.17 .key'],
    ['hold values', change('windows-registry-key', { values: [{}] }), '6.17.2 .values[0]'],
    [
      'be a certificate of something',
      { type: 'x509-certificate', id: `x509-certificate--${ID}` },
      '6.18 ',
    ],
    [
      'have a random id where nothing makes one',
      change('process', { id: MADE_PROCESS }),
      '2.9 .id',
    ],
    [
      'not version what others make alike',
      change('url', { created: '2026-11-02T09:00:00.000Z', modified: '2026-11-02T09:00:00.000Z' }),
      '3.6 .id',
    ],
  ])('%s', (_, object, expected) => {
    const found = musts(object)
    expect(found.map((one) => one.slice(0, expected.length))).toContain(expected)
  })

  it('is all said at once, with no more than a hundred findings', () => {
    const many = change('report', { object_refs: Array.from({ length: 1_000 }, () => 'none') })
    expect(validateObject(many)).toHaveLength(MOST_FINDINGS)
    expect(musts(change('tool', { name: 1, labels: 1, lang: 1 })).toSorted()).toEqual([
      '2.12 .labels',
      '2.15 .name',
      '3.2 .lang',
    ])
  })

  it('is not asked of a value that was made harmless', () => {
    expect(
      musts({ type: 'url', id: `url--${ID}`, value: 'hxxps://a[.]example', defanged: true }),
    ).toEqual([])
  })

  it('is said of what is no object', () => {
    for (const value of [null, 1, 'a', [], true]) expect(musts(value)).toEqual(['3 '])
  })
})

const MADE_PROCESS = 'process--8fac80fe-a220-5ba9-8ffe-4f43ce8edff8'

describe('what an object should', () => {
  it.each<[string, Json, string]>([
    ['say in a known word', change('tool', { tool_types: ['kiln'] }), '10.26 .tool_types[0]'],
    [
      'name hashes as they are named',
      change('file', { hashes: { ...MADE, x_own: 'a' } }),
      '10.6 .hashes.x_own',
    ],
    ['say what it is', change('indicator', { name: undefined }), '4.7 .name'],
    [
      'name phases in lower case',
      change('tool', { kill_chain_phases: [{ kill_chain_name: 'Own', phase_name: 'a' }] }),
      '2.11 .kill_chain_phases[0].kill_chain_name',
    ],
    [
      'hash what it links to',
      change('tool', { external_references: [{ source_name: 'a', url: 'https://a.example/' }] }),
      '2.5 .external_references[0].hashes',
    ],
    [
      'relate as is listed',
      change('relationship', { relationship_type: 'likes' }),
      '5.1 .relationship_type',
    ],
    [
      'refer to its observables',
      change('observed-data', {
        object_refs: undefined,
        objects: { '0': { type: 'url', value: 'a' } },
      }),
      '4.14 .objects',
    ],
    [
      'have a random id',
      change('tool', { id: 'tool--0b7f3a52-5d0f-1c3b-9d8e-0f6a1a2b3c4d' }),
      '2.9 .id',
    ],
    ['have the id that it makes', change('url', { value: 'https://b.example/' }), '3.4 .id'],
    ['not have what observables do not use', change('mutex', { labels: ['a'] }), '3.2 .labels'],
    ['name its own properties apart', change('tool', { rank: 1 }), '11.1 .rank'],
    [
      'name extensions by their definition',
      change('tool', { extensions: { 'x-own-ext': { a: 1 } } }),
      '7.3 .extensions.x-own-ext',
    ],
    [
      'say which properties it adds',
      change('extension-definition', { extension_types: ['toplevel-property-extension'] }),
      '7.3.1 .extension_properties',
    ],
  ])('%s', (_, object, expected) => {
    expect(shoulds(object)).toContain(expected)
    expect(musts(object)).toEqual([])
  })

  it('is not said of what an extension adds at the top', () => {
    const extensions = {
      [`extension-definition--${ID}`]: { extension_type: 'toplevel-property-extension' },
    }
    expect(validateObject(change('tool', { rank: 1, extensions }))).toEqual([])
  })
})

describe('an extension that the standard has', () => {
  // STIX 2.1 sections 6.7.2 to 6.7.6, 6.12.2 to 6.12.5, 6.13.2, 6.13.3 and 6.16.2; what is required has a !.
  const PREDEFINED = `file archive-ext contains_refs! comment|
    file ntfs-ext sid alternate_data_streams|
    file pdf-ext version is_optimized document_info_dict pdfid0 pdfid1|
    file raster-image-ext image_height image_width bits_per_pixel exif_tags|
    file windows-pebinary-ext pe_type! imphash machine_hex number_of_sections time_date_stamp
      pointer_to_symbol_table_hex number_of_symbols size_of_optional_header characteristics_hex
      file_header_hashes optional_header sections|
    network-traffic http-request-ext request_method! request_value! request_version request_header
      message_body_length message_body_data_ref|
    network-traffic icmp-ext icmp_type_hex! icmp_code_hex!|
    network-traffic socket-ext address_family! is_blocking is_listening options socket_type
      socket_descriptor socket_handle|
    network-traffic tcp-ext src_flags_hex dst_flags_hex|
    process windows-process-ext aslr_enabled dep_enabled priority owner_sid window_title
      startup_info integrity_level|
    process windows-service-ext service_name descriptions display_name group_name start_type
      service_dll_refs service_type service_status|
    user-account unix-account-ext gid groups home_dir shell`
    .split('|')
    .map((line) => line.trim().split(/\s+/))

  it.each(PREDEFINED)(
    'has of each property in %s with %s its type and what is required',
    (...words) => {
      const [type = '', extension = '', ...properties] = words
      const good = (GOOD[type]!['extensions'] as Record<string, Json>)[extension]!
      const found = (said: Json) => musts(change(type, { extensions: { [extension]: said } }))
      expect(found(good)).toEqual([])
      expect(found({})).not.toEqual([])
      for (const property of properties) {
        const name = property.replace('!', '')
        const path = ` .extensions.${extension}.${name}`
        const isTold = (said: Json) => found(said).some((one) => one.includes(path))
        expect([name, isTold({ ...good, [name]: { '': [] } })]).toEqual([name, true])
        const { [name]: _, ...without } = good
        expect([name, isTold(without)]).toEqual([name, property.endsWith('!')])
      }
    },
  )
})

describe('what the standard does not have', () => {
  it('is taken as it is: types, properties, extensions', () => {
    const flow = {
      ...change('tool', { type: 'attack-flow', id: `attack-flow--${ID}` }),
      scope: 'incident',
      extensions: { [`extension-definition--${ID}`]: { extension_type: 'new-sdo' } },
    }
    expect(validateObject(flow)).toEqual([])
    const own = { type: 'own-sco', id: `own-sco--${ID}`, value: 1 }
    expect(validateObject(own)).toEqual([])
  })
})
