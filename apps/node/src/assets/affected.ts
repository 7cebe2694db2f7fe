import {
  affectedProducts,
  affects,
  type AffectedProduct,
  type VersionVerdict,
} from '@entente/sources/parts'
import { compareCpe, parseCpe, type Cpe } from '@entente/stix'
import type { Asset } from './asset.ts'

/** What a vulnerability's record says of one asset, by its product and version. */
export type AffectedAsset = {
  readonly asset: Asset
  /** The CPE name by which the inventory has it. */
  readonly cpe: string
  /** As the record calls it. */
  readonly product: string
  readonly affected: VersionVerdict['affected']
  readonly because: string
}

/** The graver of several answers counts: what may be touched is not passed over because another range leaves it out. */
const GRAVITY = { yes: 2, 'cannot-tell': 1, no: 0 } as const

/** So many names and ranges of versions of a record are compared with an inventory: whoever made the record may have named a million. */
const MOST_COMPARED = 1_000_000

/** A name of a product, and the product. */
type Named = { readonly one: AffectedProduct; readonly name: Cpe }

/** Of each asset that is a product which the vulnerability names: affected, not affected, or that it cannot be told, and why. */
export function affectedAssets(
  vulnerability: Readonly<Record<string, unknown>>,
  assets: readonly Asset[],
): readonly AffectedAsset[] {
  if (vulnerability['revoked'] === true) return []
  const named = affectedProducts(vulnerability).flatMap((one) =>
    namesOf(one).map((name) => ({ one, name })),
  )
  if (named.length === 0) return []
  const answerTo = answering(named)
  const known = new Map<string, Answer | undefined>()
  return assets.flatMap((asset): readonly AffectedAsset[] => {
    const answers = asset.cpe.flatMap((cpe) => {
      if (!known.has(cpe)) known.set(cpe, answerTo(cpe))
      const answer = known.get(cpe)
      return answer ? [{ asset, cpe, ...answer }] : []
    })
    const gravest = gravestOf(answers)
    return gravest ? [gravest] : []
  })
}

type Answer = Pick<AffectedAsset, 'product'> & VersionVerdict

function gravestOf<T extends VersionVerdict>(answers: readonly T[]): T | undefined {
  const [gravest] = answers.toSorted((a, b) => GRAVITY[b.affected] - GRAVITY[a.affected])
  return gravest
}

const isOpen = (part: string) => /[*?]/.test(part)

/** Answers for a name of the inventory by the names of its vendor and product, so that the work grows with both sides and not with their product. */
function answering(named: readonly Named[]): (cpe: string) => Answer | undefined {
  const keyOf = ([, vendor = '*', product = '*']: Cpe) =>
    isOpen(vendor) || isOpen(product) ? undefined : `${vendor}:${product}`
  const byProduct = Map.groupBy(named, ({ name }) => keyOf(name))
  const open = byProduct.get(undefined) ?? []
  let left = MOST_COMPARED
  return (cpe) => {
    const thing = parseCpe(cpe)
    if (!thing) return undefined
    const key = keyOf(thing)
    const candidates = key === undefined ? [named] : [byProduct.get(key) ?? [], open]
    const answers: Answer[] = []
    for (const { one, name } of eachOf(candidates)) {
      left -= 1 + (one.versions?.length ?? 0)
      const product = one.product
      if (left < 0) {
        answers.push({ product, ...cannotTell('the record names more than is compared') })
        break
      }
      const answer = answerFor(one, name, thing)
      if (answer) answers.push({ product, ...answer })
      if (answer?.affected === 'yes') break
    }
    return gravestOf(answers)
  }
}

function* eachOf<T>(lists: readonly (readonly T[])[]): Generator<T> {
  for (const list of lists) yield* list
}

/** The CPE names of a product; where the record has none, the one that its vendor and name make. */
function namesOf({ vendor, product, cpes }: AffectedProduct): readonly Cpe[] {
  const names = cpes.flatMap((cpe) => {
    const name = parseCpe(cpe)
    return name ? [name] : []
  })
  if (names.length > 0 || vendor === undefined) return names
  const word = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replaceAll(/\s+/g, '_')
      .replaceAll(/[^a-z0-9._-]/g, String.raw`\$&`)
  return [['*', word(vendor), word(product), ...Array.from({ length: 8 }, () => '*')]]
}

const VERSION = 3
const UPDATE = 4
const cannotTell = (because: string): VersionVerdict => ({ affected: 'cannot-tell', because })

/** Undefined where the asset is another product. */
function answerFor(product: AffectedProduct, named: Cpe, thing: Cpe): VersionVerdict | undefined {
  const relation = compareCpe(named, thing)
  if (relation === 'not') return undefined
  const [own, other] = [named[VERSION]!, thing[VERSION]!]
  const isVersioned = (product.versions ?? []).length > 0
  if (isVersioned && (other === '*' || other === '-'))
    return cannotTell('the inventory has no version of it')
  const version = other.replaceAll(/\\(.)/g, '$1')
  if (isVersioned && own !== '*' && !product.versions!.some((one) => one.version === version))
    return cannotTell(
      `the record calls the product ${version} and counts its versions otherwise, which the inventory does not have`,
    )
  const answer = affects(product, version)
  if (answer.affected === 'cannot-tell') return answer
  if (isVersioned && thing[UPDATE] !== '*' && thing[UPDATE] !== '-')
    return cannotTell(`the inventory has update ${thing[UPDATE]} of it, the record only versions`)
  // A processor or an edition that the record names and the inventory leaves open.
  return relation === 'may' && answer.affected === 'yes'
    ? cannotTell(`${answer.because}; the inventory leaves open whether it is this product`)
    : answer
}
