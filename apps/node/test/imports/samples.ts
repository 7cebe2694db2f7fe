import { bundle, identity, uuid } from '../bundles.ts'

/** A file, and how many of its objects come to which fate beside what the first file of its format brought. */
type Told = readonly [text: string, counts: Readonly<Record<string, number>>]

/** One format: what comes first, what its author changed later, and what says something else under the same id and date. */
export type Sample = {
  readonly format: string
  readonly file: string
  readonly first: Told
  /** Absent where a file has no dates of its own: what it says differently is something else. */
  readonly later?: Told
  readonly other: Told
  /** What finds objects of the first once they are held, and nothing before. */
  readonly finds: string
  /** Fields of the first that STIX has no place for: the preview names them. */
  readonly told: readonly string[]
}

const json = (value: unknown) => JSON.stringify(value)

const stix = (modified: string, name: string) =>
  bundle(identity('petrel', { modified, name }), identity('shearwater')).replace(
    '"objects"',
    '"x_note":"of the bundle","objects"',
  )

const event = (timestamp: number, value: string) =>
  json({
    Event: {
      uuid: uuid('event'),
      info: 'Petrel at the door',
      date: '2026-11-20',
      timestamp: String(timestamp),
      published: true,
      analysis: '2',
      threat_level_id: '2',
      distribution: '0',
      x_shelf: 'seven',
      Orgc: { uuid: uuid('org'), name: 'Rowan' },
      Attribute: [
        {
          uuid: uuid('attribute'),
          type: 'domain',
          category: 'Network activity',
          value,
          to_ids: true,
          timestamp: String(timestamp),
        },
      ],
    },
  })

const csaf = (date: string, title: string) =>
  json({
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      title,
      publisher: { category: 'vendor', name: 'Vesta PSIRT', namespace: 'https://vesta.example' },
      tracking: {
        id: 'VESTA-2026-9',
        status: 'final',
        version: '1',
        initial_release_date: '2026-11-02T09:00:00Z',
        current_release_date: date,
        revision_history: [{ number: '1', date, summary: 'First.' }],
      },
      x_shelf: 'seven',
    },
    vulnerabilities: [{ cve: 'CVE-2026-20001', title: 'Petrel in the terminal' }],
  })

const kev = (dateAdded: string, words: string) =>
  json({
    title: 'Catalogue',
    catalogVersion: '2026.11.20',
    dateReleased: '2026-11-20T10:00:00Z',
    count: 1,
    vulnerabilities: [
      {
        cveID: 'CVE-2026-20002',
        vendorProject: 'Vesta',
        product: 'Terminal',
        vulnerabilityName: 'Petrel in the catalogue',
        dateAdded,
        shortDescription: words,
        requiredAction: 'Apply the update.',
        dueDate: '2026-12-11',
        knownRansomwareCampaignUse: 'Unknown',
        notes: '',
        x_shelf: 'seven',
      },
    ],
  })

const euKev = (dateReported: string, words: string) =>
  json([
    {
      cveID: 'CVE-2026-20003',
      euvdID: 'EUVD-2026-30003',
      vendorProject: 'Vesta',
      product: 'Terminal',
      dateReported,
      patchedSince: '2026/11/02',
      originSource: 'CERT.XA',
      shortDescription: words,
      exploitationType: ['APT'],
      threatActorsExploiting: [],
      x_shelf: 'seven',
    },
  ])

const cve = (dateUpdated: string, words: string) =>
  json({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: {
      cveId: 'CVE-2026-20004',
      assignerShortName: 'vesta',
      state: 'PUBLISHED',
      datePublished: '2026-11-02T09:00:00Z',
      dateUpdated,
    },
    containers: {
      cna: {
        title: 'Petrel in the record',
        descriptions: [{ lang: 'en', value: words }],
        affected: [{ vendor: 'Vesta', product: 'Terminal', defaultStatus: 'affected' }],
        references: [{ url: 'https://vesta.example/advisory/9' }],
        x_shelf: 'seven',
      },
    },
  })

