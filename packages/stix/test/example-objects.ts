type Json = Readonly<Record<string, unknown>>

/** One object of each type that STIX 2.1 has, of an invented world, for tests: see GOOD. */
export const ID = '0b7f3a52-5d0f-4c3b-9d8e-0f6a1a2b3c4d'
export const MADE: Json = { 'SHA-256': 'ab'.repeat(32) }

const DATE = '2026-11-02T09:00:00.000Z'
const dated = (type: string, more: Json): Json => ({
  type,
  spec_version: '2.1',
  id: `${type}--${ID}`,
  created: DATE,
  modified: DATE,
  ...more,
})
const phases = [{ kill_chain_name: 'own-chain', phase_name: 'delivery' }]
const objectRefs = [`malware--${ID}`]

// Their ids were computed by python-stix2 3.0.2; that of the process is random.
const OBSERVABLES: readonly Json[] = [
  {
    type: 'artifact',
    id: 'artifact--dc84d5bd-6c28-5a79-934e-eb7e5a46a89a',
    mime_type: 'text/plain',
    payload_bin: 'YWxkZXI=',
  },
  {
    type: 'autonomous-system',
    id: 'autonomous-system--0a5f7072-df00-5729-9f0a-4eb18631a446',
    number: 64_500,
    name: 'Alder Net',
    rir: 'XA',
  },
  {
    type: 'directory',
    id: 'directory--46839a81-3c34-55e3-9a5b-87a57fcdae95',
    path: 'C:\\Alder',
    path_enc: 'UTF-8',
    ctime: DATE,
  },
  {
    type: 'domain-name',
    id: 'domain-name--d2bcc8f3-48d3-5809-9dc1-8d231b96654c',
    value: 'kiln.alder.example',
  },
  {
    type: 'email-addr',
    id: 'email-addr--974bdeea-4657-56c5-a9c2-a1b1148a880c',
    value: 'cert@alder.example',
    display_name: 'Alder CERT',
  },
  {
    type: 'email-message',
    id: 'email-message--b4f8a817-d0d3-54cf-8758-5d1eec4c9405',
    is_multipart: false,
    date: DATE,
    from_ref: `email-addr--${ID}`,
    to_refs: [`email-addr--${ID}`],
    subject: 'Kiln',
    body: 'It burns.',
    additional_header_fields: { 'Reply-To': ['a@alder.example'] },
  },
  {
    type: 'file',
    id: 'file--41da3508-d6ec-528f-9832-1246771f643f',
    hashes: MADE,
    size: 12,
    name: 'kiln.exe',
    name_enc: 'windows-1252',
    magic_number_hex: '4d5a',
    parent_directory_ref: `directory--${ID}`,
    extensions: {
      'windows-pebinary-ext': {
        pe_type: 'exe',
        time_date_stamp: '2026-01-22T12:31:12Z',
        optional_header: { magic_hex: '010b', size_of_code: 512 },
        sections: [{ name: 'CODE', entropy: 0.06 }],
      },
      'ntfs-ext': { alternate_data_streams: [{ name: 'second', size: 1 }] },
      'pdf-ext': { version: '1.7', document_info_dict: { Title: 'Kiln' } },
      'raster-image-ext': { exif_tags: { Make: 'Alder', XResolution: 4_928 } },
      'archive-ext': { contains_refs: [`file--${ID}`] },
    },
  },
  {
    type: 'ipv4-addr',
    id: 'ipv4-addr--363165a3-c284-5f12-98a3-2d774869b19b',
    value: '192.0.2.0/24',
    belongs_to_refs: [`autonomous-system--${ID}`],
  },
  {
    type: 'ipv6-addr',
    id: 'ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26',
    value: '2001:db8::1',
  },
  {
    type: 'mac-addr',
    id: 'mac-addr--757b1725-9903-54f5-a855-1240691d7659',
    value: 'd2:fb:49:24:37:18',
  },
  { type: 'mutex', id: 'mutex--d3573c72-40af-5eba-be64-5b39687dc09a', name: '__KILN__' },
  {
    type: 'network-traffic',
    id: 'network-traffic--c6ceaa68-52c8-5e91-a4c1-e2f732d67121',
    src_ref: `ipv4-addr--${ID}`,
    src_port: 443,
    protocols: ['tcp', 'http'],
    ipfix: { minimumIpTotalLength: 32 },
    extensions: {
      'http-request-ext': {
        request_method: 'get',
        request_value: '/',
        request_header: { Host: ['alder.example'] },
      },
      'icmp-ext': { icmp_type_hex: '08', icmp_code_hex: '00' },
      'socket-ext': { address_family: 'AF_INET', options: { SO_LINGER: 1 } },
      'tcp-ext': { src_flags_hex: '00000002' },
    },
  },
  {
    type: 'process',
    id: 'process--615148ef-33a0-4600-aded-2c11d7acd7f4',
    pid: 314,
    environment_variables: { PATH: '/bin' },
    extensions: {
      'windows-process-ext': { aslr_enabled: true, integrity_level: 'high' },
      'windows-service-ext': { service_name: 'kiln', start_type: 'SERVICE_AUTO_START' },
    },
  },
  {
    type: 'software',
    id: 'software--38edac9c-0649-5ab8-84e5-0aa3489d51f2',
    name: 'Kiln',
    cpe: 'cpe:2.3:a:alder:kiln:2:*:*:*:*:*:*:*',
    languages: ['es', 'pt-BR'],
    vendor: 'Alder',
    version: '2',
  },
  {
    type: 'url',
    id: 'url--c924ae8b-d48a-5180-8ada-88ed6712a6f8',
    value: 'https://alder.example/kiln?a=%20b',
  },
  {
    type: 'user-account',
    id: 'user-account--63e381d7-a9f9-5e46-b5c6-b89957a0212e',
    user_id: '1001',
    account_type: 'unix',
    is_disabled: false,
    account_created: DATE,
    extensions: { 'unix-account-ext': { gid: 1_001, groups: ['wheel'] } },
  },
  {
    type: 'windows-registry-key',
    id: 'windows-registry-key--1097a16b-06c1-5f6b-8497-7412b1df230e',
    key: 'HKEY_LOCAL_MACHINE\\Alder',
    values: [{ name: 'Kiln', data: '1', data_type: 'REG_DWORD' }],
  },
  {
    type: 'x509-certificate',
    id: 'x509-certificate--523001db-9d41-58eb-99c9-f940c79385c2',
    serial_number: '36:f7',
    is_self_signed: true,
    validity_not_before: DATE,
    x509_v3_extensions: { key_usage: 'critical, keyCertSign' },
  },
]

