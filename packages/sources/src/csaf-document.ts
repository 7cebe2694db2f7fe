import { tlpMarking } from '@entente/stix'
import { z } from 'zod'
import { SourceError } from './error.ts'
import { isJson, LIMITS, parsed, type Json } from './json.ts'
import { Instant, many, Text } from './schema.ts'

/** Security advisories and VEX, CSAF 2.0 and 2.1 (https://docs.oasis-open.org/csaf/): the fields that the conversion reads. */

const Word = z.string().min(1).max(LIMITS.value)
const Ids = many(Word).default([])

const Note = z.looseObject({ category: Word, text: Word, title: Text.default('') })
export type Note = z.infer<typeof Note>
const Reference = z.looseObject({ summary: Text.default(''), url: Text })
export type Reference = z.infer<typeof Reference>

const Product = z.looseObject({
  name: Word,
  product_id: Word,
  product_identification_helper: z
    .looseObject({
      cpe: Text.optional(),
      /** CSAF 2.0 has one, 2.1 a list. */
      purl: Text.optional(),
      purls: many(Text).optional(),
    })
    .optional(),
})
export type FullProduct = z.infer<typeof Product>

const Branch = z.looseObject({
  category: Word,
  name: Word,
  product: Product.optional(),
  get branches() {
    return many(Branch).optional()
  },
})
export type Branch = z.infer<typeof Branch>

const ProductTree = z.looseObject({
  branches: many(Branch).default([]),
  full_product_names: many(Product).default([]),
  product_groups: many(z.looseObject({ group_id: Word, product_ids: Ids })).default([]),
  relationships: many(
    z.looseObject({
      category: Text.default(''),
      full_product_name: Product,
      product_reference: Word,
      relates_to_product_reference: Word,
    }),
  ).default([]),
  product_paths: many(
    z.looseObject({
      full_product_name: Product,
      beginning_product_reference: Word,
      subpaths: many(z.looseObject({ next_product_reference: Word })).default([]),
    }),
  ).default([]),
})
export type ProductTree = z.infer<typeof ProductTree>

/** What is said of some products: by their ids, or by those of groups. */
const ofProducts = { product_ids: Ids, group_ids: Ids }

const Scores = z.looseObject({
  products: Ids,
  source: Text.optional(),
  cvss_v2: z.record(z.string(), z.unknown()).optional(),
  cvss_v3: z.record(z.string(), z.unknown()).optional(),
  cvss_v4: z.record(z.string(), z.unknown()).optional(),
})
export type Scores = z.infer<typeof Scores>

export const STATUSES = [
  'first_affected',
  'known_affected',
  'last_affected',
  'known_not_affected',
  'first_fixed',
  'fixed',
  'recommended',
  'under_investigation',
  'unknown',
] as const
export type Status = (typeof STATUSES)[number]

const Vulnerability = z.looseObject({
  cve: Text.optional(),
  title: Text.default(''),
  cwe: z.looseObject({ id: Word }).optional(),
  cwes: many(z.looseObject({ id: Word })).default([]),
  ids: many(z.looseObject({ system_name: Word, text: Word })).default([]),
  notes: many(Note).default([]),
  references: many(Reference).default([]),
  product_status: z.partialRecord(z.enum(STATUSES), Ids).default({}),
  flags: many(z.looseObject({ label: Word, ...ofProducts })).default([]),
  threats: many(z.looseObject({ category: Word, details: Text, ...ofProducts })).default([]),
  remediations: many(
    z.looseObject({
      category: Word,
      details: Text.default(''),
      url: Text.optional(),
      ...ofProducts,
    }),
  ).default([]),
  scores: many(Scores).default([]),
  /** CSAF 2.1: what 2.0 has in `scores` is in `content`. */
  metrics: many(
    z.looseObject({
      products: Ids,
      source: Text.optional(),
      content: z.looseObject({
        cvss_v2: z.record(z.string(), z.unknown()).optional(),
        cvss_v3: z.record(z.string(), z.unknown()).optional(),
        cvss_v4: z.record(z.string(), z.unknown()).optional(),
      }),
    }),
  ).default([]),
})
export type Vulnerability = z.infer<typeof Vulnerability>

const Csaf = z.looseObject({
  document: z.looseObject({
    category: Word,
    csaf_version: z.enum(['2.0', '2.1']),
    title: Word,
    lang: Text.optional(),
    publisher: z.looseObject({ name: Word, namespace: Word }),
    tracking: z.looseObject({
      id: Word,
      status: Word,
      version: Word,
      initial_release_date: Instant,
      current_release_date: Instant,
    }),
    distribution: z
      .looseObject({
        text: Text.optional(),
        tlp: z
          .looseObject({
            label: Word.refine((label) => tlpMarking(label) !== undefined, 'no label of TLP'),
          })
          .optional(),
        sharing_group: z.looseObject({ id: Word, name: Text.default('') }).optional(),
      })
      .optional(),
    notes: many(Note).default([]),
    references: many(Reference).default([]),
  }),
  product_tree: ProductTree.optional(),
  vulnerabilities: many(Vulnerability).default([]),
})
export type Csaf = z.infer<typeof Csaf>

/** What lists advisories and is none, by the name that its top has. */
const LISTINGS: Readonly<Record<string, string>> = {
  feed: 'a ROLIE feed',
  service: 'a ROLIE service',
  categories: 'a list of ROLIE categories',
  aggregator: 'the list of an aggregator',
  metadata_version: 'the metadata of a provider',
}
const listingOf = (value: Json) => Object.keys(LISTINGS).find((name) => name in value)

/** Whether it is an advisory, or a list of them, which is refused with a way out. */
export const isCsaf = (value: unknown): boolean =>
  isJson(value) && (isJson(value['document']) || listingOf(value) !== undefined)

/** Reads an advisory. Throws a `SourceError` with the place of what its schema does not allow. */
export function readCsaf(value: unknown): Csaf {
  const listing = isJson(value) && !('document' in value) ? listingOf(value) : undefined
  if (listing !== undefined) {
    const urls = advisoriesIn(value)
    const first = urls.length > 0 ? `, such as ${urls.slice(0, 3).join(', ')}` : ''
    throw new SourceError(
      'advisory.listing',
      `expected one CSAF advisory, got ${LISTINGS[listing]!}; fetch the advisories that it leads to and bring them${first}`,
    )
  }
  return parsed(Csaf, value, { path: '', what: 'a CSAF advisory' })
}

/** The addresses in a list that end as documents do. */
function advisoriesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^https:\/\/\S{1,1000}\.json$/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(advisoriesIn))]
}
