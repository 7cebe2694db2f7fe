/** TAXII 2.1 section 1.6.8: the media type of every answer, errors included. */
export const TAXII_MEDIA_TYPE = 'application/taxii+json;version=2.1'

/** What a collection of this kind holds (section 5.2.1). */
export const STIX_MEDIA_TYPE = 'application/stix+json;version=2.1'

type Range = { readonly type: string; readonly version?: string; readonly weight: number }

/** One media range of RFC 9110 section 12.5.1: blanks, quotes and case mean nothing. */
function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const named = new Map(
    parameters.map((part) => {
      const [name = '', value = ''] = part.split('=').map((one) => one.trim())
      return [name, value.replace(/^"(.*)"$/, '$1')]
    }),
  )
  const version = named.get('version')
  return {
    type,
    ...(version === undefined ? {} : { version }),
    weight: named.has('q') ? Number(named.get('q')) : 1,
  }
}

const is21 = ({ version }: Range) => version === undefined || version === '2.1'

/**
 * Whether an Accept header takes TAXII 2.1: named with this version or without one, or by a wildcard.
 * `besides` is what else an endpoint has to take: the manifest's table lists STIX (section 5.3).
 */
export function acceptsTaxii(accept: string, besides: readonly string[] = []): boolean {
  return accept
    .split(',')
    .map(readRange)
    .some((range) => {
      if (range.weight === 0) return false
      if (range.type === '*/*' || range.type === 'application/*') return true
      return (
        (range.type === 'application/taxii+json' || besides.includes(range.type)) && is21(range)
      )
    })
}

/** Whether the body of a request says that it is TAXII 2.1; no version means the latest. */
export function isTaxii(contentType: string): boolean {
  const range = readRange(contentType)
  return range.type === 'application/taxii+json' && is21(range)
}
