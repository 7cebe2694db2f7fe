import { createLoss, textOf } from '@entente/stix'
import { z } from 'zod'
import { anyVersion, sayingAffected, type AffectedProduct } from './affected.ts'
import { carrying, DEFINITION, tellFates, under, type Fields } from './carry.ts'
import { isJson, LIMITS, parsed, type Json } from './json.ts'
import {
  cveReference,
  cweReference,
  whole,
  idIn,
  idOf,
  made,
  namesApart,
  organisation,
  referenceTo,
  related,
  type Common,
  type Sourced,
} from './making.ts'
import { softwareOf } from './product.ts'
import { Instant, many, Text } from './schema.ts'
import { rangesOf } from './vers.ts'

/** Bills of materials and VEX, CycloneDX 1.4 to 1.7 (https://cyclonedx.org/docs/). */

const Component = z.looseObject({
  name: z.string().min(1).max(LIMITS.value),
  'bom-ref': Text.optional(),
  group: Text.optional(),
  version: Text.optional(),
  publisher: Text.optional(),
  supplier: z.looseObject({ name: Text.optional() }).optional(),
  cpe: Text.optional(),
  purl: Text.optional(),
  get components() {
    return many(Component).optional()
  },
})
type Component = z.infer<typeof Component>

const Source = z.looseObject({ name: Text.optional(), url: Text.optional() })
const Vulnerability = z.looseObject({
  'bom-ref': Text.optional(),
  id: Text.optional(),
  source: Source.optional(),
  description: Text.optional(),
  detail: Text.optional(),
  recommendation: Text.optional(),
  workaround: Text.optional(),
  created: Instant.optional(),
  published: Instant.optional(),
  updated: Instant.optional(),
  cwes: many(z.int().positive()).default([]),
  references: many(z.looseObject({ id: Text.optional(), source: Source.optional() })).default([]),
  advisories: many(z.looseObject({ title: Text.optional(), url: Text })).default([]),
  ratings: many(
    z.looseObject({
      method: Text.optional(),
      score: z.number().optional(),
      severity: Text.optional(),
      vector: Text.optional(),
    }),
  ).default([]),
  analysis: z
    .looseObject({
      state: Text.optional(),
      justification: Text.optional(),
      response: many(Text).optional(),
      detail: Text.optional(),
    })
    .optional(),
  affects: many(
    z.looseObject({
      ref: Text,
      versions: many(
        z.looseObject({
          version: Text.optional(),
          range: Text.optional(),
          status: Text.default('affected'),
        }),
      ).optional(),
    }),
  ).default([]),
})
type Vulnerability = z.infer<typeof Vulnerability>

const Bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.enum(['1.4', '1.5', '1.6', '1.7']),
  serialNumber: Text.optional(),
  version: z.int().optional(),
  metadata: z
    .looseObject({
      timestamp: Instant.optional(),
      component: Component.optional(),
      supplier: z.looseObject({ name: Text.optional() }).optional(),
    })
    .optional(),
  components: many(Component).default([]),
  vulnerabilities: many(Vulnerability).default([]),
})

export const isCycloneDx = (value: unknown): boolean =>
  isJson(value) && (value['bomFormat'] === 'CycloneDX' || 'bomFormat' in value)

type Making = {
  readonly common: Common
  /** The component that is meant, and the software that it became; undefined where it is in another document. */
  readonly componentAt: (
    ref: string,
  ) => { readonly one: Component; readonly object: Json } | undefined
}

/**
 * A bill of materials as software; its vulnerabilities with what is known of them in this product: a state of the
 * analysis says whether it is affected at all.
 */
