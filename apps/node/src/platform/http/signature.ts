/**
 * HTTP message signatures between nodes: one fixed profile of RFC 9421
 * (https://www.rfc-editor.org/rfc/rfc9421), no negotiation. Covered are `@method`, `@authority`
 * and `@path`; parameters are created, keyid, alg, in that order; the label is `entente`.
 */
const COMPONENTS = ['@method', '@authority', '@path'] as const
const PARAMETERS = `(${COMPONENTS.map((name) => `"${name}"`).join(' ')})`
const INPUT = new RegExp(
  `^entente=(${PARAMETERS.replaceAll(/[()]/g, '\\$&')};created=([0-9]{1,12});keyid="([a-z0-9][a-z0-9./-]{0,199})";alg="ed25519")$`,
)
const SIGNATURE = /^entente=:([A-Za-z0-9+/]{86}==):$/

/** How far the two nodes' clocks may be apart, in seconds, either way. */
const TOLERANCE = 300

export type SignedHeaders = {
  readonly 'signature-input': string
  readonly signature: string
}

/** What is signed: each component on a line, the parameters last (RFC 9421 section 2.5). */
export function signatureBase(
  components: readonly (readonly [string, string])[],
  parameters: string,
): string {
  const lines = components.map(([name, value]) => `"${name}": ${value}`)
  return [...lines, `"@signature-params": ${parameters}`].join('\n')
}

/** Signs a request with a party's key, so that the peer knows who asks. */
export function signRequest(
  request: { readonly method: string; readonly url: string },
  signer: { readonly keyid: string; readonly sign: (message: Uint8Array) => Uint8Array },
  created: number,
): SignedHeaders {
  const parameters = `${PARAMETERS};created=${created};keyid="${signer.keyid}";alg="ed25519"`
  const base = signatureBase(componentsOf(request), parameters)
  const signature = Buffer.from(signer.sign(Buffer.from(base))).toString('base64')
  return { 'signature-input': `entente=${parameters}`, signature: `entente=:${signature}:` }
}

/** Who signed the request: the keyid, or undefined where it is not signed in this profile or not truly. */
export function signerOf(
  request: { readonly method: string; readonly url: string; readonly headers: Headers },
  keys: (keyid: string) => Uint8Array | undefined,
  verified: {
    readonly now: number
    readonly verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
  },
): string | undefined {
  const input = INPUT.exec(request.headers.get('signature-input') ?? '')
  const signature = SIGNATURE.exec(request.headers.get('signature') ?? '')
  const [, parameters, created, keyid] = input ?? []
  if (!parameters || !created || !keyid || !signature?.[1]) return undefined
  if (Math.abs(Number(created) - verified.now) > TOLERANCE) return undefined
  const key = keys(keyid)
  if (!key) return undefined
  const base = signatureBase(componentsOf(request), parameters)
  const bytes = new Uint8Array(Buffer.from(signature[1], 'base64'))
  return verified.verify(key, Buffer.from(base), bytes) ? keyid : undefined
}

function componentsOf({ method, url }: { method: string; url: string }) {
  const { host, pathname } = new URL(url)
  return [
    ['@method', method],
    ['@authority', host.toLowerCase()],
    ['@path', pathname],
  ] as const
}