const OTHERS: readonly Json[] = [
  dated('attack-pattern', { name: 'Kiln fire', aliases: ['Fire'], kill_chain_phases: phases }),
  dated('campaign', { name: 'Kilns', first_seen: DATE, last_seen: DATE, objective: 'Ash' }),
  dated('course-of-action', { name: 'Water' }),
  dated('grouping', { name: 'Kilns', context: 'unspecified', object_refs: objectRefs }),
  dated('identity', { name: 'Alder CERT', identity_class: 'organization', sectors: ['legal'] }),
  dated('incident', { name: 'Kiln at Alder' }),
  dated('indicator', {
    name: 'Kiln',
    description: 'It burns.',
    pattern: "[file:name = 'kiln.exe']",
    pattern_type: 'stix',
    valid_from: DATE,
    valid_until: '2026-11-02T09:00:00.0001Z',
  }),
  dated('infrastructure', { name: 'Ovens', infrastructure_types: ['botnet'] }),
  dated('intrusion-set', { name: 'Potters', goals: ['Ash'], resource_level: 'team' }),
  dated('location', { region: 'europe', country: 'XA' }),
  dated('malware', { name: 'Kiln', is_family: false, malware_types: ['wiper'] }),
  dated('malware-analysis', { product: 'oven', result: 'malicious', sample_ref: `file--${ID}` }),
  dated('note', { content: 'It burns.', authors: ['A'], object_refs: objectRefs }),
  dated('observed-data', {
    first_observed: DATE,
    last_observed: DATE,
    number_observed: 1,
    object_refs: [`url--${ID}`],
  }),
  dated('opinion', { opinion: 'agree', explanation: 'Ash', object_refs: objectRefs }),
  dated('report', { name: 'Kilns', published: DATE, object_refs: objectRefs }),
  dated('threat-actor', { name: 'Potter', roles: ['director'], sophistication: 'expert' }),
  dated('tool', { name: 'Oven', aliases: ['Stove'], kill_chain_phases: phases }),
  dated('vulnerability', {
    name: 'CVE-2026-0001',
    external_references: [{ source_name: 'cve', external_id: 'CVE-2026-0001' }],
  }),
  dated('relationship', {
    relationship_type: 'uses',
    source_ref: `threat-actor--${ID}`,
    target_ref: `malware--${ID}`,
    start_time: DATE,
  }),
  dated('sighting', {
    sighting_of_ref: `indicator--${ID}`,
    count: 0,
    observed_data_refs: [`observed-data--${ID}`],
    where_sighted_refs: [`identity--${ID}`],
    summary: true,
  }),
  dated('language-content', {
    object_ref: `campaign--${ID}`,
    object_modified: DATE,
    contents: { es: { name: 'Hornos' } },
  }),
  {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${ID}`,
    created: DATE,
    definition_type: 'statement',
    definition: { statement: 'Alder, 2026' },
  },
  dated('extension-definition', {
    created_by_ref: `identity--${ID}`,
    name: 'Kilns',
    schema: 'https://alder.example/kiln.json',
    version: '1.0.0',
    extension_types: ['new-sdo', 'property-extension'],
  }),
]

export const GOOD: Readonly<Record<string, Json>> = Object.fromEntries(
  [...OTHERS, ...OBSERVABLES].map((object) => [String(object['type']), object]),
)
