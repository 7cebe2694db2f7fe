import { createLoss, type Loss } from '@entente/stix'
import { z } from 'zod'
import { carrying, DEFINITION, tellFates, type Fields } from './carry.ts'
import { SourceError } from './error.ts'
import { isJson, LIMITS, parsed, type Json } from './json.ts'
import {
  cveReference,
  cweReference,
  whole,
  idIn,
  idOf,
  made,
  organisation,
  urlsIn,
  type Sourced,
} from './making.ts'
import { Instant, Text } from './schema.ts'

/**
 * Catalogues of vulnerabilities that are exploited: that of CISA
 * (https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities_schema.json), and that of the EU's CSIRTs
 * network (https://github.com/enisaeu/CNW, eukev), which writes days as 2026/08/17 where its own documentation says
 * 2026-08-17. Neither marks its entries; both are published.
 */

const Cve = z
  .string()
  .trim()
  .regex(/^CVE-\d{4}-\d{4,19}$/i, 'no id such as CVE-2026-1234')
  .toUpperCase()
const Cwes = z.array(z.string().max(60)).max(1_000).default([])

const KevEntry = z.looseObject({
  cveID: Cve,
  vendorProject: Text,
  product: Text,
  vulnerabilityName: Text,
  dateAdded: Instant,
  shortDescription: Text,
  requiredAction: Text,
  dueDate: Instant,
  knownRansomwareCampaignUse: Text.default(''),
  notes: Text.default(''),
  cwes: Cwes,
})
const EuKevEntry = z.looseObject({
  cveID: Cve,
  euvdID: Text.default(''),
  vendorProject: Text,
  product: Text,
  vulnerabilityName: Text.default(''),
  dateReported: Instant,
  patchedSince: Instant.or(z.literal('').transform(() => undefined)).optional(),
  originSource: Text.default(''),
  shortDescription: Text,
  exploitationType: z.array(Text).max(100).default([]),
  threatActorsExploiting: z.array(Text).max(1_000).default([]),
  notes: Text.default(''),
  cwes: Cwes,
})

/** Who keeps a catalogue. */
const CISA = organisation('CISA', {
  description: 'Cybersecurity and Infrastructure Security Agency',
})
const CNW = organisation('EU CSIRTs Network')

/** What both catalogues say of an entry. */
type Listed = {
  readonly catalogue: 'kev' | 'eu-kev'
  readonly raw: Json
  readonly cve: string
  readonly name: string
  readonly description: string
  readonly product: string
  readonly since: string
  readonly cwes: readonly string[]
  readonly references: readonly Json[]
  /** Who saw that it is exploited, where that is said. */
  readonly seenBy?: Json
  /** What there is to know of the exploitation, a line each. */
  readonly lines: readonly string[]
}

export const isKev = (value: unknown): boolean =>
  isJson(value) && 'catalogVersion' in value && Array.isArray(value['vulnerabilities'])

/**
 * CISA's catalogue as vulnerabilities, a sighting of each, and a note of what is to be done by when. `placeOf` says where an
 * entry stands, by its number from 0.
 */
export function fromKev(
  value: unknown,
  placeOf = (at: number) => `vulnerabilities[${at}]`,
): Sourced {
  const catalogue = parsed(
    z.looseObject({
      catalogVersion: z.string().max(60),
      vulnerabilities: z.array(z.unknown()).max(LIMITS.records),
    }),
    value,
    { path: '', what: 'a catalogue of CISA' },
  )
  const listed = catalogue.vulnerabilities.map((raw, at) => kevEntry(raw, placeOf(at)))
  const loss = createLoss()
  const { vulnerabilities: _, ...about } = catalogue
  const otherwise = ['lost', 'it belongs to the catalogue, and to no entry of it'] as const
  tellFates(about, { fields: {}, loss, otherwise })
  return sourced(listed, {
    id: `kev ${catalogue.catalogVersion}`,
    keeper: CISA,
    loss,
    at: 'vulnerabilities[]',
    fields: KEV_FIELDS,
  })
}

