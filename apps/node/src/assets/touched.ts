import { parseCpe } from '@entente/stix'
import type { IntelligenceStore } from '../intelligence/index.ts'
import type { CpeName, TouchedView } from './api.ts'
import { affectedAssets } from './affected.ts'
import { indexAssets } from './index-of-assets.ts'
import type { WarningsNow } from '../warnings/index.ts'
import { withoutKnownGood } from './known-good.ts'
import { matchIndicator } from './match.ts'
import type { AssetStore } from './store.ts'

type Json = Readonly<Record<string, unknown>>

/** As many are told one by one. */
const MOST = 200

/**
 * Which assets of this node's inventory an object touches: an indicator by its pattern, software by the
 * CPE name that it carries, a vulnerability by the products and versions that its record names. Undefined where the object is not held.
 */
export async function touchedBy(
  {
    store,
    contents,
    warnings,
  }: {
    readonly store: Pick<AssetStore, 'assets' | 'inventory'>
    readonly contents: IntelligenceStore['contents']
    readonly warnings?: () => Promise<WarningsNow>
  },
  id: string,
): Promise<TouchedView | undefined> {
  const newest = (await contents(id)).at(-1)
  if (!newest) return undefined
  const object = JSON.parse(new TextDecoder().decode(newest.bytes)) as Json
  if (object['type'] === 'vulnerability') return byVersion(store, object)
  const pattern = patternOf(object)
  const cpes = namesIn(object)
  const isHere = (await store.inventory()) !== undefined
  if (pattern === undefined || !isHere)
    return { cpes, hasInventory: isHere, matches: [], count: 0, isCut: false, untested: [] }
  const {
    matches: all,
    isCut,
    untested,
  } = matchIndicator(indexAssets(await store.assets()), pattern)
  const { matches, suppressed } = withoutKnownGood(all, await warnings?.())
  return {
    cpes,
    hasInventory: true,
    matches: matches.slice(0, MOST).map(({ asset, certainty, why }) => ({ asset, certainty, why })),
    count: matches.length,
    ...(suppressed > 0 ? { suppressed } : {}),
    isCut,
    untested,
  }
}

/** Affected, not affected, or it cannot be told: each asset that is a product of the record, with the reason. */
async function byVersion(
  store: Pick<AssetStore, 'assets' | 'inventory'>,
  vulnerability: Json,
): Promise<TouchedView> {
  const hasInventory = (await store.inventory()) !== undefined
  const all = hasInventory ? affectedAssets(vulnerability, await store.assets()) : []
  const touched = all.filter(({ affected }) => affected !== 'no')
  return {
    cpes: [],
    hasInventory,
    matches: touched.slice(0, MOST).map(({ asset, cpe, product, affected }) => {
      const isSure = affected === 'yes'
      const relation = isSure ? ('covers' as const) : ('may-cover' as const)
      const why = [{ comparison: product, column: 'cpe' as const, value: cpe, relation }]
      return { asset, certainty: isSure ? 'matches' : 'may-match', why }
    }),
    count: touched.length,
    isCut: false,
    untested: [],
    versions: all.slice(0, MOST),
  }
}

/** What is put to the inventory; software that names itself by CPE is the pattern of that name. */
function patternOf(object: Json) {
  const { pattern, pattern_type: language, cpe } = object
  if (typeof pattern === 'string' && typeof language === 'string')
    return { pattern, pattern_type: language }
  if (object['type'] !== 'software' || typeof cpe !== 'string' || !parseCpe(cpe)) return undefined
  const escaped = cpe.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)
  return { pattern: `[software:cpe = '${escaped}']`, pattern_type: 'stix' }
}

const CPE = /cpe:(?:2\.3:|\/)[^'"\s]{1,500}/gi

/** The CPE names that an object carries, by their attributes (NISTIR 7695). */
function namesIn({ cpe, pattern }: Json): readonly CpeName[] {
  const texts = [cpe, pattern].filter((one) => typeof one === 'string')
  const names = new Set(texts.flatMap((text) => text.slice(0, 20_000).match(CPE) ?? []))
  return [...names].slice(0, 50).flatMap((name) => {
    const read = parseCpe(name.replaceAll('\\\\', '\\'))
    const [part, vendor, product, version] = read ?? []
    return part !== undefined && vendor !== undefined && product !== undefined
      ? [{ name, part, vendor, product, version: version ?? '*' }]
      : []
  })
}