export function fromCycloneDx(
  value: unknown,
  { name, at }: { readonly name: string; readonly at: string },
): Sourced {
  const bom = parsed(Bom, value, { path: '', what: 'a CycloneDX bill of materials' })
  const { metadata, components, vulnerabilities } = bom
  const created = metadata?.timestamp ?? at
  const supplier = metadata?.supplier?.name
  const author = supplier ? organisation(supplier) : undefined
  const common: Common = {
    ...(author ? { createdBy: idIn(author) } : {}),
    created,
    modified: created,
    markings: [],
  }
  const all = [...(metadata?.component ? [metadata.component] : []), ...components].flatMap(
    everyOne,
  )
  const software = all.map((one) => ({ one, object: softwareIn(one, common) }))
  const key = `cyclonedx ${bom.serialNumber ?? JSON.stringify(value)}`
  const byRef = new Map(
    software.flatMap((both) =>
      both.one['bom-ref'] === undefined ? [] : [[both.one['bom-ref'], both] as const],
    ),
  )
  const componentAt: Making['componentAt'] = (ref) =>
    byRef.get(ref) ?? byRef.get(linkedIn(ref, bom.serialNumber) ?? ref)
  const making: Making = { common, componentAt }
  const names = vulnerabilities.map(({ id }, at) => id || `vulnerability ${at + 1}`)
  const apart = namesApart(names)
  const members = [
    ...software.map(({ object }) => object),
    ...vulnerabilities.flatMap((one, at) =>
      vulnerabilityObjects(one, making, { name: names[at]!, own: `${key} ${apart[at]}` }),
    ),
  ]
  const carried = carrying('cyclonedx', value as Json)
  const about = metadata?.component
  const report = made(['report', key], common, {
    name: `Bill of materials of ${about ? [about.name, about.version].filter(Boolean).join(' ') : name}`,
    report_types: ['vulnerability'],
    published: created,
    object_refs: members.length > 0 ? [...new Set(members.map(idIn))] : [idIn(DEFINITION[0]!)],
    ...(bom.serialNumber
      ? { external_references: [{ source_name: 'CycloneDX', external_id: bom.serialNumber }] }
      : {}),
    ...carried.own,
  })
  const loss = createLoss()
  tellFates(value as Json, { fields: FIELDS, loss, otherwise: carried.otherwise })
  return {
    id: idOf('bundle', `${key} ${bom.version ?? 1}`),
    objects: whole([...DEFINITION, ...(author ? [author] : []), ...members, report]),
    fields: loss.report(),
  }
}

/** The id to which a link from anywhere leads in the document of this serial number (https://cyclonedx.org/capabilities/bomlink). */
function linkedIn(ref: string, serialNumber = ''): string | undefined {
  const [, serial = '', id = ''] = /^urn:cdx:([0-9a-f-]{36})\/\d{1,9}#(.{1,2000})$/i.exec(ref) ?? []
  if (`urn:uuid:${serial}`.toLowerCase() !== serialNumber.toLowerCase()) return undefined
  try {
    return decodeURIComponent(id)
  } catch {
    return undefined
  }
}

/** A component, and those that it is made of. */
const everyOne = (one: Component): readonly Component[] => [
  one,
  ...(one.components ?? []).flatMap(everyOne),
]

const softwareIn = (one: Component, common: Common): Json =>
  softwareOf(
    {
      name: one.group ? `${one.group}/${one.name}` : one.name,
      version: one.version,
      vendor: vendorOf(one),
      cpe: one.cpe,
      purl: one.purl,
    },
    common,
  )

/** States in which a product is not touched; every other leaves it open, or says that it is. */
const UNTOUCHED = new Set(['not_affected', 'false_positive', 'resolved', 'resolved_with_pedigree'])

function vulnerabilityObjects(
  one: Vulnerability,
  making: Making,
  { name, own }: { readonly name: string; readonly own: string },
): readonly Json[] {
  const { componentAt } = making
  const created = one.published ?? one.created ?? making.common.created
  const updated = one.updated ?? making.common.modified
  const common = { ...making.common, created, modified: updated < created ? created : updated }
  const references = [
    ...cveReference(name),
    ...one.cwes.flatMap((cwe) => cweReference(`CWE-${cwe}`)),
    ...(one.source?.url ? [referenceTo(one.source.url, one.source.name ?? name)] : []),
    ...one.references.flatMap(({ id, source }) =>
      id ? [{ source_name: source?.name || 'CycloneDX', external_id: id }] : [],
    ),
    ...one.advisories.map(({ title, url }) => referenceTo(url, title ?? name)),
  ]
  const description = [one.description, one.detail].filter(Boolean).join('\n')
  const vulnerability = made(['vulnerability', own], common, {
    name,
    ...(description === '' ? {} : { description }),
    ...(references.length > 0 ? { external_references: references } : {}),
    ...sayingAffected(one.affects.flatMap((affect) => affectedBy(one, affect, making))),
  })
  const state = one.analysis?.state
  const touched = one.affects.flatMap(({ ref, versions }) => {
    const found = componentAt(ref)
    const isUntouched =
      state === undefined && versions?.every(({ status }) => status === 'unaffected')
    return found && !isUntouched ? [found.object] : []
  })
  // A component of another document by its link: whoever has that document knows it.
  const places = one.affects.map(({ ref }) => textOf(componentAt(ref)?.object['name']) || ref)
  return [
    vulnerability,
    ...(state !== undefined && UNTOUCHED.has(state)
      ? []
      : touched.map((software) =>
          related('related-to', [idIn(software), idIn(vulnerability)], common, {
            description: state === undefined ? 'affected' : words(state),
          }),
        )),
    ...analysisNote(one, { own, about: idIn(vulnerability), common, places }),
  ]
}

