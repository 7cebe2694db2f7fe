/** TAXII 2.1 section 1.6.8: the media type of every request and answer but errors of the transport. */
export const TAXII_MEDIA_TYPE = 'application/taxii+json;version=2.1'

/** Whether an Accept header takes TAXII 2.1: named with this version, or without one. */
export function acceptsTaxii(accept: string): boolean {
  return accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const weight = parameters.find((one) => one.startsWith('q='))
    if (weight !== undefined && Number(weight.slice(2)) === 0) return false
    if (type === '*/*' || type === 'application/*') return true
    if (type !== 'application/taxii+json') return false
    const version = parameters.find((one) => one.startsWith('version='))
    return version === undefined || version === 'version=2.1'
  })
}
