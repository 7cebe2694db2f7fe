/** SHA-256: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Whether a signature of 64 bytes over a message is true under a raw public key of 32 bytes. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean

/** What log is given, because it brings no cryptography of its own. */
export type Crypto = {
  readonly sha256: Sha256
  readonly verify: VerifySignature
  /** Whether 32 bytes are a key that every verifier reads alike: canonical and of prime order. */
  readonly isKey: (publicKey: Uint8Array) => boolean
}

/** A named Ed25519 key that signs; where the private half is, is its holder's matter. */
export type Signer = {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}
