import { createLoss } from '@entente/stix'
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
  referenceTo,
  related,
  type Common,
  type Sourced,
} from './making.ts'
import { softwareOf } from './product.ts'
import { Instant, many, Text } from './schema.ts'
import { sayRange } from './version.ts'

/** Records of the CVE programme, format 5.x (https://github.com/CVEProject/cve-schema). */

const Said = z.looseObject({ value: Text, lang: Text.default('en') })
const Version = z.looseObject({
  version: Text,
  status: Text.default('unknown'),
  versionType: Text.optional(),
  lessThan: Text.optional(),
  lessThanOrEqual: Text.optional(),
  changes: many(z.looseObject({ at: Text, status: Text })).optional(),
})
const Affected = z.looseObject({
  vendor: Text.optional(),
  product: Text.optional(),
  packageName: Text.optional(),
  cpes: many(Text).default([]),
  versions: many(Version).default([]),
  defaultStatus: Text.optional(),
})
const Score = z.looseObject({
  version: Text.default(''),
  baseScore: z.number().optional(),
  baseSeverity: Text.default(''),
  vectorString: Text.default(''),
})
const Metric = z.looseObject({
  cvssV4_0: Score.optional(),
  cvssV3_1: Score.optional(),
  cvssV3_0: Score.optional(),
  cvssV2_0: Score.optional(),
})
const Container = z.looseObject({
  title: Text.default(''),
  descriptions: many(Said).default([]),
  rejectedReasons: many(Said).default([]),
  affected: many(Affected).default([]),
  problemTypes: many(
    z.looseObject({ descriptions: many(z.looseObject({ cweId: Text.default('') })).default([]) }),
  ).default([]),
  references: many(z.looseObject({ url: Text, name: Text.default('') })).default([]),
  metrics: many(Metric).default([]),
})
const CveRecord = z.looseObject({
  cveMetadata: z.looseObject({
    cveId: z.string().regex(/^CVE-\d{4}-\d{4,19}$/, 'no id such as CVE-2026-1234'),
    assignerShortName: Text.default(''),
    state: z.enum(['PUBLISHED', 'REJECTED']),
    datePublished: Instant.optional(),
    dateReserved: Instant.optional(),
    dateUpdated: Instant.optional(),
  }),
  containers: z.looseObject({ cna: Container, adp: many(Container).default([]) }),
})
type CveRecord = z.infer<typeof CveRecord>
type Affected = z.infer<typeof Affected>

export const isCve = (value: unknown): boolean => {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return isJson(first) && 'cveMetadata' in first
}

/** One record, or a list of them, as vulnerabilities, the software that each touches, and a note of how grave it is. */
export function fromCve(value: unknown, at: string): Sourced {
  const records: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (records.length === 0 || records.length > LIMITS.records)
    throw new SourceError(
      'source.malformed',
      `expected 1 to ${LIMITS.records} CVE records, got ${records.length}`,
    )
  const loss = createLoss()
  const objects = records.flatMap((raw, index) => {
    const path = Array.isArray(value) ? `[${index}]` : ''
    const record = parsed(CveRecord, raw, { path, what: 'a CVE record' })
    const carried = carrying('cve', raw as Json)
    tellFates(raw as Json, { fields: FIELDS, loss, otherwise: carried.otherwise })
    return recordObjects(record, carried.own, at)
  })
  const [first] = objects.filter(({ type }) => type === 'vulnerability')
  return {
    id: idOf('bundle', `cve ${String(first!['name'])} ${records.length}`),
    objects: whole([...DEFINITION, ...objects]),
    fields: loss.report(),
  }
}

function recordObjects(record: CveRecord, carried: Json, at: string): readonly Json[] {
  const { cveMetadata: meta, containers } = record
  const { cna, adp } = containers
  const author = meta.assignerShortName === '' ? undefined : organisation(meta.assignerShortName)
  const created = meta.datePublished ?? meta.dateReserved ?? meta.dateUpdated ?? at
  const updated = meta.dateUpdated ?? created
  const common: Common = {
    ...(author ? { createdBy: idIn(author) } : {}),
    created,
    modified: updated < created ? created : updated,
    markings: [],
  }
  const all = [cna, ...adp]
  const vulnerability = made(['vulnerability', `cve ${meta.cveId}`], common, {
    ...(meta.state === 'REJECTED' ? { revoked: true } : {}),
    name: meta.cveId,
    ...describe(cna),
    external_references: [
      ...cveReference(meta.cveId),
      ...all.flatMap(({ problemTypes }) =>
        problemTypes.flatMap(({ descriptions }) =>
          descriptions.flatMap(({ cweId }) => cweReference(cweId)),
        ),
      ),
      ...referencesOf(all),
    ],
    ...carried,
  })
  const products = all
    .flatMap(({ affected }) => affected)
    .flatMap((one) => affectedObjects(one, idIn(vulnerability), common))
  return [
    ...(author ? [author] : []),
    vulnerability,
    ...scoresOf(record, vulnerability, common),
    ...products,
  ]
}