/** What the analysis says of the product holds for all its versions; without it each has its own status. */
function affectedBy(
  { analysis }: Vulnerability,
  { ref, versions }: Vulnerability['affects'][number],
  { componentAt }: Making,
): readonly AffectedProduct[] {
  const { one } = componentAt(ref) ?? {}
  if (!one) return []
  const { version, cpe } = one
  const state = analysis?.state
  const ofAll =
    state === undefined || state === 'exploitable'
      ? undefined
      : UNTOUCHED.has(state)
        ? 'unaffected'
        : 'unknown'
  const ranges = versions?.flatMap((said) => {
    const status = ofAll ?? said.status
    if (said.version !== undefined) return [{ version: said.version, status }]
    return said.range === undefined ? [] : rangesOf(said.range, status)
  })
  const status = ofAll ?? 'affected'
  return [
    {
      ...(vendorOf(one) === undefined ? {} : { vendor: vendorOf(one)! }),
      product: one.name,
      cpes: cpe === undefined ? [] : anyVersion(cpe),
      versions: ranges ?? (version ? [{ version, status }] : []),
      defaultStatus: ranges === undefined && !version ? status : 'unknown',
    },
  ]
}

const vendorOf = ({ supplier, publisher }: Component) => supplier?.name ?? publisher
const words = (text: string) => text.replaceAll('_', ' ')

function analysisNote(
  one: Vulnerability,
  {
    own,
    about,
    common,
    places,
  }: {
    readonly own: string
    readonly about: string
    readonly common: Common
    readonly places: readonly string[]
  },
): readonly Json[] {
  const { analysis } = one
  const line = (name: string, text: string | undefined) => (text ? [`${name}: ${text}`] : [])
  const lines = [
    ...line('State', analysis?.state && words(analysis.state)),
    ...line('Justification', analysis?.justification && words(analysis.justification)),
    ...line('Response', analysis?.response?.map(words).join(', ')),
    ...line('Detail', analysis?.detail),
    ...line('In', places.join('; ')),
    ...one.ratings.map(({ method, score, severity, vector }) =>
      ['Rated', method, score, severity, vector].filter((part) => part !== undefined).join(' '),
    ),
    ...line('Recommendation', one.recommendation),
    ...line('Workaround', one.workaround),
  ]
  if (lines.length === 0) return []
  return [
    made(['note', `${own} analysis`], common, {
      abstract: `What is known of ${one.id || 'it'} in this product`,
      content: lines.join('\n'),
      object_refs: [about],
    }),
  ]
}

const COMPONENT = (at: string): Fields => ({
  ...under(at, 'software.name', 'name', 'group'),
  ...under(at, 'software.version', 'version'),
  ...under(at, 'software.vendor', 'supplier.name'),
  ...under(at, 'software.cpe', 'cpe'),
  ...under(at, 'software.extensions', 'purl'),
})
const FIELDS: Fields = {
  serialNumber: 'report.external_references',
  'metadata.timestamp': 'report.created',
  'metadata.supplier.name': 'identity.name',
  ...COMPONENT('metadata.component.'),
  ...COMPONENT('metadata.component.components[].'),
  ...COMPONENT('components[].'),
  ...under('vulnerabilities[].', 'vulnerability.name, external_references', 'id'),
  ...under('vulnerabilities[].', 'vulnerability.description', 'description', 'detail'),
  ...under('vulnerabilities[].', 'vulnerability.external_references', 'cwes', 'source.url'),
  ...under('vulnerabilities[].', 'vulnerability.external_references', 'references[].id'),
  ...under('vulnerabilities[].advisories[].', 'vulnerability.external_references', 'url', 'title'),
  ...under('vulnerabilities[].', 'vulnerability.created', 'published'),
  ...under('vulnerabilities[].', 'vulnerability.modified', 'updated'),
  ...under('vulnerabilities[].', 'note.content, relationship', 'affects[].ref'),
  ...under('vulnerabilities[].', 'vulnerability.extensions', 'affects[].versions'),
  ...under('vulnerabilities[].', 'note.content', 'recommendation', 'workaround', 'analysis.state'),
  ...under('vulnerabilities[].analysis.', 'note.content', 'justification', 'response', 'detail'),
  ...under('vulnerabilities[].ratings[].', 'note.content', 'method', 'score', 'severity', 'vector'),
}
