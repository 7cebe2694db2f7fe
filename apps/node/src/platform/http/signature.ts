/**
 * HTTP message signatures between nodes: one fixed profile of RFC 9421
 * (https://www.rfc-editor.org/rfc/rfc9421), no negotiation. Covered are `@method`, `@path` and the
 * field `entente-to`; parameters are created, keyid, alg, in that order; the label is `entente`.
 * `entente-to` names whom the request is meant for: whoever receives it can pass it on to nobody.
 * `@authority` would not do: the host that a request names is the sender's word.
 */
const COMPONENTS = ['@method', '@path', 'entente-to'] as const
const PARAMETERS = `(${COMPONENTS.map((name) => `"${name}"`).join(' ')})`
const INPUT = new RegExp(
  `^entente=(${PARAMETERS.replaceAll(/[()]/g, '\\$&')};created=([0-9]{1,12});keyid="([a-z0-9][a-z0-9./-]{0,199})";alg="ed25519")$`,
)
const SIGNATURE = /^entente=:([A-Za-z0-9+/]{86}==):$/

/** How far the two nodes' clocks may be apart, in seconds, either way. */
export const TOLERANCE = 300

export type SignedHeaders = {
  readonly 'entente-to': string
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

/** Signs a request to `to` (an origin of the charter) with a party's key, so that the peer knows who asks. */
export function signRequest(
  request: { readonly method: string; readonly url: string; readonly to: string },
  signer: { readonly keyid: string; readonly sign: (message: Uint8Array) => Uint8Array },
  created: number,
): SignedHeaders {
  const parameters = `${PARAMETERS};created=${created};keyid="${signer.keyid}";alg="ed25519"`
  const base = signatureBase(componentsOf(request), parameters)
  const signature = Buffer.from(signer.sign(Buffer.from(base))).toString('base64')
  return {
    'entente-to': request.to,
    'signature-input': `entente=${parameters}`,
    signature: `entente=:${signature}:`,
  }
}

/**
 * Who signed the request: the keyid, or undefined where it is not signed in this profile, not
 * truly, or not for the one that received it.
 */
export function signerOf(
  request: { readonly method: string; readonly url: string; readonly headers: Headers },
  keys: (keyid: string) => Uint8Array | undefined,
  verified: {
    readonly now: number
    /** The origin under which this node receives. */
    readonly to: string
    readonly verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
  },
): string | undefined {
  const input = INPUT.exec(request.headers.get('signature-input') ?? '')
  const signature = SIGNATURE.exec(request.headers.get('signature') ?? '')
  const [, parameters, created, keyid] = input ?? []
  if (!parameters || !created || !keyid || !signature?.[1]) return undefined
  if (Math.abs(Number(created) - verified.now) > TOLERANCE) return undefined
  const key = keys(keyid)
  if (!key || request.headers.get('entente-to') !== verified.to) return undefined
  // The profile covers no query: a request that has one is not the request that was signed.
  if (new URL(request.url).search !== '') return undefined
  const base = signatureBase(
    componentsOf({ method: request.method, url: request.url, to: verified.to }),
    parameters,
  )
  const bytes = new Uint8Array(Buffer.from(signature[1], 'base64'))
  return verified.verify(key, Buffer.from(base), bytes) ? keyid : undefined
}

function componentsOf({ method, url, to }: { method: string; url: string; to: string }) {
  return [
    ['@method', method],
    ['@path', new URL(url).pathname],
    ['entente-to', to],
  ] as const
}
