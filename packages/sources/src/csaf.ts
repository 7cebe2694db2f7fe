import { createLoss, textOf, tlpMarking } from '@entente/stix'
import { carrying, DEFINED, DEFINITION, tellFates, under, type Fields } from './carry.ts'
import {
  readCsaf,
  STATUSES,
  type Csaf,
  type Note,
  type Reference,
  type Vulnerability,
} from './csaf-document.ts'
import { productIds, productsIn, scoresIn } from './csaf-products.ts'
import { assertTested } from './csaf-test.ts'
import type { Json } from './json.ts'
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

/** An advisory under conversion. */
type Making = {
  readonly advisory: Csaf
  readonly common: Common
  /** What ids of this advisory's objects are made of. */
  readonly key: string
  /** The software of each product, by the advisory's own ids. */
  readonly software: ReadonlyMap<string, Json>
}

/**
 * An advisory, or a VEX statement, as a report: its vulnerabilities, the software it speaks of, what is said of the one
 * about the other, what to do, and its notes. All have the advisory's dates and how far it goes.
 */
export function fromCsaf(value: unknown): Sourced {
  const advisory = readCsaf(value)
  assertTested(advisory)
  const { document, vulnerabilities } = advisory
  const { tracking, publisher } = document
  const author = organisation(publisher.name)
  const { ids: markings, definitions } = markingsOf(advisory)
  const common: Common = {
    createdBy: idIn(author),
    created: tracking.initial_release_date,
    modified:
      tracking.current_release_date < tracking.initial_release_date
        ? tracking.initial_release_date
        : tracking.current_release_date,
    markings,
  }
  const key = `csaf ${publisher.namespace} ${tracking.id}`
  const making: Making = { advisory, common, key, software: softwareIn(advisory, common) }
  const names = vulnerabilities.map(
    ({ cve, ids, title }, at) =>
      cve ?? ids[0]?.text ?? (title || `${tracking.id}, vulnerability ${at + 1}`),
  )
  const apart = namesApart(names)
  const members = [
    ...making.software.values(),
    ...vulnerabilities.flatMap((one, at) =>
      vulnerabilityObjects(one, making, { name: names[at]!, own: `${key} ${apart[at]}` }),
    ),
  ]
  const carried = carrying('csaf', value as Json)
  const report = reportOf(making, { members, carried: carried.own })
  const notes = document.notes.map((note, at) =>
    noteOf(note, making, { key: `${key} note ${at}`, about: idIn(report) }),
  )
  const loss = createLoss()
  tellFates(value as Json, { fields: FIELDS, loss, otherwise: carried.otherwise })
  return {
    id: idOf('bundle', `${key} ${tracking.version}`),
    objects: whole([...DEFINITION, author, ...definitions, ...members, report, ...notes]),
    fields: loss.report(),
  }
}

/** The sharing group of CSAF 2.1 that stands for everybody: the largest UUID (RFC 9562 section 5.10). */
const EVERYBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** How far the advisory goes: its label, and in words what else it says of that, which no program understands. */
function markingsOf({ document: { distribution } }: Csaf) {
  const label = tlpMarking(distribution?.tlp?.label ?? '')
  const group = distribution?.sharing_group
  const texts = [
    ...(distribution?.text ? [distribution.text] : []),
    ...(group && group.id.toLowerCase() !== EVERYBODY
      ? [`CSAF sharing group ${group.id}${group.name === '' ? '' : `: ${group.name}`}`]
      : []),
  ]
  const definitions = texts.map((statement) => ({
    type: 'marking-definition',
    spec_version: '2.1',
    id: idOf('marking-definition', statement),
    created: DEFINED,
    definition_type: 'statement',
    definition: { statement },
  }))
  return { ids: [...(label ? [label] : []), ...definitions.map(({ id }) => id)], definitions }
}

function softwareIn({ product_tree: tree }: Csaf, common: Common): ReadonlyMap<string, Json> {
  return new Map(
    productsIn(tree).map(({ product, vendor, version }) => {
      const { cpe, purl, purls = [] } = product.product_identification_helper ?? {}
      const said = { name: product.name, vendor, version, cpe, purl: purl ?? purls[0] }
      return [product.product_id, softwareOf(said, common)] as const
    }),
  )
}