function kevEntry(raw: unknown, path: string): Listed {
  const entry = parsed(KevEntry, raw, { path, what: 'an entry of CISA’s catalogue' })
  const { cveID: cve, vulnerabilityName: name } = entry
  return {
    catalogue: 'kev',
    raw: raw as Json,
    cve,
    name,
    description: entry.shortDescription,
    product: `${entry.vendorProject} ${entry.product}`,
    since: entry.dateAdded,
    cwes: entry.cwes,
    references: [
      {
        source_name: 'CISA KEV',
        external_id: cve,
        url: `https://www.cisa.gov/known-exploited-vulnerabilities-catalog?field_cve=${cve}`,
      },
      ...urlsIn(entry.notes).map((url) => ({ source_name: 'CISA KEV, notes', url })),
    ],
    lines: [
      `In CISA's catalogue of known exploited vulnerabilities since ${day(entry.dateAdded)}`,
      `To be mended by ${day(entry.dueDate)} (federal agencies of the United States)`,
      `Required action: ${entry.requiredAction}`,
      ...line('Known use in ransomware campaigns', entry.knownRansomwareCampaignUse),
      ...line('Notes', entry.notes),
    ],
  }
}

const KEV_FIELDS: Fields = {
  cveID: 'vulnerability.name, external_references',
  vendorProject: 'vulnerability.description',
  product: 'vulnerability.description',
  vulnerabilityName: 'vulnerability.description',
  dateAdded: 'vulnerability.created, note.content',
  shortDescription: 'vulnerability.description',
  requiredAction: 'note.content',
  dueDate: 'note.content',
  knownRansomwareCampaignUse: 'note.content',
  notes: 'note.content, external_references',
  cwes: 'vulnerability.external_references',
}

/** A list whose first entry has an id and the day of a report: that of the EU has no name of its own in it. */
export const isEuKev = (value: unknown): boolean => {
  const [first] = Array.isArray(value) ? (value as readonly unknown[]) : []
  return isJson(first) && 'cveID' in first && 'dateReported' in first
}

/** The EU's catalogue as vulnerabilities, a sighting of each by whoever reported it, and a note of who exploits it. */
export function fromEuKev(value: unknown, placeOf = (at: number) => `[${at}]`): Sourced {
  if (!Array.isArray(value) || value.length > LIMITS.records)
    throw new SourceError(
      'source.malformed',
      `expected a list of at most ${LIMITS.records} entries of the EU’s catalogue, got something else`,
    )
  const listed = value.map((raw: unknown, at) => euKevEntry(raw, placeOf(at)))
  const newest =
    listed
      .map(({ since }) => since)
      .toSorted()
      .at(-1) ?? ''
  return sourced(listed, {
    id: `eu-kev ${newest} ${listed.length}`,
    keeper: CNW,
    loss: createLoss(),
    at: '[]',
    fields: EU_KEV_FIELDS,
  })
}

function euKevEntry(raw: unknown, path: string): Listed {
  const entry = parsed(EuKevEntry, raw, { path, what: 'an entry of the EU’s catalogue' })
  const { cveID: cve, euvdID: euvd } = entry
  const origin = originOf(entry.originSource)
  const seenBy = origin === 'CNW' ? CNW : origin === '' ? undefined : organisation(origin)
  return {
    catalogue: 'eu-kev',
    raw: raw as Json,
    cve,
    name: entry.vulnerabilityName,
    description: entry.shortDescription,
    product: `${entry.vendorProject} ${entry.product}`,
    since: entry.dateReported,
    cwes: entry.cwes,
    references: [
      ...(euvd === '' ? [] : [{ source_name: 'EUVD', external_id: euvd }]),
      ...urlsIn(entry.notes).map((url) => ({ source_name: 'EU KEV, notes', url })),
    ],
    ...(seenBy ? { seenBy } : {}),
    lines: [
      `Exploitation in the EU reported on ${day(entry.dateReported)}`,
      ...line('Reported by', origin),
      ...line('Patch available since', entry.patchedSince ? day(entry.patchedSince) : ''),
      // One entry may leave it out: nothing is known then, which is what "unknown" says of the others.
      `Exploited by: ${entry.exploitationType.join(', ') || 'not stated'}`,
      ...line('Threat actors named', entry.threatActorsExploiting.join(', ')),
      ...line('Notes', entry.notes),
    ],
  }
}