const cyclonedx = (timestamp: string, name: string) =>
  json({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid('bom')}`,
    version: 1,
    metadata: { timestamp, component: { type: 'firmware', name: 'Petrel firmware', version: '7' } },
    components: [{ type: 'library', name: 'petrel-session', version: '2.0.3' }],
    vulnerabilities: [{ id: 'CVE-2026-20005', description: name, updated: timestamp }],
    x_shelf: 'seven',
  })

const DAYS = ['2026-11-20', '2026-11-21'] as const

export const SAMPLES: readonly Sample[] = [
  {
    format: 'stix',
    file: 'petrel.json',
    first: [stix(`${DAYS[0]}T09:00:00.000Z`, 'petrel of the sea'), { new: 2 }],
    later: [
      stix(`${DAYS[1]}T09:00:00.000Z`, 'petrel of the sea, again'),
      { changed: 1, duplicate: 1 },
    ],
    other: [stix(`${DAYS[0]}T09:00:00.000Z`, 'petrel of the land'), { conflict: 1, duplicate: 1 }],
    finds: 'petrel type:identity',
    told: ['x_note'],
  },
  {
    format: 'misp',
    file: 'event.json',
    first: [event(1_795_000_000, 'petrel.example'), { new: 6 }],
    later: [event(1_795_086_400, 'petrel.example'), { changed: 2, duplicate: 4 }],
    other: [event(1_795_000_000, 'petrel2.example'), { conflict: 1, duplicate: 5 }],
    finds: 'petrel type:indicator',
    told: ['Event.x_shelf'],
  },
  {
    format: 'csaf',
    file: 'vesta-2026-9.json',
    first: [csaf(`${DAYS[0]}T08:00:00Z`, 'Petrel advisory'), { new: 5 }],
    later: [csaf(`${DAYS[1]}T08:00:00Z`, 'Petrel advisory'), { changed: 2, duplicate: 3 }],
    other: [
      csaf(`${DAYS[0]}T08:00:00Z`, 'Petrel advisory in other words'),
      { conflict: 1, duplicate: 4 },
    ],
    finds: 'petrel type:report',
    told: ['document.x_shelf'],
  },
  {
    format: 'kev',
    file: 'known_exploited_vulnerabilities.json',
    first: [kev(DAYS[0], 'Whoever reaches it is let in.'), { new: 6 }],
    later: [kev(DAYS[1], 'Whoever reaches it is let in.'), { changed: 3, duplicate: 3 }],
    other: [kev(DAYS[0], 'Anyone is let in.'), { conflict: 1, duplicate: 5 }],
    finds: 'CVE-2026-20002 type:vulnerability',
    told: ['catalogVersion', 'vulnerabilities[].x_shelf'],
  },
  {
    format: 'eu-kev',
    file: 'eu-kev.json',
    first: [euKev('2026/11/20', 'Whoever reaches it is let in.'), { new: 7 }],
    later: [euKev('2026/11/21', 'Whoever reaches it is let in.'), { changed: 3, duplicate: 4 }],
    other: [euKev('2026/11/20', 'Anyone is let in.'), { conflict: 1, duplicate: 6 }],
    finds: 'CVE-2026-20003 type:vulnerability',
    told: ['[].x_shelf'],
  },
  {
    format: 'cve',
    file: 'CVE-2026-20004.json',
    first: [cve(`${DAYS[0]}T08:00:00Z`, 'Whoever reaches it is let in.'), { new: 6 }],
    later: [
      cve(`${DAYS[1]}T08:00:00Z`, 'Whoever reaches it is let in.'),
      { changed: 2, duplicate: 4 },
    ],
    other: [cve(`${DAYS[0]}T08:00:00Z`, 'Anyone is let in.'), { conflict: 1, duplicate: 5 }],
    finds: 'CVE-2026-20004 type:vulnerability',
    told: ['containers.cna.x_shelf'],
  },
  {
    format: 'cyclonedx',
    file: 'petrel.cdx.json',
    first: [cyclonedx(`${DAYS[0]}T08:00:00Z`, 'Nobody is asked who they are.'), { new: 6 }],
    later: [
      cyclonedx(`${DAYS[1]}T08:00:00Z`, 'Nobody is asked who they are.'),
      { changed: 2, duplicate: 4 },
    ],
    other: [cyclonedx(`${DAYS[0]}T08:00:00Z`, 'Anyone is let in.'), { conflict: 2, duplicate: 4 }],
    finds: 'petrel type:software',
    told: ['x_shelf'],
  },
  {
    format: 'csv',
    file: 'petrel.csv',
    first: [
      'type,value,comment,shelf\ndomain,petrel-table.example,seen at the door,seven\nip,192.0.2.77,,seven\n',
      { new: 4 },
    ],
    other: [
      'type,value,comment,shelf\ndomain,petrel-table.example,seen at the window,seven\n',
      { new: 1, duplicate: 2 },
    ],
    finds: 'petrel-table type:indicator',
    told: ['shelf'],
  },
  {
    format: 'text',
    file: 'petrel.txt',
    first: [
      'Seen at the door: hxxps://petrel-text[.]example/in and 192[.]0[.]2[.]78.\n',
      { new: 5 },
    ],
    other: [
      'Seen at the door: hxxps://petrel-text[.]example/in and nothing else.\n',
      { new: 1, duplicate: 3 },
    ],
    finds: 'petrel-text type:url',
    told: [],
  },
]