function reportOf(
  { advisory: { document }, common, key }: Making,
  { members, carried }: { readonly members: readonly Json[]; readonly carried: Json },
): Json {
  const { tracking, publisher, category, lang } = document
  return made(['report', key], common, {
    name: document.title,
    report_types: ['vulnerability'],
    published: common.created,
    labels: [`csaf:category="${category}"`, `csaf:status="${tracking.status}"`],
    ...(lang && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? { lang } : {}),
    ...(category === 'csaf_withdrawn' ? { revoked: true } : {}),
    external_references: [
      { source_name: publisher.name, external_id: tracking.id },
      ...referencesTo(document.references, publisher.name),
    ],
    object_refs: [...new Set(members.length > 0 ? members.map(idIn) : [String(common.createdBy)])],
    ...carried,
  })
}

const referencesTo = (references: readonly Reference[], publisher: string): readonly Json[] =>
  references.map(({ summary, url }) =>
    referenceTo(url, summary.trim() === '' ? publisher : summary),
  )

const noteOf = (
  { category, title, text }: Note,
  { common }: Making,
  { key, about }: { readonly key: string; readonly about: string },
): Json =>
  made(['note', key], common, {
    abstract: title === '' ? category : `${title} (${category})`,
    content: text,
    object_refs: [about],
  })

function vulnerabilityObjects(
  one: Vulnerability,
  making: Making,
  { name, own }: { readonly name: string; readonly own: string },
): readonly Json[] {
  const { common, advisory, software } = making
  const { publisher } = advisory.document
  const vulnerability = made(['vulnerability', own], common, {
    name,
    ...description(one),
    ...listed('external_references', [
      ...cveReference(one.cve ?? ''),
      ...[...(one.cwe ? [one.cwe] : []), ...one.cwes].flatMap(({ id }) => cweReference(id)),
      ...one.ids.map(({ system_name: system, text }) => ({
        source_name: system,
        external_id: text,
      })),
      ...referencesTo(one.references, publisher.name),
    ]),
  })
  const about = idIn(vulnerability)
  const affected = [
    ...new Set(
      (['first_affected', 'known_affected', 'last_affected'] as const).flatMap(
        (status) => one.product_status[status] ?? [],
      ),
    ),
  ].flatMap((id): readonly Json[] => {
    const product = software.get(id)
    return product ? [product] : []
  })
  return [
    vulnerability,
    ...affected.map((product) =>
      related('related-to', [idIn(product), about], common, { description: 'known affected' }),
    ),
    ...statusNote(one, making, { own, about, name }),
    ...one.notes.map((note, of) => noteOf(note, making, { key: `${own} note ${of}`, about })),
    ...one.remediations.flatMap((_, of) => remediation(one, of, { making, own, about })),
  ]
}

function description({ title, notes }: Vulnerability): Json {
  const said = notes.filter(({ category }) => category === 'description' || category === 'summary')
  const lines = [title, ...said.map(({ text }) => text)].filter((text) => text.trim() !== '')
  return lines.length === 0 ? {} : { description: lines.join('\n') }
}

const listed = (name: string, list: readonly Json[]): Json =>
  list.length > 0 ? { [name]: list } : {}

/** What is said of the products: status, why not affected, threats, how grave, and what is to be done where there is no remedy. */
function statusNote(
  one: Vulnerability,
  making: Making,
  { own, about, name }: { readonly own: string; readonly about: string; readonly name: string },
): readonly Json[] {
  const { advisory, common } = making
  const named = namer(making)
  const of = (said: { product_ids: string[]; group_ids: string[] }) => {
    const ids = productIds(said, advisory)
    return ids.length === 0 ? '' : ` (${named(ids)})`
  }
  const lines = [
    ...STATUSES.flatMap((status) => {
      const ids = one.product_status[status] ?? []
      return ids.length === 0 ? [] : [`${words(status)}: ${named(ids)}`]
    }),
    ...one.flags.map((flag) => `not affected, for ${words(flag.label)}${of(flag)}`),
    ...one.threats.map((threat) => `${words(threat.category)}: ${threat.details}${of(threat)}`),
    ...scoresIn(one).flatMap((scores) =>
      [scores.cvss_v4, scores.cvss_v3, scores.cvss_v2].flatMap((score) =>
        score === undefined
          ? []
          : [
              ['version', 'baseScore', 'baseSeverity', 'vectorString']
                .map((part) => textOf(score[part]))
                .reduce((line, part) => (part === '' ? line : `${line} ${part}`), 'CVSS') +
                (scores.products.length === 0 ? '' : ` (${named(scores.products)})`),
            ],
      ),
    ),
    ...one.remediations
      .filter(({ category }) => !Object.hasOwn(REMEDIES, category))
      .map((said) => `${words(said.category)}: ${said.details}${of(said)}`),
  ]
  if (lines.length === 0) return []
  return [
    made(['note', `${own} status`], common, {
      abstract: `What ${advisory.document.publisher.name} says of ${name}`,
      content: lines.join('\n'),
      object_refs: [about],
    }),
  ]
}

