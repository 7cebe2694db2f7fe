/** SHA-256: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Whether a signature over a message is true under a raw public key: Ed25519 (64 bytes, key of 32) or ML-DSA-44 (2,420, key of 1,312). */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean

/** What log is given, because it brings no cryptography of its own. */
export type Crypto = {
  readonly sha256: Sha256
  readonly verify: VerifySignature
  /** Whether bytes are a key that every verifier reads alike: of Ed25519, canonical and of prime order, or of ML-DSA-44. */
  readonly isKey: (publicKey: Uint8Array) => boolean
}

/** A named key that signs, of Ed25519 or of ML-DSA-44; where the private half is, is its holder's matter. */
export type Signer = {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}
