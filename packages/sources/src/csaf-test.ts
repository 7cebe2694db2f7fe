import { textOf } from '@entente/stix'
import type { Csaf, FullProduct, Scores, Status, Vulnerability } from './csaf-document.ts'
import { productsIn, scoresIn } from './csaf-products.ts'
import { SourceError } from './error.ts'

/**
 * The mandatory tests of CSAF 2.0 section 6.1 that bear on what a conversion says: 6.1.1 to 6.1.8. An advisory that
 * fails one of them contradicts itself, or speaks of what it does not define.
 */
type Failure = {
  /** `6.1.6` */
  readonly test: string
  readonly path: string
  /** `expected …, got …` */
  readonly reason: string
}

/** Throws a `SourceError` that names the first failure, and how many more there are. */
export function assertTested(advisory: Csaf): void {
  const [first, ...more] = failuresOf(advisory)
  if (!first) return
  const rest = more.length === 0 ? '' : `; and ${more.length} more like it`
  throw new SourceError(
    'advisory.invalid',
    `${first.reason} at ${first.path} (mandatory test ${first.test} of CSAF)${rest}`,
    { path: first.path },
  )
}

/** Every failure of the tests 6.1.1 to 6.1.8, in the order of the tests. */
function failuresOf(advisory: Csaf): readonly Failure[] {
  return [
    ...undefinedProducts(advisory),
    ...definedTwice(advisory),
    ...circular(advisory),
    ...undefinedGroups(advisory),
    ...groupsTwice(advisory),
    ...advisory.vulnerabilities.flatMap((one, at) => [
      ...contradictions(one, `vulnerabilities[${at}]`),
      ...scoresTwice(one, `vulnerabilities[${at}]`),
      ...brokenScores(one, `vulnerabilities[${at}]`),
    ]),
  ].toSorted((a, b) => (a.test < b.test ? -1 : a.test > b.test ? 1 : 0))
}

type Named = { readonly id: string; readonly path: string }
const at = (ids: readonly string[], path: string): readonly Named[] =>
  ids.map((id, index) => ({ id, path: `${path}[${index}]` }))

/** Every place that names a product. */
function namedProducts({ product_tree: tree, vulnerabilities }: Csaf): readonly Named[] {
  const inTree = tree
    ? [
        ...tree.product_groups.flatMap(({ product_ids: ids }, index) =>
          at(ids, `product_tree.product_groups[${index}].product_ids`),
        ),
        ...tree.relationships.flatMap((one, index) => [
          {
            id: one.product_reference,
            path: `product_tree.relationships[${index}].product_reference`,
          },
          {
            id: one.relates_to_product_reference,
            path: `product_tree.relationships[${index}].relates_to_product_reference`,
          },
        ]),
        ...tree.product_paths.flatMap((one, index) => [
          {
            id: one.beginning_product_reference,
            path: `product_tree.product_paths[${index}].beginning_product_reference`,
          },
          ...at(
            one.subpaths.map((step) => step.next_product_reference),
            `product_tree.product_paths[${index}].subpaths`,
          ),
        ]),
      ]
    : []
  const inVulnerabilities = vulnerabilities.flatMap((one, index) => {
    const path = `vulnerabilities[${index}]`
    return [
      ...Object.entries(one.product_status).flatMap(([status, ids]) =>
        at(ids, `${path}.product_status.${status}`),
      ),
      ...saidOfProducts(one).flatMap(({ name, list }) =>
        list.flatMap(({ product_ids: ids }, of) => at(ids, `${path}.${name}[${of}].product_ids`)),
      ),
      ...one.scores.flatMap(({ products }, of) => at(products, `${path}.scores[${of}].products`)),
      ...one.metrics.flatMap(({ products }, of) => at(products, `${path}.metrics[${of}].products`)),
    ]
  })
  return [...inTree, ...inVulnerabilities]
}

const saidOfProducts = ({ flags, threats, remediations }: Vulnerability) => [
  { name: 'flags', list: flags },
  { name: 'threats', list: threats },
  { name: 'remediations', list: remediations },
]

function undefinedProducts(advisory: Csaf): readonly Failure[] {
  const defined = new Set(
    productsIn(advisory.product_tree).map(({ product }) => product.product_id),
  )
  return namedProducts(advisory)
    .filter(({ id }) => !defined.has(id))
    .map(({ id, path }) => ({
      test: '6.1.1',
      path,
      reason: `expected a product that the product tree defines, got ${quoted(id)}`,
    }))
}

function definedTwice({ product_tree: tree }: Csaf): readonly Failure[] {
  const seen = new Set<string>()
  return productsIn(tree).flatMap(({ product: { product_id: id }, path }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ test: '6.1.2', path, reason: `expected each product once, got ${quoted(id)} again` }]
  })
}

/** A product that is made of others, and of itself among them. */
function circular({ product_tree: tree }: Csaf): readonly Failure[] {
  if (!tree) return []
  const madeOf = new Map<string, readonly string[]>([
    ...tree.relationships.map(
      (one) =>
        [
          idOf(one.full_product_name),
          [one.product_reference, one.relates_to_product_reference],
        ] as const,
    ),
    ...tree.product_paths.map(
      (one) =>
        [
          idOf(one.full_product_name),
          [
            one.beginning_product_reference,
            ...one.subpaths.map((step) => step.next_product_reference),
          ],
        ] as const,
    ),
  ])
  const done = new Set<string>()
  return [...madeOf.keys()]
    .filter((id) => reaches(id, madeOf, done))
    .map((id) => ({
      test: '6.1.3',
      path: 'product_tree',
      reason: `expected a product made of others, got ${quoted(id)}, which is made of itself`,
    }))
}
const idOf = ({ product_id: id }: FullProduct) => id

