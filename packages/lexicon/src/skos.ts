import { type Degree, type Scale, SCALES } from './scale.ts'
import { addressOf } from './scheme.ts'
import type { Forms, InLanguages, Mapping, TermSource } from './term.ts'
import { LANGUAGES, type Term, TERMS } from './terms.ts'

const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  hiddenLabel: { '@id': 'skos:hiddenLabel', '@container': '@language' },
  definition: { '@id': 'skos:definition', '@container': '@language' },
  notation: 'skos:notation',
  note: 'skos:note',
  editorialNote: 'skos:editorialNote',
  title: { '@id': 'dct:title', '@container': '@language' },
  source: 'dct:source',
  version: 'owl:versionInfo',
  ...Object.fromEntries(
    [
      'inScheme',
      'broader',
      'narrower',
      'related',
      'exactMatch',
      'closeMatch',
      'broadMatch',
      'narrowMatch',
      'relatedMatch',
    ].map((name) => [name, { '@id': `skos:${name}`, '@type': '@id' }]),
  ),
} as const

/** The lexicon as a SKOS document in JSON-LD; `base` is the address under which its publisher keeps it. */
export function toSkos(base: string): Readonly<Record<string, unknown>> {
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': base,
        '@type': 'skos:ConceptScheme',
        title: { en: 'Common language', es: 'Lenguaje común' },
      },
      ...TERMS.map((term) => toConcept(term, base)),
      ...SCALES.flatMap((scale) => scaleToSkos(scale, base)),
    ],
  }
}

function toConcept(term: Term, base: string) {
  const { id, label, definition, source, status, forms, mappings = [], ...relations } = term
  const { broader, narrower, related } = relations
  return {
    '@id': base + id,
    '@type': 'skos:Concept',
    inScheme: base,
    notation: id,
    prefLabel: label,
    ...(forms === undefined ? {} : { hiddenLabel: hidden(forms, label) }),
    definition,
    source: sourceText(source),
    editorialNote: `status: ${status}`,
    ...(broader === undefined ? {} : { broader: base + broader }),
    ...many(
      'narrower',
      narrower.map((other) => base + other),
    ),
    ...many(
      'related',
      related.map((other) => base + other),
    ),
    ...matches(mappings),
  }
}

/** SKOS has a text index in mind for these: forms that no page shows as the name. */
function hidden(forms: Forms, label: InLanguages) {
  return Object.fromEntries(
    LANGUAGES.map((lang) => [
      lang,
      forms[lang].filter((form) => form.toLowerCase() !== label[lang].toLowerCase()),
    ]),
  )
}

function matches(mappings: readonly Mapping[]) {
  const kinds = [...new Set(mappings.map(({ match }) => match))]
  return Object.fromEntries(
    kinds.map((kind) => [
      `${kind}Match`,
      mappings.filter(({ match }) => match === kind).map(addressOf),
    ]),
  )
}

function scaleToSkos(scale: Scale, base: string) {
  const address = `${base}scale/${scale.id}/${scale.version}`
  return [
    {
      '@id': address,
      '@type': 'skos:ConceptScheme',
      title: scale.title,
      version: scale.version,
      source: sourceText(scale.source),
    },
    ...scale.degrees.map((degree) => ({
      '@id': `${address}/${encodeURIComponent(degree.value)}`,
      '@type': 'skos:Concept',
      inScheme: address,
      notation: degree.value,
      prefLabel: degree.label,
      ...rangeNote(degree),
    })),
  ]
}

const rangeNote = ({ percent }: Degree) =>
  percent === undefined ? {} : { note: `${percent.from}-${percent.to} %` }

const many = (name: string, values: readonly string[]) =>
  values.length === 0 ? {} : { [name]: values }

/** A source in words, with how far it was read. */
export function sourceText(source: TermSource): string {
  if (source === 'none') return 'ours'
  const { instrument, provision, verification } = source
  return `${provision === undefined ? instrument : `${instrument}, ${provision}`} (${verification})`
}
