import type { Crypto, VerifySignature } from './crypto.ts'

/** Bytes of an ML-DSA-44 public key (FIPS 204, table 2). No key of another kind has as many. */
export const ML_DSA_44_KEY = 1312
/** Bytes of an ML-DSA-44 signature (FIPS 204, table 2). */
const SIGNATURE = 2420

/** Whether a raw public key is one of ML-DSA-44: each 1,312 bytes encode one (FIPS 204, algorithm 23). */
export const isMlDsa44 = ({ length }: Uint8Array): boolean => length === ML_DSA_44_KEY

/**
 * Both kinds of signature behind one question; the length of the key says which. `mlDsa44` verifies pure ML-DSA-44 with an
 * empty context (FIPS 204, algorithm 3) and refuses a signature whose hint is not in its one form (algorithm 21).
 */
export const withMlDsa44 = (
  ed25519: Pick<Crypto, 'verify' | 'isKey'>,
  mlDsa44: VerifySignature,
): Pick<Crypto, 'verify' | 'isKey'> => ({
  isKey: (publicKey) => isMlDsa44(publicKey) || ed25519.isKey(publicKey),
  verify: (publicKey, message, signature) =>
    isMlDsa44(publicKey)
      ? signature.length === SIGNATURE && mlDsa44(publicKey, message, signature)
      : ed25519.verify(publicKey, message, signature),
})