/** Whether a way from it leads back to it. What is known to lead back nowhere is not walked again. */
function reaches(
  from: string,
  madeOf: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): boolean {
  const waiting = [...(madeOf.get(from) ?? [])]
  const seen = new Set<string>()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === from) return true
    if (seen.has(id) || done.has(id)) continue
    seen.add(id)
    waiting.push(...(madeOf.get(id) ?? []))
  }
  done.add(from)
  return false
}

function undefinedGroups({ product_tree: tree, vulnerabilities }: Csaf): readonly Failure[] {
  const defined = new Set(tree?.product_groups.map(({ group_id: id }) => id))
  return vulnerabilities
    .flatMap((one, index) =>
      saidOfProducts(one).flatMap(({ name, list }) =>
        list.flatMap(({ group_ids: ids }, of) =>
          at(ids, `vulnerabilities[${index}].${name}[${of}].group_ids`),
        ),
      ),
    )
    .filter(({ id }) => !defined.has(id))
    .map(({ id, path }) => ({
      test: '6.1.4',
      path,
      reason: `expected a group that the product tree defines, got ${quoted(id)}`,
    }))
}

function groupsTwice({ product_tree: tree }: Csaf): readonly Failure[] {
  const seen = new Set<string>()
  return (tree?.product_groups ?? []).flatMap(({ group_id: id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      {
        test: '6.1.5',
        path: `product_tree.product_groups[${index}].group_id`,
        reason: `expected each group once, got ${quoted(id)} again`,
      },
    ]
  })
}

/** What a status says of a product; what is recommended says nothing of whether it is affected. */
const SAYS: Readonly<Record<Status, string | undefined>> = {
  first_affected: 'affected',
  known_affected: 'affected',
  last_affected: 'affected',
  known_not_affected: 'not affected',
  first_fixed: 'fixed',
  fixed: 'fixed',
  under_investigation: 'under investigation',
  unknown: 'unknown',
  recommended: undefined,
}

function contradictions({ product_status: statuses }: Vulnerability, path: string) {
  const said = new Map<string, string>()
  return Object.entries(statuses).flatMap(([status, ids]): readonly Failure[] => {
    const says = SAYS[status as Status]
    if (says === undefined) return []
    return ids.flatMap((id) => {
      const before = said.get(id)
      said.set(id, says)
      if (before === undefined || before === says) return []
      return [
        {
          test: '6.1.6',
          path: `${path}.product_status.${status}`,
          reason: `expected one status of ${quoted(id)}, got ${before} and ${says}`,
        },
      ]
    })
  })
}

function scoresTwice(one: Vulnerability, path: string): readonly Failure[] {
  const seen = new Set<string>()
  return scoresIn(one).flatMap((scores, index) =>
    versionsOf(scores).flatMap((version) =>
      scores.products.flatMap((product) => {
        const key = JSON.stringify([product, version, scores.source])
        if (!seen.has(key)) {
          seen.add(key)
          return []
        }
        return [
          {
            test: '6.1.7',
            path: `${path}.${placeOfScores(one)}[${index}]`,
            reason: `expected one score by CVSS ${version} of ${quoted(product)}, got another`,
          },
        ]
      }),
    ),
  )
}

const placeOfScores = ({ metrics }: Vulnerability) => (metrics.length > 0 ? 'metrics' : 'scores')
const versionsOf = (scores: Scores): readonly string[] =>
  [scores.cvss_v2, scores.cvss_v3, scores.cvss_v4].flatMap((score) =>
    score === undefined ? [] : [textOf(score['version']) || '2.0'],
  )

/** What the schemas of CVSS demand of a score (https://www.first.org/cvss/data-representations). */
const DEMANDED = {
  cvss_v2: { versions: ['2.0'], names: ['version', 'vectorString', 'baseScore'] },
  cvss_v3: {
    versions: ['3.0', '3.1'],
    names: ['version', 'vectorString', 'baseScore', 'baseSeverity'],
  },
  cvss_v4: { versions: ['4.0'], names: ['version', 'vectorString', 'baseScore', 'baseSeverity'] },
} as const

function brokenScores(one: Vulnerability, path: string): readonly Failure[] {
  return scoresIn(one).flatMap((scores, index) =>
    (['cvss_v2', 'cvss_v3', 'cvss_v4'] as const).flatMap((name) => {
      const score = scores[name]
      if (score === undefined) return []
      const { names, versions } = DEMANDED[name]
      const place = `${path}.${placeOfScores(one)}[${index}].${name}`
      const failed = (reason: string) => ({ test: '6.1.8', path: place, reason })
      const missing = names.filter((demanded) => !(demanded in score))
      if (missing.length > 0) return [failed(`expected ${missing.join(', ')} of a score, got none`)]
      const { version, baseScore, vectorString } = score
      if (!versions.some((known) => known === version))
        return [failed(`expected CVSS ${versions.join(' or ')}, got ${quoted(version)}`)]
      const isNumber = typeof baseScore === 'number' && baseScore >= 0 && baseScore <= 10
      if (!isNumber) return [failed(`expected a score of 0 to 10, got ${quoted(baseScore)}`)]
      return typeof vectorString === 'string'
        ? []
        : [failed(`expected a vector, got ${quoted(vectorString)}`)]
    }),
  )
}

const quoted = (value: unknown): string => JSON.stringify(value)?.slice(0, 100) ?? 'nothing'