const EU_KEV_FIELDS: Fields = {
  cveID: 'vulnerability.name, external_references',
  euvdID: 'vulnerability.external_references',
  vendorProject: 'vulnerability.description',
  product: 'vulnerability.description',
  vulnerabilityName: 'vulnerability.description',
  dateReported: 'vulnerability.created, note.content',
  patchedSince: 'note.content',
  originSource: 'sighting.where_sighted_refs, note.content',
  shortDescription: 'vulnerability.description',
  exploitationType: 'note.content',
  threatActorsExploiting: 'note.content',
  notes: 'note.content, external_references',
  cwes: 'vulnerability.external_references',
}

/** The catalogue spells its members in several ways: `cnw` and `CNW`, `CERT.PL` and `CERT-PL`. One is one. */
function originOf(text: string): string {
  const plain = text.trim()
  if (/^cnw$/i.test(plain)) return 'CNW'
  return plain.replace(/^CERT\.(?=[A-Z]{2}$)/i, 'CERT-')
}

type Catalogue = {
  readonly id: string
  readonly keeper: Json
  readonly loss: Loss
  readonly at: string
  readonly fields: Fields
}

function sourced(listed: readonly Listed[], { id, keeper, loss, at, fields }: Catalogue): Sourced {
  const keys = keysOf(listed)
  const objects = listed.flatMap((entry, index) => {
    const carried = carrying(entry.catalogue, entry.raw)
    tellFates(entry.raw, { fields, loss, at, otherwise: carried.otherwise })
    return entryObjects(entry, keys[index]!, { keeper, carried: carried.own })
  })
  return {
    id: idOf('bundle', id),
    objects: whole([...DEFINITION, keeper, ...objects]),
    fields: loss.report(),
  }
}

/** What an entry's ids are made of: its CVE, and where a catalogue has two entries of one CVE that differ, which it is. */
function keysOf(listed: readonly Listed[]): readonly string[] {
  const seen = new Map<string, Map<string, number>>()
  return listed.map(({ catalogue, cve, raw }) => {
    const written = JSON.stringify(raw)
    const places = seen.get(cve) ?? new Map<string, number>()
    const place = places.get(written) ?? places.size
    seen.set(cve, places.set(written, place))
    return `${catalogue} ${cve}${place === 0 ? '' : ` ${place + 1}`}`
  })
}

/**
 * The entry has the date at which it came into the catalogue, for neither says when an entry was changed: another content
 * of it is a conflict on record. Its ids are of this catalogue alone, so that no catalogue writes over another; they meet
 * by the reference to the CVE.
 */
function entryObjects(
  entry: Listed,
  key: string,
  { keeper, carried }: { readonly keeper: Json; readonly carried: Json },
): readonly Json[] {
  const common = {
    createdBy: idIn(keeper),
    created: entry.since,
    modified: entry.since,
    markings: [],
  }
  const about = [entry.name, entry.description].filter((text) => text !== '').join(': ')
  const vulnerability = made(['vulnerability', key], common, {
    name: entry.cve,
    description: `${about}\nProduct: ${entry.product}`,
    external_references: [
      ...cveReference(entry.cve),
      ...entry.cwes.flatMap(cweReference),
      ...entry.references,
    ],
    ...carried,
  })
  const { seenBy } = entry
  const sighting = made(['sighting', key], common, {
    description: entry.lines[0]!,
    sighting_of_ref: idIn(vulnerability),
    ...(seenBy ? { where_sighted_refs: [idIn(seenBy)] } : {}),
  })
  const note = made(['note', key], common, {
    abstract: `${entry.cve} is exploited`,
    content: entry.lines.join('\n'),
    object_refs: [idIn(vulnerability)],
  })
  return [...(seenBy ? [seenBy] : []), vulnerability, sighting, note]
}

const day = (instant: string) => instant.slice(0, 10)
const line = (name: string, text: string) => (text === '' ? [] : [`${name}: ${text}`])