const namer =
  ({ software }: Making) =>
  (ids: readonly string[]) =>
    ids.map((id) => textOf(software.get(id)?.['name']) || id).join('; ')
const words = (label: string) => label.replaceAll('_', ' ')

/** Remedies that somebody can carry out, and how STIX calls what they do (section 4.3); others are words. */
const REMEDIES: Readonly<Record<string, 'remediates' | 'mitigates'>> = {
  vendor_fix: 'remediates',
  optional_patch: 'remediates',
  mitigation: 'mitigates',
  workaround: 'mitigates',
}

function remediation(
  one: Vulnerability,
  of: number,
  { making, own, about }: { readonly making: Making; readonly own: string; readonly about: string },
): readonly Json[] {
  const said = one.remediations[of]!
  const does = Object.hasOwn(REMEDIES, said.category) ? REMEDIES[said.category] : undefined
  if (does === undefined) return []
  const { advisory, common } = making
  const ids = productIds(said, advisory)
  const [line = ''] = said.details.split('\n', 1)
  const action = made(['course-of-action', `${own} remediation ${of}`], common, {
    name: `${words(said.category)}: ${line.slice(0, 120) || said.category}`,
    description: [said.details, ...(ids.length === 0 ? [] : [`For: ${namer(making)(ids)}`])].join(
      '\n',
    ),
    ...(said.url === undefined
      ? {}
      : { external_references: [referenceTo(said.url, advisory.document.publisher.name)] }),
  })
  return [action, related(does, [idIn(action), about], common)]
}

const FIELDS: Fields = {
  ...under('document.', 'report.name', 'title'),
  ...under('document.', 'report.labels', 'category', 'tracking.status'),
  ...under('document.', 'report.lang', 'lang'),
  ...under('document.', 'identity.name', 'publisher.name'),
  ...under('document.tracking.', 'report.external_references', 'id'),
  ...under('document.tracking.', 'created', 'initial_release_date'),
  ...under('document.tracking.', 'modified', 'current_release_date'),
  ...under('document.distribution.', 'object_marking_refs', 'tlp.label', 'text'),
  ...under(
    'document.distribution.',
    'object_marking_refs',
    'sharing_group.id',
    'sharing_group.name',
  ),
  ...under('document.notes[].', 'note', 'category', 'text', 'title'),
  ...under('document.references[].', 'report.external_references', 'url', 'summary'),
  ...Object.assign(
    {},
    ...[
      'product_tree.branches[].product.',
      'product_tree.full_product_names[].',
      'product_tree.relationships[].full_product_name.',
      'product_tree.product_paths[].full_product_name.',
    ].map((at) => ({
      ...under(at, 'software.name', 'name'),
      ...under(`${at}product_identification_helper.`, 'software.cpe', 'cpe'),
      ...under(`${at}product_identification_helper.`, 'software.extensions', 'purl'),
    })),
  ),
  ...under('vulnerabilities[].', 'vulnerability.name, external_references', 'cve'),
  ...under('vulnerabilities[].', 'vulnerability.description', 'title'),
  ...under('vulnerabilities[].', 'vulnerability.external_references', 'ids', 'cwe.id', 'cwes[].id'),
  ...under(
    'vulnerabilities[].references[].',
    'vulnerability.external_references',
    'url',
    'summary',
  ),
  ...under('vulnerabilities[].notes[].', 'note', 'category', 'text', 'title'),
  ...under('vulnerabilities[].', 'note.content, relationship', 'product_status'),
  ...under('vulnerabilities[].flags[].', 'note.content', 'label', 'product_ids', 'group_ids'),
  ...under('vulnerabilities[].threats[].', 'note.content', 'category', 'details'),
  ...under('vulnerabilities[].threats[].', 'note.content', 'product_ids', 'group_ids'),
  ...under(
    'vulnerabilities[].remediations[].',
    'course-of-action, note',
    'category',
    'details',
    'url',
  ),
  ...under(
    'vulnerabilities[].remediations[].',
    'course-of-action, note',
    'product_ids',
    'group_ids',
  ),
  ...Object.assign(
    {},
    ...['scores[].', 'metrics[].content.'].flatMap((at) =>
      ['cvss_v2.', 'cvss_v3.', 'cvss_v4.'].map((score) =>
        under(
          `vulnerabilities[].${at}${score}`,
          'note.content',
          'version',
          'baseScore',
          'baseSeverity',
          'vectorString',
        ),
      ),
    ),
  ),
  ...under('vulnerabilities[].', 'note.content', 'scores[].products', 'metrics[].products'),
}
