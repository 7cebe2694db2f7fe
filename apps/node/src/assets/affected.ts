import {
  affectedProducts,
  affects,
  type AffectedProduct,
  type VersionVerdict,
} from '@entente/sources'
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

/** Of each asset that is a product which the vulnerability names: affected, not affected, or that it cannot be told, and why. */
export function affectedAssets(
  vulnerability: Readonly<Record<string, unknown>>,
  assets: readonly Asset[],
): readonly AffectedAsset[] {
  if (vulnerability['revoked'] === true) return []
  const products = affectedProducts(vulnerability).flatMap((one) =>
    namesOf(one).map((named) => ({ one, named })),
  )
  if (products.length === 0) return []
  return assets.flatMap((asset): readonly AffectedAsset[] => {
    const answers = asset.cpe.flatMap((cpe) => {
      const thing = parseCpe(cpe)
      if (!thing) return []
      return products.flatMap(({ one, named }): readonly AffectedAsset[] => {
        const answer = answerFor(one, named, thing)
        if (!answer) return []
        return [{ asset, cpe, product: one.product, ...answer }]
      })
    })
    const [gravest] = answers.toSorted((a, b) => GRAVITY[b.affected] - GRAVITY[a.affected])
    return gravest ? [gravest] : []
  })
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
