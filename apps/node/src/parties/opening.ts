import { z } from 'zod'
import {
  AccordError,
  canonical,
  CharterId,
  createStrandReader,
  KeyId,
  pae,
  parseCanonical,
  PartyId,
  type Charter,
  type CharterFrame,
  type StrandReader,
} from '@entente/accord'
import { fromBase64, LogError, toBase64, type Crypto } from '@entente/log'
import { PartiesError } from './error.ts'
import { OPEN_CASE } from './role.ts'

const TYPE = 'application/vnd.entente.opening+json'

/**
 * Who opened a case: a statement beside its charter, signed by an authority whose mandate has
 * `open-case`. It stands in no strand of the root case, where every party would read of it.
 */
const Opening = z.strictObject({
  v: z.literal(1),
  /** The root case. */
  charter: CharterId,
  case: CharterId,
  party: PartyId,
  claimedAt: z.iso.datetime({ offset: false }),
})
export type Opening = z.infer<typeof Opening>

const Envelope = z.strictObject({
  payload: z.base64(),
  payloadType: z.literal(TYPE),
  signatures: z.array(z.strictObject({ keyid: KeyId, sig: z.base64() })).length(1),
})

const encode = (value: unknown) => new TextEncoder().encode(canonical(value))

/** Signs who opened a case: a DSSE envelope in canonical JSON. */
export function signOpening(
  opening: Omit<Opening, 'v'>,
  signer: { readonly keyid: string; readonly sign: (message: Uint8Array) => Uint8Array },
): Uint8Array {
  const payload = encode(Opening.parse({ v: 1, ...opening }))
  return encode({
    payload: toBase64(payload),
    payloadType: TYPE,
    signatures: [{ keyid: signer.keyid, sig: toBase64(signer.sign(pae(TYPE, payload))) }],
  })
}

/** Proves who opened this case, or refuses: the key and its mandate are those the charter hands down. */
export const verifyOpening = (bytes: Uint8Array, charter: Charter, crypto: Crypto): Opening =>
  proveOpening(bytes, charter, {
    crypto,
    keysOf: (party) => createStrandReader(charter, party, crypto).keys(),
  })

/** The same by keys that are taken from elsewhere, of a case whose rules are not known. */
export function proveOpening(
  bytes: Uint8Array,
  opened: Pick<CharterFrame, 'id' | 'parent' | 'parties'>,
  { crypto, keysOf }: { readonly crypto: Crypto; readonly keysOf: (party: PartyId) => Keys },
): Opening {
  const { opening, payload, keyid, sig } = read(bytes)
  if (opening.case !== opened.id || opening.charter !== opened.parent?.case)
    throw refuse(`expected the opening of ${opened.id}, got one of ${opening.case}`)
  if (!opened.parties.some(({ id }) => id === opening.party))
    throw refuse(`expected a party of the case to open it, got ${opening.party}`)
  const key = keysOf(opening.party).authorities.get(keyid)
  if (!key?.mandate.verbs.includes(OPEN_CASE))
    throw refuse(`expected a key of ${opening.party} whose mandate has ${OPEN_CASE}, got ${keyid}`)
  if (!crypto.verify(key.publicKey, pae(TYPE, payload), sig))
    throw refuse(`expected a true signature of ${keyid}, got a false one`)
  return opening
}

type Keys = Pick<ReturnType<StrandReader['keys']>, 'authorities'>

function read(bytes: Uint8Array) {
  try {
    const { payload, signatures } = Envelope.parse(parseCanonical(bytes))
    const content = fromBase64(payload)
    const opening = Opening.parse(parseCanonical(content))
    const [{ keyid, sig } = { keyid: '', sig: '' }] = signatures
    return { opening, payload: content, keyid, sig: fromBase64(sig) }
  } catch (cause) {
    const isMalformed = [AccordError, LogError, z.ZodError].some((kind) => cause instanceof kind)
    if (!isMalformed) throw cause
    throw refuse('expected a signed opening in canonical JSON, got another form', cause)
  }
}

const refuse = (message: string, cause?: unknown) =>
  new PartiesError('case.opening', message, { cause })
