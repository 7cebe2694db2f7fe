import { parseCpe, writeCpe } from '@entente/stix'
import { EXTENSION, carriedIn } from './carry.ts'
import { isJson, type Json } from './json.ts'
import type { VersionedProduct, VersionRange } from './version.ts'

/** A product that a vulnerability is said to be in, or not, by version. */
export type AffectedProduct = VersionedProduct & {
  readonly vendor?: string
  readonly product: string
  /** Names of CPE; where one names a version, that is part of what the product is called. */
  readonly cpes: readonly string[]
}

/** The extension with which a vulnerability says which products it is in, in the words of a CVE record (`affected`). */
export const sayingAffected = (affected: readonly AffectedProduct[]): Json =>
  affected.length === 0
    ? {}
    : {
        extensions: {
          [EXTENSION]: {
            extension_type: 'property-extension',
            format: 'affected',
            record: { affected },
          },
        },
      }

/** A CPE name of the product, whatever its version: what follows the version belongs to it. */
export function anyVersion(cpe: string): readonly string[] {
  const read = parseCpe(cpe)
  return read ? [writeCpe(read.map((part, at) => (at === 3 || at === 4 ? '*' : part)))] : []
}

/** The products that a vulnerability names, from the record that it carries: of the CVE programme, or of a bill of materials. */
export function affectedProducts(vulnerability: Json): readonly AffectedProduct[] {
  const own = carriedIn(vulnerability, 'affected')
  if (own) return listIn(own).flatMap(productIn)
  const containers = carriedIn(vulnerability, 'cve')?.['containers']
  if (!isJson(containers)) return []
  const { cna, adp } = containers
  return [cna, ...(Array.isArray(adp) ? (adp as readonly unknown[]) : [])]
    .flatMap((container) => (isJson(container) ? listIn(container) : []))
    .flatMap(productIn)
}

const listIn = ({ affected }: Json): readonly unknown[] =>
  Array.isArray(affected) ? (affected as readonly unknown[]) : []
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** Whoever made the record may have written anything: what is not of its kind says nothing. */
function productIn(value: unknown): readonly AffectedProduct[] {
  if (!isJson(value)) return []
  const { vendor, product, packageName, cpes, versions, defaultStatus } = value
  const name = [product, packageName].find((one) => typeof one === 'string' && one !== '')
  const named = textsOf(cpes)
  if (name === undefined && named.length === 0) return []
  return [
    {
      ...(typeof vendor === 'string' ? { vendor } : {}),
      product: typeof name === 'string' ? name : named[0]!,
      cpes: named,
      versions: Array.isArray(versions) ? versions.flatMap(rangeIn) : [],
      ...(typeof defaultStatus === 'string' ? { defaultStatus } : {}),
    },
  ]
}

function rangeIn(value: unknown): readonly VersionRange[] {
  if (!isJson(value) || typeof value['version'] !== 'string') return []
  const text = (name: 'lessThan' | 'lessThanOrEqual' | 'versionType') => {
    const one = value[name]
    return typeof one === 'string' ? { [name]: one } : {}
  }
  const { status, changes } = value
  return [
    {
      version: value['version'],
      status: typeof status === 'string' ? status : 'unknown',
      ...text('lessThan'),
      ...text('lessThanOrEqual'),
      ...text('versionType'),
      ...(Array.isArray(changes) ? { changes: changes.flatMap(changeIn) } : {}),
    },
  ]
}

const changeIn = (value: unknown): readonly { readonly at: string; readonly status: string }[] =>
  isJson(value) && typeof value['at'] === 'string' && typeof value['status'] === 'string'
    ? [{ at: value['at'], status: value['status'] }]
    : []
