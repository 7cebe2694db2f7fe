export {
  concat,
  fromBase64,
  fromHex,
  fromUtf8,
  isEqual,
  toBase64,
  toHex,
  toUtf8,
} from './base64.ts'
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
export type { Crypto, Sha256, Signer, VerifySignature } from './crypto.ts'
export { ed25519 } from './ed25519.ts'
export { LogError, type LogErrorCode } from './error.ts'
export { jointCheckpoint, type LogHead } from './joint.ts'
export { emptyRoot, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts'
export {
  cosign,
  cosignerType,
  formatVkey,
  openNote,
  parseNote,
  parseVkey,
  signNote,
  type Verified,
  type Vkey,
} from './note.ts'
export { isMlDsa44, ML_DSA_44_KEY, withMlDsa44 } from './ml-dsa.ts'
export { formatProof, parseProof, type TlogProof } from './proof.ts'
export { faulty, quorum } from './quorum.ts'
export { remembering } from './remembering.ts'
export {
  decodeEntries,
  encodeEntries,
  entriesPath,
  parseTilePath,
  tile,
  TILE_WIDTH,
  type TilePath,
  tilePath,
} from './tile.ts'
export { createTree, type Tree } from './tree.ts'
export { addCheckpoint, type WitnessAnswer, type WitnessedHead } from './witness.ts'