function describe({ title, descriptions, rejectedReasons }: z.infer<typeof Container>): Json {
  const texts = [...descriptions, ...rejectedReasons]
  // What is in English comes first; what is not says its language.
  const english = texts.filter(({ lang }) => /^en\b/i.test(lang)).map(({ value }) => value)
  const others = texts.filter(({ lang }) => !/^en\b/i.test(lang))
  const lines = [title, ...english, ...others.map(({ lang, value }) => `${lang}: ${value}`)]
  const description = [...new Set(lines.filter((line) => line.trim() !== ''))].join('\n')
  return description === '' ? {} : { description }
}

function referencesOf(containers: readonly z.infer<typeof Container>[]): readonly Json[] {
  const seen = new Map<string, Json>()
  for (const { references } of containers)
    for (const { url, name } of references)
      if (!seen.has(url)) seen.set(url, referenceTo(url, name.trim() === '' ? 'CVE record' : name))
  return [...seen.values()]
}
/** Scores belong to no property of STIX: they are a note that any reader shows. */
function scoresOf({ containers }: CveRecord, vulnerability: Json, common: Common): readonly Json[] {
  const lines = [containers.cna, ...containers.adp].flatMap(({ metrics }) =>
    metrics.flatMap(({ cvssV4_0, cvssV3_1, cvssV3_0, cvssV2_0 }) =>
      [cvssV4_0, cvssV3_1, cvssV3_0, cvssV2_0].flatMap((score) =>
        score === undefined
          ? []
          : [
              `CVSS ${score.version} ${score.baseScore ?? ''} ${score.baseSeverity} ${score.vectorString}`,
            ],
      ),
    ),
  )
  if (lines.length === 0) return []
  const name = String(vulnerability['name'])
  return [
    made(['note', `cve ${name} cvss`], common, {
      abstract: `How grave ${name} is`,
      content: [...new Set(lines.map((line) => line.replaceAll(/ {2,}/g, ' ')))].join('\n'),
      object_refs: [idIn(vulnerability)],
    }),
  ]
}

/** Software by each name that the record gives it, and which versions of it are affected in words. */
function affectedObjects(one: Affected, vulnerability: string, common: Common): readonly Json[] {
  const name = one.product ?? one.packageName ?? ''
  if (name === '' && one.cpes.length === 0) return []
  const names = one.cpes.length > 0 ? one.cpes : [undefined]
  const ranges = one.versions.map((range) => `${sayRange(range)}: ${range.status}`)
  const others = one.defaultStatus === undefined ? [] : [`others: ${one.defaultStatus}`]
  return names.flatMap((cpe) => {
    const software = softwareOf({ name, vendor: one.vendor, cpe }, common)
    return [
      software,
      related('related-to', [idIn(software), vulnerability], common, {
        description: ['Affected by it, by version:', ...ranges, ...others].join('\n'),
      }),
    ]
  })
}

const CONTAINER = (at: string): Fields => ({
  [`${at}.title`]: 'vulnerability.description',
  [`${at}.descriptions[].value`]: 'vulnerability.description',
  [`${at}.descriptions[].lang`]: 'vulnerability.description',
  [`${at}.rejectedReasons[].value`]: 'vulnerability.description',
  [`${at}.rejectedReasons[].lang`]: 'vulnerability.description',
})
const EVERY_CONTAINER = (at: string): Fields => ({
  [`${at}.affected[].vendor`]: 'software.vendor',
  [`${at}.affected[].product`]: 'software.name',
  [`${at}.affected[].cpes`]: 'software.cpe',
  [`${at}.affected[].versions`]: 'relationship.description',
  [`${at}.affected[].defaultStatus`]: 'relationship.description',
  [`${at}.problemTypes[].descriptions[].cweId`]: 'vulnerability.external_references',
  [`${at}.references[].url`]: 'vulnerability.external_references',
  [`${at}.references[].name`]: 'vulnerability.external_references',
  ...Object.fromEntries(
    ['cvssV4_0', 'cvssV3_1', 'cvssV3_0', 'cvssV2_0'].flatMap((score) =>
      ['version', 'baseScore', 'baseSeverity', 'vectorString'].map((name) => [
        `${at}.metrics[].${score}.${name}`,
        'note.content',
      ]),
    ),
  ),
})
const FIELDS: Fields = {
  'cveMetadata.cveId': 'vulnerability.name, external_references',
  'cveMetadata.assignerShortName': 'vulnerability.created_by_ref',
  'cveMetadata.state': 'vulnerability.revoked',
  'cveMetadata.datePublished': 'vulnerability.created',
  'cveMetadata.dateUpdated': 'vulnerability.modified',
  ...CONTAINER('containers.cna'),
  ...EVERY_CONTAINER('containers.cna'),
  ...EVERY_CONTAINER('containers.adp[]'),
}
