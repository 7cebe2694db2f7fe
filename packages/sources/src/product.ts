import { observableId, parseCpe, writeCpe } from '@entente/stix'
import { EXTENSION } from './carry.ts'
import { marked, type Common } from './making.ts'
import type { Json } from './json.ts'

/** A name of CPE 2.3, as it is written; the older URI (`cpe:/a:vendor:product`) becomes one. Undefined for what is neither. */
function cpeOf(text: string): string | undefined {
  if (/^cpe:2\.3:[aho*-](?::(?:[^:\\\s]|\\.){1,500}){10}$/i.test(text)) return text
  const cpe = /^cpe:\/[^\s\p{Cc}]*$/iu.test(text) ? parseCpe(text) : undefined
  return cpe === undefined ? undefined : writeCpe(cpe)
}

/** A product as others name it. */
export type Product = {
  readonly name: string
  readonly vendor?: string | undefined
  readonly version?: string | undefined
  readonly cpe?: string | undefined
  /** Package URL (https://github.com/package-url/purl-spec), for which STIX has no property. */
  readonly purl?: string | undefined
}

/**
 * Software as STIX has it. Its id follows from what it says, as the standard wants it: the same product is the same
 * object in every document.
 */
export function softwareOf(product: Product, { markings }: Pick<Common, 'markings'>): Json {
  const { name, vendor, version, purl } = product
  const cpe = product.cpe === undefined ? undefined : cpeOf(product.cpe)
  const said = {
    type: 'software',
    spec_version: '2.1',
    name: name === '' ? '(no name)' : name,
    ...(cpe === undefined ? {} : { cpe }),
    ...(vendor ? { vendor } : {}),
    ...(version ? { version } : {}),
  }
  const extension = { extension_type: 'property-extension', format: 'product', record: { purl } }
  return {
    ...said,
    id: observableId(said)!,
    ...marked(markings),
    ...(purl ? { extensions: { [EXTENSION]: extension } } : {}),
  }
}
